"""What is worked out from articles and entries, in the tables that keep it: put there, looked up by key and day, taken out."""

from sayso.store.filed_articles import Articles
from sayso.store.filed_claims import Claims
from sayso.store.filed_components import Components
from sayso.store.filed_events import Events
from sayso.store.filed_keys import Keys
from sayso.store.filed_lists import FILED_BY, LAST_NUMBER
from sayso.store.filed_rows import ArticleRow, BodyRow, ClaimRow, EventRow, Scores
from sayso.store.filed_sources import Sources
from sayso.store.filed_tables import CLAIM_KEYS, RUN_KEYS, WORD_KEYS


class Shelf(Sources, Articles, Claims, Keys, Components, Events):
    """The tables of what is worked out, in one transaction; whoever opened it ends it."""


__all__ = [
    "CLAIM_KEYS", "FILED_BY", "LAST_NUMBER", "RUN_KEYS", "WORD_KEYS", "ArticleRow", "BodyRow", "ClaimRow", "EventRow", "Scores", "Shelf",
]  # fmt: skip
