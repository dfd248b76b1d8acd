"""Names of parties at a word of the text."""

import pytest

from sayso.knowledge.phrases import split_words
from sayso.mentions.party_names import (
    FINDERS,
    Setting,
    name_leaders_forces,
    name_organisation,
    name_people,
    name_reviewed,
    name_state_part,
    name_umbrella,
)

SYRIA, NOWHERE = Setting("SY", True), Setting(None, True)

NAMED = [
    # finder, words, name, how many words it takes
    (name_reviewed, "Hezbollah fighters left", "Hezbollah", 2),
    (name_reviewed, "Islamic State's men", "Islamic State", 2),
    (name_reviewed, "SDF left", "Syrian Democratic Forces", 1),
    (name_state_part, "Turkish military convoys crossed", "Turkish Armed Forces", 3),
    (name_state_part, "Turkey's defence ministry said", "Government of Turkey", 3),
    (name_state_part, "Russian and Syrian jets struck", "Russian Armed Forces", 1),
    (name_state_part, "Iraqi police came", "Iraqi Police", 2),
    (name_leaders_forces, "troops loyal to President Bashar al-Assad", "Syrian government forces", 7),
    (name_leaders_forces, "Assad's troops left", "Syrian government forces", 2),
    (name_leaders_forces, "pro-Assad forces left", "Syrian government forces", 3),
    (name_umbrella, "rebels left", "Syrian opposition fighters", 1),
    (name_umbrella, "coalition planes came", "US-led coalition", 2),
    (name_umbrella, "government forces left", "Syrian government forces", 2),
    (name_people, "women and children fled", "civilians", 3),
    (name_people, "displaced families slept", "displaced families", 2),
    (name_people, "journalists came", "journalists", 1),
    (name_organisation, "UNICEF said", "UNICEF", 1),
    (name_organisation, "White Helmets came", "Syria Civil Defence", 2),
]


@pytest.mark.parametrize(("finder", "text", "name", "size"), NAMED, ids=[f"{row[0].__name__}: {row[1]}" for row in NAMED])
def test_a_party_and_how_many_words_name_it(finder, text, name, size):
    found = finder(split_words(text), 0, SYRIA)
    assert (found.name, found.size) == (name, size)


@pytest.mark.parametrize("text", ["the road was long", "Turkey was cold", "Damascus was cold", "sdf", "Turkish tea"])
def test_no_party(text):
    assert [finder.__name__ for finder in FINDERS if finder(split_words(text), 0, SYRIA)] == []


def test_an_umbrella_without_a_country_keeps_a_neutral_name_and_no_id():
    found = name_umbrella(split_words("rebels left"), 0, NOWHERE)
    assert (found.name, found.actor_id) == ("rebels", None)


def test_an_umbrella_is_narrowed_by_the_country():
    names = [name_umbrella(split_words("the army left"), 0, Setting(code, True)).name for code in ("SY", "IQ", None)]
    assert names == ["Syrian government forces", "Iraqi Army", "army"]


def test_pro_and_anti_are_no_umbrella_of_their_own():
    words = split_words("anti-government forces")
    assert name_umbrella(words, 1, SYRIA) is None


def test_a_coalition_with_another_backer_is_not_the_one_known_best():
    words = split_words("the Turkish-backed coalition left")
    assert name_umbrella(words, 3, SYRIA) is None
    assert name_umbrella(split_words("coalition of rebels"), 0, SYRIA) is None


def test_monitors_and_media_are_no_actors():
    assert name_organisation(split_words("Reuters said"), 0, SYRIA) is None
