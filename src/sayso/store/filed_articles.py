"""Articles as they were filed, and the pages that they may be versions of."""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import bindparam, select

from sayso.store.filed_lists import Lists
from sayso.store.filed_rows import ArticleRow, pack, read_numbers, read_scores
from sayso.store.filed_tables import FILED_ARTICLES, FILED_PAGES
from sayso.store.statements import select_by


class Articles(Lists):
    """Articles, by number, digest and story."""

    def article(self, digest: str) -> ArticleRow | None:
        """An article as it was filed."""
        row = self._connection.execute(select_by(FILED_ARTICLES.c.digest, *FILED_ARTICLES.c), {"value": digest}).first()
        return None if row is None else _read_article(tuple(row))

    def articles(self, numbers: Iterable[int]) -> dict[int, ArticleRow]:
        """Articles by their numbers."""
        return {row.number: row for row in map(_read_article, self._numbered(FILED_ARTICLES, "number", numbers))}

    def articles_of_stories(self, stories: Iterable[int]) -> list[ArticleRow]:
        """The articles of some components."""
        return [_read_article(row) for row in self._numbered(FILED_ARTICLES, "story", stories)]

    def stamps(self) -> dict[str, str]:
        """By digest, the stamps of the articles whose claims count."""
        query = select(FILED_ARTICLES.c.digest, FILED_ARTICLES.c.stamp).where(FILED_ARTICLES.c.superseded == 0)
        return {row[0]: row[1] for row in self._connection.execute(query)}

    def headers(self) -> Iterator[bytes]:
        """The headers of all articles."""
        yield from self._connection.execute(select(FILED_ARTICLES.c.header)).scalars()

    def stories_of_articles(self, numbers: Iterable[int]) -> set[int]:
        """The components of some articles."""
        return {row[0] for row in self._numbered(FILED_ARTICLES, "number", numbers, "story")}

    def put_article(self, row: ArticleRow) -> None:
        """File an article as a row tells."""
        packed = {"superseded": int(row.superseded), "leading": pack(row.leading), "scores": pack(row.scores)}
        self._insert(FILED_ARTICLES, [row._asdict() | packed])

    def note_pages(self, pages: Iterable[str], digest: str) -> set[str]:
        """Note what pages an article may be a version of; digests of all that may be, itself among them."""
        keys = sorted(set(pages))
        rows = self._connection.execute(_BY_PAGE, {"pages": keys}).all()
        held = {page for page, other in rows if other == digest}
        self._insert(FILED_PAGES, [{"page": page, "digest": digest} for page in keys if page not in held])
        return {other for _, other in rows} | {digest}


def _read_article(row: tuple[Any, ...]) -> ArticleRow:
    number, digest, stamp, superseded, day, story, header, wording, leading, scores = row
    return ArticleRow(
        number, digest, stamp, bool(superseded), day, story, header, wording, tuple(read_numbers(leading)), read_scores(scores)
    )


_BY_PAGE = select(FILED_PAGES.c.page, FILED_PAGES.c.digest).where(FILED_PAGES.c.page.in_(bindparam("pages", expanding=True)))
