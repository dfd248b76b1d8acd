"""A ledger in one SQLite file: opened, its transactions, and what is told where it cannot be used."""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.exc import OperationalError

from sayso.errors import LedgerError
from sayso.store.database import Database, is_in_transaction, is_working_out, is_writing
from sayso.store.encryption import load_driver, unlock
from sayso.store.versions import is_up_to_date, prepare_tables, tell_older

PAUSE = 0.05
"""Seconds between two tries to have a file alone."""
CACHE_KB = 65_536
"""Memory for pages of a file; what SQLite takes of itself (2 MB) holds next to nothing of a large ledger."""

LOG_PAGES = 16_000
"""Pages (of 4 KB) that the write-ahead log takes up before they are brought into the file: an article changes 300 pages, and with 1,000,
which is SQLite's own choice, every third one waited for that (61 instead of 43 milliseconds at the 95th percentile of 100,000 claims)."""


class SqliteFile(Database):
    """A ledger's file, opened to look into it or to write."""

    noun = "file"
    advice = (
        ("locked", "another program is writing to it: wait until it has finished, then try again"),
        ("readonly", "it is read-only: copy it to a folder that you may write to"),
        ("unable to open", "check that you may read and write in its folder"),
        ("full", "the disk is full: free some space and run the same command again; what was kept before is whole"),
        ("disk I/O", "the disk does not take it: check space and permissions, then run the same command again"),
        ("not a database", "it is another kind of file: name another ledger; or it is encrypted: give its key in SAYSO_LEDGER_KEY"),
        ("malformed", "the file is damaged: restore it from a backup, or read the sources into a new ledger"),
    )

    def __init__(self, path: Path, *, write: bool, wait_seconds: float, key: str | None) -> None:
        mode = _mode_of(path, write=write)
        super().__init__(str(path), _make_engine(path, mode, wait_seconds, key))
        self._path = path
        self._write = write
        self._wait_seconds = wait_seconds
        self._seen = _stamp_of(path) if "immutable" in mode else None

    @contextmanager
    def look(self) -> Iterator[Connection]:
        """A transaction that sees one state of the file; LedgerError where somebody wrote to it whom we cannot keep from it."""
        try:
            with super().look() as connection:
                yield connection
        except LedgerError:
            self._check_unchanged()
            raise
        self._check_unchanged()

    def _check_unchanged(self) -> None:
        if self._seen and self._seen != _stamp_of(self._path):
            raise LedgerError(f"{self.name} was written to while it was read; run the same command again.")

    def find_damage(self) -> str | None:
        """What SQLite's own check finds wrong with the file, or None."""
        with self.look() as connection:
            found = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar_one()
            strays = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
        if found != "ok":
            return str(found)
        return "rows that belong to no article" if strays else None

    def scrub(self) -> None:
        """Write the file anew without what was deleted from it, and empty its log; LedgerError where others keep us from it."""
        self.engine.dispose()
        with self._outside_transactions() as connection:
            connection.exec_driver_sql("VACUUM")
            busy = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").scalar_one()
        self.engine.dispose()
        if busy:
            raise LedgerError(f"{self.name} is in use: another program is reading it.")

    def use_log(self) -> None:
        """Let writing and looking go on side by side (write-ahead log); where somebody is at it just now, the next writer does it."""
        with suppress(LedgerError), self._outside_transactions(wait=False) as connection:
            connection.exec_driver_sql("PRAGMA journal_mode=WAL")

    def copy_to(self, copy: "SqliteFile") -> None:
        """Copy all pages in one step, under one lock, so that nothing of a later moment gets in; both have the same key, or none."""
        with self.look() as connection, copy._outside_transactions() as into:
            connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
            source, target = connection.connection.driver_connection, into.connection.driver_connection
            try:
                source.backup(target)  # type: ignore[union-attr]  # the driver of a file has it
            except sqlite3.Error as problem:
                raise LedgerError(copy.tell(str(problem))) from problem

    @contextmanager
    def hold_alone(self) -> Iterator[None]:
        """Keep everybody else from the file, into which its log is taken up before; LedgerError where others use it for too long."""
        with self._outside_transactions() as connection:
            for _ in range(round(self._wait_seconds / PAUSE)):
                with suppress(OperationalError):
                    connection.exec_driver_sql("PRAGMA journal_mode=DELETE")
                    break
                time.sleep(PAUSE)  # for this, SQLite itself does not wait
            connection.exec_driver_sql("PRAGMA journal_mode=DELETE")
            connection.exec_driver_sql("BEGIN EXCLUSIVE")
            yield

    def close(self) -> None:
        """Let go of the file; all that was written lies in it then, and none of it beside it, unless others still use it."""
        if self._write:
            with suppress(LedgerError), self._outside_transactions(wait=False) as connection:
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        self.engine.dispose()

    @contextmanager
    def _outside_transactions(self, *, wait: bool = True) -> Iterator[Connection]:
        with self.explaining(), self.engine.connect() as plain:
            connection = plain.execution_options(isolation_level="AUTOCOMMIT")
            before = connection.exec_driver_sql("PRAGMA busy_timeout").scalar_one()
            if not wait:
                connection.exec_driver_sql("PRAGMA busy_timeout=0")
            yield connection
            connection.exec_driver_sql(f"PRAGMA busy_timeout={before}")


