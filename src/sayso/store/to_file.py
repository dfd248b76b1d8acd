"""The list of articles that are to be filed: whatever changes how one counts puts it there."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

from sqlalchemy import Connection, delete, insert, select, text

from sayso.store.filed_tables import TO_FILE, WORKED_OUT
from sayso.store.schema import CURRENT

T = TypeVar("T")

MANY = 500
"""Values that one statement asks for at most."""


def batched(values: Iterable[T], size: int) -> Iterator[tuple[T, ...]]:
    """Values in groups of a size, the last one shorter."""
    rest = iter(values)
    while group := tuple(islice(rest, size)):
        yield group


_QUEUE = text("INSERT INTO to_file (digest) VALUES (:digest) ON CONFLICT DO NOTHING")


def queue_articles(connection: Connection, digests: Iterable[str]) -> None:
    """Note that articles are to be filed, as something of them has changed."""
    if rows := [{"digest": digest} for digest in sorted(set(digests))]:
        connection.execute(_QUEUE, rows)


def clear_filed(connection: Connection) -> None:
    """Drop all that was worked out, and note every article as one to be filed."""
    for table in (*WORKED_OUT, TO_FILE):
        connection.execute(delete(table))
    connection.execute(insert(TO_FILE).from_select(["digest"], select(CURRENT.c.digest)))
