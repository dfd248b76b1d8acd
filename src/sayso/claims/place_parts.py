"""The part of a town that a clause tells beside the town's name: "held the western outskirts", "its northern districts"."""

import re

import msgspec

from sayso.gazetteer.areas import Relation, Shape, area_of
from sayso.model.mentions import PlaceMention

_PART = re.compile(
    r"\b(?P<words>(?:(?P<way>(?:north|south)(?:-?(?:east|west))?|east|west)(?:ern)? )?"
    r"(?:outskirts|edges?|entrances?|suburbs|fringes?|countryside)"
    r"|(?P<side>(?:north|south)(?:-?(?:east|west))?|east|west)(?:ern)? (?:districts?|neighbou?rhoods?|parts?|side|quarters?))\b"
    r"(?! of [A-Z])",
    re.I,
)
_SHAPES: tuple[tuple[str, Shape], ...] = (("countryside", "around"), ("suburbs", "around"), ("outskirts", "edge"), ("edge", "edge"))
_BEARINGS = {"north": 0, "northeast": 45, "east": 90, "southeast": 135, "south": 180, "southwest": 225, "west": 270, "northwest": 315}
_TOWN, _NEAR_A_TOWN, _TOWN_KM = 1, 2, 2.0
"""ACLED's geo_precision of a town and of what lies near one; the radius in kilometres taken for a town."""


def tells_part(clause: str) -> bool:
    """Whether a clause tells a part of a town."""
    return _PART.search(clause) is not None


def shift_place(clause: str, place: PlaceMention) -> PlaceMention:
    """The place, named outside of the clause, with the part of it that the clause tells; a shift of its own stays where it was told.

    >>> town = PlaceMention(start=0, end=6, text="Tarmin", place_id="sayso:tarmin", lat=35.0, lon=36.0, geo_precision=1)
    >>> shift_place("they still hold the western outskirts", town).relation, shift_place("they fled", town).relation
    ('western outskirts', None)
    """
    near = place.relation is not None and place.geo_precision == _NEAR_A_TOWN
    bare = msgspec.structs.replace(place, relation=None, geometry=None) if near else place
    hit = _PART.search(clause)
    if hit is None or place.lat is None or place.lon is None or place.geo_precision not in (_TOWN, _NEAR_A_TOWN):
        return bare
    words, way = hit["words"] or hit["side"], (hit["way"] or hit["side"] or "").lower().replace("-", "")
    shape: Shape = next((shape for word, shape in _SHAPES if word in words.lower()), "part")
    area = area_of(Relation(words, shape, _BEARINGS.get(way)), place.lat, place.lon, _TOWN_KM, "town")
    if area is None:
        return bare
    return msgspec.structs.replace(
        bare, relation=words, geometry=area.geometry, radius_km=area.radius_km, geo_precision=area.geo_precision, where_prec=area.where_prec
    )
