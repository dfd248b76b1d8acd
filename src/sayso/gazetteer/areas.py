"""Areas that words around a place name make of it, as polygons: a direction, an outskirt, a countryside, a strip between two towns."""

import itertools
import math
from collections.abc import Sequence
from typing import Literal

import msgspec

from sayso.gazetteer.distance import KM_A_DEGREE, kilometres
from sayso.model.mentions import Geometry
from sayso.model.places import PlaceKind

Shape = Literal["towards", "part", "centre", "edge", "around", "near", "between", "border", "all"]
Point = tuple[float, float]

_PART_PRECISION: dict[PlaceKind, tuple[int, int]] = {"admin2": (2, 3), "admin1": (3, 4)}
"""Precision of a part of a division; parts of countries and regions have UCDP's 5, larger than a first-level division."""

_NEAR_KM, _TOWARDS_KM, _COUNTRYSIDE_KM = 10.0, 25.0, 25.0
"""Reach of "near", of a bare direction and of a countryside; 25 km is where UCDP's where_prec 2 ends. Conventions of Sayso."""


class Relation(msgspec.Struct, frozen=True):
    """The words that shift a place, the shape that they make, the bearing in degrees (0 north) and the distance in kilometres, if told."""

    words: str
    shape: Shape
    bearing: float | None = None
    distance_km: float | None = None


class Area(msgspec.Struct, frozen=True):
    """An area drawn from a relation: polygon, radius, and the precision codes of ACLED (geo) and UCDP (where)."""

    geometry: Geometry
    radius_km: float
    geo_precision: int
    where_prec: int


def area_of(relation: Relation, lat: float, lon: float, radius_km: float, kind: PlaceKind) -> Area | None:
    """Polygon that a relation makes of a place; None where it takes the place as a whole.

    A direction is a quarter of the compass; "12 km north of" a band around that distance; a countryside reaches 25 km from a town.
    """
    if relation.shape in ("all", "between", "border"):
        return None
    is_town = kind == "town"
    inner, outer = _reach(relation, radius_km, is_town=is_town)
    rings = _sector(lat, lon, inner, outer, relation.bearing)
    geo, where = ((2, 2) if outer <= _COUNTRYSIDE_KM + radius_km else (2, 3)) if is_town else _PART_PRECISION.get(kind, (3, 5))
    return Area(Geometry("Polygon", rings), round(outer, 1), geo, where)


def _reach(relation: Relation, radius: float, *, is_town: bool) -> tuple[float, float]:
    """Inner and outer radius in kilometres."""
    if relation.distance_km is not None:
        return relation.distance_km * 0.75, relation.distance_km * 1.25
    reaches: dict[Shape, tuple[float, float]] = {
        "towards": (radius if is_town else radius * 0.5, radius + _TOWARDS_KM if is_town else radius * 1.5),
        "edge": (radius * 0.5, radius * 1.5 + 1),
        "around": (radius if is_town else 0.0, max(_COUNTRYSIDE_KM, radius * 2) if is_town else radius),
        "near": (0.0, radius + _NEAR_KM),
        "part": (0.0, radius),
        "centre": (0.0, max(1.0, radius * 0.5)),
    }
    return reaches[relation.shape]


def _sector(lat: float, lon: float, inner: float, outer: float, bearing: float | None) -> tuple[tuple[Point, ...], ...]:
    """Closed rings of (longitude, latitude): a circle, with a hole where it begins further off, or 45 degrees to each side of a bearing."""
    if bearing is None:
        circles = [[offset(lat, lon, km, turn) for turn in range(0, 360, 15)] for km in (outer, inner) if km]
        return tuple((*circle, circle[0]) for circle in circles)
    arc = [bearing + turn for turn in range(-45, 46, 15)]
    back = [offset(lat, lon, inner, turn) for turn in reversed(arc)] if inner else [offset(lat, lon, 0, 0)]
    ring = [offset(lat, lon, outer, turn) for turn in arc] + back
    return ((*ring, ring[0]),)


def offset(lat: float, lon: float, km: float, bearing: float) -> tuple[float, float]:
    """(longitude, latitude) of the point so far away in a direction (flat, good enough below 500 km).

    >>> offset(36.0, 37.0, 111.2, 0)
    (37.0, 37.0)
    """
    north, east = math.cos(math.radians(bearing)) * km / KM_A_DEGREE, math.sin(math.radians(bearing)) * km / KM_A_DEGREE
    return round(lon + east / max(0.1, math.cos(math.radians(lat))), 4), round(lat + north, 4)


_ROAD_SIDE_KM = 3.0
"""Reach of "on the M5" to each side of the road. A convention of Sayso."""


def strip(line: Sequence[tuple[float, float]], side_km: float = _ROAD_SIDE_KM) -> Area:
    """Area along a line of points (latitude, longitude), 3 km to each side for "on the M5"."""
    bearings = [_bearing(a, b) for a, b in itertools.pairwise(line)]
    turns = [bearings[0], *(_middle_bearing(a, b) for a, b in itertools.pairwise(bearings)), bearings[-1]]
    left = [offset(lat, lon, side_km, turn - 90) for (lat, lon), turn in zip(line, turns, strict=True)]
    right = [offset(lat, lon, side_km, turn + 90) for (lat, lon), turn in zip(line, turns, strict=True)]
    length = sum(kilometres(*a, *b) for a, b in itertools.pairwise(line))
    ring = (*left, *reversed(right))
    return Area(Geometry("Polygon", ((*ring, ring[0]),)), round(length / 2, 1), 3, 5)


def _bearing(start: tuple[float, float], end: tuple[float, float]) -> float:
    east = (end[1] - start[1]) * math.cos(math.radians((start[0] + end[0]) / 2))
    return math.degrees(math.atan2(east, end[0] - start[0]))


def _middle_bearing(before: float, after: float) -> float:
    return before + ((after - before + 180) % 360 - 180) / 2


def corridor(start: tuple[float, float], end: tuple[float, float]) -> Area:
    """Strip between two points (latitude, longitude), a fifth as wide as it is long and at least 4 km, for "between A and B"."""
    (lat, lon), (lat2, lon2) = start, end
    east, north = (lon2 - lon) * math.cos(math.radians((lat + lat2) / 2)) * KM_A_DEGREE, (lat2 - lat) * KM_A_DEGREE
    bearing, length = math.degrees(math.atan2(east, north)), math.hypot(east, north)
    side = max(2.0, length / 10)
    ring = (
        offset(lat, lon, side, bearing - 90), offset(lat2, lon2, side, bearing - 90),
        offset(lat2, lon2, side, bearing + 90), offset(lat, lon, side, bearing + 90),
    )  # fmt: skip
    return Area(Geometry("Polygon", ((*ring, ring[0]),)), round(length / 2, 1), 3, 5)
