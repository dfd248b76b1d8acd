"""The ledger: records are added once, never changed, and read back whole."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from types import TracebackType
from typing import Self

import msgspec
from sqlalchemy import delete, func, select

from sayso.errors import LedgerError, UnknownIdError
from sayso.model.entries import Entry, TrailRow
from sayso.model.forgotten import Erased, Forgotten, Product
from sayso.model.records import Record
from sayso.model.views import UnreadDocument
from sayso.store.adding import Added, add_record, encode_record, run_id_of
from sayso.store.address import LedgerAddress, ServerAddress
from sayso.store.database import Database
from sayso.store.entries import erase_entries, keep_entries, load_entries
from sayso.store.forgetting import (
    Eraser,
    erase_readings,
    erase_traces,
    erase_unread,
    keep_digests,
    keep_product,
    load_forgotten,
    load_products,
)
from sayso.store.postgres import open_postgres
from sayso.store.schema import ARTICLES, CLAIMS, COUNTED, CURRENT, RUNS, UNREAD
from sayso.store.sqlite_file import open_sqlite
from sayso.store.trail import MACHINE, find_break, load_trail, note_trail, strike_trail

EraseForgotten = Callable[[Record, Forgotten], Record]
"""How the names of forgotten persons are struck out of a record."""

_DECODER = msgspec.json.Decoder(Record)


class LedgerCounts(msgspec.Struct, frozen=True):
    """How much a ledger holds: articles, readings of them, claims of the current readings, inputs of which nothing was read."""

    articles: int
    readings: int
    claims: int
    unread: int


class Ledger:
    """A ledger in its database; use as a context manager."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @classmethod
    def open(cls, where: LedgerAddress, *, write: bool = False, wait_seconds: float = 30.0, key: str | None = None) -> Self:
        """Open a ledger to look into it or, with `write`, to add to it (one is made where there is none).

        `wait_seconds` is how long another program's writing is waited for, `key` what a file is encrypted with; a server sees to that
        itself. LedgerError says what to do where it cannot be used.
        """
        if isinstance(where, ServerAddress):
            return cls(open_postgres(where, write=write, wait_seconds=wait_seconds))
        return cls(open_sqlite(where, write=write, wait_seconds=wait_seconds, key=key))

    def add(self, record: Record, erase: EraseForgotten | None = None, at: str = "") -> Added:
        """Keep a record: all of it or nothing; the same reading twice is kept once, a forgotten article never.

        `at` is the moment (UTC, ISO 8601) from which the reading counts, empty where none is noted.
        `erase` strikes out forgotten persons; LedgerError where the ledger has some and there is none to do it.
        """
        with self._database.write() as connection:
            forgotten = load_forgotten(connection)
            if forgotten.articles and forgotten.digest_of((record.digest,)) in forgotten.articles:
                return "forgotten"
            if forgotten.persons and erase is None:
                raise LedgerError(
                    f"{self._database.name} has forgotten persons, whose names would come back; add records with what strikes them out."
                )
            return add_record(connection, erase(record, forgotten) if forgotten.persons and erase else record, at)

    def enter(self, entries: Iterable[Entry]) -> tuple[Entry, ...]:
        """Add what people judged or noted, all of it or nothing; what is there already is kept once. Those that were added."""
        with self._database.write() as connection:
            return keep_entries(connection, entries)

    def entries(self) -> tuple[Entry, ...]:
        """All that people judged and noted, in the order in which it was added."""
        with self._database.look() as connection:
            return load_entries(connection)

    def trail(self) -> tuple[TrailRow, ...]:
        """Who changed what, the oldest first."""
        with self._database.look() as connection:
            return load_trail(connection)

    def forget_persons(self, names: Sequence[tuple[str, ...]], eraser: Eraser, day: str, why: str) -> Erased:
        """Strike persons out of every reading and keep keyed digests of their names (folded words), by which they stay out.

        `why` is kept and may not name them.
        """
        return self._forget("person", names, eraser, day, why)

    def forget_articles(self, digests: Collection[str], day: str, why: str) -> Erased:
        """Remove articles with all that was read of them, and keep keyed digests, by which they stay out."""
        eraser = Eraser(lambda r: None if r.digest in digests else r, lambda entry: entry, lambda _: False)
        return self._forget("article", [(d,) for d in digests], eraser, day, why)

    def _forget(self, what: str, words: Sequence[tuple[str, ...]], eraser: Eraser, day: str, why: str) -> Erased:
        with self._database.write() as connection:
            erased = erase_readings(connection, eraser.record, self._decode, encode_record, run_id_of)
            entries = erase_entries(connection, eraser.entry, set(erased.removed))
            strike_trail(connection, (*erased.removed, *entries))
            told = f"{len(erased.changed)} struck, {len(erased.removed)} removed"
            note_trail(connection, TrailRow(day, MACHINE, f"forget {what}", told, why))
            unread = erase_unread(connection, eraser.names_somebody)
            erase_traces(connection, eraser.names_somebody)
            keep_digests(connection, what, words, day, why)
        try:
            self._database.scrub()
        except LedgerError as problem:
            return msgspec.structs.replace(erased, unread=unread, left=str(problem))
        return msgspec.structs.replace(erased, unread=unread)

    def note_product(self, product: Product) -> None:
        """Note a report or export that was written from the ledger."""
        with self._database.write() as connection:
            keep_product(connection, product)

    def products(self) -> tuple[Product, ...]:
        """Reports and exports that were written from the ledger."""
        with self._database.look() as connection:
            return load_products(connection)

    def records(self, known_at: str | None = None) -> Iterator[Record]:
        """The reading of every article that counts, or that counted at a moment (UTC, ISO 8601), in the order of their digests."""
        query = select(RUNS.c.record).join(CURRENT, CURRENT.c.run_id == RUNS.c.run_id).order_by(RUNS.c.digest)
        if known_at is not None:
            last = select(func.max(COUNTED.c.number)).where(COUNTED.c.at <= known_at).group_by(COUNTED.c.digest)
            counted = COUNTED.join(RUNS, RUNS.c.run_id == COUNTED.c.run_id)
            query = select(RUNS.c.record).select_from(counted).where(COUNTED.c.number.in_(last)).order_by(RUNS.c.digest)
        with self._database.look() as connection:
            for (stored,) in connection.execution_options(yield_per=100).execute(query):
                yield self._decode(stored)

    def all_readings(self) -> Iterator[Record]:
        """Every reading that is kept, the current one of an article or not."""
        with self._database.look() as connection:
            for (stored,) in connection.execution_options(yield_per=100).execute(select(RUNS.c.record).order_by(RUNS.c.number)):
                yield self._decode(stored)

    def forgotten(self) -> Forgotten:
        """What the ledger was told to forget."""
        with self._database.look() as connection:
            return load_forgotten(connection)

    def record_of_claim(self, claim_id: str) -> Record:
        """The record that holds a claim: the article's current reading if it does, else the newest; UnknownIdError where none does."""
        query = (
            select(RUNS.c.record)
            .join(CLAIMS, CLAIMS.c.run_id == RUNS.c.run_id)
            .outerjoin(CURRENT, CURRENT.c.run_id == RUNS.c.run_id)
            .where(CLAIMS.c.claim_id == claim_id)
            .order_by(CURRENT.c.run_id.is_(None), RUNS.c.number.desc())
            .limit(1)
        )
        with self._database.look() as connection:
            row = connection.execute(query).first()
        if row is None:
            name = self._database.name
            raise UnknownIdError(f"No claim {claim_id} in {name}; list the claims with: sayso claims --ledger {name}")
        return self._decode(row[0])

    def claim_ids(self, beginning: str) -> tuple[str, ...]:
        """Ids of claims, of whatever reading, that begin like this, at most a hundred."""
        claim_id = CLAIMS.c.claim_id
        query = select(claim_id).where(claim_id.startswith(beginning, autoescape=True)).distinct().order_by(claim_id)
        with self._database.look() as connection:
            return tuple(connection.execute(query.limit(100)).scalars())

    def unread(self) -> tuple[UnreadDocument, ...]:
        """Inputs of which nothing was read, with the reason."""
        query = select(UNREAD.c.article_id, UNREAD.c.why, UNREAD.c.handling).order_by(UNREAD.c.article_id)
        with self._database.look() as connection:
            return tuple(UnreadDocument(*row) for row in connection.execute(query))

    def clear_unread(self, inputs: Iterable[str], still: Iterable[str]) -> None:
        """Drop what an earlier run could not read of these inputs (files, folders, lines of a file), but for what `still` names."""
        with self._database.write() as connection:
            noted = set(connection.execute(select(UNREAD.c.article_id)).scalars())
            tried = tuple(name.rstrip("/") for name in inputs)
            again = {n for n in noted for t in tried if n == t or n.startswith((f"{t}/", f"{t} line ", f"{t} record "))}
            for article_id in sorted(again - set(still)):
                connection.execute(delete(UNREAD).where(UNREAD.c.article_id == article_id))

    def counts(self) -> LedgerCounts:
        """Count what the ledger holds."""
        claims = select(func.count()).select_from(CLAIMS).join(CURRENT, CURRENT.c.run_id == CLAIMS.c.run_id)
        queries = (*(select(func.count()).select_from(t) for t in (ARTICLES, RUNS)), claims, select(func.count()).select_from(UNREAD))
        with self._database.look() as connection:
            return LedgerCounts(*(connection.execute(query).scalar_one() for query in queries))

    def find_damage(self) -> str | None:
        """What the database's own check finds wrong with it, or that its trail was changed by another hand; None where all is whole."""
        if found := self._database.find_damage():
            return found
        with self._database.look() as connection:
            broken = find_break(connection)
        return f"its trail was changed by another hand: row {broken} does not fit those before it" if broken is not None else None

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

    def _decode(self, stored: bytes) -> Record:
        try:
            return _DECODER.decode(stored)
        except msgspec.DecodeError as problem:
            told = f"{self._database.name} holds a record that cannot be read ({problem})"
            raise LedgerError(f"{told}; read the sources into a new ledger.") from problem

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()
