import pytest

from sayso.gazetteer import shapes_of
from sayso.gazetteer.shapes import contains, extent_of
from sayso.knowledge.actors import load_countries

POINTS = [("SY", 35.93, 36.63, "Idlib"), ("SY", 35.95, 39.01, "Al-Raqqah"), ("IQ", 36.34, 43.13, "Nineveh"), ("UA", 48.59, 38.0, "Donetsk")]


@pytest.mark.parametrize(("country", "lat", "lon", "name"), POINTS)
def test_a_town_lies_in_its_division(country, lat, lon, name):
    assert [s.name.replace(" Governorate", "").replace(" Oblast", "") for s in shapes_of(country) if contains(s, lat, lon)] == [name]


def test_extent_of_a_country():
    syria = extent_of(shapes_of("SY"))
    assert 180_000 < syria.square_km < 195_000
    assert extent_of(()) is None


def test_every_country_has_rings_that_can_be_drawn():
    assert [code for code in load_countries() if not shapes_of(code)] == []
    assert shapes_of("ZZ") == ()
    assert all(len(ring) >= 3 and -180 <= x <= 180 and -90 <= y <= 90 for s in shapes_of("SY") for ring in s.rings for x, y in ring)
