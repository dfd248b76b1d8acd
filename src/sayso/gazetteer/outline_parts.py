"""Parts of countries and divisions, cut from their outlines: "northern Idlib", "eastern Congo", "the Turkish border"."""

import math
from collections.abc import Sequence
from functools import lru_cache

from sayso.gazetteer.areas import Area, Point, strip
from sayso.gazetteer.distance import KM_A_DEGREE, kilometres
from sayso.gazetteer.shapes import Ring, extent_of, shapes_of
from sayso.model.mentions import Geometry

_CENTRAL = 0.6
"""Share of the outline's size that "central" leaves around the middle. A convention of Sayso, as the quarters of the compass are."""
_BEYOND = 0.15
"""How far from the middle a part begins, as a share of the radius."""
_BORDER_KM, _STEP_KM, _GAP_KM, _BESIDE = 20.0, 15.0, 120.0, 0.06
"""Reach of "near the border" to each side; spacing of a border's points; the widest gap in it; degrees within which two outlines meet."""


@lru_cache(maxsize=500)
def part_of_outline(country: str, code: str | None, bearing: float | None, seen_from: Point | None = None) -> Area | None:
    """The part of a country, or of its division with a GeoNames code, that lies to a bearing; the middle where there is none.

    A cardinal direction is the half of the outline beyond its middle, one between two of them the quarter; `seen_from` (lon, lat)
    is the town that it is told from instead. None where no outline is known.
    """
    shapes = tuple(s for s in shapes_of(country) if code in (None, s.code))
    extent = extent_of(shapes)
    if extent is None:
        return None
    rings = [ring for shape in shapes for ring in shape.rings]
    whole = _hull([point for ring in rings for point in ring]) if code is None else max(rings, key=len)
    middle = seen_from or (extent.lon, extent.lat)
    start = 0.0 if seen_from else _BEYOND * extent.radius_km / KM_A_DEGREE
    if bearing is None:
        cut: Sequence[Point] = [(middle[0] + (x - middle[0]) * _CENTRAL, middle[1] + (y - middle[1]) * _CENTRAL) for x, y in whole]
    else:
        sides = (bearing,) if bearing % 90 == 0 else (bearing - 45, bearing + 45)
        cut = whole
        for side in sides:
            cut = _beyond(cut, middle, side, start if len(sides) == 1 else 0.0)
    if len(cut) < 3:
        return None
    ring = tuple((round(lon, 3), round(lat, 3)) for lon, lat in cut)
    reach = max(kilometres(extent.lat, extent.lon, lat, lon) for lon, lat in ring)
    return Area(Geometry("Polygon", ((*ring, ring[0]),)), round(reach, 1), 3, 5 if code is None else 4)


def _beyond(ring: Sequence[Point], middle: Point, bearing: float, start: float) -> list[Point]:
    """The part of a ring beyond a line so many degrees from the middle (Sutherland and Hodgman's clipping by one edge)."""
    squeeze = math.cos(math.radians(middle[1]))
    east, north = math.sin(math.radians(bearing)), math.cos(math.radians(bearing))

    def ahead(point: Point) -> float:
        return (point[0] - middle[0]) * squeeze * east + (point[1] - middle[1]) * north - start

    kept: list[Point] = []
    for a, b in zip(ring, (*ring[1:], ring[0]), strict=True):
        here, there = ahead(a), ahead(b)
        if here >= 0:
            kept.append(a)
        if (here >= 0) != (there >= 0):
            share = here / (here - there)
            kept.append((a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share))
    return kept


def _hull(points: Sequence[Point]) -> list[Point]:
    """The convex hull (Andrew's monotone chain), counter-clockwise."""
    ordered = sorted(set(points))
    halves: list[list[Point]] = []
    for side in (ordered, ordered[::-1]):
        chain: list[Point] = []
        for point in side:
            while len(chain) > 1 and _turn(chain[-2], chain[-1], point) <= 0:
                chain.pop()
            chain.append(point)
        halves.append(chain[:-1])
    return halves[0] + halves[1]


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


@lru_cache(maxsize=200)
def border_of(country: str, other: str) -> Area | None:
    """The strip along the border of two countries, 20 km to each side; None where their outlines do not meet."""
    cells = {_cell(point) for ring in _rings(other) for point in ring}
    near = {(x + i, y + j) for x, y in cells for i in (-1, 0, 1) for j in (-1, 0, 1)}
    meeting = sorted({point for ring in _rings(country) for point in ring if _cell(point) in near})
    line = _in_order(meeting)
    if len(line) < 2:
        return None
    along = strip([(lat, lon) for lon, lat in line], _BORDER_KM)
    return Area(along.geometry, along.radius_km, 3, 5)


def _rings(country: str) -> list[Ring]:
    return [ring for shape in shapes_of(country) for ring in shape.rings]


def _cell(point: Point) -> tuple[int, int]:
    return round(point[0] / _BESIDE), round(point[1] / _BESIDE)


def _in_order(points: Sequence[Point]) -> list[Point]:
    """Points along a line in their order, thinned: from the one farthest from the middle each time to the nearest that is left."""
    left = list(points)
    if not left:
        return []
    middle = (sum(x for x, _ in left) / len(left), sum(y for _, y in left) / len(left))
    line = [max(left, key=lambda point: (_apart(point, middle), point))]
    while left:
        left = [point for point in left if _apart(point, line[-1]) >= _STEP_KM]
        if not left:
            break
        following = min(left, key=lambda point: (_apart(point, line[-1]), point))
        if _apart(following, line[-1]) > _GAP_KM:
            break
        line.append(following)
    return line


def _apart(a: Point, b: Point) -> float:
    return kilometres(a[1], a[0], b[1], b[0])
