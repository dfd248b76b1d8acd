"""Articles as they were filed, and the pages that they may be versions of."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Select, select, update

from sayso.store.filed_lists import Lists
from sayso.store.filed_rows import ArticleRow, Scores, pack, read_numbers, read_scores
from sayso.store.filed_tables import FILED_ARTICLES, FILED_PAGES
from sayso.store.to_file import MANY, batched


class Articles(Lists):
    """Articles, by number, digest and story."""

    def article(self, digest: str) -> ArticleRow | None:
        """An article as it was filed."""
        return next(self._articles(select(FILED_ARTICLES).where(FILED_ARTICLES.c.digest == digest)), None)

    def articles(self, numbers: Iterable[int]) -> dict[int, ArticleRow]:
        """Articles by their numbers."""
        found = (self._articles(select(FILED_ARTICLES).where(FILED_ARTICLES.c.number.in_(s))) for s in batched(numbers, MANY))
        return {row.number: row for rows in found for row in rows}

    def articles_of_stories(self, stories: Iterable[int]) -> list[ArticleRow]:
        """The articles of some components."""
        found = (self._articles(select(FILED_ARTICLES).where(FILED_ARTICLES.c.story.in_(s))) for s in batched(stories, MANY))
        return [row for rows in found for row in rows]

    def _articles(self, query: Select[Any]) -> Iterator[ArticleRow]:
        for r in self._connection.execute(query):
            yield ArticleRow(
                r.number, r.digest, r.stamp, bool(r.superseded), r.day, r.story, r.header, r.wording,
                tuple(read_numbers(r.leading)), read_scores(r.scores),
            )  # fmt: skip

    def stamps(self) -> dict[str, str]:
        """By digest, the stamps of the articles whose claims count."""
        query = select(FILED_ARTICLES.c.digest, FILED_ARTICLES.c.stamp).where(FILED_ARTICLES.c.superseded == 0)
        return {row[0]: row[1] for row in self._connection.execute(query)}

    def headers(self) -> Iterator[bytes]:
        """The headers of all articles."""
        yield from self._connection.execute(select(FILED_ARTICLES.c.header)).scalars()

    def stories_of_articles(self, numbers: Iterable[int]) -> set[int]:
        """The components of some articles."""
        queries = (select(FILED_ARTICLES.c.story).where(FILED_ARTICLES.c.number.in_(some)) for some in batched(numbers, MANY))
        return {story for query in queries for story in self._connection.execute(query).scalars()}

    def put_article(self, digest: str, stamp: str, day: int, header: bytes, wording: bytes, *, superseded: bool, scores: Scores) -> int:
        """File an article, alone in its story; its number."""
        number = self.numbers(1)[0]
        self.put_article_row(ArticleRow(number, digest, stamp, superseded, day, number, header, wording, (), scores))
        return number

    def put_article_row(self, row: ArticleRow) -> None:
        """File an article as a row tells."""
        packed = {"superseded": int(row.superseded), "leading": pack(row.leading), "scores": pack(row.scores)}
        self._insert(FILED_ARTICLES, [row._asdict() | packed])

    def set_leading(self, number: int, leading: Sequence[int]) -> None:
        """Which claims, by number, an article opens with."""
        self._connection.execute(update(FILED_ARTICLES).where(FILED_ARTICLES.c.number == number).values(leading=pack(list(leading))))

    def note_pages(self, pages: Iterable[str], digest: str) -> set[str]:
        """Note what pages an article may be a version of; digests of all that may be, itself among them."""
        keys = sorted(set(pages))
        rows = self._connection.execute(select(FILED_PAGES.c.page, FILED_PAGES.c.digest).where(FILED_PAGES.c.page.in_(keys))).all()
        held = {page for page, other in rows if other == digest}
        self._insert(FILED_PAGES, [{"page": page, "digest": digest} for page in keys if page not in held])
        return {other for _, other in rows} | {digest}
