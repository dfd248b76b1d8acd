"""Distances on the globe."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.gazetteer.distance import kilometres

LATS, LONS = st.floats(-90, 90), st.floats(-180, 180)


@pytest.mark.parametrize(
    ("start", "end", "km"),
    [((36.20, 37.16), (33.51, 36.29), 309), ((0, 0), (0, 1), 111), ((0, 179.5), (0, -179.5), 111), ((90, 0), (-90, 0), 20016), ((50, 8), (50, 8), 0)],
)
def test_known_distances(start, end, km):
    assert kilometres(*start, *end) == pytest.approx(km, abs=1.0)


@given(LATS, LONS, LATS, LONS)
def test_there_and_back_are_as_far_and_nothing_is_farther_than_half_the_globe(lat, lon, other_lat, other_lon):
    there = kilometres(lat, lon, other_lat, other_lon)
    assert there == pytest.approx(kilometres(other_lat, other_lon, lat, lon), abs=1e-6)
    assert 0 <= there < 20_020
