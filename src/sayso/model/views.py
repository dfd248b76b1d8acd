"""The ledger as seen at one moment: what every output is made from."""

import datetime as dt

import msgspec

from sayso.model.events import ArticleHeader, Event, FiledClaim
from sayso.model.situation import Situation
from sayso.model.vocabulary import Handling


class UnreadDocument(msgspec.Struct, frozen=True):
    """An input of which nothing was read, and why; `handling` as for articles."""

    article_id: str
    why: str
    handling: Handling = "public"


class ListedPerson(msgspec.Struct, frozen=True):
    """A person on an operator's list: kept back whatever the pages say, or named because the operator says that they are public."""

    name: str
    private: bool


class Superseded(msgspec.Struct, frozen=True):
    """An article whose claims no longer count, as a later version of the page took its place: the one with the digest `by`, and why."""

    article: ArticleHeader
    by: str
    why: str


class LedgerView(msgspec.Struct, frozen=True, kw_only=True):
    """Articles, claims, events and the situation of a day; `since` limits what counts as new, if given; `listed` is an operator's list.

    `rejected` are claims that reviewers reject: nothing counts them, nor those of `superseded` articles. `known_at` is the moment (UTC) by
    which all of it was in the ledger. `country` (ISO 3166 alpha-2) is set where only a country's part is shown, made of what was published
    from `first` on and of whoever was last said to have a place.
    """

    as_of: dt.date
    articles: tuple[ArticleHeader, ...]
    claims: tuple[FiledClaim, ...]
    events: tuple[Event, ...]
    situation: Situation
    unread: tuple[UnreadDocument, ...] = ()
    readers: tuple[str, ...] = ()
    since: dt.date | None = None
    listed: tuple[ListedPerson, ...] = ()
    rejected: tuple[FiledClaim, ...] = ()
    known_at: str | None = None
    superseded: tuple[Superseded, ...] = ()
    country: str | None = None
    first: dt.date | None = None
