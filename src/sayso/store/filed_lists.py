"""What of a ledger is to be filed and gathered anew, and by what version of Sayso."""

from collections.abc import Collection, Iterable
from typing import Literal

from sqlalchemy import bindparam, delete, func, insert, select, text, update

from sayso.store.filed_rows import Tables
from sayso.store.filed_tables import FILED_ARTICLES, TO_FILE, TO_SETTLE
from sayso.store.schema import ABOUT
from sayso.store.statements import delete_by, select_by, write_out
from sayso.store.to_file import MANY, batched, clear_filed, queue_articles

FILED_BY = "filed by"
"""Under this word the ledger keeps by what its articles were filed."""

LAST_NUMBER = "last number filed"
"""Under this one the last number that an article or a claim was filed under; none is given twice."""


What = Literal["story", "claim"]
"""Of what components are gathered anew."""


class Lists(Tables):
    """What is to be done."""

    def begin(self, by: str) -> None:
        """See to it that all that is kept was worked out by this version of Sayso; else all is to be filed anew."""
        if self.filed_by() == by:
            return
        clear_filed(self._connection)
        self._connection.execute(delete(ABOUT).where(ABOUT.c.key == FILED_BY))
        self._connection.execute(insert(ABOUT).values(key=FILED_BY, value=by))

    def filed_by(self) -> str | None:
        """By what the articles were filed."""
        return self._connection.execute(select_by(ABOUT.c.key, ABOUT.c.value), {"value": FILED_BY}).scalar()

    def next_to_file(self, but: Collection[str] = ()) -> str | None:
        """The digest of an article to file, but for some; None where all others are filed."""
        query = _NEXT.where(TO_FILE.c.digest.not_in(sorted(but))) if but else _NEXT
        return self._connection.execute(query).scalar()

    def count_to_file(self) -> int:
        """How many articles are to be filed."""
        return self._connection.execute(select(func.count()).select_from(TO_FILE)).scalar_one()

    def mark_filed(self, digest: str) -> None:
        """Take an article off the list of what is to be filed."""
        self._connection.execute(delete_by(TO_FILE.c.digest), {"value": digest})

    def queue(self, digests: Iterable[str]) -> None:
        """Put articles on it."""
        queue_articles(self._connection, digests)

    def file_again(self, articles: Iterable[int]) -> None:
        """Put articles on it that are to be filed again though they are as they were, as what they are compared with is not."""
        for some in batched(sorted(set(articles)), MANY):
            where = FILED_ARTICLES.c.number.in_(some)
            self._connection.execute(update(FILED_ARTICLES).where(where).values(stamp=""))
            self.queue(self._connection.execute(select(FILED_ARTICLES.c.digest).where(where)).scalars())

    def to_settle(self, what: What, most: int = 1_000_000) -> list[int]:
        """Components to be gathered anew, the lowest first."""
        query = select(TO_SETTLE.c.component).where(TO_SETTLE.c.what == what).order_by(TO_SETTLE.c.component).limit(most)
        return list(self._connection.execute(query).scalars())

    def is_settled(self) -> bool:
        """Whether nothing is left to be filed or gathered."""
        return not any(self._connection.execute(select(t.c[0]).limit(1)).first() for t in (TO_FILE, TO_SETTLE))

    def unsettle(self, what: What, components: Iterable[int]) -> None:
        """Note components as ones to be gathered anew."""
        if rows := [{"what": what, "component": c} for c in sorted(set(components))]:
            self._connection.execute(_UNSETTLE, rows)

    def mark_settled(self, what: What, components: Iterable[int]) -> None:
        """Take components off the list."""
        for some in batched(components, MANY):
            self._connection.exec_driver_sql(f"DELETE FROM to_settle WHERE what = '{what}' AND component IN ({write_out(some)})")

    def numbers(self, count: int) -> range:
        """Numbers that nothing was filed under before."""
        last = self._connection.execute(select_by(ABOUT.c.key, ABOUT.c.value), {"value": LAST_NUMBER}).scalar()
        first = int(last or 0) + 1
        if last is None:
            self._connection.execute(insert(ABOUT).values(key=LAST_NUMBER, value=str(count)))
        else:
            self._connection.execute(_SET_ABOUT, {"about": LAST_NUMBER, "now": str(first + count - 1)})
        return range(first, first + count)


_SET_ABOUT = update(ABOUT).where(ABOUT.c.key == bindparam("about")).values(value=bindparam("now"))
_NEXT = select(TO_FILE.c.digest).order_by(TO_FILE.c.digest).limit(1)
_UNSETTLE = text("INSERT INTO to_settle (what, component) VALUES (:what, :component) ON CONFLICT DO NOTHING")
