"""The map shows towns by sign and never a whole division as one."""

from sayso.gazetteer import shapes_of
from sayso.model.views import LedgerView
from sayso.outputs.map_drawing import LEGEND, SIGNS, draw_map, list_places
from sayso.outputs.map_places import find_divisions, find_towns
from sayso.outputs.map_projection import drop_outliers, outline_path, window_around


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
    path = outline_path(idlib, window)
    assert path.startswith("M")
    assert path.endswith("Z")
