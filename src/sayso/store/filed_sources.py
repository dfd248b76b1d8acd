"""What filing works from: the readings that count, and what people entered."""

from collections.abc import Callable, Collection, Iterable

import msgspec
from sqlalchemy import Connection, bindparam, func, select

from sayso.model.entries import Entry
from sayso.model.records import Record
from sayso.store.entries import load_entries
from sayso.store.filed_rows import Tables
from sayso.store.levels import strictest_of
from sayso.store.schema import COUNTED, CURRENT, ENTRIES, RUNS
from sayso.store.to_file import MANY, batched


class Sources(Tables):
    """Readings and entries."""

    def __init__(self, connection: Connection, decode: Callable[[bytes], Record]) -> None:
        super().__init__(connection)
        self._decode = decode

    def record(self, digest: str) -> Record | None:
        """The reading of an article that counts, at the level that the strictest of its readings has; None where none does."""
        rows = self._connection.execute(_READINGS, {"value": digest}).all()
        current = next((stored for stored, counts in rows if counts), None)
        if current is None:
            return None
        record = self._decode(current)
        return msgspec.structs.replace(record, handling=strictest_of((s for s, _ in rows), record.handling)) if len(rows) > 1 else record

    def readers(self, digests: Iterable[str]) -> tuple[str, ...]:
        """What read these articles."""
        found: set[str] = set()
        for some in batched(digests, MANY):
            query = select(RUNS.c.reader).join(CURRENT, CURRENT.c.run_id == RUNS.c.run_id).where(CURRENT.c.digest.in_(some)).distinct()
            found.update(self._connection.execute(query).scalars())
        return tuple(sorted(found))

    def counted_from(self, digests: Collection[str]) -> dict[str, str]:
        """By digest, the moment from which some articles counted."""
        found: dict[str, str] = {}
        for some in batched(digests, MANY):
            query = select(COUNTED.c.digest, func.min(COUNTED.c.at)).where(COUNTED.c.digest.in_(some)).group_by(COUNTED.c.digest)
            found |= {row[0]: row[1] for row in self._connection.execute(query)}
        return found

    def last_entry(self) -> tuple[int, int]:
        """How many entries there are, and the number of the last: another one where any was added or struck."""
        row = self._connection.execute(_LAST_ENTRY).one()
        return row[0], row[1] or 0

    def entries(self) -> tuple[Entry, ...]:
        """All that people entered."""
        return load_entries(self._connection)


_READINGS = (
    select(RUNS.c.record, CURRENT.c.run_id == RUNS.c.run_id)
    .join(CURRENT, CURRENT.c.digest == RUNS.c.digest)
    .where(RUNS.c.digest == bindparam("value"))
)
_LAST_ENTRY = select(func.count(), func.max(ENTRIES.c.number))
