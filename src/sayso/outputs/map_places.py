"""What the map shows: towns as signs, relations and provinces as areas; never a province as a point."""

from collections.abc import Iterable

import msgspec

from sayso.gazetteer import AdminShape
from sayso.model.claims import ClaimPlace
from sayso.model.events import FiledClaim
from sayso.model.situation import ControlState
from sayso.model.vocabulary import EventClass
from sayso.outputs.report_model import MARKERS, Marker
from sayso.outputs.wording import tell_place

AREA_CLASSES: frozenset[EventClass] = frozenset({"battle", "control", "strike", "violence", "damage"})
"""Classes whose areas are drawn; flows and needs tell of wide areas that would cover the map."""


class Town(msgspec.Struct, frozen=True):
    """A place that is drawn as a sign at its point."""

    name: str
    lat: float
    lon: float
    marker: Marker
    says: str
    claims: int


class Area(msgspec.Struct, frozen=True):
    """What a relation makes of a place ("south of", "western outskirts"), drawn as an outline."""

    name: str
    rings: tuple[tuple[tuple[float, float], ...], ...]


class Division(msgspec.Struct, frozen=True):
    """A first-level division or country of which something is told as a whole."""

    country: str
    admin1: str | None
    name: str
    claims: int
    code: str | None = None

    def is_drawn_by(self, shape: AdminShape) -> bool:
        """Whether an outline is this division's, or lies in this country where it is one."""
        if shape.country != self.country or self.admin1 is None:
            return shape.country == self.country
        return shape.code == self.code if self.code and shape.code else shape.name == self.admin1


def is_area(place: ClaimPlace) -> bool:
    """Whether a place is told as a whole division or country, so that a point would be invented."""
    return place.is_division or place.is_country or place.geo_precision == 3 or place.lat is None or place.lon is None


def find_towns(claims: Iterable[FiledClaim], control: Iterable[ControlState]) -> tuple[Town, ...]:
    """Places with a point that claims name without a relation, or that somebody holds, with the sign of their label."""
    states = {s.place: s for s in control if s.lat is not None and s.lon is not None}
    found: dict[str, Town] = {
        s.place: Town(s.place, s.lat or 0.0, s.lon or 0.0, MARKERS[s.label], _tell_state(s), 0) for s in states.values()
    }
    for place in (p for f in claims for p in f.claim.places if not is_area(p)):
        name = place.name or place.text
        if name not in found and (place.relation is None or not place.geometry):
            found[name] = Town(name, place.lat or 0.0, place.lon or 0.0, "dot", "named in reports; nobody is told to hold it", 0)
        if name in found:
            found[name] = msgspec.structs.replace(found[name], claims=found[name].claims + 1)
    return tuple(sorted(found.values(), key=lambda t: (t.marker == "dot", -t.claims, t.name)))


def find_areas(claims: Iterable[FiledClaim]) -> tuple[Area, ...]:
    """Areas that relations make of towns where something happened, by name; those of whole divisions are told by hatching."""
    found = {
        tell_place(p): Area(tell_place(p), p.geometry.coordinates)
        for f in claims
        if f.claim.event in AREA_CLASSES and f.claim.status != "expected"
        for p in f.claim.places
        if p.geometry and not (p.is_division or p.is_country)
    }
    return tuple(found[name] for name in sorted(found))


def find_divisions(claims: Iterable[FiledClaim]) -> tuple[Division, ...]:
    """Divisions told of as a whole, with how many claims tell of them."""
    found: dict[tuple[str, str | None], Division] = {}
    for place in (p for f in claims for p in f.claim.places if p.country and is_area(p)):
        admin1 = None if place.is_country else place.admin1
        key = (place.country or "", admin1)
        held = found.get(key) or Division(place.country or "", admin1, place.name or place.text, 0, _code_of(place))
        found[key] = msgspec.structs.replace(held, claims=held.claims + 1)
    return tuple(found[key] for key in sorted(found, key=lambda k: (k[0], k[1] or "")))


def _code_of(place: ClaimPlace) -> str | None:
    kind, _, code = (place.place_id or "").partition(":")
    return code if kind == "admin1" else None


def _tell_state(state: ControlState) -> str:
    return f"{state.label} {' / '.join(state.holders)}".strip() if state.label == "held by" else state.label
