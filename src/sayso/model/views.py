"""The ledger as seen at one moment: what every output is made from."""

import datetime as dt

import msgspec

from sayso.model.events import ArticleHeader, Event, FiledClaim
from sayso.model.situation import Situation


class UnreadDocument(msgspec.Struct, frozen=True):
    """An input of which nothing was read, and why."""

    article_id: str
    why: str


class LedgerView(msgspec.Struct, frozen=True, kw_only=True):
    """Articles, claims, events and the situation of a day; `since` limits what counts as new, if given."""

    as_of: dt.date
    articles: tuple[ArticleHeader, ...]
    claims: tuple[FiledClaim, ...]
    events: tuple[Event, ...]
    situation: Situation
    unread: tuple[UnreadDocument, ...] = ()
    readers: tuple[str, ...] = ()
    since: dt.date | None = None
