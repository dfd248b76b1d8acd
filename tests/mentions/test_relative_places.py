"""Relative places with points inside and outside of them, placed by somebody who had not seen what Sayso makes of them.

The events are invented, the towns are real. `country` names the country where the sentence alone does not; an article says it somewhere.
"""

import csv
from pathlib import Path

import pytest

from sayso.gazetteer.distance import kilometres
from sayso.gazetteer.shapes import is_within
from sayso.mentions.actors import find_actors
from sayso.mentions.places import find_places
from tests.claims.reports import article_of

WEAK = {
    "A drone crashed in the east of Homs province.": "a part begins a little beyond the middle, and Palmyra lies just there",
    "Villagers returned to rural Damascus to find looted homes.": "the countryside of the town and no province",
    "Overcrowded shelters in southern Gaza ran out of fuel.": "the governorate of Gaza is taken and not the Strip",
    "In Sudan, drones struck the outskirts of the capital.": "a capital that is not named is no place",
    "Haitian gangs attacked homes on the outskirts of the capital.": "a capital that is not named is no place",
    "Somali troops repelled a raid near the Kenyan border.": "the border's points are 15 km apart and its strip 20 km wide",
    "Trade resumed in Myanmar towns near the Chinese border.": "the order of the border's points goes wrong in its bends",
}
"""Rows that are not read right, and why."""


def rows():
    with Path(__file__).with_name("relative_places.csv").open(encoding="utf8", newline="") as table:
        for row in csv.DictReader(table):
            marks = [pytest.mark.xfail(reason=WEAK[row["sentence"]], strict=True)] if row["sentence"] in WEAK else []
            yield pytest.param(row, id=row["sentence"], marks=marks)


def points(told):
    return [tuple(map(float, point.split())) for point in told.split(";") if point.strip()]


def is_inside(place, lat, lon):
    """Whether a point lies in a place's area, or within its radius where nothing is drawn."""
    if place.geometry is None:
        return place.lat is not None and kilometres(place.lat, place.lon, lat, lon) <= (place.radius_km or 1.0)
    return is_within(place.geometry.coordinates, lat, lon)


@pytest.mark.parametrize("row", list(rows()))
def test_points_inside_are_inside_and_points_outside_are_outside(full_gazetteer, row):
    article = article_of((f"Winters in {row['country']} are mild. " if row["country"] else "") + row["sentence"])
    found = find_places(article, full_gazetteer, find_actors(article))
    place = next(p for p in found if p.text == row["place"] or row["place"] in p.text)
    told = {point: is_inside(place, *point) for point in (*points(row["inside"]), *points(row["outside"]))}
    assert told == {point: point in points(row["inside"]) for point in told}


def test_the_table_is_as_long_as_it_says():
    assert len(list(rows())) == 104
