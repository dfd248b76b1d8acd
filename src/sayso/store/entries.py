"""What people judged and noted, as the ledger keeps it: entries are added, listed, and changed only to forget somebody."""

import hashlib
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, delete, insert, select, update

from sayso.model.entries import Accept, Add, Correct, Entry, Merge, Note, Rate, Reject, Split, TrailRow, Undo
from sayso.model.written import words_in
from sayso.store.schema import ENTRIES
from sayso.store.to_file import queue_articles
from sayso.store.trail import find_break, load_trail, note_trail, split_origin

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
        note_trail(connection, TrailRow(entry.at, entry.author, entry.kind, entry.entry_id, insert_entry(connection, entry)))
        added.append(entry)
    return tuple(added)


def insert_entry(connection: Connection, entry: Entry) -> str:
    """Keep an entry that the ledger does not hold; its seal, for its row of the trail, which is the caller's."""
    stored = _ENCODER.encode(entry)
    row = {"entry_id": entry.entry_id, "at": entry.at, "author": entry.author, "kind": entry.kind, "entry": stored}
    connection.execute(insert(ENTRIES).values(row))
    queue_articles(connection, _digests_touched(connection, entry))
    return seal_entry(stored)


def _digests_touched(connection: Connection, entry: Entry) -> set[str]:
    """Digests of the articles of which an entry, or one that it undoes, changes how they count."""
    if not isinstance(entry.act, Undo):
        return digests_in(entry)
    undone = connection.execute(select(ENTRIES.c.entry).where(ENTRIES.c.entry_id == entry.act.entry_id)).scalar()
    return _digests_touched(connection, _DECODER.decode(undone)) if undone else set()


def load_entries(connection: Connection) -> tuple[Entry, ...]:
    """All entries, in the order in which they were added."""
    return tuple(_DECODER.decode(stored) for (stored,) in connection.execute(select(ENTRIES.c.entry).order_by(ENTRIES.c.number)))


class Gone(NamedTuple):
    """What leaves a ledger: digests of articles that go and of those that are struck, and ids of claims of those that go."""

    removed: Collection[str]
    changed: Collection[str]
    claims: Collection[str]


def erase_entries(connection: Connection, erase: EraseEntry, names_somebody: Callable[[str], bool], gone: Gone) -> dict[str, str | None]:
    """Strike entries as `erase` does where they name somebody or judge an article that was struck, and remove those on articles that go.

    Of every entry that was touched its id, with the seal of what is kept, or None where it was removed.
    """
    touched: dict[str, str | None] = {}
    for entry in load_entries(connection):
        kept = None if is_gone(entry, gone.claims, touched) else without_articles(entry, gone.removed)
        if kept and (getattr(kept.act, "digest", None) in gone.changed or names_somebody(words_in(kept))):
            kept = erase(kept)
        if kept is None:
            connection.execute(delete(ENTRIES).where(ENTRIES.c.entry_id == entry.entry_id))
            touched[entry.entry_id] = None
        elif kept != entry:
            stored = _ENCODER.encode(kept)
            connection.execute(update(ENTRIES).where(ENTRIES.c.entry_id == entry.entry_id).values(author=kept.author, entry=stored))
            touched[entry.entry_id] = seal_entry(stored)
    return touched


def is_gone(entry: Entry, claims: Collection[str], touched: Mapping[str, str | None]) -> bool:
    """Whether an entry is a note on a claim that goes, or undoes an entry that went."""
    if isinstance(entry.act, Undo):
        return entry.act.entry_id in touched and touched[entry.act.entry_id] is None
    return isinstance(entry.act, Note) and entry.act.subject in claims


def seal_entry(stored: bytes) -> str:
    """What the trail keeps of an entry, by which a change of it shows: the SHA-256 of what is stored."""
    return hashlib.sha256(stored).hexdigest()


def load_seals(connection: Connection) -> dict[str, str]:
    """The seals of all entries as they are stored now, by their ids."""
    rows = connection.execute(select(ENTRIES.c.entry_id, ENTRIES.c.entry))
    return {entry_id: seal_entry(stored) if isinstance(stored, bytes) else "" for entry_id, stored in rows}


def find_changed_entry(connection: Connection) -> str | None:
    """The id of an entry that was changed, added or removed by another hand: its trail does not tell of it as it is."""
    told = {row.subject: split_origin(row)[0].detail for row in load_trail(connection) if is_entry(row.subject)}
    held = load_seals(connection)
    return min((i for i in told.keys() | held.keys() if told.get(i) != held.get(i)), default=None)


def find_other_hand(connection: Connection) -> str | None:
    """A sentence on what another hand changed in the trail, or in what people entered; None where all is as Sayso wrote it."""
    broken, changed = find_break(connection), find_changed_entry(connection)
    if broken is not None:
        return f"its trail was changed by another hand: row {broken} does not fit those before it"
    return f"what people entered was changed by another hand: the trail does not tell of {changed} as it is" if changed else None


def is_entry(subject: str) -> bool:
    """Whether what a row of the trail is about is an entry, by its id."""
    return subject.startswith("n-")


def digests_in(entry: Entry) -> set[str]:
    """Digests of the articles that an entry is about."""
    act = entry.act
    refs = act.claims if isinstance(act, Merge) else (*act.claims, *act.others) if isinstance(act, Split) else ()
    return {r.digest for r in refs} | ({act.digest} if isinstance(act, Accept | Reject | Correct | Add | Rate) else set())


def without_articles(entry: Entry, gone: Collection[str]) -> Entry | None:
    """The entry without these articles; None where nothing of it is left."""
    act = entry.act
    if isinstance(act, Merge):
        claims = tuple(c for c in act.claims if c.digest not in gone)
        return msgspec.structs.replace(entry, act=Merge(claims)) if len(claims) > 1 else None
    if isinstance(act, Split):
        ones, others = (tuple(c for c in side if c.digest not in gone) for side in (act.claims, act.others))
        return msgspec.structs.replace(entry, act=Split(ones, others)) if ones and others else None
    return None if getattr(act, "digest", None) in gone else entry
