"""What a claim makes of a place: how fine it is, whether words shift it, and how it is printed with them."""

from functools import cache
from typing import Literal

from sayso.knowledge.tables import read_table
from sayso.model.claims import ClaimPlace

PlaceLevel = Literal["town", "division", "country", "unresolved"]

_DIVISION_RADIUS_KM = 25.0
"""What reaches this far is an area, of which no claim tells as of one spot."""


def level_of(place: ClaimPlace) -> PlaceLevel:
    """How fine a place is: a town or finer, a division or area, a country, or a name that was not resolved.

    A site has no id of its own, but a point.
    """
    if place.place_id is None and place.lat is None:
        return "unresolved"
    if place.is_country:
        return "country"
    if place.is_division or (place.relation is None and (place.radius_km or 0) >= _DIVISION_RADIUS_KM):
        return "division"
    return "town"


def shifts_place(relation: str | None) -> bool:
    """Whether a relation moves a claim from the place itself; one that tells a role alone ("from") does not."""
    return relation is not None and relation not in _words("roles")


def print_place(name: str, relation: str | None) -> str:
    """A place's name with the words that shift it.

    >>> [print_place("Tarmin", r) for r in (None, "from", "south of", "western outskirts", "near")]
    ['Tarmin', 'Tarmin', 'south of Tarmin', 'western outskirts of Tarmin', 'near Tarmin']
    """
    if not relation or not shifts_place(relation):
        return name
    return f"{relation} of {name}" if relation.split()[-1].lower() in _words("parts") else f"{relation} {name}"


@cache
def _words(row: str) -> frozenset[str]:
    return frozenset(read_table("place_relations")[row])
