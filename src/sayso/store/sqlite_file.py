"""A ledger's file: opened for reading or writing, its transactions, and what is told where it cannot be used."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event, insert, inspect, select
from sqlalchemy.exc import DatabaseError, OperationalError

from sayso.errors import LedgerError
from sayso.store.schema import ABOUT, METADATA, SCHEMA_VERSION


def open_engine(path: Path, *, write: bool, wait_seconds: float) -> Engine:
    """Open the file; where `write` is set, make what is missing in it. LedgerError says what to do where it cannot be used."""
    _check_path(path, write=write)
    engine = _make_engine(path, write=write, wait_seconds=wait_seconds)
    try:
        with explain_problems(path), engine.begin() as connection:
            _check_schema(connection, path, write=write)
    except LedgerError:
        engine.dispose()
        raise
    return engine


@contextmanager
def explain_problems(path: Path) -> Iterator[None]:
    """Turn what the database says into a sentence for the user: what is wrong and what to do next."""
    try:
        yield
    except DatabaseError as problem:
        said = str(problem.orig)
        known = next((advice for words, advice in _ADVICE if words in said), "check the file and its folder, or name another ledger")
        kind = "cannot be used" if isinstance(problem, OperationalError) else "cannot be read as a ledger"
        raise LedgerError(f"{path} {kind} ({said}); {known}.") from problem


_ADVICE = (
    ("locked", "another program is writing to it: wait until it has finished, then try again"),
    ("readonly", "it is read-only: copy it to a folder that you may write to"),
    ("unable to open", "check that you may read and write in its folder"),
    ("full", "the disk is full: free some space and run the same command again; what was kept before is whole"),
    ("disk I/O", "the disk does not take it: check space and permissions, then run the same command again"),
    ("not a database", "it is another kind of file: name another ledger"),
    ("malformed", "the file is damaged: restore it from a backup, or read the sources into a new ledger"),
)
"""Words of SQLite's messages, and what a user does about them."""


def _check_path(path: Path, *, write: bool) -> None:
    if path.is_dir():
        raise LedgerError(f"{path} is a folder; name a file in it: --ledger {path / 'ledger.sqlite'}")
    if not path.parent.is_dir():
        raise LedgerError(f"The folder {path.parent} does not exist; make it, or name another ledger.")
    if not path.exists() and not write:
        raise LedgerError(f"There is no ledger at {path}; make one with: sayso read INPUT --ledger {path}")
    if write and not all(os.access(p, os.W_OK) for p in (path.parent, path) if p.exists()):
        raise LedgerError(f"{path} or its folder is read-only; name a ledger in a folder that you may write to.")


def _make_engine(path: Path, *, write: bool, wait_seconds: float) -> Engine:
    """An engine whose writers ask for the file before they look into it, so that two of them queue up instead of failing."""
    may_mend = write or (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))
    mode = "rwc" if write else "rw" if may_mend else "ro"  # a reader mends what a killed writer left, where it may

    def connect() -> sqlite3.Connection:
        uri = f"{path.resolve().as_uri()}?mode={mode}"
        connection = sqlite3.connect(uri, uri=True, timeout=wait_seconds, isolation_level=None, check_same_thread=False)
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute(f"PRAGMA query_only={'OFF' if write else 'ON'}")
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")

    return engine


def _check_schema(connection: Connection, path: Path, *, write: bool) -> None:
    tables = inspect(connection).get_table_names()
    if not tables and write:
        METADATA.create_all(connection)
        connection.execute(insert(ABOUT).values(key="schema", value=str(SCHEMA_VERSION)))
        return
    found = connection.execute(select(ABOUT.c.value).where(ABOUT.c.key == "schema")).scalar() if ABOUT.name in tables else None
    if found is None or not str(found).isdigit():
        raise LedgerError(f"{path} is no ledger of Sayso; name another file.")
    if int(found) > SCHEMA_VERSION:
        newer = f"{path} was made by a newer Sayso (its tables have version {found}, this one knows {SCHEMA_VERSION})"
        raise LedgerError(f"{newer}; install that version to use it.")
    if int(found) < SCHEMA_VERSION:
        older = f"{path} was made by an older Sayso (its tables have version {found}, this one needs {SCHEMA_VERSION})"
        raise LedgerError(f"{older}; read the sources into a new ledger.")
