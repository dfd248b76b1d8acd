"""What the words around a place name make of it: "south of", "12 km north-east of", "western outskirts", "countryside", "near"."""

import math
import re
from typing import Literal

import msgspec

from sayso.gazetteer.distance import KM_A_DEGREE
from sayso.mentions.place_words import place_words
from sayso.model.mentions import Geometry
from sayso.model.places import PlaceKind

_DIRECTION = r"(?:north|south)(?:-?(?:east|west))?|east|west"
_QUARTER = rf"(?:{_DIRECTION})(?:ern)?"
_DISTANCE = r"(?:(?P<number>\d+(?:[.,]\d+)?)\s?(?P<unit>km|kilomet(?:er|re)s?|miles?|mi|m|met(?:er|re)s?)\b(?: away)?(?: to)?(?: the)? )?"
_KM = {"k": 1.0, "mi": 1.609, "m": 0.001}

_PART_PRECISION: dict[PlaceKind, tuple[int, int]] = {"admin2": (2, 3), "admin1": (3, 4)}
"""Precision of a part of a division; parts of countries and regions have UCDP's 5, larger than a first-level division."""

Shape = Literal["towards", "part", "edge", "around", "near", "between", "all"]

_OF = r"of (?:the )?(?:(?:provincial |besieged )?(?:town|city|village|capital|camp) of )?$"
_BEFORE: tuple[tuple[str, Shape], ...] = (
    (rf"{_DISTANCE}(?P<way>{_DIRECTION}) {_OF}", "towards"),
    (rf"(?:the )?(?P<words>(?:(?P<way>{_QUARTER}) )?(?:outskirts|edges?|entrances?|periphery|fringes?)) {_OF}", "edge"),
    (rf"(?:the )?(?P<words>(?:(?P<way>{_QUARTER}) )?(?:countryside|suburbs|environs|surroundings|hinterland)) (?:around|{_OF})", "around"),
    (rf"(?P<words>(?:(?P<way>{_QUARTER}) )?rural) $", "around"),
    (rf"(?:the )?(?P<words>(?P<way>{_QUARTER}) (?:parts?|side|half|districts|neighbou?rhoods|bank)) {_OF}", "part"),
    (r"(?P<words>in and around|(?:the )?areas? around|around|surrounding) (?:the )?(?:(?:town|city|village) of )?$", "near"),
    (r"(?P<words>near|close to|not far from|just outside|outside) (?:the )?(?:(?:town|city|village|camp) of )?$", "near"),
    (r"(?P<words>(?:near |along |towards )?(?:the |its )?(?:borders?|frontiers?) with) (?:the )?$", "all"),
    (r"(?P<words>between) (?:the )?(?:(?:towns|cities|villages|neighbou?rhoods) of )?$", "between"),
    (r"(?P<words>between) [^.;,]{2,40} and $", "between"),
    (rf"(?:the )?(?P<words>(?P<way>{_QUARTER})) $", "part"),
    (r"(?P<words>central|downtown) $", "part"),
    (r"(?P<words>across|throughout|along|all over) (?:the )?$", "all"),
)
_AFTER: tuple[tuple[str, Shape], ...] = (
    (rf"(?:'s|\u2019s)? (?P<words>(?:(?P<way>{_QUARTER}) )?(?:outskirts|edges?|entrance|periphery))\b", "edge"),
    (rf"(?:'s|\u2019s)? (?:province(?:'s|\u2019s)? )?(?P<words>(?:(?P<way>{_QUARTER}) )?(?:countryside|suburbs|environs))\b", "around"),
    (rf"(?:'s|\u2019s) (?P<words>(?P<way>{_QUARTER}) (?:districts?|neighbou?rhoods?|parts?|side))\b", "part"),
    (rf"(?:'s|\u2019s) (?P<words>(?P<way>{_DIRECTION}))\b(?!ern| of)", "part"),
)
_BEFORE_PATTERNS = tuple((re.compile(p, re.I), shape) for p, shape in _BEFORE)
_AFTER_PATTERNS = tuple((re.compile(p, re.I), shape) for p, shape in _AFTER)
_NEAR_KM, _TOWARDS_KM, _COUNTRYSIDE_KM = 10.0, 25.0, 25.0
"""Reach of "near", of a bare direction and of a countryside; 25 km is where UCDP's where_prec 2 ends. Conventions of Sayso."""


