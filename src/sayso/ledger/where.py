"""Reasons of place: same town, one inside the other, different towns, opposite sides of a town."""

from functools import lru_cache

from sayso.gazetteer.distance import kilometres
from sayso.knowledge.control_states import is_inside
from sayso.ledger.findings import Finding
from sayso.ledger.profiles import Profile, Spot

_NEAR_KM = 5.0
"""Two named places closer than this may be one (a village and the camp beside it)."""
_LARGE_KM = 4.0
"""From this radius on a town is so large that much happens in it on one day."""
_OPPOSITE = (("north", "south"), ("east", "west"))

_SAME, _BESIDE, _NEAR, _INSIDE, _WIDE = 1.0, 0.8, 0.6, 0.35, 0.1


def compare_places(a: Profile, b: Profile) -> Finding | None:
    """The best match among the places of two claims; towns that all differ speak against one event more than all else."""
    if not a.spots or not b.spots:
        return Finding(1.0, "a place is told by one alone") if a.spots or b.spots else None
    found = [compare_spots(x, y) for x in a.spots for y in b.spots]
    best = found[0] if len(found) == 1 else max(found, key=lambda f: f.degree)
    if best.degree == _SAME and len(a.spots) != len(b.spots):
        return Finding(1.0, "some of their places are the same")
    return Finding(1.0, best.why)


@lru_cache(maxsize=200_000)
def compare_spots(x: Spot, y: Spot) -> Finding:
    """How two places relate: the same, near, one inside the other, or apart; the degree orders these, the nearest first."""
    if is_same_place(x, y) and x.level != "country" and is_inside(x.relation) != is_inside(y.relation):
        return Finding(_BESIDE, "one in the place, the other beside it")
    if is_same_place(x, y):
        return Finding(_SAME if x.level != "country" else _WIDE, _same(x, y))
    if "unresolved" in (x.level, y.level):
        return Finding(-0.5, "differently named places, one of them not found in the gazetteer")
    if x.level != y.level:
        return _compare_levels(x, y)
    distance = _distance(x, y)
    reach = max(_NEAR_KM, *(s.reach_km for s in (x, y) if s.relation)) if x.relation or y.relation else _NEAR_KM
    if x.level == "town" and distance is not None and distance <= reach:
        return Finding(_NEAR, "places within reach of each other")
    return Finding(-1.0, "different places")


def _same(x: Spot, y: Spot) -> str:
    if x.level != y.level or x.level in ("country", "division"):
        return "the same country" if x.level == y.level == "country" else "the same division"
    return "the same large town" if max(x.reach_km, y.reach_km) >= _LARGE_KM else "the same place"


def is_same_place(x: Spot, y: Spot) -> bool:
    """Whether two spots are one place, by identifier, or by spelling where one was not resolved."""
    if x.place_id and y.place_id:
        return x.place_id == y.place_id
    if x.country and y.country and x.country != y.country:
        return False
    return x.folded == y.folded or bool(x.skeleton and x.skeleton == y.skeleton)


def _compare_levels(x: Spot, y: Spot) -> Finding:
    fine, wide = (x, y) if x.level == "town" or y.level == "country" else (y, x)
    if fine.country and wide.country and fine.country != wide.country:
        return Finding(-1.0, "places in different countries")
    if wide.level == "country":
        return Finding(_WIDE, "one place lies in the other's country")
    if fine.admin1 and fine.admin1 == (wide.admin1 or wide.folded):
        return Finding(_INSIDE, "one place lies in the other")
    distance = _distance(fine, wide)
    if distance is not None and distance <= wide.reach_km:
        return Finding(_INSIDE, "one place lies in the other")
    return Finding(-1.0, "a place outside the other's area")


def _distance(x: Spot, y: Spot) -> float | None:
    if x.lat is None or x.lon is None or y.lat is None or y.lon is None:
        return None
    return kilometres(x.lat, x.lon, y.lat, y.lon)


def compare_relations(a: Profile, b: Profile) -> Finding | None:
    """Words that shift a place: the same words speak for one event, opposite sides of a town against it."""
    left, right = a.relations, b.relations
    if not left and not right:
        return None
    if not left or not right:
        told = left or right
        alone = any(is_inside(relation) for relation in told) and a.spots and b.spots
        return Finding(1.0, "a side of the place is told by one alone") if alone else None
    if left & right:
        return Finding(1.0, "the same side of the place")
    words, others = " ".join(sorted(left)), " ".join(sorted(right))
    for one, other in _OPPOSITE:
        if (one in words and other in others) or (other in words and one in others):
            return Finding(1.0, "opposite sides of the place")
    return Finding(1.0, "different words for the side of the place")
