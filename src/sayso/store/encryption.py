"""What opens a ledger's file: SQLite or, where there is a key, SQLCipher, which reads and writes it encrypted."""

import sqlite3
from pathlib import Path
from types import ModuleType

from sayso.errors import LedgerError

PLAIN = b"SQLite format 3\0"
"""How a file begins that is not encrypted."""


def load_driver(path: Path, key: str | None) -> ModuleType:
    """The package that opens the file; LedgerError where it is not installed, or the file is one that a key does not belong to."""
    if key is None:
        return sqlite3
    try:
        from sqlcipher3 import dbapi2
    except ModuleNotFoundError as problem:
        told = "A key is given (SAYSO_LEDGER_KEY), but the package that encrypts ledgers is not installed"
        raise LedgerError(f"{told}; install it: python -m pip install 'sayso[encryption]'") from problem
    if is_plain(path):
        told = f"{path} is not encrypted, but a key is given"
        raise LedgerError(f"{told}; leave out SAYSO_LEDGER_KEY to use it as it is, or read the sources into a new ledger, encrypted.")
    driver: ModuleType = dbapi2
    return driver


def is_plain(path: Path) -> bool:
    """Whether there is an SQLite file that is not encrypted."""
    try:
        with path.open("rb") as file:
            return file.read(len(PLAIN)) == PLAIN
    except OSError:
        return False


def unlock(connection: sqlite3.Connection, key: str) -> None:
    """Give a new connection its key; a wrong one shows at the first look into the file."""
    quoted = key.replace("'", "''")
    connection.execute("PRAGMA cipher_log_level=NONE")  # else SQLCipher tells of a wrong key on standard error, past us
    connection.execute(f"PRAGMA key='{quoted}'")
