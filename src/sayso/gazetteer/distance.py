"""Distances on the globe."""

import math
from functools import lru_cache

KM_A_DEGREE = 111.2
"""Kilometres in a degree of latitude (Earth's mean radius 6,371 km)."""


@lru_cache(maxsize=50_000)
def kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Distance of two points, in decimal degrees, along the sphere.

    >>> round(kilometres(36.20, 37.16, 33.51, 36.29))
    309
    """
    a, b = math.radians(lat), math.radians(other_lat)
    h = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    return 2 * 180 / math.pi * KM_A_DEGREE * math.asin(min(1.0, math.sqrt(h)))
