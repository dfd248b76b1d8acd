"""The part of a town that a clause tells beside its name."""

import pytest

from sayso.claims.place_parts import shift_place, tells_part
from sayso.model.mentions import PlaceMention

TOWN = PlaceMention(start=0, end=6, text="Tarmin", place_id="sayso:tarmin", lat=35.0, lon=36.0, geo_precision=1, where_prec=1)

PARTS = [
    ("they still hold the western outskirts", "western outskirts"),
    ("fighting went on in its northern districts", "northern"),
    ("they hold the eastern side", "eastern"),
    ("they shelled the countryside", "countryside"),
    ("they shelled the south-eastern suburbs", "south-eastern suburbs"),
]


@pytest.mark.parametrize(("clause", "words"), PARTS)
def test_the_part_becomes_the_relation_and_the_point_stays(clause, words):
    moved = shift_place(clause, TOWN)
    assert moved.relation.startswith(words) or moved.relation in words
    assert (moved.lat, moved.lon, moved.place_id) == (35.0, 36.0, "sayso:tarmin")
    assert moved.geometry is not None
    assert tells_part(clause)


@pytest.mark.parametrize("clause", ["they fled", "they held the outskirts of Oslan", "a western officer came"])
def test_no_part_leaves_the_town_as_it_was(clause):
    assert shift_place(clause, TOWN) == TOWN
    assert not tells_part(clause)


def test_the_western_part_lies_west_of_the_point():
    ring = shift_place("they hold the western outskirts", TOWN).geometry.coordinates[0]
    assert max(lon for lon, _ in ring) <= 36.0
    ring = shift_place("they hold the northern outskirts", TOWN).geometry.coordinates[0]
    assert min(lat for _, lat in ring) >= 35.0


@pytest.mark.parametrize("change", [{"geo_precision": 3}, {"lat": None, "lon": None}, {"geo_precision": None}])
def test_a_province_or_a_place_without_a_point_has_no_outskirts(change):
    place = PlaceMention(**{**{n: getattr(TOWN, n) for n in ("start", "end", "text", "place_id", "lat", "lon", "geo_precision")}, **change})
    assert shift_place("they hold the western outskirts", place) == place


def test_what_lay_near_a_town_before_is_told_of_the_town_itself():
    near = PlaceMention(start=0, end=6, text="Tarmin", place_id="sayso:tarmin", relation="near", lat=35.0, lon=36.0, geo_precision=2)
    assert shift_place("they fled", near).relation is None
