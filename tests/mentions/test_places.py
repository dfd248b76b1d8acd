"""Sentences are made up; the small gazetteer of conftest.py knows a few dozen Syrian towns and every country."""

import re

import msgspec
import pytest

from sayso.gazetteer import Gazetteer
from sayso.gazetteer.shapes import is_within
from sayso.mentions.places import find_places
from sayso.model.articles import Article, Block, Published
from sayso.model.mentions import ActorMention, PlaceMention


def article(text: str, kind: str = "paragraph") -> Article:
    blocks = tuple(Block(kind=kind, start=m.start(), end=m.end()) for m in re.finditer(r"[^\n]+", text))
    return Article(
        article_id="t", digest="0", publisher=None, url=None, title=None, language="en", outcome="read", why=None,
        published=Published(), text=text, blocks=blocks,
    )  # fmt: skip


def places(gazetteer: Gazetteer, text: str, actors: tuple[ActorMention, ...] = ()) -> list[PlaceMention]:
    found = find_places(article(text), gazetteer, actors)
    assert all(text[m.start : m.end] == m.text for m in found)
    return list(found)


SETTING = "Syrian officials said that fighting had reached Saraqib in Syria. "

NAMED = [
    ("Shells fell on Ariha and Saraqeb overnight.", ["Ariha", "Saraqeb"]),
    ("Families left Maaret al-Numan for Sarmada.", ["Maaret al-Numan", "Sarmada"]),
    ("The town of Hazano was hit.", ["Hazano"]),
    ("Trucks crossed from Turkey at Bab al-Hawa.", ["Turkey", "Bab al-Hawa"]),
    ("Clashes went on in eastern Ghouta.", ["eastern Ghouta"]),
    ("They walked along the Euphrates valley.", ["Euphrates valley"]),
    ("It happened in the village of Tal Farisa near Idlib.", ["Tal Farisa", "Idlib"]),
]


@pytest.mark.parametrize(("text", "names"), NAMED)
def test_names_are_found_where_they_stand(small_gazetteer, text, names):
    assert [m.text for m in places(small_gazetteer, SETTING + text)][2:] == names


NO_PLACES = [
    "Early on Friday the shelling stopped.",
    "President Salem Haddad spoke to reporters.",
    "Idris Salem, 34, lost his house.",
    "The Syrian army and Turkish officers met.",
    "Salem said he would stay.",
]


@pytest.mark.parametrize("text", NO_PLACES)
def test_words_persons_and_peoples_are_no_places(small_gazetteer, text):
    assert places(small_gazetteer, text) == []


def test_names_inside_actors_are_no_places(small_gazetteer):
    text = "Damascus rejected the offer, and people in Damascus heard of it."
    spared = places(small_gazetteer, text, (ActorMention(start=0, end=8, text="Damascus"),))
    assert [m.start for m in spared] == [text.rindex("Damascus")]


@pytest.mark.parametrize("kind", ["promotion", "navigation", "licence", "byline"])
def test_only_the_body_is_read(small_gazetteer, kind):
    assert find_places(article("Read more in Turkey and Syria.", kind), small_gazetteer, ()) == ()


RESOLVED = [
    ("Rain fell in Salem, Oregon.", "Salem", "US", 44.9),
    ("Fighting in Syria spread. Rebels held Ariha near Idlib.", "Ariha", "SY", 35.8),
    ("The Palestinian mayor of Ariha spoke in the West Bank.", "Ariha", "PS", 31.9),
    ("Convoys entered Turkey.", "Turkey", "TR", 39.0),
]


@pytest.mark.parametrize(("text", "name", "country", "lat"), RESOLVED)
def test_context_chooses_among_places_of_one_name(small_gazetteer, text, name, country, lat):
    mention = next(m for m in places(small_gazetteer, text) if m.text == name)
    assert (mention.country, round(mention.lat, 1)) == (country, lat)


