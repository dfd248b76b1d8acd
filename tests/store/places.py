"""Where tests keep ledgers: named as a user names them, changed and searched past the ledger itself."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sayso.store.address import LedgerAddress, ServerAddress
from sayso.store.filed_tables import TO_FILE, WORKED_OUT
from tests.postgres_server import PostgresServer

NEW_IN_5 = tuple(f"DROP TABLE {table.name}" for table in (TO_FILE, *WORKED_OUT))
"""What makes a ledger of version 5 one of version 4."""


def written(place: LedgerAddress) -> str:
    return place.url if isinstance(place, ServerAddress) else str(place)


def run_sql(place: LedgerAddress, *statements: str) -> list[tuple[object, ...]]:
    """Run statements past the ledger, and return the rows of the last."""
    if isinstance(place, ServerAddress):
        folder = Path(place.url.rpartition("host=")[2])
        return PostgresServer(folder).run(place.database, *statements)
    with closing(sqlite3.connect(place, isolation_level=None)) as db:
        return [db.execute(statement).fetchall() for statement in statements][-1]


def all_bytes(place: LedgerAddress) -> bytes:
    """What lies on the disk of a ledger: the file with what lies beside it, or the files that the server keeps of a database."""
    if isinstance(place, Path):
        return b"".join(p.read_bytes() for p in sorted(place.parent.glob(f"{place.name}*")))
    (number,) = run_sql(place, "CHECKPOINT", "SELECT oid FROM pg_database WHERE datname = current_database()")[0]
    files = Path(place.url.rpartition("host=")[2]) / "data" / "base" / str(number)
    return b"".join(p.read_bytes() for p in sorted(files.iterdir()))
