"""The ledger on disk: records are added once, never changed, and read back whole."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

import msgspec
from sqlalchemy import Connection, Engine, create_engine, delete, event, insert, select
from sqlalchemy.exc import DatabaseError, OperationalError

from sayso.errors import LedgerError, UnknownIdError
from sayso.model.records import Record
from sayso.model.views import UnreadDocument
from sayso.store.schema import ABOUT, ARTICLES, CLAIMS, CURRENT, METADATA, RUNS, SCHEMA_VERSION, UNREAD

Added = Literal["new", "read again", "known", "not read"]

_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(Record)


def run_id_of(record: Record) -> str:
    """A reading is one and the same when the article, its date and all that read it are the same."""
    by = record.read_by
    parts = (record.digest, str(record.published.day), by.sayso, by.reader, by.gazetteer)
    return "r-" + hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def _engine_of(path: Path) -> Engine:
    engine = create_engine(f"sqlite:///{path}")

    @event.listens_for(engine, "connect")
    def _set_up(connection: object, _: object) -> None:
        connection.execute("PRAGMA journal_mode=WAL")  # type: ignore[attr-defined]  # the driver's own connection is untyped
        connection.execute("PRAGMA foreign_keys=ON")  # type: ignore[attr-defined]  # as above

    return engine


class LedgerFile:
    """A ledger in one SQLite file; use as a context manager."""

    def __init__(self, engine: Engine, name: str) -> None:
        self._engine = engine
        self._name = name

    @classmethod
    def open(cls, path: Path, *, create: bool = False) -> Self:
        """Open a ledger, or make one where `create` is set; LedgerError says what to do where it cannot be opened."""
        if not path.exists() and not create:
            raise LedgerError(f"There is no ledger at {path}. Make one with: sayso read INPUT --ledger {path}")
        if not path.parent.exists():
            raise LedgerError(f"The folder {path.parent} does not exist. Make it, or name another ledger.")
        engine = _engine_of(path)
        try:
            with engine.begin() as connection:
                _check_version(connection, path)
        except DatabaseError as problem:
            engine.dispose()
            raise LedgerError(f"{path} cannot be opened as a ledger ({problem.orig}). Name another file.") from problem
        return cls(engine, str(path))

    def add(self, record: Record) -> Added:
        """Keep a record: all of it or nothing. The same reading twice is kept once; LedgerError where the file is in use."""
        try:
            with self._engine.begin() as connection:
                return _add(connection, record)
        except OperationalError as problem:
            raise LedgerError(f"{self._name} cannot be written ({problem.orig}). Close what else uses it and try again.") from problem

    def records(self) -> Iterator[Record]:
        """The current reading of every article, in the order of their digests."""
        query = select(RUNS.c.record).join(CURRENT, CURRENT.c.run_id == RUNS.c.run_id).order_by(RUNS.c.digest)
        with self._engine.connect() as connection:
            for (blob,) in connection.execute(query):
                yield _DECODER.decode(blob)

    def record_of_claim(self, claim_id: str) -> Record:
        """The newest record that holds a claim; UnknownIdError where none does."""
        query = (
            select(RUNS.c.record)
            .join(CLAIMS, CLAIMS.c.run_id == RUNS.c.run_id)
            .where(CLAIMS.c.claim_id == claim_id)
            .order_by(RUNS.c.number.desc())
            .limit(1)
        )
        with self._engine.connect() as connection:
            row = connection.execute(query).first()
        if row is None:
            raise UnknownIdError(f"No claim {claim_id} in {self._name}. List claims with: sayso claims --ledger {self._name}")
        return _DECODER.decode(row[0])

    def unread(self) -> tuple[UnreadDocument, ...]:
        """Inputs of which nothing was read, with the reason."""
        with self._engine.connect() as connection:
            rows = connection.execute(select(UNREAD.c.article_id, UNREAD.c.why).order_by(UNREAD.c.article_id))
            return tuple(UnreadDocument(*row) for row in rows)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


def _check_version(connection: Connection, path: Path) -> None:
    METADATA.create_all(connection)
    found = connection.execute(select(ABOUT.c.value).where(ABOUT.c.key == "schema")).scalar()
    if found is None:
        connection.execute(insert(ABOUT).values(key="schema", value=SCHEMA_VERSION))
    elif found != SCHEMA_VERSION:
        raise LedgerError(f"{path} has schema {found}, this Sayso writes {SCHEMA_VERSION}. Read the sources into a new ledger.")


def _add(connection: Connection, record: Record) -> Added:
    if record.outcome == "not_read":
        connection.execute(delete(UNREAD).where(UNREAD.c.article_id == record.article_id))
        connection.execute(insert(UNREAD).values(article_id=record.article_id, why=record.why or "unknown"))
        return "not read"
    known_article = _add_article(connection, record)
    run_id = run_id_of(record)
    known_run = connection.execute(select(RUNS.c.number).where(RUNS.c.run_id == run_id)).first()
    if not known_run:
        _add_run(connection, run_id, record)
    connection.execute(delete(CURRENT).where(CURRENT.c.digest == record.digest))
    connection.execute(insert(CURRENT).values(digest=record.digest, run_id=run_id))
    return "known" if known_run else "read again" if known_article else "new"


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
