"""What a page becomes before it is read: text, blocks, who published it and when."""

import datetime as dt

import msgspec

from sayso.model.vocabulary import BODY_KINDS, BlockKind, Handling, Outcome, PublishedBasis

Span = tuple[int, int]
"""Start and end offset in Python characters of an article's text; the end is exclusive."""


class DateCandidate(msgspec.Struct, frozen=True):
    """A day on which the page may have been published, and what speaks for it."""

    date: dt.date
    why: str


class Published(msgspec.Struct, frozen=True, kw_only=True):
    """When the page was published; `start` and `end` are equal for one day and null where unknown.

    Only the bases `given` and `printed` carry a day: an inferred date stays among the candidates.
    """

    start: dt.date | None = None
    end: dt.date | None = None
    basis: PublishedBasis = "unknown"
    candidates: tuple[DateCandidate, ...] = ()
    why: str | None = None

    @property
    def day(self) -> dt.date | None:
        """The day that relative dates are read against, or None."""
        return self.end if self.basis in ("given", "printed") else None


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """One piece of the page with its kind; `date` and `credit` belong to captions, `repeats` to pull quotes and copies."""

    kind: BlockKind
    start: int
    end: int
    date: dt.date | None = None
    credit: str | None = None
    repeats: Span | None = None
    why: str | None = None


class SetAside(msgspec.Struct, frozen=True):
    """Characters that were not read, and the reason."""

    start: int
    end: int
    reason: str


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """A page or text with its blocks; every offset of the record counts characters of `text`.

    `handling` says how far it may travel; its claims, and totals that rest on them, inherit it.
    """

    article_id: str
    digest: str
    publisher: str | None
    url: str | None
    title: str | None
    language: str | None
    outcome: Outcome
    why: str | None
    published: Published
    text: str
    blocks: tuple[Block, ...]
    set_aside: tuple[SetAside, ...] = ()
    handling: Handling = "public"

    def holds_in_body(self, span: Span) -> bool:
        """Whether a stretch of text stands in one block of the body: in no menu, notice or promotion."""
        return any(b.start <= span[0] and span[1] <= b.end for b in self.blocks if b.kind in BODY_KINDS)
