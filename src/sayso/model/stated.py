"""What a view of the ledger states, thing by thing, so that it can be kept and held against what another view states."""

import datetime as dt
from typing import Literal

import msgspec

from sayso.model.vocabulary import Handling

StatedKind = Literal["claim", "event", "contradiction", "total", "control"]
"""What can be stated: a claim, an event, a contradiction of its accounts, a total, who holds a place."""

Weight = Literal["correction", "update", "addition"]
"""What a change does to what was stated: it no longer stands; later reports tell it otherwise; something comes beside it."""


class Stated(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that a view states: `subject` says of what, `says` what, field by field (one value or several); `claims` are its ground.

    `key` is its id, `heading` what another of its kind must share to be the same thing under a new id. A claim has the digest of its
    `article` and the `span` of its words, and is `denied` where it denies.
    """

    key: str
    kind: StatedKind
    subject: str
    says: dict[str, tuple[str, ...]]
    heading: str = ""
    claims: tuple[str, ...] = ()
    article: str | None = None
    span: tuple[int, int] | None = None
    denied: bool = False


class StatedView(msgspec.Struct, frozen=True, kw_only=True):
    """All that a view states of a day to an audience, as known at a moment (UTC, ISO 8601), with the digests of its articles."""

    as_of: dt.date
    audience: Handling
    known_at: str
    articles: tuple[str, ...] = ()
    stated: tuple[Stated, ...] = ()


class FieldChange(msgspec.Struct, frozen=True):
    """A field of what is stated, as it `was` and as it is `now`; of several values those that went and those that came, empty for none."""

    field: str
    was: str
    now: str


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one thing that was stated, or that came: how, in which fields, and why; a place `changed_hands` to another holder."""

    kind: StatedKind
    how: Literal["changed", "gone", "new"]
    weight: Weight
    subject: str
    key: str
    fields: tuple[FieldChange, ...] = ()
    why: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    changed_hands: bool = False


class Background(msgspec.Struct, frozen=True, kw_only=True):
    """What the ledger knows of why things changed: what an audience is not told itself.

    `rejected` and `counted` are ids of claims that count no more, and that count, whoever may see them; `held` are digests of the articles
    that the ledger holds, `dated` of those that it holds for the day, `replaced` of those of which a later version came; `retold` are ids
    of claims that the audience has in general words.
    """

    rejected: frozenset[str] = frozenset()
    counted: frozenset[str] = frozenset()
    held: frozenset[str] = frozenset()
    dated: frozenset[str] = frozenset()
    replaced: frozenset[str] = frozenset()
    retold: frozenset[str] = frozenset()


class FrozenProduct(msgspec.Struct, frozen=True, kw_only=True):
    """A report as it went out, kept in the ledger: its name, who froze it when, for whom, of which day and moment.

    `sha256` and `size` (bytes) are those of the file, `articles` the digests of what it rests on. `struck` is the day on which its bytes
    were dropped because something that it rests on was forgotten, None where they are there.
    """

    name: str
    made: str
    author: str
    as_of: dt.date
    known_at: str
    audience: Handling
    format: str
    sha256: str
    size: int
    articles: tuple[str, ...]
    struck: str | None = None
