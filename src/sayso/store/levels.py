"""How far an article may travel: as far as the strictest of its readings says, whichever of them counts."""

from collections.abc import Iterable

import msgspec
from sqlalchemy import Connection, func, select

from sayso.model.vocabulary import Handling, stricter
from sayso.store.schema import RUNS


class _Level(msgspec.Struct, frozen=True):
    """Of a stored record, its level of handling alone."""

    handling: Handling = "public"


_HANDLING = msgspec.json.Decoder(_Level)


def strictest_of(stored: Iterable[bytes], level: Handling = "public") -> Handling:
    """The strictest level of some stored records, at least the one given.

    >>> strictest_of([b'{"handling": "internal"}', b'{}'])
    'internal'
    """
    for held in stored:
        level = stricter(level, _HANDLING.decode(held).handling)
    return level


def load_levels(connection: Connection) -> dict[str, Handling]:
    """The level of every article of which there are several readings, by digest; ledgers that were merged may hold it differently."""
    several = select(RUNS.c.digest).group_by(RUNS.c.digest).having(func.count() > 1)
    levels: dict[str, Handling] = {}
    for digest, stored in connection.execute(select(RUNS.c.digest, RUNS.c.record).where(RUNS.c.digest.in_(several))):
        levels[digest] = strictest_of([stored], levels.get(digest, "public"))
    return levels
