"""Claims of one happening gathered: the accounts that agree, those that contradict, the updates."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec

from sayso.model.claims import Claim
from sayso.model.entries import Credibility, Reliability, Review
from sayso.model.vocabulary import EventClass, Handling, SourceKind


class ArticleHeader(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """What a footnote needs of an article; `private_names` are the words that name private persons in it, to be protected.

    `unmarked` says that no reader looked for persons in it, as it is in a language that none reads; `replaces` is the digest of
    the version of the page whose place it took, None where it is the first.
    """

    article_id: str
    digest: str
    publisher: str | None = None
    url: str | None = None
    title: str | None = None
    published: dt.date | None = None
    private_names: tuple[str, ...] = ()
    unmarked: bool = False
    handling: Handling = "public"
    replaces: str | None = None


class FiledClaim(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A claim as the ledger holds it, with the article that it was read from.

    `copy_of` names the claim of another article that says the same in nearly the same words (one voice), if any. `review` is what
    people say of it; `grade` and `credibility` are the operator's own (Admiralty scale), None where not given.
    """

    claim: Claim
    article: ArticleHeader
    copy_of: str | None = None
    review: Review | None = None
    grade: Reliability | None = None
    credibility: Credibility | None = None

    @property
    def filing_order(self) -> tuple[dt.date, str, int, int, str, str]:
        """Day of publication (an unknown one last), article, place in its text, class: the order in which claims became known."""
        claim = self.claim
        return (self.article.published or dt.date.max, self.article.digest, claim.start, claim.end, claim.event, claim.id)

    @property
    def claimant(self) -> str:
        """The original claimant, who counts as one voice however many outlets repeat it; an unnamed one stands by the outlet.

        The outlet itself where it says so in its own voice; `an unnamed outlet` where the page does not tell who published it.
        """
        outlet = self.article.publisher or "an unnamed outlet"
        source = self.claim.source
        if source is None:
            return outlet
        if source.kind == "unspecified" and source.name == "unspecified":
            return f"unnamed sources, by way of {outlet}"
        name = source.chain[-1] if source.chain else source.name
        return f"{name}, told to {outlet}" if source.kind in UNNAMED_KINDS else name


UNNAMED_KINDS: frozenset[SourceKind] = frozenset({"anonymous", "unspecified", "witness"})
"""Kinds whose names tell no two speakers apart ("residents", "sources")."""


def list_claimants(filed: Sequence[FiledClaim], by_id: Mapping[str, FiledClaim]) -> tuple[str, ...]:
    """Original claimants, each once, in the order given; a copy has the voice of what it copies.

    An article that puts an account on somebody does not speak for it a second time with its headline or caption.
    """
    attributed = {f.article.digest for f in filed if f.claim.source is not None}
    heard = [f for f in filed if f.claim.source is not None or f.article.digest not in attributed]
    return tuple(dict.fromkeys(by_id.get(f.copy_of or "", f).claimant for f in heard))


class EventPlace(msgspec.Struct, frozen=True, kw_only=True):
    """Where an event happened, by its most specific account."""

    name: str
    place_id: str | None = None
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    relation: str | None = None
    geo_precision: int | None = None


class EventTime(msgspec.Struct, frozen=True, kw_only=True):
    """The days that an event falls on, inclusive; `basis` is `told` or `published` (no later than the day of publication)."""

    start: dt.date | None = None
    end: dt.date | None = None
    basis: Literal["told", "published", "unknown"] = "unknown"


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """Claims of an event that agree; `sources` are the original claimants, each counted once."""

    says: str
    claims: tuple[str, ...]
    sources: tuple[str, ...]


class Contradiction(msgspec.Struct, frozen=True, kw_only=True):
    """Two accounts of one event that cannot both be right, and the point at issue."""

    issue: Literal["who holds it", "who did it", "how many", "whether it happened"]
    accounts: tuple[int, int]
    why: str


class Update(msgspec.Struct, frozen=True, kw_only=True):
    """A later claim that takes the place of an earlier one: a toll that grew, a figure corrected, a step in a sequence."""

    kind: Literal["grew", "corrected", "sequence"]
    earlier: str
    later: str
    why: str


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """A happening as the ledger sees it: its claims and how they agree; `why` says what brought them together.

    `articles` are the digests of those that are mainly about it.
    """

    event_id: str
    event: EventClass
    places: tuple[EventPlace, ...]
    time: EventTime
    claims: tuple[str, ...]
    accounts: tuple[Account, ...]
    contradictions: tuple[Contradiction, ...] = ()
    updates: tuple[Update, ...] = ()
    why: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
