"""Where a number holds: the places of a claim or event, their names in print, and which of them may overlap."""

from collections.abc import Iterable

import msgspec

from sayso.gazetteer.spelling import fold_name
from sayso.knowledge.claim_places import print_place, shifts_place
from sayso.model.claims import ClaimPlace
from sayso.model.events import EventPlace
from sayso.model.mentions import PlaceMention

MADE_FOR = frozenset({"to", "towards"})
"""Roles of the places that people made for; all other roles tell where they left or are."""


class Spot(msgspec.Struct, frozen=True, order=True):
    """One place: `name` as printed, `key` its id or folded name, `folded` its bare name, `relation` what shifts it."""

    name: str
    key: str
    folded: str
    relation: str
    country: str = ""
    admin1: str = ""


class Area(msgspec.Struct, frozen=True, order=True):
    """The union of places that a number holds for: where people are or left, and where they made for."""

    origins: tuple[Spot, ...] = ()
    destinations: tuple[Spot, ...] = ()

    @property
    def spots(self) -> tuple[Spot, ...]:
        """All places of the area."""
        return tuple(sorted({*self.origins, *self.destinations}))


def spot_of(place: PlaceMention | EventPlace) -> Spot:
    """A place of a claim or event as a spot."""
    name = place.name or (place.text if isinstance(place, PlaceMention) else "")
    relation = place.relation if place.relation and shifts_place(place.relation) else ""
    folded = fold_name(name)
    return Spot(
        print_place(name, place.relation), place.place_id or folded, folded, relation, place.country or "", fold_name(place.admin1 or "")
    )


def area_of(places: Iterable[ClaimPlace]) -> Area:
    """The area of a claim: the union of its places, those made for apart; a place passed through is neither."""
    kept = [p for p in places if p.role != "via"]
    origins = {spot_of(p) for p in kept if p.role not in MADE_FOR and p.relation not in MADE_FOR}
    destinations = {spot_of(p) for p in kept if p.role in MADE_FOR or p.relation in MADE_FOR}
    return Area(tuple(sorted(origins)), tuple(sorted(destinations)))


def contains_spot(outer: Spot, inner: Spot) -> bool:
    """True where one place is the country or first-level division of another."""
    if outer.key.startswith("country:"):
        return not inner.key.startswith("country:") and inner.country == outer.key.removeprefix("country:")
    if not outer.key.startswith("admin1:") or inner.key.startswith(("admin1:", "country:")):
        return False
    return inner.country == outer.country and inner.admin1 != "" and inner.admin1 in (outer.admin1, outer.folded)


def spots_overlap(one: Spot, other: Spot) -> bool:
    """True where two places share ground: the same place, a part of it, or one inside the other."""
    same = one.key == other.key or (one.folded == other.folded and (one.country == other.country or "" in (one.country, other.country)))
    return same or contains_spot(one, other) or contains_spot(other, one)


def areas_overlap(one: Iterable[Spot], other: Iterable[Spot]) -> bool:
    """True where any place of one area shares ground with any place of the other."""
    others = tuple(other)
    return any(spots_overlap(a, b) for a in one for b in others)
