"""The ledger: records are added once, never changed, and read back whole."""

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from types import TracebackType
from typing import Literal, Self

import msgspec
from sqlalchemy import Connection, delete, func, insert, select

from sayso.errors import LedgerError, UnknownIdError
from sayso.model.forgotten import Erased, Forgotten, Product
from sayso.model.records import Record
from sayso.model.views import UnreadDocument
from sayso.model.vocabulary import Handling, stricter
from sayso.store.address import LedgerAddress, ServerAddress
from sayso.store.database import Database
from sayso.store.forgetting import (
    Erase,
    erase_readings,
    erase_traces,
    erase_unread,
    keep_digests,
    keep_product,
    load_forgotten,
    load_products,
)
from sayso.store.postgres import open_postgres
from sayso.store.schema import ARTICLES, CLAIMS, CURRENT, RUNS, UNREAD
from sayso.store.sqlite_file import open_sqlite

Added = Literal["new", "read again", "known", "not read", "forgotten"]
"""What became of a record: a new article; another reading of a known one; nothing new; nothing was read; it is not to come back."""

EraseForgotten = Callable[[Record, Forgotten], Record]
"""How the names of forgotten persons are struck out of a record."""

_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(Record)


class _Level(msgspec.Struct, frozen=True):
    """Of a stored record, its level of handling alone."""

    handling: Handling = "public"


_HANDLING = msgspec.json.Decoder(_Level)


def run_id_of(record: Record) -> str:
    """A reading is one and the same when all that was read and all that read it are the same, whatever the input was called."""
    unnamed = msgspec.structs.replace(record, article_id="")
    return "r-" + hashlib.sha256(_ENCODER.encode(unnamed)).hexdigest()[:16]


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

    def add(self, record: Record, erase: EraseForgotten | None = None) -> Added:
        """Keep a record: all of it or nothing; the same reading twice is kept once, a forgotten article never.

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
            return _add(connection, erase(record, forgotten) if forgotten.persons and erase else record)

    def forget_persons(
        self, names: Sequence[tuple[str, ...]], erase: Erase, names_somebody: Callable[[str], bool], day: str, why: str
    ) -> Erased:
        """Strike persons out of every reading and keep keyed digests of their names (folded words), by which they stay out.

        `erase` gives a record without the names, `names_somebody` tells whether words hold one; `why` is kept and may not name them.
        """
        return self._forget("person", names, erase, names_somebody, day, why)

    def forget_articles(self, digests: Collection[str], day: str, why: str) -> Erased:
        """Remove articles with all that was read of them, and keep keyed digests, by which they stay out."""
        return self._forget("article", [(d,) for d in digests], lambda r: None if r.digest in digests else r, lambda _: False, day, why)

    def _forget(
        self, what: str, words: Sequence[tuple[str, ...]], erase: Erase, names_somebody: Callable[[str], bool], day: str, why: str
    ) -> Erased:
        with self._database.write() as connection:
            erased = erase_readings(connection, erase, self._decode, _ENCODER.encode, run_id_of)
            unread = erase_unread(connection, names_somebody)
            erase_traces(connection, names_somebody)
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

    def records(self) -> Iterator[Record]:
        """The current reading of every article, in the order of their digests."""
        query = select(RUNS.c.record).join(CURRENT, CURRENT.c.run_id == RUNS.c.run_id).order_by(RUNS.c.digest)
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
        """What the database's own check finds wrong with it, or None."""
        return self._database.find_damage()

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


def _add(connection: Connection, record: Record) -> Added:
    connection.execute(delete(UNREAD).where(UNREAD.c.article_id == record.article_id))
    if record.outcome == "not_read":
        connection.execute(insert(UNREAD).values(article_id=record.article_id, why=record.why or "unknown", handling=record.handling))
        return "not read"
    record = _at_its_level(connection, record)
    known_article = _add_article(connection, record)
    run_id = run_id_of(record)
    known_run = connection.execute(select(RUNS.c.number).where(RUNS.c.run_id == run_id)).first()
    if not known_run:
        _add_run(connection, run_id, record)
    connection.execute(delete(CURRENT).where(CURRENT.c.digest == record.digest))
    connection.execute(insert(CURRENT).values(digest=record.digest, run_id=run_id))
    return "known" if known_run else "read again" if known_article else "new"


def _at_its_level(connection: Connection, record: Record) -> Record:
    """The record at the strictest level that any reading of its article has: reading a page again never frees it."""
    stored = connection.execute(select(RUNS.c.record).where(RUNS.c.digest == record.digest)).scalars()
    level = record.handling
    for held in stored:
        level = stricter(level, _HANDLING.decode(held).handling)
    return msgspec.structs.replace(record, handling=level)


def _add_run(connection: Connection, run_id: str, record: Record) -> None:
    row = {"run_id": run_id, "digest": record.digest, "reader": record.read_by.reader, "record": _ENCODER.encode(record)}
    connection.execute(insert(RUNS).values(row))
    if record.claims:
        connection.execute(insert(CLAIMS), [{"run_id": run_id, "claim_id": c.id, "event": c.event} for c in record.claims])


def _add_article(connection: Connection, record: Record) -> bool:
    if connection.execute(select(ARTICLES.c.digest).where(ARTICLES.c.digest == record.digest)).first():
        return True
    day = record.published.day
    row = {"digest": record.digest, "article_id": record.article_id, "publisher": record.publisher, "published": day and day.isoformat()}
    connection.execute(insert(ARTICLES).values(row))
    return False
