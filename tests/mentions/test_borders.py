"""Borders are lines without a point."""

import pytest

from sayso.mentions.borders import find_borders

FOUND = [
    ("They fled to the Turkish border.", [("Turkish border", "sayso:border-tr", "TR")]),
    ("They fled to Turkey's border.", [("Turkey's border", "sayso:border-tr", "TR")]),
    ("They live on the Syria-Iraq border.", [("Syria-Iraq border", "sayso:border-iq-sy", None)]),
    ("They live on the Iraqi and Syrian borders.", [("Iraqi and Syrian borders", "sayso:border-iq-sy", None)]),
    ("The Turkish border is closed.", [("Turkish border", "sayso:border-tr", "TR")]),
    ("They met at the Lebanese frontier.", [("Lebanese frontier", "sayso:border-lb", "LB")]),
    ("They fled to the Tarmin border.", []),
    ("They live on the Syria-Tarmin border.", []),
    ("They fled over the border.", []),
    ("Turkey's borders on paper are long.", [("Turkey's borders", "sayso:border-tr", "TR")]),
]


@pytest.mark.parametrize(("text", "borders"), FOUND, ids=[row[0] for row in FOUND])
def test_borders_are_named_by_the_countries_beside_them(small_gazetteer, text, borders):
    assert [(b.text, b.place_id, b.country) for b in find_borders(text, 0, len(text), small_gazetteer)] == borders


def test_a_border_has_no_point_and_says_why(small_gazetteer):
    text = "They fled to the Turkish border."
    (border,) = find_borders(text, 0, len(text), small_gazetteer)
    assert (border.lat, border.lon, border.geo_precision, border.where_prec) == (None, None, 3, 5)
    assert border.name == "border of Turkey"
    assert "line" in border.why


def test_the_order_of_the_countries_does_not_change_the_id(small_gazetteer):
    ids = [b.place_id for t in ("the Syria-Iraq border", "the Iraq-Syria border") for b in find_borders(t, 0, len(t), small_gazetteer)]
    assert len(ids) == 2
    assert len(set(ids)) == 1


def test_only_what_stands_between_the_offsets_is_read(small_gazetteer):
    text = "the Turkish border and the Iraqi border"
    assert [b.text for b in find_borders(text, 19, len(text), small_gazetteer)] == ["Iraqi border"]
