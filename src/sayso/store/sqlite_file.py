"""A ledger's file: opened for reading or writing, its transactions, and what is told where it cannot be used."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event, insert, inspect, select, update
from sqlalchemy.exc import DatabaseError, OperationalError

from sayso.errors import LedgerError
from sayso.store.schema import ABOUT, METADATA, SCHEMA_VERSION, UPGRADES


def open_engine(path: Path, *, write: bool, wait_seconds: float) -> Engine:
    """Open the file; where `write` is set, make what is missing in it. LedgerError says what to do where it cannot be used."""
    _check_path(path, write=write)
    if not write and _is_older(path) and may_write(path):
        open_engine(path, write=True, wait_seconds=wait_seconds).dispose()
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
    except (DatabaseError, sqlite3.Error) as problem:
        said = str(problem.orig if isinstance(problem, DatabaseError) else problem)
        known = next((advice for words, advice in _ADVICE if words in said), "check the file and its folder, or name another ledger")
        kind = "cannot be used" if isinstance(problem, OperationalError | sqlite3.OperationalError) else "cannot be read as a ledger"
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
    may_mend = write or may_write(path)
    mode = "rwc" if write else "rw" if may_mend else "ro"  # a reader mends what a killed writer left, where it may

    def connect() -> sqlite3.Connection:
        uri = f"{path.resolve().as_uri()}?mode={mode}"
        connection = sqlite3.connect(uri, uri=True, timeout=wait_seconds, isolation_level=None, check_same_thread=False)
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA secure_delete=ON")
        connection.execute(f"PRAGMA query_only={'OFF' if write else 'ON'}")
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")

    return engine


def scrub_file(path: Path, wait_seconds: float) -> None:
    """Write the file anew without what was deleted from it."""
    with explain_problems(path), closing(sqlite3.connect(path, timeout=wait_seconds, isolation_level=None)) as connection:
        connection.execute("VACUUM")


def may_write(path: Path) -> bool:
    """Whether the file and its folder may be written to."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _is_older(path: Path) -> bool:
    """Whether the file is a ledger of a version before this one; no for what is no ledger at all, which opening it will tell."""
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            row = connection.execute("SELECT value FROM about WHERE key = 'schema'").fetchone()
    except sqlite3.Error:
        return False
    return row is not None and str(row[0]).isdigit() and int(row[0]) in UPGRADES


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
        if int(found) not in UPGRADES:
            raise LedgerError(f"{older}; read the sources into a new ledger.")
        if not write:
            raise LedgerError(f"{older}; copy it to where you may write, and any command brings it up to date.")
        _upgrade(connection, int(found))


def _upgrade(connection: Connection, found: int) -> None:
    """Bring the tables up to this version, all of it or nothing."""
    for version in range(found, SCHEMA_VERSION):
        for statement in UPGRADES[version]:
            connection.exec_driver_sql(statement)
    METADATA.create_all(connection)
    connection.execute(update(ABOUT).where(ABOUT.c.key == "schema").values(value=str(SCHEMA_VERSION)))
