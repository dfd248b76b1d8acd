"""Longest matches of names over words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.knowledge.phrases import PhraseIndex, fold_word, split_words


@pytest.mark.parametrize(("raw", "fold"), [("Hay\u2019at", "hayat"), ("U.S.", "us"), ("Erdo\u011fan", "erdogan"), ("Al\u0131", "ali"), ("ARIS", "aris")])
def test_words_without_case_accents_and_apostrophes(raw, fold):
    assert fold_word(raw) == fold


WORDS = [
    ("The U.S.-led raid", ["The", "U.S.", "led", "raid"], []),
    ("Mara\u2019s home", ["Mara", "home"], ["Mara"]),
    ("the rebels\u2019 home", ["the", "rebels", "home"], ["rebels"]),
    ("rebels' home", ["rebels", "home"], ["rebels"]),
    ("nobody", ["nobody"], []),
    ("the armys home", ["the", "army", "home"], ["army"]),
    ("the guys of the Kellys", ["the", "guys", "of", "the", "Kellys"], []),
]


@pytest.mark.parametrize(("text", "raws", "owners"), WORDS)
def test_words_and_whose_they_are(text, raws, owners):
    words = split_words(text)
    assert [w.raw for w in words] == raws
    assert [w.raw for w in words if w.possessive] == owners


@pytest.mark.parametrize(
    ("text", "glued"),
    [("Red Cross", True), ("Red-Cross", True), ("Red, Cross", False), ("Red. Cross", False), ("Gen. Cross", True), ("Red's Cross", True), ("Red\n\nCross", False)],
)
def test_words_that_stand_together(text, glued):
    assert split_words(text)[1].glued is glued


def test_a_long_line_only_wraps():
    line = "Reporters of the whole province were shown the old Red"
    assert split_words(f"{line}\nCross")[-1].glued


INDEX = PhraseIndex([("Red Cross", "a"), ("Red Cross Society", "b"), ("IS", "c"), ("clinic", "d"), ("Ha'yat al-Nur", "e")])

MATCHES = [
    ("Red Cross said", (2, "a")),
    ("Red Cross Society said", (3, "b")),
    ("Red-Cross Society", (3, "b")),
    ("red cross", None),
    ("Red, Cross", None),
    ("IS left", (1, "c")),
    ("is left", None),
    ("Clinic", (1, "d")),
    ("clinic", (1, "d")),
    ("Hayat al Nur", (3, "e")),
    ("Blue Cross", None),
]


@pytest.mark.parametrize(("text", "found"), MATCHES)
def test_the_longest_phrase_at_a_word(text, found):
    assert INDEX.longest(split_words(text), 0) == found


def test_without_capitals_case_does_not_matter():
    assert INDEX.longest(split_words("red cross"), 0, cased=False) == (2, "a")
    assert PhraseIndex([("IRA", "c")]).longest(split_words("ira left"), 0, cased=False) == (1, "c")


def test_without_capitals_letters_that_are_an_ordinary_word_are_the_word():
    assert INDEX.longest(split_words("is left"), 0, cased=False) is None


def test_of_two_values_for_one_phrase_the_first_stays():
    assert PhraseIndex([("Aris", "x"), ("aris", "y")]).longest(split_words("Aris"), 0)[1] == "x"


@given(st.text(max_size=40))
def test_words_of_any_text_quote_it_in_order(text):
    end = 0
    for word in split_words(text):
        assert text[word.start : word.end] == word.raw
        assert end <= word.start < word.end <= word.stop
        end = word.stop


@given(st.text(st.characters(max_codepoint=0x17F), max_size=20))
def test_folding_twice_changes_nothing(raw):
    assert fold_word(fold_word(raw)) == fold_word(raw)
