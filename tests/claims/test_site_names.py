"""Sites by their whole names."""

import pytest

from sayso.claims.site_names import with_site
from sayso.knowledge.claim_places import level_of
from sayso.model.mentions import PlaceMention
from tests.claims.reports import SETTING, claim_of

TOWN = PlaceMention(start=0, end=4, text="Aris", name="Aris", place_id="geonames:1", lat=35.0, lon=36.0, radius_km=3.0, geo_precision=1, where_prec=1)


def site_in(text, **told):
    town = PlaceMention(**{name: getattr(TOWN, name) for name in TOWN.__struct_fields__} | told)
    return with_site(text, town)


SITES = ["Aris airport", "Aris military airport", "Aris air base", "Aris bridge", "Aris prison", "Aris oil field", "Aris power plant"]


@pytest.mark.parametrize("text", SITES)
def test_a_towns_site_is_near_it_and_has_no_id(text):
    site = site_in(f"{text} was hit")
    assert (site.text, site.name, site.place_id) == (text, text, None)
    assert (site.lat, site.radius_km, site.geo_precision) == (35.0, 15.0, 2)


NONE = [
    "Aris street fighting", "Aris road map", "Aris university hospital", "Aris road camp", "Aris hospital", "Aris camp", "Aris school", "Aris hotel",
    "Aris prison guard", "Aris base of the brigade", "Aris airport road", "Aris street", "Aris's airport", "Aris base-camp", "Aris stadium", "Aris farms",
]  # fmt: skip


@pytest.mark.parametrize("text", NONE)
def test_other_words_behind_a_town_make_no_site(text):
    assert site_in(text) == TOWN


def test_a_street_takes_its_word_where_no_gazetteer_holds_the_name():
    street = with_site("Al-Teen street was hit", PlaceMention(start=0, end=7, text="Al-Teen"))
    assert (street.text, street.name, street.lat) == ("Al-Teen street", None, None)


def test_a_site_that_the_gazetteer_holds_keeps_its_id():
    site = site_in("Aris airport", name="Aris air base", place_id="sayso:aris-air-base")
    assert (site.text, site.place_id, site.radius_km) == ("Aris airport", "sayso:aris-air-base", 3.0)


def test_what_a_relation_makes_of_a_place_stays():
    near = site_in("Aris airport", relation="south of", radius_km=37.5, geo_precision=2)
    assert (near.text, near.radius_km, near.place_id) == ("Aris airport", 37.5, "geonames:1")


@pytest.mark.parametrize("lead", ["Tarmin-", "Tarmin - ", "Tarmin \u2013 "])
def test_the_second_town_of_a_road_is_no_site(lead):
    town = PlaceMention(start=len(lead), end=len(lead) + 4, text="Aris", place_id="geonames:1", lat=35.0, geo_precision=1)
    assert with_site(f"{lead}Aris bridge", town) == town


def test_a_country_has_no_site_of_its_name():
    country = PlaceMention(start=0, end=5, text="Syria", place_id="country:SY", lat=35.0, geo_precision=3)
    assert with_site("Syria airport", country) == country


def test_a_claim_is_at_the_site_which_is_as_fine_as_a_town(small_gazetteer):
    (place,) = claim_of(SETTING + "Shells fell on Ariha airport.", small_gazetteer, "strike").places
    assert (place.text, place.place_id, level_of(place)) == ("Ariha airport", None, "town")
