"""Claims and events as GeoJSON (RFC 7946): towns as points, relations and divisions as areas, never a division as a point."""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from sayso.gazetteer import AdminShape, shapes_of
from sayso.gazetteer.shapes import Ring, contains
from sayso.model.claims import ClaimPlace
from sayso.model.events import EventPlace
from sayso.outputs.protection import ProtectedView
from sayso.outputs.rows import Row, claim_order, event_order, event_rows, published_claim_row
from sayso.outputs.wording import tell_place

DECIMALS = 5
"""About a metre; the gazetteer's points are no finer."""


def write_claims_geojson(protected: ProtectedView) -> str:
    """One feature a claim and place; a claim without a place that can be drawn has a null geometry."""
    features = []
    for filed in sorted(protected.view.claims, key=claim_order):
        row = published_claim_row(filed, protected)
        places: Sequence[ClaimPlace | None] = filed.claim.places or (None,)
        for number, place in enumerate(places):
            told = {"place": tell_place(place), "place_role": place.role} if place else {}
            geometry = draw_claim_place(place) if place else None
            features.append(_feature(f"{filed.claim.id}-{number}", geometry, _properties(row) | told))
    return _collection(features)


def write_events_geojson(protected: ProtectedView) -> str:
    """One feature an event and place, with its accounts and contradictions as properties."""
    rows = {row["event_id"]: row for row in event_rows(protected.view)}
    features = []
    for event in sorted(protected.view.events, key=event_order):
        places: Sequence[EventPlace | None] = event.places or (None,)
        for number, place in enumerate(places):
            properties = rows[event.event_id] | {"place": tell_place(place) if place else None, "review": protected.status}
            features.append(_feature(f"{event.event_id}-{number}", draw_event_place(place) if place else None, properties))
    return _collection(features)


def draw_claim_place(place: ClaimPlace) -> Row | None:
    """The polygon that a relation makes, the outline of a division, the point of a town; null where none is known."""
    if place.geometry:
        return {"type": "Polygon", "coordinates": [_ring(ring, outer=i == 0) for i, ring in enumerate(place.geometry.coordinates)]}
    return _point_or_outline(place.place_id, place.country, place.admin1, place.geo_precision, place.lat, place.lon)


def draw_event_place(place: EventPlace) -> Row | None:
    """The outline of a division, or the point of a town; a place told by a relation has no point of its own."""
    lat = None if place.relation else place.lat
    return _point_or_outline(place.place_id, place.country, place.admin1, place.geo_precision, lat, place.lon)


def outline_of(country: str, admin1: str | None, code: str | None) -> Row | None:
    """A division's outline as a MultiPolygon, by its GeoNames code, else by its name."""
    for shape in shapes_of(country):
        if (code and shape.code == code) or (not code and admin1 and shape.name == admin1):
            return {"type": "MultiPolygon", "coordinates": _polygons(shape)}
    return None


def _point_or_outline(
    place_id: str | None, country: str | None, admin1: str | None, precision: int | None, lat: float | None, lon: float | None
) -> Row | None:
    kind, _, code = (place_id or "").partition(":")
    if kind == "country":
        return None
    if kind == "admin1" or precision == 3 or lat is None or lon is None:
        whole = kind == "admin1" or (lat is None and place_id is None)
        return outline_of(country, admin1, code if kind == "admin1" else None) if whole and country else None
    return {"type": "Point", "coordinates": [round(lon, DECIMALS), round(lat, DECIMALS)]}


def _polygons(shape: AdminShape) -> list[list[list[list[float]]]]:
    """Rings sorted into polygons: a ring that lies in an earlier, larger one is its hole."""
    outers: list[AdminShape] = []
    polygons: list[list[list[list[float]]]] = []
    for ring in sorted(shape.rings, key=lambda r: -abs(_signed_area(r))):
        alone = AdminShape(shape.country, shape.name, shape.code, (ring,))
        home = next((i for i, outer in enumerate(outers) if contains(outer, ring[0][1], ring[0][0])), None)
        if home is None:
            outers.append(alone)
            polygons.append([_ring(ring, outer=True)])
        else:
            polygons[home].append(_ring(ring, outer=False))
    return polygons


def _ring(ring: Iterable[tuple[float, float]], *, outer: bool) -> list[list[float]]:
    """A closed ring, counterclockwise outside and clockwise inside, as RFC 7946 asks."""
    points = [(round(float(x), DECIMALS), round(float(y), DECIMALS)) for x, y in ring]
    if points[0] != points[-1]:
        points.append(points[0])
    if (_signed_area(tuple(points)) > 0) != outer:
        points.reverse()
    return [list(p) for p in points]


def _signed_area(ring: Ring) -> float:
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(ring, (*ring[1:], ring[0]), strict=True)) / 2


def _properties(row: Row) -> Row:
    """A claim's row without the point, which the geometry holds where there is one."""
    return {field: value for field, value in row.items() if field not in ("lat", "lon")}


def _feature(identity: str, geometry: Row | None, properties: dict[str, Any]) -> Row:
    return {"type": "Feature", "id": identity, "geometry": geometry, "properties": properties}


def _collection(features: list[Row]) -> str:
    return msgspec.json.encode({"type": "FeatureCollection", "features": features}).decode() + "\n"
