"""Under what articles and claims are found: words, places, days; what copies what."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from sqlalchemy import Table, delete, or_, select

from sayso.store.filed_rows import Found, Tables
from sayso.store.filed_tables import COPIES, FILED_ARTICLES
from sayso.store.to_file import MANY, batched


class Keys(Tables):
    """Keys of articles and claims."""

    def put_keys(self, table: Table, rows: Iterable[tuple[int, int, int]], weights: Sequence[float] = ()) -> None:
        """Put things where they are found: key, day, number; with weights, if the table has them."""
        held = [{"key": k, "day": d, "number": n} for k, d, n in rows]
        self._insert(table, [row | {"weight": w} for row, w in zip(held, weights, strict=True)] if weights else held)

    def drop_keys(self, table: Table, rows: Iterable[tuple[int, int, int]]) -> None:
        """Take things from where they are found."""
        for key, day, number in rows:
            where = (table.c.key == key) & (table.c.day == day) & (table.c.number == number)
            self._connection.execute(delete(table).where(where))

    def find(self, table: Table, keys: Iterable[int], first: int | None, last: int | None) -> list[Found]:
        """What is found under keys from a first to a last day, and what has no day; all, where the days are None."""
        weight = "weight" if "weight" in table.c else "1.0"
        found: list[Found] = []
        for some in batched(keys, MANY):
            asked = ", ".join(str(int(key)) for key in some)  # numbers alone, written out: binding a hundred takes longer than finding them
            query = f"SELECT key, number, {weight} FROM {table.name} WHERE key IN ({asked})"
            if first is None or last is None:
                found += map(Found._make, self._connection.exec_driver_sql(query))
                continue
            found += map(Found._make, self._connection.exec_driver_sql(f"{query} AND day BETWEEN {max(first, 1)} AND {last}"))
            if self._has_undated:
                found += map(Found._make, self._connection.exec_driver_sql(f"{query} AND day = 0"))
        return found

    @cached_property
    def _has_undated(self) -> bool:
        """Whether any article tells no day of publication, without which a claim may have none either."""
        return self._connection.execute(select(FILED_ARTICLES.c.number).where(FILED_ARTICLES.c.day == 0).limit(1)).first() is not None

    def put_copies(self, rows: Iterable[tuple[int, int, float]]) -> None:
        """Keep pairs of a claim and the earlier one that it repeats, with how alike they are."""
        self._insert(COPIES, [{"later": a, "earlier": b, "likeness": x} for a, b, x in rows])

    def copies(self, numbers: Iterable[int]) -> list[tuple[int, int, float]]:
        """Pairs in which a claim is the later or the earlier one."""
        found: set[tuple[int, int, float]] = set()
        for some in batched(numbers, MANY):
            query = select(COPIES).where(or_(COPIES.c.later.in_(some), COPIES.c.earlier.in_(some)))
            found.update((row.later, row.earlier, row.likeness) for row in self._connection.execute(query))
        return sorted(found)

    def drop_copies(self, numbers: Iterable[int]) -> None:
        """Drop such pairs."""
        for some in batched(numbers, MANY):
            self._connection.execute(delete(COPIES).where(or_(COPIES.c.later.in_(some), COPIES.c.earlier.in_(some))))
