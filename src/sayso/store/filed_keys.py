"""Under what articles and claims are found: words, places, days; what copies what."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from sqlalchemy import Table, delete, select

from sayso.store.filed_rows import Tables
from sayso.store.filed_tables import COPIES, FILED_ARTICLES
from sayso.store.statements import write_out
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

    def find(self, table: Table, keys: Iterable[int], first: int | None, last: int | None) -> list[tuple[int, int, float]]:
        """What is found under keys from a first to a last day, and what has no day; all, where the days are None: key, number, weight."""
        weight = "weight" if "weight" in table.c else "1.0"
        days = [""] if first is None or last is None else [f" AND day BETWEEN {max(first, 1)} AND {last}"]
        if days != [""] and self._has_undated:
            days.append(" AND day = 0")
        found: list[tuple[int, int, float]] = []
        for some in batched(keys, MANY):
            query = f"SELECT key, number, {weight} FROM {table.name} WHERE key IN ({write_out(some)})"
            for on in days:
                found += self._connection.exec_driver_sql(query + on)
        return found

    @cached_property
    def _has_undated(self) -> bool:
        """Whether any article tells no day of publication, without which a claim may have none either."""
        return self._connection.execute(_UNDATED).first() is not None

    def put_copies(self, rows: Iterable[tuple[int, int, float]]) -> None:
        """Keep pairs of a claim and the earlier one that it repeats, with how alike they are."""
        self._insert(COPIES, [{"later": a, "earlier": b, "likeness": x} for a, b, x in rows])

    def copies(self, numbers: Iterable[int]) -> list[tuple[int, int, float]]:
        """Pairs in which a claim is the later or the earlier one."""
        found: set[tuple[int, int, float]] = set()
        held = list(numbers)
        for column in ("later", "earlier"):
            found.update((later, earlier, likeness) for later, earlier, likeness in self._numbered(COPIES, column, held))
        return sorted(found)

    def drop_copies(self, numbers: Iterable[int]) -> None:
        """Drop such pairs."""
        held = list(numbers)
        for column in ("later", "earlier"):
            self._delete(COPIES, column, held)


_UNDATED = select(FILED_ARTICLES.c.number).where(FILED_ARTICLES.c.day == 0).limit(1)
