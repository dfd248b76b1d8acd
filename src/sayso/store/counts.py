"""How much a ledger holds."""

import msgspec
from sqlalchemy import Connection, func, select

from sayso.store.schema import ARTICLES, CLAIMS, CURRENT, RUNS, UNREAD


class LedgerCounts(msgspec.Struct, frozen=True):
    """How much a ledger holds: articles, readings of them, claims of the current readings, inputs of which nothing was read."""

    articles: int
    readings: int
    claims: int
    unread: int


def count_ledger(connection: Connection) -> LedgerCounts:
    """Count what stands in the tables."""
    claims = select(func.count()).select_from(CLAIMS).join(CURRENT, CURRENT.c.run_id == CLAIMS.c.run_id)
    queries = (*(select(func.count()).select_from(t) for t in (ARTICLES, RUNS)), claims, select(func.count()).select_from(UNREAD))
    return LedgerCounts(*(connection.execute(query).scalar_one() for query in queries))
