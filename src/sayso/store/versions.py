"""Which version the tables of a ledger have: made where there are none, brought up to date where they are older."""

from sqlalchemy import Connection, insert, inspect, select, update

from sayso.errors import LedgerError
from sayso.store.database import Database
from sayso.store.filed_tables import METADATA
from sayso.store.schema import ABOUT, SCHEMA_VERSION

OLDEST = 1
"""The oldest version that can be brought up to date."""


def is_up_to_date(database: Database) -> bool:
    """Whether a ledger can be looked into as it is, without a change; False for one of an older version."""
    with database.look() as connection:
        found = _version_of(connection, database)
    if found is None:
        raise LedgerError(f"There is no ledger in {database.name} yet; make one with: sayso read INPUT --ledger {database.name}")
    return found == SCHEMA_VERSION


def prepare_tables(database: Database) -> None:
    """Make the tables where there are none, and bring older ones up to date: all of it or nothing."""
    with database.write() as connection:
        found = _version_of(connection, database)
        if found is None:
            METADATA.create_all(connection)
            connection.execute(insert(ABOUT).values(key="schema", value=str(SCHEMA_VERSION)))
        elif found < SCHEMA_VERSION:
            from sayso.store.migrations import upgrade_tables  # Alembic is loaded by those who need it

            upgrade_tables(connection, found, SCHEMA_VERSION)
            connection.execute(update(ABOUT).where(ABOUT.c.key == "schema").values(value=str(SCHEMA_VERSION)))


def tell_older(database: Database) -> str:
    """What is wrong with a ledger of an older version."""
    return f"{database.name} was made by an older Sayso (this one needs version {SCHEMA_VERSION} of its tables)"


def _version_of(connection: Connection, database: Database) -> int | None:
    """The version of the tables, or None where there is no table at all; LedgerError for what this Sayso cannot use."""
    inspector = inspect(connection)
    tables = inspector.get_table_names()
    if not tables:
        return None
    is_ledger = ABOUT.name in tables and {c["name"] for c in inspector.get_columns(ABOUT.name)} >= {"key", "value"}
    found = connection.execute(select(ABOUT.c.value).where(ABOUT.c.key == "schema")).scalar() if is_ledger else None
    if found is None or not str(found).isdigit():
        raise LedgerError(f"{database.name} is no ledger of Sayso; name another {database.noun}.")
    if int(found) > SCHEMA_VERSION:
        newer = f"{database.name} was made by a newer Sayso (its tables have version {found}, this one knows {SCHEMA_VERSION})"
        raise LedgerError(f"{newer}; install that version to use it.")
    if int(found) < OLDEST:
        raise LedgerError(f"{tell_older(database)}; read the sources into a new ledger.")
    return int(found)
