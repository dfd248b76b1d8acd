"""A sign of life on the terminal for work that takes longer than two seconds."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol


class Tell(Protocol):
    """Tells how far the work is."""

    def __call__(self, done: int, total: int | None = None, step: str | None = None) -> None:
        """So much is done, of so much if that is known; `step` is what is being done now."""
        ...


def _tell_nobody(done: int, total: int | None = None, step: str | None = None) -> None:
    """Where nobody looks."""


@contextmanager
def show_progress(what: str, *, after: float = 2.0, hidden: bool = False) -> Iterator[Tell]:
    """Show a bar on standard error once the work has taken `after` seconds; nothing where that is no terminal, or if `hidden`."""
    if hidden or not sys.stderr.isatty():
        yield _tell_nobody
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(bar_width=24), MofNCompleteColumn(), TimeElapsedColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    task = bar.add_task(what, total=None)

    def tell(done: int, total: int | None = None, step: str | None = None) -> None:
        bar.update(task, completed=done, total=total, description=step or what)

    start = threading.Timer(after, bar.start)
    start.daemon = True
    start.start()
    try:
        yield tell
    finally:
        start.cancel()
        start.join()
        if bar.live.is_started:
            bar.stop()
