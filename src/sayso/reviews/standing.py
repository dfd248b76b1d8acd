"""Which entries count: those that no standing entry undoes."""

from collections.abc import Iterable

from sayso.model.entries import Entry, Undo


def standing_entries(entries: Iterable[Entry], known_at: str | None = None) -> tuple[Entry, ...]:
    """Entries that count at a moment (ISO 8601, UTC; None for all), in the order of their moments; undoing may itself be undone.

    An undo of an entry that is not there, or that was made later than the undo itself, undoes nothing.
    """
    known = _known_entries(entries, known_at)
    undone = undone_ids(known)
    return tuple(e for e in known if e.entry_id not in undone and not isinstance(e.act, Undo))


def undone_ids(entries: Iterable[Entry]) -> frozenset[str]:
    """Ids of entries that a standing entry undoes, undone undoings among them."""
    known = {e.entry_id: e for e in entries}
    undoings: dict[str, list[str]] = {}
    for entry in known.values():
        if isinstance(entry.act, Undo) and entry.act.entry_id in known and known[entry.act.entry_id].at <= entry.at:
            undoings.setdefault(entry.act.entry_id, []).append(entry.entry_id)
    settled: dict[str, bool] = {}

    def is_undone(entry_id: str) -> bool:
        if entry_id not in settled:
            settled[entry_id] = False  # an id is the digest of what its entry says, so that no entry can undo itself by way of others
            settled[entry_id] = any(not is_undone(by) for by in undoings.get(entry_id, ()))
        return settled[entry_id]

    return frozenset(entry_id for entry_id in known if is_undone(entry_id))


def _known_entries(entries: Iterable[Entry], known_at: str | None) -> list[Entry]:
    known = {e.entry_id: e for e in entries if known_at is None or e.at <= known_at}
    return sorted(known.values(), key=lambda e: e.order)
