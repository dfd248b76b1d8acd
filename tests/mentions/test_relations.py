import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.gazetteer.areas import Relation, area_of, corridor, offset
from sayso.mentions.relations import find_relation

FOUND = [
    ("A post stands south of Daria.", "south of", "towards", 180, None),
    ("A post stands 12 km north-east of Daria.", "12 km north-east of", "towards", 45, 12),
    ("A post stands 5 miles to the west of the town of Daria.", "5 miles to the west of", "towards", 270, 8.0),
    ("They fought on the western outskirts of Daria.", "western outskirts", "edge", 270, None),
    ("They fought on Daria's western outskirts.", "western outskirts", "edge", 270, None),
    ("They fought in the Daria countryside.", "countryside", "around", None, None),
    ("They fought in the northern countryside of Daria.", "northern countryside", "around", 0, None),
    ("They fought near Daria.", "near", "near", None, None),
    ("They fought in northern Daria.", "northern", "part", 0, None),
    ("They fought between Daria and Salwan.", "between", "between", None, None),
    ("They fought all over Daria.", "all over", "all", None, None),
    ("They crossed the border with Daria.", "border with", "border", None, None),
]


@pytest.mark.parametrize(("text", "words", "shape", "bearing", "km"), FOUND)
def test_relation_words(text, words, shape, bearing, km):
    start = text.index("Daria")
    found = find_relation(text, start, start + 5, (0, len(text)))
    assert (found.words.removesuffix(" of") if shape == "edge" else found.words) in (words, f"the {words}")
    assert (found.shape, found.bearing) == (shape, bearing)
    assert found.distance_km is None if km is None else math.isclose(found.distance_km, km, rel_tol=0.01)


@pytest.mark.parametrize("text", ["They left Daria.", "Daria was shelled.", "In the north, Daria fell.", "The southern front. Daria fell."])
def test_no_relation(text):
    start = text.index("Daria")
    assert find_relation(text, start, start + 5, (0, len(text))) is None


@given(st.sampled_from(["towards", "edge", "around", "near", "part"]), st.none() | st.floats(0, 359), st.floats(1, 200), st.sampled_from(["town", "admin1", "country"]))
def test_areas_are_closed_rings_within_their_radius(shape, bearing, radius, kind):
    area = area_of(Relation("x", shape, bearing), 36.0, 37.0, radius, kind)
    ring = area.geometry.coordinates[0]
    assert ring[0] == ring[-1]
    assert max(abs(lat - 36.0) * 111.2 for _, lat in ring) <= area.radius_km + 0.2


def test_a_told_distance_makes_a_band_around_it():
    area = area_of(Relation("20 km north of", "towards", 0.0, 20.0), 36.0, 37.0, 2.0, "town")
    north = [(lat - 36.0) * 111.2 for _, lat in area.geometry.coordinates[0]]
    assert 24 < max(north) < 26
    assert min(north) > 10


@pytest.mark.parametrize("shape", ["all", "between"])
def test_no_area_of_its_own(shape):
    assert area_of(Relation("x", shape), 36.0, 37.0, 5.0, "town") is None


def test_a_corridor_joins_two_points():
    area = corridor((36.0, 37.0), (36.0, 38.0))
    assert area.geometry.coordinates[0][0] == area.geometry.coordinates[0][-1]
    assert (area.geo_precision, area.where_prec) == (3, 5)
    assert math.isclose(area.radius_km, 45, abs_tol=1)


@given(st.floats(-60, 60), st.floats(-170, 170), st.floats(0, 300))
def test_offset_north_and_back(lat, lon, km):
    lon2, lat2 = offset(lat, lon, km, 0)
    assert math.isclose((lat2 - lat) * 111.2, km, abs_tol=0.02)
    assert math.isclose(lon2, lon, abs_tol=1e-3)
