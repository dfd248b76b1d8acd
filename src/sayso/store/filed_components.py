"""Components of articles and claims that may be of one story or event, joined and taken apart by none."""

from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import Table, func, select, update

from sayso.store.filed_lists import Lists
from sayso.store.filed_tables import (
    FILED_ARTICLES,
    FILED_CLAIMS,
    FILED_EVENTS,
)
from sayso.store.to_file import MANY, batched


def _join_sets(sets: Iterable[set[int]]) -> list[set[int]]:
    """Sets that share something made one."""
    joined: list[set[int]] = []
    for one in sets:
        apart = [held for held in joined if not held & one]
        joined = [*apart, one.union(*(held for held in joined if held & one))]
    return joined


class Components(Lists):
    """Components, each under the number of one of its members."""

    def join_claims(self, groups: Iterable[Collection[int]]) -> None:
        """Make one component of those of the claims of each group, and note it as one to be gathered anew."""
        moved = self._join(FILED_CLAIMS, FILED_CLAIMS.c.component, groups, "claim")
        for kept, others in moved.items():
            self._connection.execute(update(FILED_EVENTS).where(FILED_EVENTS.c.component.in_(others)).values(component=kept))

    def join_articles(self, groups: Iterable[Collection[int]]) -> list[int]:
        """The same of articles; the components that were taken up by others."""
        moved = self._join(FILED_ARTICLES, FILED_ARTICLES.c.story, groups, "story")
        return [story for others in moved.values() for story in others]

    def _join(self, table: Table, column: Any, groups: Iterable[Collection[int]], what: str) -> dict[int, list[int]]:  # noqa: ANN401
        """The components that were taken up, by the one that took them up: the largest of each group."""
        held = list(groups)
        queries = (select(table.c.number, column).where(table.c.number.in_(s)) for s in batched({n for g in held for n in g}, MANY))
        of = {row[0]: row[1] for query in queries for row in self._connection.execute(query)}
        met = _join_sets({of[n] for n in group} for group in held)
        several = {c for components in met if len(components) > 1 for c in components}
        sizes: dict[int, int] = {}
        for some in batched(sorted(several), MANY):
            counts = select(column, func.count()).where(column.in_(some)).group_by(column)
            sizes |= {row[0]: row[1] for row in self._connection.execute(counts)}
        moved = {}
        for components in met:
            kept = min(components, key=lambda c: (-sizes.get(c, 0), c))
            if others := sorted(components - {kept}):
                self._connection.execute(update(table).where(column.in_(others)).values({column.name: kept}))
                moved[kept] = others
        self.mark_settled(what, [c for others in moved.values() for c in others])
        self.unsettle(what, [min(components, key=lambda c: (-sizes.get(c, 0), c)) for components in met])
        return moved

    def sizes_of_components(self, components: Iterable[int]) -> dict[int, int]:
        """How many claims components have."""
        column = FILED_CLAIMS.c.component
        sizes: dict[int, int] = {}
        for some in batched(components, MANY):
            counts = select(column, func.count()).where(column.in_(some)).group_by(column)
            sizes |= {row[0]: row[1] for row in self._connection.execute(counts)}
        return sizes
