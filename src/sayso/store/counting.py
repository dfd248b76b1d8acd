"""Which reading of an article counted from when on: the ledger's second clock, and how those of two ledgers become one."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, delete, func, insert, select

from sayso.store.schema import COUNTED, CURRENT


class Turn(NamedTuple):
    """From this moment on (UTC, ISO 8601; empty where none was noted) this reading counted."""

    at: str
    run_id: str


def load_first_moments(connection: Connection, known_at: str | None = None) -> dict[str, str]:
    """By digest, the moment from which an article counted at all, of those that did by a moment."""
    query = select(COUNTED.c.digest, func.min(COUNTED.c.at)).group_by(COUNTED.c.digest)
    if known_at is not None:
        query = query.where(COUNTED.c.at <= known_at)
    return {row[0]: row[1] for row in connection.execute(query)}


def load_turns(connection: Connection) -> dict[str, list[Turn]]:
    """By digest, which reading counted when, in the order in which they took their turns."""
    turns: dict[str, list[Turn]] = {}
    for row in connection.execute(select(COUNTED.c.digest, COUNTED.c.at, COUNTED.c.run_id).order_by(COUNTED.c.number)):
        turns.setdefault(row.digest, []).append(Turn(row.at, row.run_id))
    return turns


def join_turns(ours: Sequence[Turn], theirs: Sequence[Turn]) -> list[Turn]:
    """The turns of one article in two ledgers as one sequence, by their moments; the same one whichever ledger comes first.

    Where one ledger knows all that the other does, its own order stands.

    >>> join_turns([Turn("10:00", "a"), Turn("12:00", "b")], [Turn("11:00", "c")])
    [Turn(at='10:00', run_id='a'), Turn(at='11:00', run_id='c'), Turn(at='12:00', run_id='b')]
    """
    one, other = set(ours), set(theirs)
    if one == other:
        return list(min(list(ours), list(theirs)))
    if one > other or one < other:
        return list(ours if one > other else theirs)
    return sorted(one | other)


def set_turns(connection: Connection, digest: str, turns: Iterable[Turn]) -> None:
    """Write down the turns of an article in place of those that stood there; the reading of the last one is current."""
    held = list(turns)
    for table in (COUNTED, CURRENT):
        connection.execute(delete(table).where(table.c.digest == digest))
    for turn in held:
        connection.execute(insert(COUNTED).values(digest=digest, run_id=turn.run_id, at=turn.at))
    connection.execute(insert(CURRENT).values(digest=digest, run_id=held[-1].run_id))
