"""The picture on a date: who holds which place, how many fled, were killed, what is lacking."""

import datetime as dt

import msgspec

from sayso.model.vocabulary import ControlLabel, Extent, FigureKind, Measure, Population, Transition


class ControlAccount(msgspec.Struct, frozen=True, kw_only=True):
    """One account of a place: holder (null where the account names none), how it came to be, on whose word."""

    holder: str | None
    transition: Transition | None
    extent: Extent
    claims: tuple[str, ...]
    sources: tuple[str, ...]
    since: dt.date | None = None
    says: str | None = None


class ControlState(msgspec.Struct, frozen=True, kw_only=True):
    """Who holds a place by all accounts on a day."""

    place: str
    as_of: dt.date
    label: ControlLabel
    accounts: tuple[ControlAccount, ...]
    place_id: str | None = None
    lat: float | None = None
    lon: float | None = None
    why: str | None = None


class Period(msgspec.Struct, frozen=True):
    """Days from start to end, inclusive; null where not known."""

    start: dt.date | None = None
    end: dt.date | None = None


class LeftOut(msgspec.Struct, frozen=True):
    """A claim that a total does not count, and why."""

    claim: str
    why: str


class Total(msgspec.Struct, frozen=True, kw_only=True):
    """A number that follows from claims, with its method, what it rests on and what it leaves out."""

    measure: Measure
    kind: FigureKind | None
    population: Population
    period: Period
    places: tuple[str, ...]
    low: int | None
    high: int | None
    method: str
    claims: tuple[str, ...]
    left_out: tuple[LeftOut, ...] = ()
    sources: tuple[str, ...] = ()


class Condition(msgspec.Struct, frozen=True, kw_only=True):
    """A need, damage or relief that is told of a place."""

    sector: str
    place: str
    claims: tuple[str, ...]
    sources: tuple[str, ...]


class Situation(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that the report tells of one day."""

    as_of: dt.date
    control: tuple[ControlState, ...] = ()
    displacement: tuple[Total, ...] = ()
    casualties: tuple[Total, ...] = ()
    conditions: tuple[Condition, ...] = ()
