"""From degrees to the drawing: a window around places, and outlines cut to it."""

import math
from collections.abc import Iterable, Sequence

import msgspec

from sayso.gazetteer.distance import kilometres
from sayso.gazetteer.shapes import Box, Ring

Point = tuple[float, float]
"""x and y in units of the drawing, y downwards."""

LEAST_REACH_KM, REACH = 40.0, 3.0
"""Places farther from the middle than this many kilometres and this many times the upper quartile are left off the map."""

MARGIN = 0.12
"""Share of the window's span kept free around the outermost places."""

LEAST_SPAN = 0.8
"""Degrees of latitude that a map shows at least, so that one town does not fill it."""


class Window(msgspec.Struct, frozen=True):
    """The part of the earth that the map shows, in decimal degrees, and its size in units of the drawing."""

    west: float
    south: float
    east: float
    north: float
    width: float
    height: float

    @property
    def box(self) -> Box:
        """Its sides in decimal degrees."""
        return self.west, self.south, self.east, self.north

    def project(self, lat: float, lon: float) -> Point:
        """Where a place falls on the drawing (equirectangular, true to scale at the window's middle)."""
        x = (lon - self.west) / (self.east - self.west) * self.width
        y = (self.north - lat) / (self.north - self.south) * self.height
        return (round(x, 1), round(y, 1))

    def lat_of(self, y: float) -> float:
        """The latitude of a height on the drawing."""
        return self.north - y / self.height * (self.north - self.south)

    def shows(self, lat: float, lon: float) -> bool:
        """Whether a place lies inside the window."""
        return self.south <= lat <= self.north and self.west <= lon <= self.east


def window_around(points: Sequence[tuple[float, float]], width: float = 720) -> Window:
    """The window that shows all points (latitude, longitude) with a margin.

    >>> window = window_around([(35.6, 36.6), (36.2, 37.2)])
    >>> window.shows(36.0, 37.0), window.height > 300
    (True, True)
    """
    lats, lons = [lat for lat, _ in points], [lon for _, lon in points]
    middle = (min(lats) + max(lats)) / 2
    squeeze = max(math.cos(math.radians(middle)), 0.2)
    tall = max(max(lats) - min(lats), LEAST_SPAN) * (1 + 2 * MARGIN)
    wide = max((max(lons) - min(lons)) * squeeze * (1 + 2 * MARGIN), tall * 1.1)
    tall = max(tall, wide * 0.62)
    centre = (min(lons) + max(lons)) / 2
    half = wide / squeeze / 2
    return Window(centre - half, middle - tall / 2, centre + half, middle + tall / 2, width, round(width * tall / wide, 1))


def drop_outliers(points: Sequence[tuple[float, float, int]]) -> list[tuple[float, float]]:
    """Points (latitude, longitude, how often named) without those far from where most claims are.

    >>> drop_outliers([(35.6, 36.6, 9), (35.9, 36.7, 5), (36.1, 37.0, 3), (33.5, 36.3, 1)])
    [(35.6, 36.6), (35.9, 36.7), (36.1, 37.0)]
    """
    lats = sorted(lat for lat, _, times in points for _ in range(max(times, 1)))
    lons = sorted(lon for _, lon, times in points for _ in range(max(times, 1)))
    middle = (lats[len(lats) // 2], lons[len(lons) // 2])
    far = sorted(kilometres(*middle, lat, lon) for lat, lon, times in points for _ in range(max(times, 1)))
    reach = max(LEAST_REACH_KM, REACH * far[len(far) * 3 // 4])
    return [(lat, lon) for lat, lon, _ in points if kilometres(*middle, lat, lon) <= reach]


def path_of(rings: Iterable[Ring], window: Window, *, closed: bool = True) -> str:
    """Rings, or open lines, as an SVG path; what lies far outside the window is pulled to its edge, out of sight."""
    parts = []
    for ring in rings:
        points = [window.project(_clamp(y, window.south, window.north), _clamp(x, window.west, window.east)) for x, y in ring]
        kept = [p for i, p in enumerate(points) if i == 0 or p != points[i - 1]]
        if len(kept) > (2 if closed else 1):
            parts.append("M" + "L".join(f"{x:g} {y:g}" for x, y in kept) + ("Z" if closed else ""))
    return "".join(parts)


def _clamp(value: float, low: float, high: float) -> float:
    """Keep a coordinate within three spans of the window, so that lines inside it keep their slope nearly."""
    reach = 3 * (high - low)
    return min(max(value, low - reach), high + reach)
