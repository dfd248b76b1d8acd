"""A ledger in a database of a PostgreSQL server, for several people who write to it."""

from collections.abc import Mapping
from typing import Any, ClassVar

from sqlalchemy import Connection, Engine, LargeBinary, create_engine, event, func, make_url, select, text
from sqlalchemy.exc import ArgumentError

from sayso.errors import LedgerError
from sayso.store.address import FORM, ServerAddress
from sayso.store.database import Database, is_writing
from sayso.store.filed_tables import METADATA
from sayso.store.versions import is_up_to_date, prepare_tables

WRITERS_LOCK = 0x5A150
"""The advisory lock that a writer holds to the end of its transaction; other programs in the same database must not use it."""

LEAST_WAIT = 2
"""Seconds; libpq waits no shorter for a server to answer."""


class PostgresDatabase(Database):
    """A ledger's database, opened to look into it or to write."""

    noun = "database"
    looking: ClassVar[Mapping[str, Any]] = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    advice = (
        ("lock timeout", "another program is writing to it: wait until it has finished, then try again"),
        ("password", "check user and password; a password is taken from ~/.pgpass, or from the variable PGPASSWORD"),
        ("role", "check the user in its address, or ask whoever keeps the server for an account"),
        ("does not exist", "make it with: createdb --encoding UTF8 NAME, or name another"),
        ("pg_hba.conf", "the server lets you in from nowhere or not from here: ask whoever keeps it"),
        ("permission denied", "your account may not do this: ask whoever keeps the database to let it make and change tables"),
        ("must be owner", "your account may not do this: ask whoever keeps the database to do it"),
        ("read-only", "it is open to look into it alone: nothing was written"),
        ("No space left", "the server's disk is full: free some space and run the same command again; what was kept before is whole"),
        ("too many", "wait until others have finished, then try again"),
        ("invalid connection option", f"check what stands after the ? in its address: {FORM}"),
        ("terminating", "the server went away: run the same command again; what was kept before is whole"),
        ("closed", "the server went away: run the same command again; what was kept before is whole"),
        ("connect", "check its address, and that the server is running"),
        ("resolve", "check the name of the server in its address"),
        ("invalid page", "the database is damaged: restore it from a backup, or read the sources into a new ledger"),
    )

    def __init__(self, address: ServerAddress, *, write: bool, wait_seconds: float) -> None:
        super().__init__(str(address), _make_engine(address, write=write, wait_seconds=wait_seconds))
        self._wait_seconds = wait_seconds

    def find_damage(self) -> str | None:
        """Read every row: the server tells of pages that are broken; rows whose article is missing are looked for."""
        with self.look() as connection:
            for table in METADATA.sorted_tables:
                connection.execute(select(*(func.max(func.md5(c) if isinstance(c.type, LargeBinary) else c) for c in table.columns))).all()
                for key in table.foreign_keys:
                    held = select(key.column).where(key.column == key.parent).exists()
                    if connection.execute(select(key.parent).where(~held).limit(1)).first():
                        return "rows that belong to no article"
        return None

    def scrub(self) -> None:
        """Write the tables anew without what was deleted from them; LedgerError where others use them or another account owns them."""
        refused: list[str] = []
        with self.explaining(), self.engine.connect() as plain:
            connection = plain.execution_options(isolation_level="AUTOCOMMIT")
            driver = connection.connection.driver_connection
            if driver:
                driver.add_notice_handler(lambda notice: refused.append(str(notice.message_primary)))
            connection.exec_driver_sql(f"SET lock_timeout = {round(self._wait_seconds * 1000)}")
            for table in METADATA.sorted_tables:
                connection.execute(text(f"VACUUM (FULL) {table.name}"))
        self.engine.dispose()
        if refused:
            raise LedgerError(f"{self.name} could not be written anew ({refused[0]}); let the owner of its tables run: VACUUM FULL.")


def open_postgres(address: ServerAddress, *, write: bool, wait_seconds: float) -> PostgresDatabase:
    """Open a database; where `write` is set, make what is missing in it. LedgerError says what to do where it cannot be used."""
    database = PostgresDatabase(address, write=write, wait_seconds=wait_seconds)
    try:
        if write:
            _check_encoding(database)
            prepare_tables(database)
        elif not is_up_to_date(database):
            open_postgres(address, write=True, wait_seconds=wait_seconds).close()
    except LedgerError:
        database.close()
        raise
    return database


def _check_encoding(database: Database) -> None:
    with database.look() as connection:
        encoding = connection.execute(text("SHOW server_encoding")).scalar_one()
    if encoding != "UTF8":
        made = "make one with: createdb --encoding UTF8 --template template0 NAME"
        raise LedgerError(f"{database.name} keeps text as {encoding}, which has no room for all scripts; {made}")


def _make_engine(address: ServerAddress, *, write: bool, wait_seconds: float) -> Engine:
    """An engine whose readers see one state of the ledger each, and whose writers ask for it before they look into it."""
    wait = max(LEAST_WAIT, round(wait_seconds))
    try:
        url = make_url(address.url).set(drivername="postgresql+psycopg")
        settings = {"application_name": "sayso"} | ({} if "connect_timeout" in url.query else {"connect_timeout": wait})
        engine = create_engine(
            url,
            connect_args=settings,
            isolation_level="READ COMMITTED",  # a writer that waited must see what came in meanwhile
            execution_options={} if write else {"postgresql_readonly": True},
        )
    except ModuleNotFoundError as problem:
        told = f"{address} is kept by PostgreSQL, and the package that speaks with it is not installed"
        raise LedgerError(f"{told}; install it: python -m pip install 'sayso[postgresql]'") from problem
    except ArgumentError as problem:
        raise LedgerError(f"{address} is no address of a database; write {FORM}") from problem

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        if write and is_writing(connection):
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = {round(wait_seconds * 1000)}")
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITERS_LOCK})")

    return engine
