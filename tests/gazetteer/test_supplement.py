"""Sayso's own places, and how they join those of the packages."""

import pytest

from sayso.errors import KnowledgeError
from sayso.gazetteer.rows import GazetteerRow
from sayso.gazetteer.supplement import merge_supplement, read_supplement
from sayso.model.places import Place


def row(place_id, name, lat=35.0, lon=36.0, kind="town", country="SY", radius=2.0, names=()):
    place = Place(place_id=place_id, name=name, kind=kind, country=country, admin1=None, lat=lat, lon=lon, radius_km=radius)
    return GazetteerRow(place, None, (name, *names))


PACKAGE = row("geonames:1", "Oslan", names=("Ouslan",))


def test_an_added_town_nearby_names_the_packages_town_which_keeps_its_point():
    (merged,) = merge_supplement([PACKAGE], [row("sayso:oslan", "Oslan", lat=35.05, radius=5.0, names=("Auslan",))])
    assert (merged.place.place_id, merged.place.lat, merged.place.radius_km) == ("geonames:1", 35.0, 5.0)
    assert set(merged.names) == {"Oslan", "Ouslan", "Auslan"}


@pytest.mark.parametrize(
    "added",
    [
        row("sayso:oslan", "Oslan", lat=36.0),
        row("sayso:tarbin", "Tarbin"),
        row("sayso:oslan", "Oslan", kind="area"),
        row("sayso:oslan", "Oslan", country="IQ"),
        row("sayso:oslan", "Oslan", lat=None, lon=None),
    ],
    ids=["far away", "another name", "an area", "another country", "without a point"],
)
def test_other_places_are_appended(added):
    assert merge_supplement([PACKAGE], [added]) == [PACKAGE, added]


def test_of_two_towns_the_nearer_one_is_meant():
    other = row("geonames:2", "Oslan", lat=35.09)
    merged = merge_supplement([PACKAGE, other], [row("sayso:oslan", "Osslan", lat=35.08, names=("Oslan",))])
    assert [r.place.name for r in merged] == ["Oslan", "Osslan"]


def test_a_division_that_is_not_known_is_an_error_that_names_it():
    with pytest.raises(KnowledgeError, match=r"no division .* see admin1_names.yaml"):
        read_supplement({})


def test_a_new_place_of_the_table_gets_an_id_made_of_its_name_and_division(small_gazetteer):
    place = small_gazetteer.find("Hazano")[0].place
    assert place.place_id == "sayso:hazano-sy-idlib"
    assert (place.country, place.admin1) == ("SY", "Idlib")
