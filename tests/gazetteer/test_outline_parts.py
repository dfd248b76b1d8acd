"""Parts that are cut from outlines."""

import pytest

from sayso.gazetteer.outline_parts import border_of, part_of_outline
from sayso.gazetteer.shapes import is_within

SARMADA, KHAN_SHAYKHUN, IDLIB = (36.18, 36.72), (35.44, 36.65), (35.93, 36.63)
MOPTI, KIDAL, KAYES = (14.49, -4.18), (18.44, 1.41), (14.45, -11.43)


def is_inside(area, lat, lon):
    return is_within(area.geometry.coordinates, lat, lon)


@pytest.mark.parametrize(
    ("country", "code", "bearing", "inside", "outside"),
    [
        ("SY", "SY.12", 0.0, [SARMADA], [KHAN_SHAYKHUN]),
        ("SY", "SY.12", 180.0, [KHAN_SHAYKHUN], [SARMADA]),
        ("ML", None, None, [MOPTI], [KIDAL, KAYES]),
        ("ML", None, 0.0, [KIDAL], [MOPTI, KAYES]),
        ("ML", None, 270.0, [KAYES], [KIDAL]),
        ("NG", None, 45.0, [(11.85, 13.16)], [(13.06, 5.24), (4.82, 7.05)]),
    ],
)
def test_parts_of_countries_and_divisions(country, code, bearing, inside, outside):
    area = part_of_outline(country, code, bearing)
    assert [is_inside(area, *point) for point in (*inside, *outside)] == [True] * len(inside) + [False] * len(outside)
    assert area.where_prec == (5 if code is None else 4)


def test_a_countryside_is_told_from_its_town():
    aleppo = (37.16, 36.20)
    west = part_of_outline("SY", "SY.09", 270.0, aleppo)
    assert is_inside(west, 36.18, 36.90)
    assert not is_inside(west, 36.37, 37.52)


def test_without_an_outline_there_is_no_part():
    assert part_of_outline("XX", None, 0.0) is None
    assert part_of_outline("SY", "SY.99", 0.0) is None


def test_a_border_is_a_strip_on_both_sides():
    border = border_of("SY", "TR")
    assert [is_inside(border, *p) for p in ((36.22, 36.70), (36.85, 38.35), (36.70, 38.95))] == [True] * 3
    assert [is_inside(border, *p) for p in ((35.95, 39.01), (35.13, 36.76), (37.06, 37.38))] == [False] * 3


def test_countries_that_do_not_meet_have_no_border():
    assert border_of("SY", "FR") is None
