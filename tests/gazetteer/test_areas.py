"""Areas that words around a place make of it."""

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.gazetteer.areas import Relation, area_of, corridor, offset, strip
from sayso.gazetteer.distance import kilometres

LAT, LON = 36.0, 37.0

PRECISION = [
    # relation, kind of place, ACLED's and UCDP's precision
    (Relation("south of", "towards", 180.0), "town", (2, 2)),
    (Relation("near", "near"), "town", (2, 2)),
    (Relation("western outskirts", "edge", 270.0), "town", (2, 2)),
    (Relation("12 km north of", "towards", 0.0, 12.0), "town", (2, 2)),
    (Relation("60 km north of", "towards", 0.0, 60.0), "town", (2, 3)),
    (Relation("northern", "part", 0.0), "admin1", (3, 4)),
    (Relation("northern", "part", 0.0), "admin2", (2, 3)),
    (Relation("northern", "part", 0.0), "country", (3, 5)),
]


@pytest.mark.parametrize(("relation", "kind", "codes"), PRECISION, ids=[f"{row[0].words} a {row[1]}" for row in PRECISION])
def test_precision_codes(relation, kind, codes):
    area = area_of(relation, LAT, LON, 2.0, kind)
    assert (area.geo_precision, area.where_prec) == codes


@pytest.mark.parametrize(("bearing", "axis", "sign"), [(0.0, 1, 1), (90.0, 0, 1), (180.0, 1, -1), (270.0, 0, -1)])
def test_a_direction_lies_on_its_side(bearing, axis, sign):
    ring = area_of(Relation("x", "towards", bearing), LAT, LON, 2.0, "town").geometry.coordinates[0]
    assert all(sign * (point[axis] - (LON, LAT)[axis]) >= 0 for point in ring)


@pytest.mark.parametrize("line", [((35.0, 36.7), (35.5, 36.75), (35.9, 36.9)), ((35.0, 36.7), (35.0, 37.2)), ((35.0, 37.2), (35.3, 37.2), (35.3, 36.7))])
def test_a_road_is_a_strip_along_its_line(line):
    area = strip(line)
    ring = area.geometry.coordinates[0]
    assert ring[0] == ring[-1]
    assert len(ring) == 2 * len(line) + 1
    for left, right, (lat, lon) in zip(ring, reversed(ring[:-1]), line, strict=False):
        assert kilometres(lat, lon, left[1], left[0]) == pytest.approx(3.0, abs=0.1)
        assert kilometres(lat, lon, right[1], right[0]) == pytest.approx(3.0, abs=0.1)
    length = sum(kilometres(*a, *b) for a, b in itertools.pairwise(line))
    assert area.radius_km == pytest.approx(length / 2, abs=0.1)


@pytest.mark.parametrize("shape", ["all", "between"])
def test_a_relation_that_takes_the_whole_draws_nothing(shape):
    assert area_of(Relation("x", shape), LAT, LON, 2.0, "town") is None


def test_near_reaches_farther_than_the_outskirts_and_less_than_the_countryside():
    edge, near, around = (area_of(Relation("x", shape), LAT, LON, 2.0, "town").radius_km for shape in ("edge", "near", "around"))
    assert edge < near < around


@given(st.floats(-60, 60), st.floats(-170, 170), st.floats(1, 200), st.floats(0, 359))
def test_an_offset_is_as_far_as_asked(lat, lon, km, bearing):
    far_lon, far_lat = offset(lat, lon, km, bearing)
    assert math.isclose(kilometres(lat, lon, far_lat, far_lon), km, rel_tol=0.05, abs_tol=0.1)


def test_a_corridor_is_as_long_as_the_way_and_at_least_four_kilometres_wide():
    area = corridor((36.0, 37.0), (36.05, 37.0))
    lons = [lon for lon, _ in area.geometry.coordinates[0]]
    assert math.isclose((max(lons) - min(lons)) * 111.2 * math.cos(math.radians(36)), 4.0, abs_tol=0.1)
    assert (area.geo_precision, area.where_prec) == (3, 5)
