"""GeoJSON keeps RFC 7946, draws areas as areas, and never a province as a point."""

import itertools
import json
from typing import Any

import pytest

from sayso.model.claims import ClaimPlace
from sayso.model.mentions import Geometry
from sayso.model.views import LedgerView
from sayso.outputs.export_geojson import draw_claim_place, outline_of
from sayso.outputs.exports import export_view


def claim_place(**more: Any) -> ClaimPlace:
    return ClaimPlace(**({"start": 0, "end": 1, "text": "X", "country": "SY", "admin1": "Idlib", "lat": 35.7, "lon": 36.6, "geo_precision": 1, "place_id": "geonames:1"} | more))


def rings(geometry: dict[str, Any]) -> list[tuple[bool, list[list[float]]]]:
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    return [(i == 0, ring) for polygon in polygons for i, ring in enumerate(polygon)]


def signed_area(ring: list[list[float]]) -> float:
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in itertools.pairwise(ring))


@pytest.mark.parametrize("what", ["claims", "events"])
def test_it_is_a_collection_of_features_with_ids_of_their_own(idlib_view: LedgerView, what: Any) -> None:
    collection = json.loads(export_view(idlib_view, "geojson", what, "public"))
    assert collection["type"] == "FeatureCollection"
    assert "crs" not in collection
    ids = [feature["id"] for feature in collection["features"]]
    assert len(ids) == len(set(ids))
    assert all(feature["properties"]["review"] == "Machine reading, unreviewed" for feature in collection["features"])


@pytest.mark.parametrize("what", ["claims", "events"])
def test_whole_divisions_are_areas_and_towns_points(idlib_view: LedgerView, what: Any) -> None:
    for feature in json.loads(export_view(idlib_view, "geojson", what, "public"))["features"]:
        kind = feature["geometry"] and feature["geometry"]["type"]
        name = feature["properties"]["place"] or ""
        assert kind != "Point" or "Province" not in name
        if name in ("Idlib Province", "Aleppo Province"):
            assert kind == "MultiPolygon"
        if name in ("Maarat al-Numan", "Ariha"):
            assert kind == "Point"


def test_a_point_is_longitude_then_latitude() -> None:
    assert draw_claim_place(claim_place()) == {"type": "Point", "coordinates": [36.6, 35.7]}


@pytest.mark.parametrize("more", [{"place_id": "country:SY", "admin1": None}, {"lat": None, "lon": None}, {"geo_precision": 3}])
def test_what_has_no_point_of_its_own_is_null(more: dict[str, Any]) -> None:
    assert draw_claim_place(claim_place(**more)) is None


@pytest.mark.parametrize("clockwise", [True, False])
def test_rings_are_closed_and_turn_the_right_way(clockwise: bool) -> None:
    square = ((0.0, 0.0), (0.0, 1.0), (1.0, 1.0), (1.0, 0.0))
    drawn = draw_claim_place(claim_place(relation="near", geometry=Geometry("Polygon", (square if clockwise else square[::-1],))))
    assert drawn is not None
    for outer, ring in rings(drawn):
        assert ring[0] == ring[-1]
        assert (signed_area(ring) > 0) is outer


@pytest.mark.parametrize(("country", "admin1"), [("SY", "Idlib"), ("SY", "Rif Dimashq"), ("UA", "Kharkiv"), ("SD", "North Darfur")])
def test_outlines_of_divisions_turn_the_right_way(country: str, admin1: str) -> None:
    drawn = outline_of(country, admin1, None)
    assert drawn is not None
    for outer, ring in rings(drawn):
        assert len(ring) >= 4
        assert ring[0] == ring[-1]
        assert (signed_area(ring) > 0) is outer