PROVINCE_OR_TOWN = [
    ("Shells hit Idlib province.", "admin1:SY.12"),
    ("Shells hit the province of Idlib.", "admin1:SY.12"),
    ("Shells hit Idlib city.", "geonames:6"),
    ("Shells hit Idlib.", "geonames:6"),
    ("Shells hit the northern countryside of Aleppo.", "geonames:7"),
    ("Shells hit Aleppo's northern countryside.", "admin1:SY.09"),
    ("Shells hit the Damascus countryside.", "admin1:SY.08"),
]


@pytest.mark.parametrize(("text", "place_id"), PROVINCE_OR_TOWN)
def test_type_words_tell_the_province_from_the_town(small_gazetteer, text, place_id):
    assert places(small_gazetteer, SETTING + text)[2].place_id == place_id


def test_a_province_is_an_area_and_its_score_a_share(small_gazetteer):
    mention = places(small_gazetteer, "Many fled Idlib province in Syria.")[0]
    assert (mention.geo_precision, mention.where_prec) == (3, 4)
    assert mention.radius_km > 20
    assert 0 < mention.score <= 1


def test_a_name_that_nothing_resolves_stays_with_nulls_and_a_reason(small_gazetteer):
    mention = places(small_gazetteer, SETTING + "The village of Tal Farisa was hit.")[-1]
    assert (mention.text, mention.place_id, mention.lat, mention.geo_precision) == ("Tal Farisa", None, None, None)
    assert "no place of this name" in mention.why


def test_a_part_of_the_world_is_named_but_has_no_precision(small_gazetteer):
    mention = places(small_gazetteer, "War in the Middle East goes on.")[0]
    assert (mention.name, mention.geo_precision, mention.where_prec) == ("Middle East", None, None)


def test_a_road_and_a_border_have_no_point(small_gazetteer):
    found = places(small_gazetteer, SETTING + "Tanks moved from Saraqib towards the Turkish border.")
    border = found[-1]
    assert (border.text, border.place_id, border.lat, border.where_prec) == ("Turkish border", "sayso:border-tr", None, 5)


@pytest.mark.parametrize(
    ("road", "on_it", "off_it"),
    [("M5", [(35.65, 36.68), (34.72, 36.73), (35.97, 36.89)], [(35.53, 35.79), (35.81, 36.32), (36.39, 38.86)]),
     ("M4", [(35.81, 36.32), (36.39, 38.86)], [(35.44, 36.65), (34.72, 36.73)])],
)  # fmt: skip
def test_a_road_is_the_strip_along_it(small_gazetteer, road, on_it, off_it):
    (place,) = [p for p in places(small_gazetteer, f"Clashes broke out on the {road} highway in Syria.") if p.text.startswith(road)]
    assert (place.lat, place.geo_precision, place.where_prec) == (None, 3, 5)
    assert [is_within(place.geometry.coordinates, lat, lon) for lat, lon in (*on_it, *off_it)] == [True] * len(on_it) + [False] * len(off_it)


def test_the_anchor_keeps_its_point_and_the_relation_makes_the_area(small_gazetteer):
    mention = places(small_gazetteer, "In Syria, a post was set up south of Saraqib.")[1]
    assert (mention.relation, mention.lat, mention.lon, mention.geo_precision, mention.where_prec) == ("south of", 35.864, 36.806, 2, 2)
    assert mention.geometry.type == "Polygon"
    assert all(lat <= mention.lat for _, lat in mention.geometry.coordinates[0])


def test_a_short_form_takes_the_place_of_the_name_before(small_gazetteer):
    text = SETTING + "Maarat al-Numan was hit. In Numan, two died."
    long, short = places(small_gazetteer, text)[2:]
    assert (short.text, short.place_id) == ("Numan", long.place_id)


def test_a_name_that_lost_its_apostrophe(small_gazetteer):
    assert [(m.text, m.place_id) for m in places(small_gazetteer, "It was Syrias longest siege.")] == [("Syria", "country:SY")]


def test_the_same_article_gives_the_same_mentions(small_gazetteer):
    text = SETTING + "Shells fell on Ariha, Hazano and Sarmada near the Turkish border."
    runs = {msgspec.json.encode(places(small_gazetteer, text)) for _ in range(3)}
    assert len(runs) == 1
