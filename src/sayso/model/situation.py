"""The picture on a date: who holds which place, how many fled, were killed, what is lacking."""

import datetime as dt
import hashlib

import msgspec

from sayso.model.vocabulary import ControlLabel, Counts, Extent, FigureKind, Measure, Population, Transition, Unit


def _name_by(letter: str, *said: object) -> str:
    """An id made of what identifies a thing."""
    return f"{letter}-" + hashlib.sha256("\n".join(map(str, said)).encode("utf8", "surrogatepass")).hexdigest()[:16]


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

    @property
    def control_id(self) -> str:
        """The place's id here (`p-...`), the same on every day: of the place, else of its name."""
        return _name_by("p", self.place_id or self.place)

    @property
    def holders(self) -> tuple[str, ...]:
        """Every holder that an account names, each once, in the order of the accounts."""
        return tuple(dict.fromkeys(a.holder for a in self.accounts if a.holder))


class Period(msgspec.Struct, frozen=True):
    """Days from start to end, inclusive; null where not known."""

    start: dt.date | None = None
    end: dt.date | None = None


class LeftOut(msgspec.Struct, frozen=True):
    """A claim that a total does not count, and why."""

    claim: str
    why: str


class Total(msgspec.Struct, frozen=True, kw_only=True):
    """A number that follows from claims, with its method, what it rests on and what it leaves out.

    `places` holds all places, `origins` and `destinations` those that people left and made for. `counts` names a group where
    not all people are counted, `event_id` the ledger's event whose toll it is. `claims` are all that tell the number, repeats
    by one claimant included; `sources` counts each original claimant once. `window` is the length in days of a sum over the days up to
    the view's day, None where the period is told.
    """

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
    unit: Unit = "people"
    counts: Counts | None = None
    origins: tuple[str, ...] = ()
    destinations: tuple[str, ...] = ()
    event_id: str | None = None
    window: int | None = None

    @property
    def total_id(self) -> str:
        """An id (`t-...`) of what is counted, where and when, whatever the number; rows of one heading that are held apart share it."""
        days: tuple[object, ...] = (self.window,) if self.window else (self.period.start, self.period.end)
        where = (*self.places, "from", *self.origins, "to", *self.destinations)
        return _name_by("t", self.measure, self.kind, self.population, self.unit, self.counts, self.event_id, *days, *where)


class HouseholdSize(msgspec.Struct, frozen=True, kw_only=True):
    """People a household in a country (ISO alpha-2) or in one of its divisions, by an operator's table; `source` is who counted them."""

    country: str
    admin1: str = ""
    people: float
    source: str


class Condition(msgspec.Struct, frozen=True, kw_only=True):
    """A need, damage or relief that is told of a place; `sector` is a need's sector, `damage` or `aid`."""

    sector: str
    place: str
    claims: tuple[str, ...]
    sources: tuple[str, ...]
    place_id: str | None = None
    left_out: tuple[LeftOut, ...] = ()


class Situation(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that the report tells of one day; `other_totals` are returns, detentions, missing, houses, people in need and the like."""

    as_of: dt.date
    control: tuple[ControlState, ...] = ()
    displacement: tuple[Total, ...] = ()
    casualties: tuple[Total, ...] = ()
    other_totals: tuple[Total, ...] = ()
    conditions: tuple[Condition, ...] = ()

    @property
    def totals(self) -> tuple[Total, ...]:
        """All totals, in the order of print."""
        return (*self.displacement, *self.casualties, *self.other_totals)
