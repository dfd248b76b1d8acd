"""Rows of what is worked out from articles and entries, and the connection over which they are kept and looked up."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, Table, delete

from sayso.store.statements import columns_of, insert_into, write_out
from sayso.store.to_file import MANY, batched

Scores = dict[int, int]
"""Points of pairs in thousandths, by the number of the other of the two."""

pack = msgspec.msgpack.Encoder().encode
read_scores = msgspec.msgpack.Decoder(Scores).decode
read_numbers = msgspec.msgpack.Decoder(list[int]).decode


class ArticleRow(NamedTuple):
    """An article as it was filed."""

    number: int
    digest: str
    stamp: str
    superseded: bool
    day: int
    story: int
    header: bytes
    wording: bytes
    leading: tuple[int, ...]
    scores: Scores


class ClaimRow(NamedTuple):
    """A claim as it was filed, without its body."""

    number: int
    claim_id: str
    article: int
    component: int
    event_id: str | None
    copy_of: str | None


class BodyRow(NamedTuple):
    """A claim with its body."""

    row: ClaimRow
    claim: bytes
    profile: bytes


class EventRow(NamedTuple):
    """An event as it was gathered."""

    event_id: str
    component: int
    signature: str
    event: bytes


class Tables:
    """A connection, in a transaction that whoever opened it ends."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def _insert(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        if rows:
            self._connection.execute(insert_into(table), list(rows))

    def _numbered(self, table: Table, column: str, numbers: Iterable[int], columns: str = "") -> list[tuple[Any, ...]]:
        """Rows of a table whose column has one of these numbers; all columns, unless some are named."""
        found: list[tuple[Any, ...]] = []
        for some in batched(numbers, MANY):
            query = f"SELECT {columns or columns_of(table)} FROM {table.name} WHERE {column} IN ({write_out(some)})"
            found += self._connection.exec_driver_sql(query)
        return found

    def _delete(self, table: Table, column: str, values: Iterable[Any]) -> None:
        for some in batched(values, MANY):
            self._connection.execute(delete(table).where(table.c[column].in_(some)))
