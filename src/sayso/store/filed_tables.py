"""Tables of what is worked out from the articles and entries of a ledger, kept so that it need not be worked out at every look.

All of it can be made anew from the other tables, and is, where something is forgotten or Sayso itself has changed.
"""

from typing import Any

from sqlalchemy import BigInteger, Column, Float, Integer, LargeBinary, Table

from sayso.store.schema import METADATA as METADATA
from sayso.store.words import Words

TO_FILE = Table("to_file", METADATA, Column("digest", Words, primary_key=True))
"""Articles of which something changed since they were filed, or that were not filed yet."""

FILED_ARTICLES = Table(
    "filed_articles",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("digest", Words, nullable=False, unique=True),
    Column("stamp", Words, nullable=False),
    Column("superseded", Integer, nullable=False),
    Column("day", Integer, nullable=False, index=True),
    Column("story", Integer, nullable=False, index=True),
    Column("header", LargeBinary, nullable=False),
    Column("wording", LargeBinary, nullable=False),
    Column("leading", LargeBinary, nullable=False),
    Column("scores", LargeBinary, nullable=False),
)
"""Articles as they were filed; `day` is that of publication (0: none), `story` is the component of articles that may tell of one happening,
`leading` are numbers of claims, `scores` the points of each pair with an article that was filed before."""

FILED_PAGES = Table(
    "filed_pages",
    METADATA,
    Column("page", Words, primary_key=True),
    Column("digest", Words, primary_key=True),
    sqlite_with_rowid=False,
)
"""By its address or id, what articles may be versions of a page."""

FILED_CLAIMS = Table(
    "filed_claims",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("claim_id", Words, nullable=False, unique=True),
    Column("article", Integer, nullable=False, index=True),
    Column("component", Integer, nullable=False, index=True),
    Column("event_id", Words, index=True),
    Column("copy_of", Words),
)
"""Claims as they were filed; `component` holds those that links may bring into one event. A number is never given twice."""

CLAIM_BODIES = Table(
    "claim_bodies",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("claim", LargeBinary, nullable=False),
    Column("profile", LargeBinary, nullable=False),
)
"""The claim itself (JSON) and what is compared of it (MessagePack)."""

CLAIM_SCORES = Table(
    "claim_scores",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("scores", LargeBinary, nullable=False),
    Column("others", LargeBinary, nullable=False),
)
"""The points, in thousandths, of each pair of a claim with one that was filed before it, by the other's number (MessagePack): `scores` of
pairs that are worth comparing, `others` of pairs that came to be compared as their groups were."""


def _found_by_key(name: str, *more: Column[Any]) -> Table:
    """A table in which things are found under a key, by day."""
    return Table(
        name,
        METADATA,
        Column("key", BigInteger, primary_key=True, autoincrement=False),
        Column("day", Integer, primary_key=True, autoincrement=False),
        Column("number", Integer, primary_key=True, autoincrement=False),
        *more,
        sqlite_with_rowid=False,
    )


CLAIM_KEYS = _found_by_key("claim_keys")
"""Under what a claim is found, by its day; of a claim without a day under 0."""

WORD_KEYS = _found_by_key("word_keys", Column("weight", Float, nullable=False))
"""The telling words of an article, by its day of publication."""

RUN_KEYS = _found_by_key("run_keys")
"""The telling runs of words of a claim, by the day of publication."""

COPIES = Table(
    "copies",
    METADATA,
    Column("later", Integer, primary_key=True, autoincrement=False),
    Column("earlier", Integer, primary_key=True, autoincrement=False, index=True),
    Column("likeness", Float, nullable=False),
    sqlite_with_rowid=False,
)
"""Claims that repeat an earlier one in nearly the same words."""

STORIES = Table(
    "stories",
    METADATA,
    Column("story", Integer, primary_key=True, autoincrement=False),
    Column("told", LargeBinary, nullable=False),
)
"""By component, the stories into which its articles were gathered (JSON)."""

FILED_EVENTS = Table(
    "filed_events",
    METADATA,
    Column("event_id", Words, primary_key=True),
    Column("component", Integer, nullable=False, index=True),
    Column("signature", Words, nullable=False),
    Column("event", LargeBinary, nullable=False),
)
"""Events as they were gathered (JSON); `signature` tells whether something that one rests on has changed."""

CLAIM_COUNTRIES = Table(
    "claim_countries",
    METADATA,
    Column("country", Words, primary_key=True),
    Column("day", Integer, primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)
"""Claims that name a place in a country, by the day of publication, or the day that they tell of where there is none; else 0."""

CONTROL_PLACES = Table(
    "control_places",
    METADATA,
    Column("country", Words, primary_key=True),
    Column("place", Words, primary_key=True),
    Column("day", Integer, primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)
"""Claims that tell who has a place, by the same day."""

TO_SETTLE = Table(
    "to_settle",
    METADATA,
    Column("what", Words, primary_key=True),
    Column("component", Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)
"""Components (`story` or `claim`) whose stories or events are to be gathered anew."""

WORKED_OUT: tuple[Table, ...] = (
    FILED_ARTICLES, FILED_PAGES, FILED_CLAIMS, CLAIM_BODIES, CLAIM_SCORES, CLAIM_KEYS, WORD_KEYS, RUN_KEYS, COPIES,
    STORIES, FILED_EVENTS, CLAIM_COUNTRIES, CONTROL_PLACES, TO_SETTLE,
)  # fmt: skip
"""All but the list of what is to be filed."""