def open_sqlite(path: Path, *, write: bool, wait_seconds: float, key: str | None) -> SqliteFile:
    """Open a file; where `write` is set, make what is missing in it. LedgerError says what to do where it cannot be used."""
    _check_path(path, write=write)
    file = SqliteFile(path, write=write, wait_seconds=wait_seconds, key=key)
    try:
        if write:
            prepare_tables(file)
            file.use_log()
        elif not is_up_to_date(file):
            if not may_write(path):
                raise LedgerError(f"{tell_older(file)}; copy it to where you may write, and any command brings it up to date.")
            open_sqlite(path, write=True, wait_seconds=wait_seconds, key=key).close()
    except LedgerError:
        file.engine.dispose()
        raise
    return file


def may_write(path: Path) -> bool:
    """Whether the file and its folder may be written to."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _check_path(path: Path, *, write: bool) -> None:
    if path.is_dir():
        raise LedgerError(f"{path} is a folder; name a file in it: --ledger {path / 'ledger.sqlite'}")
    if not path.parent.is_dir():
        raise LedgerError(f"The folder {path.parent} does not exist; make it, or name another ledger.")
    if not path.exists() and not write:
        raise LedgerError(f"There is no ledger at {path}; make one with: sayso read INPUT --ledger {path}")
    if write and not all(os.access(p, os.W_OK) for p in (path.parent, path) if p.exists()):
        raise LedgerError(f"{path} or its folder is read-only; name a ledger in a folder that you may write to.")


def _mode_of(path: Path, *, write: bool) -> str:
    """How SQLite is to open the file; a reader mends what a killed writer left, where it may.

    Where we may not write beside the file, SQLite cannot use its log: the file is read as it lies there, unless a log lies there too.
    """
    if write:
        return "rwc"
    if may_write(path):
        return "rw"
    return "ro" if any(path.with_name(path.name + end).exists() for end in ("-wal", "-journal")) else "ro&immutable=1"


def _make_engine(path: Path, mode: str, wait_seconds: float, key: str | None) -> Engine:
    """An engine whose writers ask for the file before they look into it, so that two of them queue up instead of failing."""
    driver = load_driver(path, key)

    def connect() -> sqlite3.Connection:
        uri = f"{path.resolve().as_uri()}?mode={mode}"
        connection: sqlite3.Connection = driver.connect(
            uri, uri=True, timeout=wait_seconds, isolation_level=None, check_same_thread=False
        )
        if key is not None:
            unlock(connection, key)
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA secure_delete=ON")
        connection.execute(f"PRAGMA cache_size=-{CACHE_KB}")
        connection.execute(f"PRAGMA wal_autocheckpoint={LOG_PAGES}")
        connection.execute(f"PRAGMA query_only={'OFF' if mode == 'rwc' else 'ON'}")
        return connection

    engine = create_engine("sqlite://", module=driver, creator=connect, poolclass=QueuePool)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        if is_in_transaction(connection):
            if is_writing(connection) and mode == "rwc":
                connection.exec_driver_sql(f"PRAGMA synchronous={'NORMAL' if is_working_out(connection) else 'FULL'}")
            connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writing(connection) and mode == "rwc" else "BEGIN")

    return engine


def _stamp_of(path: Path) -> tuple[int, int, int]:
    """What changes about a file when it is written to."""
    stat = path.stat()
    return stat.st_ino, stat.st_size, stat.st_mtime_ns
