"""What speaks for and against a name being a place."""

import pytest

from sayso.mentions.place_cues import look_beside, own_cues, surroundings_of
from tests.mentions.articles import name, names

BESIDE = [
    # text, name, cue
    ("They met in Tarmin.", "Tarmin", "locating"),
    ("They met in the town of Tarmin.", "Tarmin", "settlement before"),
    ("They met in Tarmin province.", "Tarmin", "type after"),
    ("They left northern Tarmin.", "Tarmin", "direction before"),
    ("They left Tarmin, Syria.", "Tarmin", "comma after"),
    ("They left Tarmin, Syria.", "Syria", "comma before"),
    ("Ariha (AP) - Two died.", "Ariha", "dateline"),
    ("They said Tarmin was shelled.", "Tarmin", "suffers after"),
    ("They heard Hassan, 34, weep.", "Hassan", "age after"),
    ("They heard Tarmin said no.", "Tarmin", "said after"),
    ("Tarmin waits.", "Tarmin", "opens block"),
]


@pytest.mark.parametrize(("text", "wanted", "cue"), BESIDE, ids=[f"{row[2]}: {row[0]}" for row in BESIDE])
def test_words_beside_a_name(small_gazetteer, text, wanted, cue):
    assert cue in look_beside(text, name(text, wanted, small_gazetteer), 0, len(text)).cues


@pytest.mark.parametrize(
    ("text", "wanted", "kinds"),
    [
        ("They left the town of Tarmin.", "Tarmin", {"town"}),
        ("They left Idlib province.", "Idlib", {"admin1"}),
        ("They left the province of Idlib.", "Idlib", {"admin1"}),
        ("They left Idlib city.", "Idlib", {"town"}),
        ("They left Idlib.", "Idlib", set()),
    ],
)
def test_type_words_ask_for_a_kind(small_gazetteer, text, wanted, kinds):
    found = look_beside(text, name(text, wanted, small_gazetteer), 0, len(text)).kinds
    assert kinds <= found if kinds else found == kinds


def test_words_of_another_block_do_not_count(small_gazetteer):
    text = "They met in Tarmin."
    assert "locating" not in look_beside(text, name(text, "Tarmin", small_gazetteer), 12, len(text)).cues


def own(text, wanted, gazetteer, adjectives=None):
    found = names(text, gazetteer)
    around = surroundings_of(text, [(n, look_beside(text, n, 0, len(text))) for n in found], adjectives or {})
    return own_cues(next(n for n in found if n.text == wanted), around)


OWN = [
    ("They left Syria.", "Syria", "country"),
    ("They left Idlib.", "Idlib", "admin1"),
    ("They left Gaziantep.", "Gaziantep", "large town"),
    ("They left Early.", "Early", "ordinary word"),
    ("They left Oslan.", "Oslan", "unknown"),
    ("They left Khan al-Oslan.", "Khan al-Oslan", "several words"),
    ("They fled Syria for Aleppo and Ariha.", "Ariha", "near the others"),
    ("Nobody eats turkey in Turkey.", "Turkey", "small elsewhere"),
    ("They met in Oslan. Then Oslan burned.", "Oslan", "unknown, located elsewhere"),
]


@pytest.mark.parametrize(("text", "wanted", "cue"), OWN, ids=[f"{row[2]}: {row[0]}" for row in OWN])
def test_what_is_known_of_the_name_itself(small_gazetteer, text, wanted, cue):
    assert cue in own(text, wanted, small_gazetteer)


def test_a_word_of_a_persons_name_is_a_person_elsewhere(small_gazetteer):
    assert "person elsewhere" in own("Karim Salem wept. Later Salem left.", "Salem", small_gazetteer)
