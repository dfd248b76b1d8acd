"""How far the words reach that name a source."""

import pytest

from sayso.claims.source_phrases import first_subject, is_speaker_noun, is_verb, may_speak, phrase_after, subject_before
from sayso.claims.source_words import breaks
from sayso.knowledge.phrases import split_words

BEFORE = [
    # sentence, verb; its subject
    ("The mayor said shells fell.", "said", "The mayor"),
    ("Shells fell, the mayor of Aris said.", "said", "the mayor of Aris"),
    ("Shells fell, a senior officer in the army said.", "said", "a senior officer in the army"),
    ("Shells fell on the bakery near the square a senior officer said.", "said", "a senior officer"),
    ("Shells fell, she said.", "said", "she"),
    ("The mayor, who had fled, said shells fell.", "said", "The mayor, who had fled"),
    ("A spokesman for the ministry said shells fell.", "said", "A spokesman for the ministry"),
    ("While shells fell, the mayor has repeatedly said nothing.", "said", "the mayor"),
    ("Two left but the mayor said nothing.", "said", "the mayor"),
    ("Shells fell; residents said so.", "said", "residents"),
]


@pytest.mark.parametrize(("text", "verb", "subject"), BEFORE, ids=[row[0] for row in BEFORE])
def test_the_subject_of_a_verb_of_speech(text, verb, subject):
    words = split_words(text)
    first, last = subject_before(text, words, [w.raw for w in words].index(verb), ())
    assert text[words[first].start : words[last].end] == subject


def test_a_verb_that_opens_the_sentence_has_no_subject():
    words = split_words("Said so again.")
    assert subject_before("Said so again.", words, 0, ()) is None


AFTER = [
    ("said the mayor of Aris on Monday", "the mayor of Aris"),
    ("said Huda Darwan, a nurse from Aris", "Huda Darwan, a nurse from Aris"),
    ("said the mayor, while shells fell", "the mayor"),
    ("said the mayor that shells fell", "the mayor"),
    ("said residents; shells fell", "residents"),
]


@pytest.mark.parametrize(("text", "phrase"), AFTER)
def test_the_phrase_after_a_verb_of_speech(text, phrase):
    words = split_words(text)
    first, last = phrase_after(text, words, 1)
    assert text[words[first].start : words[last].stop] == phrase


def test_nothing_follows_the_last_word():
    assert phrase_after("said", split_words("said"), 1) is None


@pytest.mark.parametrize(
    ("text", "speaks"),
    [("the mayor", True), ("she", True), ("a convoy", False), ("no resident", False), ("the ministry", True), ("the road", False), ("on Monday", False), ("the Harbour Post", True)],
)
def test_who_can_speak(text, speaks):
    words = split_words(text)
    assert may_speak(text, words, 0, len(words) - 1, ()) is speaks


def test_a_known_name_can_always_speak():
    words = split_words("tarmin front")
    assert not may_speak("tarmin front", words, 0, 1, ())
    assert may_speak("tarmin front", words, 0, 1, [(0, 12)])


@pytest.mark.parametrize(("text", "at", "verb"), [("the army shelled it", 2, True), ("the shelled town", 1, False), ("it was so", 1, True), ("the Army left", 1, False)])
def test_verbs(text, at, verb):
    assert is_verb(split_words(text), at) is verb


@pytest.mark.parametrize(("between", "broken"), [(", ", False), ("; ", True), (": ", True), (" \u2013 ", True), (" - ", True), ("-", False), (' "', True), ("\n", True)])
def test_marks_that_end_a_clause(between, broken):
    assert breaks(between) is broken


def test_words_that_speakers_go_by():
    words = split_words("the nurses filled a statement with snow")
    assert [w.raw for at, w in enumerate(words) if is_speaker_noun(words, at)] == ["nurses", "statement"]


@pytest.mark.parametrize(("text", "subject"), [("The mayor opened the road and said so", "The mayor"), ("In Aris the road opened", None), ("The road opened", None)])
def test_the_first_subject_of_a_sentence(text, subject):
    words = split_words(text)
    found = first_subject(text, words, ())
    assert (text[words[found[0]].start : words[found[1]].end] if found else None) == subject
