"""What people judged and noted, as the ledger keeps it: entries are added, listed, and changed only to forget somebody."""

from collections.abc import Callable, Collection, Iterable

import msgspec
from sqlalchemy import Connection, delete, insert, select, update

from sayso.model.entries import Entry, Merge, Split, TrailRow
from sayso.store.schema import ENTRIES
from sayso.store.trail import note_trail

_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(Entry)

EraseEntry = Callable[[Entry], Entry]
"""An entry as it may be kept: without the persons who are to be forgotten."""


def keep_entries(connection: Connection, entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Add entries that the ledger does not hold yet, each with a row of the trail; those that were added."""
    added = []
    for entry in entries:
        if connection.execute(select(ENTRIES.c.number).where(ENTRIES.c.entry_id == entry.entry_id)).first():
            continue
        row = {"entry_id": entry.entry_id, "at": entry.at, "author": entry.author, "kind": entry.kind, "entry": _ENCODER.encode(entry)}
        connection.execute(insert(ENTRIES).values(row))
        note_trail(connection, TrailRow(entry.at, entry.author, entry.kind, entry.entry_id))
        added.append(entry)
    return tuple(added)


def load_entries(connection: Connection) -> tuple[Entry, ...]:
    """All entries, in the order in which they were added."""
    return tuple(_DECODER.decode(stored) for (stored,) in connection.execute(select(ENTRIES.c.entry).order_by(ENTRIES.c.number)))


def erase_entries(connection: Connection, erase: EraseEntry, gone: Collection[str]) -> tuple[str, ...]:
    """Strike out of all entries what `erase` strikes, and remove those on articles (`gone`, by digest) that go; ids of the removed."""
    removed = []
    for entry in load_entries(connection):
        kept = _without_articles(entry, gone)
        if kept is None:
            connection.execute(delete(ENTRIES).where(ENTRIES.c.entry_id == entry.entry_id))
            removed.append(entry.entry_id)
        elif (kept := erase(kept)) != entry:
            connection.execute(update(ENTRIES).where(ENTRIES.c.entry_id == entry.entry_id).values(entry=_ENCODER.encode(kept)))
    return tuple(removed)


def _without_articles(entry: Entry, gone: Collection[str]) -> Entry | None:
    """The entry without these articles; None where nothing of it is left."""
    act = entry.act
    if isinstance(act, Merge):
        claims = tuple(c for c in act.claims if c.digest not in gone)
        return msgspec.structs.replace(entry, act=Merge(claims)) if len(claims) > 1 else None
    if isinstance(act, Split):
        ones, others = (tuple(c for c in side if c.digest not in gone) for side in (act.claims, act.others))
        return msgspec.structs.replace(entry, act=Split(ones, others)) if ones and others else None
    return None if getattr(act, "digest", None) in gone else entry
