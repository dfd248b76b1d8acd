"""Outlines of first-level divisions: to draw, to measure, and to find the centre of a division or country."""

import gzip
import json
import math
from functools import lru_cache
from importlib.resources import files
from itertools import accumulate

import msgspec

from sayso.gazetteer.distance import KM_A_DEGREE

Ring = tuple[tuple[float, float], ...]


class AdminShape(msgspec.Struct, frozen=True):
    """Outline of a division: ISO country code, English name, GeoNames code (`SY.12`, empty where unknown).

    Rings hold (longitude, latitude) in decimal degrees.
    """

    country: str
    name: str
    code: str
    rings: tuple[Ring, ...]


class Extent(msgspec.Struct, frozen=True):
    """Middle of an area in decimal degrees, its size in square kilometres, and the radius of a circle of that size."""

    lat: float
    lon: float
    square_km: float

    @property
    def radius_km(self) -> float:
        """Radius of the circle of equal area."""
        return math.sqrt(self.square_km / math.pi)


@lru_cache(maxsize=1)
def _packed() -> dict[str, list[tuple[str, str, list[list[int]]]]]:
    raw = files("sayso.gazetteer").joinpath("data/admin1.json.gz").read_bytes()
    by_country: dict[str, list[tuple[str, str, list[list[int]]]]] = {}
    for country, name, code, rings in json.loads(gzip.decompress(raw)):
        by_country.setdefault(country, []).append((name, code, rings))
    return by_country


def unpack(flat: list[int]) -> Ring:
    """Vertices in decimal degrees from differences in hundredths: x0, y0, dx, dy, dx, dy, ...

    >>> unpack([100, 200, 5, -5])
    ((1.0, 2.0), (1.05, 1.95))
    """
    return tuple((x / 100, y / 100) for x, y in zip(accumulate(flat[::2]), accumulate(flat[1::2]), strict=True))


@lru_cache(maxsize=300)
def shapes_of(country: str) -> tuple[AdminShape, ...]:
    """Outlines of a country's first-level divisions (ISO alpha-2 code), to two decimals; none for a code that is not known.

    Source: Natural Earth 1:10m (public domain), thinned by tools/build_shapes.py. Lines on it say nothing about who holds what.

    >>> sorted(s.name for s in shapes_of("SY"))[:3]
    ['Al-Hasakah', 'Al-Raqqah', 'Aleppo']
    """
    return tuple(AdminShape(country, name, code, tuple(unpack(r) for r in rings)) for name, code, rings in _packed().get(country, ()))


Box = tuple[float, float, float, float]
"""West, south, east, north in decimal degrees."""


def reaches(flat: list[int], box: Box) -> bool:
    """Whether the box around packed vertices meets another box."""
    xs, ys = list(accumulate(flat[::2])), list(accumulate(flat[1::2]))
    west, south, east, north = (side * 100 for side in box)
    return min(xs) < east and max(xs) > west and min(ys) < north and max(ys) > south


def shapes_in(box: Box) -> tuple[AdminShape, ...]:
    """Divisions of all countries of which some part reaches into a box, by country.

    >>> sorted({s.country for s in shapes_in((36.0, 35.5, 37.0, 37.0))})
    ['SY', 'TR']
    """
    found = [
        (country, at)
        for country, divisions in sorted(_packed().items())
        for at, (_, _, rings) in enumerate(divisions)
        if any(reaches(ring, box) for ring in rings)
    ]
    return tuple(shapes_of(country)[at] for country, at in found)


def contains(shape: AdminShape, lat: float, lon: float) -> bool:
    """Whether a point lies inside a division's outline (even-odd rule over its rings).

    >>> [s.name for s in shapes_of("SY") if contains(s, 36.2, 37.16)]
    ['Aleppo']
    """
    return is_within(shape.rings, lat, lon)


def is_within(rings: tuple[Ring, ...], lat: float, lon: float) -> bool:
    """Whether a point lies inside rings of (longitude, latitude), by the even-odd rule."""
    inside = False
    for ring in rings:
        x0, y0 = ring[-1]
        for x1, y1 in ring:
            if (y1 > lat) != (y0 > lat) and lon < (x0 - x1) * (lat - y1) / (y0 - y1) + x1:
                inside = not inside
            x0, y0 = x1, y1
    return inside


def _ring_extent(ring: Ring) -> tuple[float, float, float]:
    """(area in square kilometres, longitude, latitude of the centroid) of one ring."""
    doubled = sum_x = sum_y = 0.0
    for (x0, y0), (x1, y1) in zip(ring, (*ring[1:], ring[0]), strict=True):
        cross = x0 * y1 - x1 * y0
        doubled, sum_x, sum_y = doubled + cross, sum_x + (x0 + x1) * cross, sum_y + (y0 + y1) * cross
    if not doubled:
        return 0.0, ring[0][0], ring[0][1]
    lat = sum_y / (3 * doubled)
    return abs(doubled) / 2 * KM_A_DEGREE**2 * math.cos(math.radians(lat)), sum_x / (3 * doubled), lat


def extent_of(shapes: tuple[AdminShape, ...]) -> Extent | None:
    """Centroid and area of one or several divisions together, weighted by area.

    >>> idlib = extent_of(tuple(s for s in shapes_of("SY") if s.name == "Idlib"))
    >>> 35.7 < idlib.lat < 36.0, 36.4 < idlib.lon < 36.9, 35 < idlib.radius_km < 50
    (True, True, True)
    """
    parts = [_ring_extent(ring) for shape in shapes for ring in shape.rings]
    area = sum(a for a, _, _ in parts)
    if not area:
        return None
    return Extent(sum(a * y for a, _, y in parts) / area, sum(a * x for a, x, _ in parts) / area, area)
