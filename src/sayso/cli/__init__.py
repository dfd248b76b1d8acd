"""The command line: parse, call, print."""

import gc
import signal
import sys

TERMINATED = 143
"""Exit status after SIGTERM."""
_NEW_OBJECTS = 100_000
"""Objects between two searches for garbage: a command makes many that live as long as it does, and is soon over."""


def main() -> None:
    """Run the command that the user typed and leave with its exit status; SIGTERM ends it as tidily as Ctrl-C."""
    from sayso.cli.app import run_app

    gc.set_threshold(_NEW_OBJECTS)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(TERMINATED))
    sys.exit(run_app(sys.argv[1:]))
