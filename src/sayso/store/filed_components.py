"""Components of articles and claims that may be of one story or event, joined and taken apart by none."""

from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import Table

from sayso.store.filed_lists import Lists, What
from sayso.store.filed_tables import FILED_ARTICLES, FILED_CLAIMS
from sayso.store.statements import write_out
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

    def join_claims(self, groups: Iterable[Collection[int]], new: Collection[int] = ()) -> dict[int, int]:
        """Make one component of those of the claims of each group, and note it as one to be gathered anew.

        `new` are those of them that are yet to be filed, each alone so far; the components that they are to be filed in.
        """
        moved = self._join(FILED_CLAIMS, FILED_CLAIMS.c.component.name, groups, frozenset(new))
        for kept, others in moved.items():
            if filed := [n for n in others if n not in new]:
                self._connection.exec_driver_sql(f"UPDATE filed_events SET component = {kept} WHERE component IN ({write_out(filed)})")
        return _settled(moved, new)

    def join_articles(self, groups: Iterable[Collection[int]], new: Collection[int] = ()) -> tuple[dict[int, int], list[int]]:
        """The same of articles; also the components that were taken up by others."""
        moved = self._join(FILED_ARTICLES, FILED_ARTICLES.c.story.name, groups, frozenset(new))
        return _settled(moved, new), [story for others in moved.values() for story in others if story not in new]

    def _join(self, table: Table, column: str, groups: Iterable[Collection[int]], new: Collection[int]) -> dict[int, list[int]]:
        """The components that were taken up, by the one that took them up: the largest of each group."""
        held = list(groups)
        of = {n: n for n in new} | dict(self._numbered(table, "number", {n for g in held for n in g} - set(new), f"number, {column}"))
        met = _join_sets({of[n] for n in group} for group in held)
        filed = [components - set(new) for components in met]
        sizes = self._sizes(table, column, sorted({c for components in filed if len(components) > 1 for c in components}))
        kept = [min(components, key=lambda c: (-sizes.get(c, 1), c)) for components in met]  # what is new is alone, its number the highest
        moved = {one: others for one, components in zip(kept, met, strict=True) if (others := sorted(components - {one}))}
        for one, others in moved.items():
            if gone := [c for c in others if c not in new]:
                self._connection.exec_driver_sql(f"UPDATE {table.name} SET {column} = {one} WHERE {column} IN ({write_out(gone)})")
        what: What = "claim" if table is FILED_CLAIMS else "story"
        self.mark_settled(what, [c for others in moved.values() for c in others if c not in new])
        self.unsettle(what, kept)
        return moved

    def sizes_of_components(self, components: Iterable[int]) -> dict[int, int]:
        """How many claims components have."""
        return self._sizes(FILED_CLAIMS, FILED_CLAIMS.c.component.name, components)

    def _sizes(self, table: Table, column: str, components: Iterable[int]) -> dict[int, int]:
        sizes: dict[int, int] = {}
        for some in batched(components, MANY):
            query = f"SELECT {column}, count(*) FROM {table.name} WHERE {column} IN ({write_out(some)}) GROUP BY {column}"
            sizes |= dict(self._connection.exec_driver_sql(query).all())
        return sizes


def _settled(moved: Mapping[int, Collection[int]], new: Collection[int]) -> dict[int, int]:
    """The component of each of what is new."""
    return {n: n for n in new} | {n: kept for kept, others in moved.items() for n in others if n in new}
