"""Which entries count: those that no standing entry undoes."""

from collections.abc import Iterable

from sayso.model.entries import Entry, Undo


def standing_entries(entries: Iterable[Entry], known_at: str | None = None) -> tuple[Entry, ...]:
    """Entries that count at a moment (ISO 8601, UTC; None for all), in the order of their moments; undoing may itself be undone.

    An undo of an entry that is not there, or that was made later than the undo itself, undoes nothing.
    """
    known = sorted({e.entry_id: e for e in entries if known_at is None or e.at <= known_at}.values(), key=lambda e: e.order)
    undone: set[str] = set()
    for entry in reversed(known):  # what comes later decides first, so that an undo that was undone has no effect
        if isinstance(entry.act, Undo) and entry.entry_id not in undone:
            undone.add(entry.act.entry_id)
    return tuple(e for e in known if e.entry_id not in undone and not isinstance(e.act, Undo))
