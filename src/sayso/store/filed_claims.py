"""Claims as they were filed, and the points of pairs of them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import select, update

from sayso.store.filed_lists import Lists
from sayso.store.filed_rows import ArticleRow, BodyRow, ClaimRow, Scores, pack, read_scores
from sayso.store.filed_tables import CLAIM_BODIES, CLAIM_SCORES, FILED_ARTICLES, FILED_CLAIMS
from sayso.store.to_file import MANY, batched


class Claims(Lists):
    """Claims, by number, id, article, component and event."""

    def put_claims(self, article: int, rows: Sequence[tuple[int, str, int, str | None]], bodies: Sequence[tuple[bytes, bytes]]) -> None:
        """File claims under numbers: number, id, component, the claim that it copies; and of each the claim and its profile."""
        held = ({"number": n, "claim_id": i, "article": article, "component": c, "event_id": None, "copy_of": o} for n, i, c, o in rows)
        self._insert(FILED_CLAIMS, list(held))
        self._insert(CLAIM_BODIES, [{"number": row[0], "claim": c, "profile": p} for row, (c, p) in zip(rows, bodies, strict=True)])

    def put_scores(self, scores: Mapping[int, Scores]) -> None:
        """Keep the points of pairs of claims that are filed now, by the number of the one that was filed later."""
        self._insert(CLAIM_SCORES, [{"number": n, "scores": pack(s), "others": pack({})} for n, s in sorted(scores.items())])

    def set_other_scores(self, scores: Mapping[int, Scores]) -> None:
        """Keep the points of pairs that came to be compared, in place of those that were there."""
        for n, held in sorted(scores.items()):
            self._connection.execute(update(CLAIM_SCORES).where(CLAIM_SCORES.c.number == n).values(others=pack(held)))

    def scores(self, numbers: Iterable[int]) -> dict[int, tuple[Scores, Scores]]:
        """The points of the pairs of claims with those filed before them: of pairs worth comparing, and of others."""
        return {n: (read_scores(scores), read_scores(others)) for n, scores, others in self._numbered(CLAIM_SCORES, "number", numbers)}

    def claims(self, numbers: Iterable[int]) -> list[ClaimRow]:
        """Claims by their numbers."""
        return sorted(ClaimRow(*row) for row in self._numbered(FILED_CLAIMS, "number", numbers))

    def claims_of_articles(self, numbers: Iterable[int]) -> list[ClaimRow]:
        """The claims of articles."""
        return sorted(ClaimRow(*row) for row in self._numbered(FILED_CLAIMS, "article", numbers))

    def claims_of_components(self, components: Iterable[int]) -> list[ClaimRow]:
        """The claims of components."""
        return sorted(ClaimRow(*row) for row in self._numbered(FILED_CLAIMS, "component", components))

    def claims_of_events(self, events: Iterable[str]) -> list[ClaimRow]:
        """The claims of events."""
        return self._claims(FILED_CLAIMS.c.event_id, events)

    def claims_named(self, ids: Iterable[str]) -> list[ClaimRow]:
        """Claims by their ids."""
        return self._claims(FILED_CLAIMS.c.claim_id, ids)

    def _claims(self, column: Any, values: Iterable[Any]) -> list[ClaimRow]:  # noqa: ANN401  # any column of the table
        queries = (select(FILED_CLAIMS).where(column.in_(some)) for some in batched(values, MANY))
        return sorted(ClaimRow(*row) for query in queries for row in self._connection.execute(query))

    def bodies(self, numbers: Iterable[int]) -> list[BodyRow]:
        """Claims with their bodies."""
        held = list(numbers)
        bodies = {number: (claim, profile) for number, claim, profile in self._numbered(CLAIM_BODIES, "number", held)}
        return [BodyRow(row, *bodies[row.number]) for row in self.claims(held)]

    def claim_texts(self, numbers: Iterable[int]) -> dict[int, bytes]:
        """The claims themselves, by their numbers."""
        return dict(self._numbered(CLAIM_BODIES, "number", numbers, "number, claim"))

    def take_out(self, article: ArticleRow, claims: Collection[int]) -> None:
        """Take an article and its claims out; what they are found under is the caller's to take out."""
        for table in (FILED_CLAIMS, CLAIM_BODIES, CLAIM_SCORES):
            self._delete(table, "number", claims)
        self._delete(FILED_ARTICLES, "number", [article.number])
