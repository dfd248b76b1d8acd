"""When a country or capital means its government."""

import pytest

from sayso.knowledge.phrases import split_words
from sayso.mentions.metonyms import means_government


def acts(text, word, plural=False):
    words = split_words(text)
    at = [w.raw for w in words].index(word)
    return means_government(text, words, at, at + 1, plural=plural)


GOVERNMENTS = [
    ("Ankara has repeatedly warned of a new wave.", "Ankara"),
    ("Towns captured by Damascus lie empty.", "Damascus"),
    ("Ankara, which hosts millions, rejected the plan.", "Ankara"),
    ("Talks between Ankara and the rebels failed.", "Ankara"),
    ("Relations with Damascus are poor.", "Damascus"),
    ("Turkey will send troops.", "Turkey"),
    ("Russia is backing the army.", "Russia"),
    ("They accused Damascus of it.", "Damascus"),
    ("Turkey's army left.", "Turkey"),
]
PLACES = [
    ("Two shells hit Ankara on Monday.", "Ankara"),
    ("A doctor in Damascus said so.", "Damascus"),
    ("Damascus lies in the south.", "Damascus"),
    ("A house by near Damascus burned.", "Damascus"),
    ("Snow fell on Damascus.", "Damascus"),
    ("Turkey's coast is long.", "Turkey"),
    ("They fled Damascus.", "Damascus"),
    ("They fled to Turkey.", "Turkey"),
    ("The Damascus-based paper closed.", "Damascus"),
    ("The Turkey-led group left.", "Turkey"),
]


@pytest.mark.parametrize(("text", "word"), GOVERNMENTS, ids=[row[0] for row in GOVERNMENTS])
def test_where_it_acts_it_is_a_government(text, word):
    assert acts(text, word)


@pytest.mark.parametrize(("text", "word"), PLACES, ids=[row[0] for row in PLACES])
def test_where_things_happen_in_it_it_is_a_place(text, word):
    assert not acts(text, word)


def test_a_row_of_countries_takes_the_plural():
    text = "Russia and Turkey agree on it."
    words = split_words(text)
    assert means_government(text, words, 0, 3, plural=True)
    assert not means_government(text, words, 0, 3)
