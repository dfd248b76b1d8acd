"""The areas that the words around places make of them: parts of outlines, roads, borders, what lies between two towns."""

import itertools
from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from sayso.gazetteer.areas import Area, Relation, area_of, corridor, strip
from sayso.gazetteer.outline_parts import border_of, part_of_outline
from sayso.knowledge.tables import read_table
from sayso.mentions.borders import BORDER_ID
from sayso.model.mentions import PlaceMention
from sayso.model.places import Place

_OF_OUTLINES = ("part", "centre", "around", "towards")
"""Shapes that are cut from the outline of a country or division."""


def area_beside(place: Place, relation: Relation | None, seat: Place | None) -> Area | None:
    """The area of a place with its relation; None where it is the place as a whole, or where nothing tells how far it reaches.

    `seat` is the town that a division shares its name with: the countryside of both is seen from there.
    """
    if line := _road_lines().get(place.place_id):
        return strip(line)
    if relation is None:
        return None
    if place.kind in ("country", "admin1") and place.country and relation.shape in _OF_OUTLINES and relation.distance_km is None:
        code = place.place_id.partition("admin1:")[2] or None
        cut = relation.bearing is not None or relation.shape == "centre"
        town = (seat.lon, seat.lat) if seat and seat.lon is not None and seat.lat is not None and relation.shape == "around" else None
        if cut and (part := part_of_outline(place.country, code, relation.bearing, town)):
            return part
    if place.lat is None or place.lon is None:
        return None
    return area_of(relation, place.lat, place.lon, place.radius_km or 1.0, place.kind)


def _road_lines() -> Mapping[str, Sequence[tuple[float, float]]]:
    """The lines of named roads, latitude first, by the road's id."""
    lines: Mapping[str, Sequence[tuple[float, float]]] = read_table("places/roads")
    return lines


def in_area(mention: PlaceMention, area: Area | None) -> PlaceMention:
    """A mention with its area and the precision of that; as it is where there is none."""
    if area is None:
        return mention
    return msgspec.structs.replace(
        mention, geometry=area.geometry, radius_km=area.radius_km, geo_precision=area.geo_precision, where_prec=area.where_prec
    )


def draw_between(mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Draw the corridor of "between A and B" on both mentions."""
    drawn = list(mentions)
    for i, (a, b) in enumerate(itertools.pairwise(mentions)):
        if a.relation == b.relation == "between" and None not in (a.lat, a.lon, b.lat, b.lon):
            area = corridor((a.lat or 0.0, a.lon or 0.0), (b.lat or 0.0, b.lon or 0.0))
            for k in (i, i + 1):
                drawn[k] = in_area(drawn[k], area)
    return drawn


def draw_borders(mentions: Sequence[PlaceMention], adjectives: Mapping[str, int]) -> list[PlaceMention]:
    """Draw the strip along every border whose two countries are known: of the one named with the one that the article is about.

    `adjectives` counts nationality adjectives by country.
    """
    told = Counter(adjectives)
    for mention in mentions:
        if mention.country:
            told[mention.country] += 1 if mention.is_country else 2
    home = sorted(told, key=lambda code: (-told[code], code))
    return [in_area(m, _border(m, home)) for m in mentions]


def _border(mention: PlaceMention, home: Sequence[str]) -> Area | None:
    if (mention.place_id or "").startswith(BORDER_ID):
        codes = (mention.place_id or "").removeprefix(BORDER_ID).upper().split("-")
    elif mention.is_country and mention.country and "border" in (mention.relation or ""):
        codes = [mention.country]
    else:
        return None
    beside = codes[1:] or [code for code in home if code != codes[0]]
    return next((area for code in beside if (area := border_of(codes[0], code))), None)
