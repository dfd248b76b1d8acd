"""A database that keeps a ledger: looked into or written to in transactions, and explained where it cannot be used."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, ClassVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DatabaseError, DBAPIError

from sayso.errors import LedgerError

WRITING, WORKING_OUT = "writing", "working out"
"""Purposes of transactions that wait for other writers before they begin: to keep what cannot be lost, and what can be worked out anew."""


def is_writing(connection: Connection) -> bool:
    """Whether a transaction was opened to write."""
    return connection.get_execution_options().get("purpose") in (WRITING, WORKING_OUT)


def is_working_out(connection: Connection) -> bool:
    """Whether what a transaction keeps can be worked out anew, so that losing it with the power is no loss."""
    return connection.get_execution_options().get("purpose") == WORKING_OUT


def is_in_transaction(connection: Connection) -> bool:
    """Whether what is run now is to be in a transaction, as all is but for what databases do outside of them alone."""
    return connection.get_execution_options().get("isolation_level") != "AUTOCOMMIT"


class Database(ABC):
    """An open database; `name` is what the user calls it."""

    noun: ClassVar[str]
    advice: ClassVar[tuple[tuple[str, str], ...]]
    """Words of the database's messages, and what a user does about them; the first that fits is told."""

    looking: ClassVar[Mapping[str, Any]] = {}
    """How a transaction is opened that only looks."""

    def __init__(self, name: str, engine: Engine) -> None:
        self.name = name
        self.engine = engine

    @contextmanager
    def look(self) -> Iterator[Connection]:
        """A transaction that sees one state of the ledger from its beginning to its end."""
        with self.explaining(), self.engine.connect().execution_options(**self.looking) as connection:
            yield connection

    @contextmanager
    def write(self, purpose: str = WRITING) -> Iterator[Connection]:
        """A transaction of which all is kept or, where it fails, nothing; writers queue up for it."""
        with self.explaining(), self.engine.connect().execution_options(purpose=purpose) as connection, connection.begin():
            yield connection

    @contextmanager
    def explaining(self) -> Iterator[None]:
        """Turn what the database says into a sentence for the user: what is wrong and what to do next."""
        try:
            yield
        except DBAPIError as problem:
            raise LedgerError(self.tell(str(problem.orig), is_foreign=type(problem) is DatabaseError)) from problem

    def tell(self, problem: str, *, is_foreign: bool = False) -> str:
        """A sentence on what the database says, and what to do about it; `is_foreign` where it holds no tables at all."""
        said = " ".join(problem.split())
        known = next((advice for words, advice in self.advice if words in said), f"check the {self.noun}, or name another ledger")
        return f"{self.name} {'cannot be read as a ledger' if is_foreign else 'cannot be used'} ({said}); {known}."

    @abstractmethod
    def find_damage(self) -> str | None:
        """What the database's own check finds wrong with it, or None."""

    @abstractmethod
    def scrub(self) -> None:
        """Write the tables anew without what was deleted from them; LedgerError where others use it."""

    def close(self) -> None:
        """Let go of it."""
        self.engine.dispose()
