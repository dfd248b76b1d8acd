"""The areas that words make of places."""

import pytest

from sayso.gazetteer.areas import Relation
from sayso.mentions.place_areas import area_beside, draw_borders
from sayso.model.mentions import PlaceMention
from sayso.model.places import Place

TOWN = Place(place_id="geonames:6", name="Idlib", kind="town", country="SY", admin1="Idlib", lat=35.93, lon=36.63, radius_km=3.0)
DIVISION = Place(place_id="admin1:SY.12", name="Idlib Province", kind="admin1", country="SY", admin1="Idlib", lat=35.78, lon=36.68, radius_km=45.0)
ROAD = Place(place_id="sayso:m5-sy", name="M5", kind="road", country="SY", admin1=None, lat=None, lon=None)
TURKEY = Place(place_id="country:TR", name="Turkey", kind="country", country="TR", admin1=None, lat=39.0, lon=35.2, radius_km=490.0)


@pytest.mark.parametrize(
    ("place", "relation", "drawn"),
    [
        (TOWN, None, False),
        (TOWN, Relation("south of", "towards", 180.0), True),
        (DIVISION, None, False),
        (DIVISION, Relation("northern", "part", 0.0), True),
        (DIVISION, Relation("countryside", "around"), True),
        (ROAD, None, True),
        (ROAD, Relation("along", "all"), True),
        (TURKEY, Relation("border with", "border"), False),
        (TURKEY, Relation("southern", "part", 180.0), True),
    ],
)
def test_which_words_draw_an_area(place, relation, drawn):
    assert (area_beside(place, relation, None) is not None) == drawn


def border(place_id="sayso:border-tr", **more):
    return PlaceMention(start=0, end=1, text="Turkish border", place_id=place_id, **more)


def town(country):
    return PlaceMention(start=0, end=1, text="Sahl", place_id="x:1", country=country)


@pytest.mark.parametrize(
    ("mentions", "adjectives", "drawn"),
    [
        ([border(country="TR"), town("SY")], {}, True),
        ([border(country="TR")], {"SY": 1}, True),
        ([border("sayso:border-sy-tr")], {}, True),
        ([border(country="TR")], {"TR": 3}, False),
        ([border(country="TR"), town("FR")], {}, False),
        ([border("country:TR", country="TR", relation="near the border with"), town("SY")], {}, True),
        ([border("country:TR", country="TR"), town("SY")], {}, False),
    ],
)
def test_a_border_is_drawn_where_both_its_countries_are_known(mentions, adjectives, drawn):
    assert (draw_borders(mentions, adjectives)[0].geometry is not None) == drawn
