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

    def put_claims(self, article: int, claims: Sequence[tuple[str, str | None, bytes, bytes]]) -> list[int]:
        """File claims of an article, each alone in its component: id, the claim that it copies, claim and profile; their numbers."""
        if not claims:
            return []
        numbers = list(self.numbers(len(claims)))
        rows = [(n, claim_id, n, copy) for n, (claim_id, copy, _, _) in zip(numbers, claims, strict=True)]
        self.put_claim_rows(article, rows, [(claim, profile) for _, _, claim, profile in claims])
        return numbers

    def put_claim_rows(self, article: int, rows: Sequence[tuple[int, str, int, str | None]], bodies: Sequence[tuple[bytes, bytes]]) -> None:
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
        queries = (select(CLAIM_SCORES).where(CLAIM_SCORES.c.number.in_(some)) for some in batched(numbers, MANY))
        rows = (row for query in queries for row in self._connection.execute(query))
        return {row.number: (read_scores(row.scores), read_scores(row.others)) for row in rows}

    def claims(self, numbers: Iterable[int]) -> list[ClaimRow]:
        """Claims by their numbers."""
        return self._claims(FILED_CLAIMS.c.number, numbers)

    def claims_of_articles(self, numbers: Iterable[int]) -> list[ClaimRow]:
        """The claims of articles."""
        return self._claims(FILED_CLAIMS.c.article, numbers)

    def claims_of_components(self, components: Iterable[int]) -> list[ClaimRow]:
        """The claims of components."""
        return self._claims(FILED_CLAIMS.c.component, components)

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
        found = []
        for some in batched(numbers, MANY):
            query = select(FILED_CLAIMS, CLAIM_BODIES.c.claim, CLAIM_BODIES.c.profile)
            query = query.join(CLAIM_BODIES, CLAIM_BODIES.c.number == FILED_CLAIMS.c.number).where(FILED_CLAIMS.c.number.in_(some))
            found += [BodyRow(ClaimRow(*row[:6]), row[6], row[7]) for row in self._connection.execute(query)]
        return found

    def claim_texts(self, numbers: Iterable[int]) -> dict[int, bytes]:
        """The claims themselves, by their numbers."""
        queries = (
            select(CLAIM_BODIES.c.number, CLAIM_BODIES.c.claim).where(CLAIM_BODIES.c.number.in_(some)) for some in batched(numbers, MANY)
        )
        return {row[0]: row[1] for query in queries for row in self._connection.execute(query)}

    def take_out(self, article: ArticleRow, claims: Collection[int]) -> None:
        """Take an article and its claims out; what they are found under is the caller's to take out."""
        for table in (FILED_CLAIMS, CLAIM_BODIES, CLAIM_SCORES):
            self._delete(table, "number", claims)
        self._delete(FILED_ARTICLES, "number", [article.number])
