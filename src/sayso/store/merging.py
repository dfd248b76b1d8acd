"""A ledger that was kept apart, merged into another one: nothing is lost, and what either was told to forget stays forgotten in both."""

from collections.abc import Callable

import msgspec
from sqlalchemy import Connection

from sayso.model.entries import TrailRow
from sayso.model.forgotten import Erased
from sayso.model.records import Record
from sayso.store.entries import find_changed_entry
from sayso.store.merged_frozen import bring_frozen
from sayso.store.merged_notes import bring_entries, bring_products, bring_trail, bring_unread
from sayso.store.merged_readings import bring_readings
from sayso.store.striking import Striker, forget_alike
from sayso.store.trail import find_break, note_trail

FORGOTTEN = "what is forgotten"


class Brought(msgspec.Struct, frozen=True):
    """How much of one kind came from the other ledger, how much was known, and how much was kept out as it is to be forgotten."""

    came: int = 0
    known: int = 0
    kept_out: int = 0


class Merged(msgspec.Struct, frozen=True, kw_only=True):
    """What merging did: what came, of every kind; what was struck out of our own; what another hand did to the other ledger, if any:
    the row at which its trail is broken, the entry of which its trail does not tell.
    """

    brought: dict[str, Brought]
    erased: Erased = Erased()
    broken: int | None = None
    changed: str | None = None

    @property
    def is_news(self) -> bool:
        """Whether anything came, or was struck."""
        return any(b.came for b in self.brought.values()) or self.erased != Erased()

    @property
    def has_forgotten(self) -> bool:
        """Whether ours was told to forget something that it held or may have held."""
        return self.brought[FORGOTTEN].came > 0


def merge_ledgers(
    ours: Connection, theirs: Connection, striker: Striker, decode: Callable[[bytes], Record], at: str, author: str, name: str
) -> Merged:
    """Bring all that another ledger holds into ours; `name` is what the trail calls it, `at` the moment of merging (UTC, ISO 8601).

    `author` is who merges them.
    """
    day = at[:10]
    sieve, erased, came = forget_alike(ours, theirs, striker, decode, day)
    unread = bring_unread(ours, theirs, sieve)
    articles, readings, turns = bring_readings(ours, theirs, sieve, decode)
    brought = {
        "articles": Brought(*articles),
        "readings": Brought(*readings),
        "moments from which a reading counted": Brought(*turns),
        "entries": Brought(*bring_entries(ours, theirs, sieve)),
        "notes of unread inputs": Brought(*unread),
        "reports and exports": Brought(*bring_products(ours, theirs, sieve)),
        "frozen reports": Brought(*bring_frozen(ours, theirs, sieve, day)),
        FORGOTTEN: Brought(came),
    }
    merged = Merged(brought=brought, erased=erased, broken=find_break(theirs), changed=find_changed_entry(theirs))
    trail = bring_trail(ours, theirs, sieve, name)
    if merged.is_news:
        told = [f"{one.came} {kind}" for kind, one in brought.items() if one.came]
        told += [f"its trail is broken at row {merged.broken}"] if merged.broken else []
        told += [f"its trail does not tell of {merged.changed} as it is"] if merged.changed else []
        note_trail(ours, TrailRow(at, author, "merge", name, ", ".join(told)))
    return msgspec.structs.replace(merged, brought=brought | {"rows of the trail": Brought(*trail)})
