"""Where a happening took place: the places of its clause and the roles that they play."""

import pytest

from tests.claims.reports import SETTING, claim_of, claims_of

# sentence, class, (name, role) of each place
ROLES = [
    ("Shells fell on Ariha.", "strike", [("Ariha", "at")]),
    ("Shells fell on Ariha and Saraqib.", "strike", [("Ariha", "at"), ("Saraqib", "at")]),
    ("Families fled Ariha.", "displacement", [("Ariha", "from")]),
    ("Families fled from Ariha to Idlib.", "displacement", [("Ariha", "from"), ("Idlib", "to")]),
    ("Families fled Ariha towards Idlib.", "displacement", [("Ariha", "from"), ("Idlib", "towards")]),
    ("Families fled Ariha, Saraqib and Maarat al-Numan.", "displacement", [("Ariha", "from"), ("Saraqib", "from"), ("Maarat al-Numan", "from")]),
    ("Some 200 families left Ariha and Saraqib for Idlib.", "displacement", [("Ariha", "from"), ("Saraqib", "from"), ("Idlib", "to")]),
    ("Shells fired from Saraqib fell on Ariha.", "strike", [("Ariha", "at")]),
    ("Families who fled arrived in Idlib.", "displacement", [("Idlib", "to")]),
    ("Families fled through Saraqib.", "displacement", [("Saraqib", "via")]),
    ("Hundreds of families returned to Ariha from Turkey.", "return", [("Ariha", "to"), ("Turkey", "from")]),
    ("Ariha was emptied as families fled.", "displacement", [("Ariha", "from")]),
]


@pytest.mark.parametrize(("text", "event", "places"), ROLES, ids=[row[0] for row in ROLES])
def test_roles(small_gazetteer, text, event, places):
    assert [(p.text, p.role) for p in claim_of(SETTING + text, small_gazetteer, event).places] == places


CONTAINERS = [
    ("Shells fell on Ariha in Idlib province.", ["Ariha"]),
    ("Shells fell on Ariha, in the countryside of Idlib.", ["Ariha"]),
    ("Shells fell on Ariha in Syria.", ["Ariha"]),
    ("In Idlib province, shells fell on Ariha.", ["Ariha"]),
    ("Shells fell on Ariha and again on Ariha.", ["Ariha"]),
    ("Shells fell on Idlib province.", ["Idlib"]),
    ("Shells fell on Saraqib and Aleppo province.", ["Saraqib", "Aleppo"]),
    ("Shells fell on Idlib's western Ariha district.", ["Ariha"]),
    ("Shells fell on Idlibs western Ariha district.", ["Ariha"]),
]

KINDS_OF_PEOPLE = [
    "A bomb exploded in Ariha's Shiite suburbs.",
    "Shells hit Ariha's Armenian quarter.",
]


@pytest.mark.parametrize("text", KINDS_OF_PEOPLE)
def test_a_quarter_told_by_who_lives_there_is_in_its_town(small_gazetteer, text):
    assert [p.text for p in claim_of(SETTING + text, small_gazetteer, "strike").places] == ["Ariha"]


NO_SITE = [
    "The governor of Aleppo said shells fell on Ariha.",
    "The London-based Aris Group of Syria said shells fell on Ariha.",
    "A paper based in Aleppo wrote that shells fell on Ariha.",
    "Shells fell on Ariha, residents of Saraqib said.",
]


@pytest.mark.parametrize("text", NO_SITE)
def test_where_a_speaker_is_from_is_no_place_of_the_event(small_gazetteer, text):
    assert [p.text for p in claim_of(SETTING + text, small_gazetteer, "strike").places] == ["Ariha"]


def test_each_clause_has_its_own_place(small_gazetteer):
    strike, flight = claims_of(SETTING + "Shells fell on Ariha while families fled Saraqib.", small_gazetteer)
    assert [p.text for p in strike.places] == ["Ariha"]
    assert [p.text for p in flight.places] == ["Saraqib"]


def test_a_part_of_the_world_is_no_place_of_an_event(small_gazetteer):
    assert claim_of("Fighting raged across the Middle East.", small_gazetteer, "battle").places == ()


def test_the_relation_stays_with_the_place_and_the_point_is_the_towns(small_gazetteer):
    (place,) = claim_of(SETTING + "Clashes went on south of Saraqib.", small_gazetteer, "battle").places
    assert (place.text, place.relation, place.lat, place.lon) == ("Saraqib", "south of", 35.864, 36.806)
    assert place.geometry.type == "Polygon"
