"""When somebody last looked, and what others entered since."""

from collections.abc import Iterable

from sayso.model.entries import Entry, Look


def last_look(standing: Iterable[Entry], author: str) -> str | None:
    """The moment up to which somebody has seen the ledger; None where they have not looked yet."""
    return max((e.at for e in standing if e.author == author and isinstance(e.act, Look)), default=None)


def entered_by_others(entries: Iterable[Entry], author: str, since: str | None) -> tuple[Entry, ...]:
    """What others judged, noted or gave away since a moment, the oldest first; that they looked is nobody else's business."""
    new = (e for e in entries if e.author != author and (since is None or e.at > since) and not isinstance(e.act, Look))
    return tuple(sorted(new, key=lambda e: e.order))
