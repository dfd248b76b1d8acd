"""What two ledgers were told to forget, struck out of what one of them holds and out of what comes from the other."""

from collections.abc import Callable, Collection
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection

from sayso.model.entries import Entry
from sayso.model.forgotten import Erased, Forgotten
from sayso.model.records import Record
from sayso.store.adding import encode_record, run_id_of
from sayso.store.entries import Gone, digests_in, erase_entries, without_articles
from sayso.store.forgetting import (
    Eraser,
    claims_by_article,
    erase_readings,
    erase_traces,
    erase_unread,
    load_forgotten,
    take_over_forgotten,
)
from sayso.store.freezing import products_of, strike_frozen
from sayso.store.to_file import clear_filed
from sayso.store.trail import STRUCK, strike_trail


class Striker(NamedTuple):
    """What finds the names of forgotten persons in a record, an entry or words, and what takes names out of a record and an entry."""

    find: Callable[[Record | Entry | str, Forgotten], set[str]]
    record: Callable[[Record, Collection[str]], Record]
    entry: Callable[[Entry, Collection[str]], Entry]


class Sieve:
    """Lets through what may be kept; names that it finds in an article it takes out of what people entered on that article too."""

    def __init__(self, forgotten: Forgotten, striker: Striker) -> None:
        self._forgotten = forgotten
        self._striker = striker
        self._names: dict[str, set[str]] = {}
        self._struck: set[str] = set()

    def record(self, record: Record) -> Record | None:
        """The record as it may be kept; None where its article is to be forgotten."""
        if self.holds_article(record.digest):
            return None
        if not self._forgotten.persons:
            return record
        found = self._striker.find(record, self._forgotten)
        self._names.setdefault(record.digest, set()).update(found)
        kept = self._striker.record(record, found)
        if kept != record:
            self._struck.add(record.digest)
        return kept

    def entry(self, entry: Entry) -> Entry:
        """What somebody entered, as it may be kept; to be asked after the records of its articles."""
        if not self._forgotten.persons:
            return entry
        of_articles = (self._names.get(digest, set()) for digest in digests_in(entry))
        return self._striker.entry(entry, self._striker.find(entry, self._forgotten).union(*of_articles))

    def entry_without_articles(self, entry: Entry) -> Entry | None:
        """The same, without the articles that are to be forgotten; None where nothing of it is left."""
        kept = without_articles(entry, {d for d in digests_in(entry) if self.holds_article(d)})
        return self.entry(kept) if kept else None

    def holds_article(self, digest: str) -> bool:
        """Whether an article is to be forgotten."""
        return bool(self._forgotten.articles) and self._forgotten.holds_article(digest)

    def detail_of(self, digest: str) -> dict[str, str | None]:
        """What rows of the trail on an article are to keep, as `strike_trail` takes it; empty where they stay as they are."""
        if self.holds_article(digest):
            return {digest: None}
        return {digest: STRUCK} if digest in self._struck else {}

    def names_somebody(self, words: str) -> bool:
        """Whether some words name a person who is to be forgotten."""
        return bool(self._forgotten.persons) and bool(self._striker.find(words, self._forgotten))


class Alike(NamedTuple):
    """A ledger that has forgotten what another one was told to forget: the sieve of both, what was struck, how many digests came."""

    sieve: Sieve
    erased: Erased
    came: int


def forget_alike(ours: Connection, theirs: Connection, striker: Striker, decode: Callable[[bytes], Record], day: str) -> Alike:
    """Forget in one ledger, on this day, what another one was told to forget, and keep it out from now on."""
    came = take_over_forgotten(ours, theirs)
    sieve = Sieve(load_forgotten(ours), striker)
    eraser = Eraser(sieve.record, sieve.entry, sieve.names_somebody)
    return Alike(sieve, strike_ledger(ours, eraser, decode, day) if came else Erased(), came)


def strike_ledger(connection: Connection, eraser: Eraser, decode: Callable[[bytes], Record], day: str) -> Erased:
    """Take out of all that a ledger holds what an eraser takes out: readings, what people entered, frozen reports, the trail, notes."""
    claims = claims_by_article(connection)
    erased = erase_readings(connection, eraser.record, decode, encode_record, run_id_of)
    gone = Gone(erased.removed, erased.changed, {c for digest in erased.removed for c in claims.get(digest, ())})
    entries = erase_entries(connection, eraser.entry, eraser.names_somebody, gone)
    frozen, named = strike_frozen(connection, {*erased.changed, *erased.removed}, eraser.names_somebody, day)
    touched = dict.fromkeys((*erased.removed, *named)) | dict.fromkeys(erased.changed, STRUCK) | entries
    strike_trail(connection, touched, eraser.names_somebody)
    unread = erase_unread(connection, eraser.names_somebody)
    erase_traces(connection, eraser.names_somebody)
    clear_filed(connection)
    products = (*erased.products, *products_of(frozen))
    return msgspec.structs.replace(erased, entries=len(entries), unread=unread, products=products)
