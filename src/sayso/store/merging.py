"""A ledger that was kept apart, merged into another one: nothing is lost, and what either was told to forget stays forgotten in both."""

from collections.abc import Callable

import msgspec
from sqlalchemy import Connection

from sayso.model.entries import TrailRow
from sayso.model.forgotten import Erased
from sayso.model.records import Record
from sayso.store.merged_notes import bring_entries, bring_products, bring_trail, bring_unread
from sayso.store.merged_readings import bring_readings
from sayso.store.striking import Striker, forget_alike
from sayso.store.trail import find_break, note_trail


class Brought(msgspec.Struct, frozen=True):
    """How much of one kind came from the other ledger, how much was known, and how much was kept out as it is to be forgotten."""

    came: int = 0
    known: int = 0
    kept_out: int = 0


class Merged(msgspec.Struct, frozen=True, kw_only=True):
    """What merging did: what came, of every kind; what was struck out of our own; where the other's trail is broken, if it is."""

    brought: dict[str, Brought]
    erased: Erased = Erased()
    broken: int | None = None

    @property
    def is_news(self) -> bool:
        """Whether anything came, or was struck."""
        return any(b.came for b in self.brought.values()) or bool(self.erased.changed or self.erased.removed)


def merge_ledgers(
    ours: Connection, theirs: Connection, striker: Striker, decode: Callable[[bytes], Record], at: str, author: str, name: str
) -> Merged:
    """Bring all that another ledger holds into ours; `name` is what the trail calls it, `at` the moment of merging (UTC, ISO 8601).

    `author` is who merges them.
    """
    sieve, erased, came = forget_alike(ours, theirs, striker, decode)
    unread = bring_unread(ours, theirs, sieve)
    articles, readings, turns = bring_readings(ours, theirs, sieve, decode)
    brought = {
        "articles": Brought(*articles),
        "readings": Brought(*readings),
        "moments from which a reading counted": Brought(*turns),
        "entries": Brought(*bring_entries(ours, theirs, sieve)),
        "notes of unread inputs": Brought(*unread),
        "reports and exports": Brought(*bring_products(ours, theirs, sieve)),
        "what is forgotten": Brought(came),
    }
    merged = Merged(brought=brought, erased=erased, broken=find_break(theirs))
    trail = bring_trail(ours, theirs, sieve, name)
    if merged.is_news:
        told = [f"{one.came} {kind}" for kind, one in brought.items() if one.came]
        told += [f"its trail is broken at row {merged.broken}"] if merged.broken else []
        note_trail(ours, TrailRow(at, author, "merge", name, ", ".join(told)))
    return msgspec.structs.replace(merged, brought=brought | {"rows of the trail": Brought(*trail)})
