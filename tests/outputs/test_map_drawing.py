"""The map shows towns by sign and never a whole division as one."""

import re

import pytest

from sayso.gazetteer import shapes_of
from sayso.gazetteer.distance import kilometres
from sayso.gazetteer.shapes import shapes_in
from sayso.gazetteer.waters import waters_in
from sayso.model.views import LedgerView
from sayso.outputs.map_drawing import LEGEND, RIVERS_FROM, SIGNS, draw_map, list_places
from sayso.outputs.map_places import find_divisions, find_towns
from sayso.outputs.map_projection import drop_outliers, path_of, window_around


def test_signs_differ_in_shape_and_all_stand_in_the_legend() -> None:
    assert len({sign.split("class")[0] for sign in SIGNS.values()}) == len(SIGNS)
    assert [marker for marker, _ in LEGEND] == list(SIGNS)


def test_towns_and_divisions_are_told_apart(idlib_view: LedgerView) -> None:
    towns = {t.name: t.marker for t in find_towns(idlib_view.claims, idlib_view.situation.control)}
    divisions = {d.name for d in find_divisions(idlib_view.claims)}
    assert towns["Maarat al-Numan"] == "ring"
    assert towns["Idlib"] == "dot"
    assert divisions == {"Idlib Province", "Aleppo Province"}
    assert not divisions & towns.keys()


def test_everything_on_the_map_stands_in_its_words(idlib_view: LedgerView) -> None:
    names = {name for name, _, _ in list_places(idlib_view.claims, idlib_view.situation.control)}
    assert {t.name for t in find_towns(idlib_view.claims, idlib_view.situation.control)} <= names


def test_no_place_with_a_point_makes_no_map(idlib_view: LedgerView) -> None:
    assert draw_map([], [], "empty") == ""
    assert draw_map(idlib_view.claims, idlib_view.situation.control, "Idlib").startswith('<svg class="map"')


def test_a_window_holds_its_points_and_one_far_off_is_left_out() -> None:
    points = drop_outliers([(35.6, 36.6, 5), (35.9, 36.7, 4), (48.8, 2.3, 1)])
    window = window_around(points)
    assert points == [(35.6, 36.6), (35.9, 36.7)]
    assert all(window.shows(lat, lon) for lat, lon in points)
    assert not window.shows(48.8, 2.3)


def test_an_outline_is_a_path_within_reach_of_the_window() -> None:
    window = window_around([(35.9, 36.6)])
    (idlib,) = [s for s in shapes_of("SY") if s.name == "Idlib"]
    path = path_of(idlib.rings, window)
    assert path.startswith("M")
    assert path.endswith("Z")


@pytest.mark.parametrize(
    ("river", "lat", "lon"),
    [("Euphrates at Jarabulus", 36.82, 38.01), ("Tigris at Baghdad", 33.33, 44.40), ("Nile at Khartoum", 15.60, 32.53), ("Dnipro at Kherson", 46.63, 32.60)],
)
def test_rivers_run_where_they_are(river: str, lat: float, lon: float) -> None:
    lines = waters_in((lon - 1, lat - 1, lon + 1, lat + 1)).rivers
    assert min(kilometres(lat, lon, y, x) for line in lines for x, y in line) < 15, river


def test_an_island_that_is_part_of_a_division_elsewhere_has_land() -> None:
    assert [s.country for s in shapes_in((53.2, 12.2, 54.6, 12.8))] == ["YE"]


def test_waters_and_land_far_off_are_not_drawn() -> None:
    box = (36.0, 35.0, 38.0, 37.0)
    assert {s.country for s in shapes_in(box)} == {"SY", "TR"}
    assert all(any(30 < x < 45 for x, _ in line) for line in waters_in(box).rivers)


def test_neighbours_are_drawn_though_no_claim_names_them_and_rivers_on_wide_maps_alone(idlib_view: LedgerView) -> None:
    narrow = draw_map(idlib_view.claims, idlib_view.situation.control, "Idlib")
    assert narrow.count('class="m-abroad"') >= 1
    assert "m-river" not in narrow
    assert RIVERS_FROM > 1


def test_a_wide_map_has_its_rivers_open_and_its_lakes_closed() -> None:
    window = window_around([(33.3, 36.2), (36.8, 42.0)])
    assert window.north - window.south > RIVERS_FROM
    waters = waters_in(window.box)
    assert "Z" not in path_of(waters.rivers, window, closed=False)
    assert re.fullmatch(r"(?:M[-\d.e ]+(?:L[-\d.e ]+)+Z)*", path_of(waters.lakes, window))