class Relation(msgspec.Struct, frozen=True):
    """The words that shift a place, the shape that they make, the bearing in degrees (0 north) and the distance in kilometres, if told."""

    words: str
    shape: Shape
    bearing: float | None = None
    distance_km: float | None = None


def find_relation(text: str, start: int, end: int, block: tuple[int, int]) -> Relation | None:
    """Relation words beside a name, looked for inside its block.

    >>> text = "A post was set up 12 km north-east of Dariya, near Qasr and on the western outskirts of Sahl."
    >>> [find_relation(text, text.index(n), text.index(n) + len(n), (0, len(text))).words for n in ("Dariya", "Qasr", "Sahl")]
    ['12 km north-east of', 'near', 'western outskirts']
    """
    left, right = text[max(block[0], start - 70) : start], text[end : min(block[1], end + 50)]
    for pattern, shape in _AFTER_PATTERNS:
        if hit := pattern.match(right):
            return _relation(hit, shape)
    for pattern, shape in _BEFORE_PATTERNS:
        for hit in pattern.finditer(left):
            if hit.start() == 0 or not left[hit.start() - 1].isalnum():
                return _relation(hit, shape)
    return None


def _relation(hit: re.Match[str], shape: Shape) -> Relation:
    groups = hit.groupdict()
    way = (groups.get("way") or "").lower().removesuffix("ern")
    number = groups.get("number")
    distance = float(number.replace(",", ".")) * _in_km(groups["unit"]) if number else None
    words = groups.get("words") or re.split(r" of\b", hit.group())[0] + " of"
    return Relation(" ".join(words.split()), shape, place_words().directions.get(way), distance)


def _in_km(unit: str) -> float:
    return _KM["mi"] if unit.startswith("mi") else _KM["k"] if unit.startswith("k") else _KM["m"]


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
    if relation.shape in ("all", "between"):
        return None
    is_town = kind == "town"
    inner, outer = _reach(relation, radius_km, is_town=is_town)
    ring = _sector(lat, lon, inner, outer, relation.bearing)
    geo, where = ((2, 2) if outer <= _COUNTRYSIDE_KM + radius_km else (2, 3)) if is_town else _PART_PRECISION.get(kind, (3, 5))
    return Area(Geometry("Polygon", (ring,)), round(outer, 1), geo, where)


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
    }
    return reaches[relation.shape]


def _sector(lat: float, lon: float, inner: float, outer: float, bearing: float | None) -> tuple[tuple[float, float], ...]:
    """Closed ring of (longitude, latitude): a circle, or the part of a ring 45 degrees to each side of the bearing."""
    if bearing is None:
        ring = [offset(lat, lon, outer, a) for a in range(0, 360, 15)]
    else:
        arc = [bearing + a for a in range(-45, 46, 15)]
        back = [offset(lat, lon, inner, a) for a in reversed(arc)] if inner else [offset(lat, lon, 0, 0)]
        ring = [offset(lat, lon, outer, a) for a in arc] + back
    return (*ring, ring[0])


def offset(lat: float, lon: float, km: float, bearing: float) -> tuple[float, float]:
    """(longitude, latitude) of the point so far away in a direction (flat, good enough below 500 km).

    >>> offset(36.0, 37.0, 111.2, 0)
    (37.0, 37.0)
    """
    north, east = math.cos(math.radians(bearing)) * km / KM_A_DEGREE, math.sin(math.radians(bearing)) * km / KM_A_DEGREE
    return round(lon + east / max(0.1, math.cos(math.radians(lat))), 4), round(lat + north, 4)


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
