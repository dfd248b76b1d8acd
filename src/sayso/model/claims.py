"""The atom of the record: one thing that an article says about one event or condition, on somebody's say-so."""

import datetime as dt
from typing import Literal

import msgspec

from sayso.model.articles import Span
from sayso.model.mentions import PlaceMention
from sayso.model.vocabulary import (
    ActorRole,
    Counts,
    Denies,
    EventClass,
    Extent,
    FigureKind,
    Measure,
    PlaceRole,
    Population,
    Quantifier,
    Scope,
    SourceDetail,
    SourceKind,
    Status,
    Transition,
    Unit,
)  # fmt: skip


class ClaimPlace(PlaceMention, frozen=True, gc=False, kw_only=True):
    """A place of a claim with its role."""

    role: PlaceRole = "at"


class ClaimTime(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """The claim's own time: days from `start` to `end`, inclusive; `precision` is UCDP's date_prec (1 day to 5 year)."""

    text: str
    start: dt.date
    end: dt.date
    span: Span
    precision: int


class ClaimActor(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A party of a claim with its role and neutral name."""

    text: str
    span: Span
    role: ActorRole
    name: str
    actor_id: str | None = None


class ClaimFigure(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A number of a claim. `part_of` is the index of the figure of the same claim that this one is a part of."""

    text: str
    span: Span
    low: int | None
    high: int | None
    measure: Measure
    unit: Unit
    kind: FigureKind | None = None
    quantifier: Quantifier | None = None
    counts: Counts | None = None
    population: Population = "unknown"
    scope: Scope = "event"
    part_of: int | None = None
    household_size: float | None = None
    idmc_term: str | None = None
    assumed: bool = False


class HarmedPersons(msgspec.Struct, frozen=True, gc=False):
    """Persons of whom a claim tells that they were killed or injured, by the words at `span`.

    `who` numbers them within the article: persons of one number may be one person, by all that its words tell. No name is kept.
    `hit` is told of those who were shot or struck, whether they lived or not; `beside` of those in one list with the persons just before.
    """

    span: Span
    measure: Literal["killed", "injured"]
    who: tuple[int, ...]
    hit: bool = False
    beside: bool = False


class Control(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """What a control claim says of a place: the change, who holds it by this account, and how much of it."""

    transition: Transition
    holder: str | None
    extent: Extent = "unknown"


class Source(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """Who says it: the nearest attribution; `chain` runs from the outlet to the original claimant.

    `detail` tells of a known body what it is, `party` is the id of the party whose voice the source is, `interested` whether that party
    acts or is hit in the claim (null where the source is no party's, or the claim names none).
    """

    text: str
    span: Span
    name: str
    kind: SourceKind
    chain: tuple[str, ...] = ()
    detail: SourceDetail | None = None
    party: str | None = None
    interested: bool | None = None


class Claim(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One thing said about one event or condition; `evidence` equals text[start:end]; `why` lists the reasons of the reader."""

    id: str
    start: int
    end: int
    evidence: str
    event: EventClass
    acled_sub_event: str | None = None
    status: Status = "happened"
    denies: Denies | None = None
    hedged: bool = False
    places: tuple[ClaimPlace, ...] = ()
    time: ClaimTime | None = None
    actors: tuple[ClaimActor, ...] = ()
    figures: tuple[ClaimFigure, ...] = ()
    harmed: tuple[HarmedPersons, ...] = ()
    control: Control | None = None
    source: Source | None = None
    score: float = 0.0
    why: tuple[str, ...] = ()
