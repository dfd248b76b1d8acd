"""What stands around a verb of speech."""

import pytest

from sayso.claims.sentence_frame import clause_around, closes_sentence, ends_quote, has_content_beside, in_title_case, is_noun_form, trimmed
from sayso.knowledge.phrases import split_words
from tests.claims.reports import frame_of


def index_of(frame, word):
    return [w.raw for w in frame.words].index(word)


@pytest.mark.parametrize(
    ("text", "kept"),
    [(" , shells fell. ", "shells fell"), ("shells fell", "shells fell"), ("\u2013 shells fell \u2013", "shells fell"), (" ,. ", None), ("", None)],
)
def test_marks_at_the_ends_are_cut(text, kept):
    assert [text[a:b] for a, b in trimmed(text, 0, len(text))] == ([kept] if kept else [])


@pytest.mark.parametrize(
    ("text", "word", "clause"),
    [
        ("Two left, while three were reportedly killed", "reportedly", "while three were reportedly killed"),
        ("Three were reportedly killed, but two left", "reportedly", "Three were reportedly killed"),
        ("Two left; three were reportedly killed", "reportedly", "three were reportedly killed"),
        ("Two and three were reportedly killed", "reportedly", "Two and three were reportedly killed"),
    ],
)
def test_the_clause_around_a_word(text, word, clause):
    frame = frame_of(text)
    at = index_of(frame, word)
    assert [text[a:b] for a, b in clause_around(frame, at, at)] == [clause]


@pytest.mark.parametrize(
    ("text", "closes"),
    [
        ("Shells fell, the mayor said.", True),
        ("Shells fell, the mayor said on Monday.", True),
        ("Shells fell, the mayor said, adding that two died.", True),
        ("The mayor said shells fell.", False),
        ("The mayor said that shells fell.", False),
    ],
)
def test_whether_what_was_said_stands_before_the_verb(text, closes):
    frame = frame_of(text)
    assert closes_sentence(frame, index_of(frame, "said")) is closes


@pytest.mark.parametrize(
    ("text", "word", "beside"),
    [
        ("The mayor found that shells fell", "found", True),
        ("The mayor found: nobody left", "found", True),
        ("The mayor found a shell", "found", False),
        ("The mayor found on Monday that shells fell", "found", True),
    ],
)
def test_whether_what_was_said_stands_beside_the_verb(text, word, beside):
    frame = frame_of(text)
    assert has_content_beside(frame, index_of(frame, word)) is beside


def test_a_quotation_that_ends_before_the_verb():
    frame = frame_of('"We ran," the mayor said', quotes=['"We ran,"'])
    assert ends_quote(frame, index_of(frame, "said"))
    assert frame.quoted(1)
    assert not frame.quoted(2)


@pytest.mark.parametrize(
    ("text", "word", "noun"),
    [
        ("the reports came", "reports", True),
        ("its claims were false", "claims", True),
        ("the mayor claims it", "claims", False),
        ("residents report shelling", "report", False),
        ("the report came", "report", True),
        ("the mayor claimed it", "claimed", False),
    ],
)
def test_nouns_that_look_like_verbs_of_speech(text, word, noun):
    words = split_words(text)
    assert is_noun_form(words, [w.raw for w in words].index(word)) is noun


@pytest.mark.parametrize(("text", "title"), [("Ten Towns Empty After Shelling", True), ("Ten towns empty after shelling", False)])
def test_headlines_in_title_case(text, title):
    assert in_title_case(split_words(text)) is title


def test_spans_cut_from_a_sentence():
    frame = frame_of("The mayor's aide said (it fell).")
    assert frame.text[slice(*frame.cut(0, 1))] == "The mayor"
    assert [frame.text[a:b] for a, b in frame.rest(index_of(frame, "it"))] == ["(it fell)"]
    assert frame.rest(99) == ()
    assert [frame.text[a:b] for a, b in frame.lead(11)] == ["The mayor's"]
