"""What the words of an article mention: places, actors, times, figures, and who says what."""

import datetime as dt
from collections.abc import Iterator
from typing import Literal

import msgspec

from sayso.model.articles import Span
from sayso.model.vocabulary import Measure, Quantifier, SourceKind, TimexType, Unit


class Geometry(msgspec.Struct, frozen=True):
    """A GeoJSON polygon: rings of longitude and latitude."""

    type: Literal["Polygon"]
    coordinates: tuple[tuple[tuple[float, float], ...], ...]


class OtherPlace(msgspec.Struct, frozen=True):
    """A runner-up of a resolution."""

    place_id: str
    name: str
    score: float


_SITE_KM = 15.0
"""Radius in which a site lies around the point of the town that it is named for."""


class PlaceMention(msgspec.Struct, frozen=True, kw_only=True):
    """A name of a place in the text and what it resolves to; nulls and a `why` where it does not.

    `lat` and `lon` (decimal degrees) are the named place's own; `geometry` and `radius_km` hold what `relation` makes of it.
    `place_id` is `geonames:N`, `admin1:CC.CODE`, `country:CC` or `sayso:slug`; `admin1` is the division's English name.
    """

    start: int
    end: int
    text: str
    relation: str | None = None
    name: str | None = None
    place_id: str | None = None
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    geometry: Geometry | None = None
    geo_precision: int | None = None
    where_prec: int | None = None
    score: float = 0.0
    others: tuple[OtherPlace, ...] = ()
    why: str | None = None

    @property
    def is_country(self) -> bool:
        """Whether it is a whole country."""
        return self.place_id is not None and self.place_id.startswith("country:")

    @property
    def is_division(self) -> bool:
        """Whether it is a whole first-level division."""
        return self.place_id is not None and self.place_id.startswith("admin1:")

    def as_site_of(self, town: str) -> "PlaceMention":
        """This mention as a site named for a town: in or near the town's point (ACLED and UCDP precision 2), with no id of its own."""
        return msgspec.structs.replace(
            self, name=self.text, place_id=None, radius_km=_SITE_KM, geo_precision=2, where_prec=2,
            why=f"a site named for {town}, taken to be in or near it",
        )  # fmt: skip


class ActorMention(msgspec.Struct, frozen=True, kw_only=True):
    """A party, group of people or person; `name` is the neutral display name, `kind` a kind of the parties table.

    `score` is how likely the party is the one meant, `why` says so where it is not named outright.
    """

    start: int
    end: int
    text: str
    actor_id: str | None = None
    name: str | None = None
    kind: str | None = None
    private: bool = False
    score: float = 1.0
    why: str | None = None


class TimeMention(msgspec.Struct, frozen=True, kw_only=True):
    """A time expression with its TIMEX3 type and value and, where it resolves, the days it covers (inclusive)."""

    start: int
    end: int
    text: str
    type: TimexType
    value: str | None = None
    from_: dt.date | None = msgspec.field(name="from", default=None)
    to: dt.date | None = None
    edtf: str | None = None
    date_prec: int | None = None
    why: str | None = None


class TimeRange(TimeMention, frozen=True, kw_only=True):
    """A stretch that two dates tell of: "from 17 January to 3 February"; `ends` are the two."""

    ends: tuple[TimeMention, ...]


class FigureMention(msgspec.Struct, frozen=True, kw_only=True):
    """A quantity with its bounds as integers; `assumed` where a convention made numbers of words."""

    start: int
    end: int
    text: str
    low: int | None = None
    high: int | None = None
    best: int | None = None
    quantifier: Quantifier | None = None
    unit: Unit = "other"
    measure: Measure | None = None
    assumed: bool = False


class Mentions(msgspec.Struct, frozen=True, kw_only=True):
    """All mentions of an article, each list in the order of the text."""

    places: tuple[PlaceMention, ...] = ()
    actors: tuple[ActorMention, ...] = ()
    times: tuple[TimeMention, ...] = ()
    figures: tuple[FigureMention, ...] = ()

    def with_ends_apart(self) -> "Mentions":
        """These mentions with the two dates of a range each by itself, as TimeML marks them."""
        return msgspec.structs.replace(self, times=tuple(end for time in self.times for end in _ends_of(time)))


def _ends_of(time: TimeMention) -> Iterator[TimeMention]:
    """The ends of a range, of which each may be one itself; of another time that time."""
    if isinstance(time, TimeRange):
        for end in time.ends:
            yield from _ends_of(end)
    else:
        yield time


class Attribution(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody's words or view: spans of source, cue and content; `within` is the index of the attribution that this one stands in.

    `speaks_for` names the party or body whose spokesman the source is.
    """

    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    content: tuple[Span, ...] = ()
    source_name: str | None = None
    source_kind: SourceKind | None = None
    direct: bool = False
    within: int | None = None
    speaks_for: str | None = None
