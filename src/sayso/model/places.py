"""A place of the gazetteer."""

from typing import Literal

import msgspec

PlaceKind = Literal["country", "admin1", "admin2", "town", "area", "road", "border", "sea"]


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A named place; `lat`, `lon` in decimal degrees, `radius_km` its rough extent, `source` where it was taken from."""

    place_id: str
    name: str
    kind: PlaceKind
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    population: int = 0
    radius_km: float | None = None
    source: str = ""


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """A place that a name may mean: the name that matched, how (`exact`, `folded`, `skeleton`), and how well (0 to 1)."""

    place: Place
    matched: str
    how: Literal["exact", "folded", "skeleton"]
    likeness: float
