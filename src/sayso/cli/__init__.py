"""The command line: parse, call, print."""

import signal
import sys

TERMINATED = 143
"""Exit status after SIGTERM."""


def main() -> None:
    """Run the command that the user typed and leave with its exit status; SIGTERM ends it as tidily as Ctrl-C."""
    from sayso.cli.app import run_app

    signal.signal(signal.SIGTERM, lambda *_: sys.exit(TERMINATED))
    sys.exit(run_app(sys.argv[1:]))
