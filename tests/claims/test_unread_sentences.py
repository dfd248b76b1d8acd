"""Sentences that no claim was read from, each with the reason."""

import pytest
from hypothesis import HealthCheck, given, settings

from sayso.claims.unread_sentences import list_unread
from sayso.language.sentences import sentences_of
from tests.claims.reports import SETTING, article_of, read
from tests.expectations.reports import texts

NO_WORDS = "no claim: no words that tell of an event"

UNREAD = [
    # text, a sentence of it, the reason
    (SETTING + "Shells fell on Ariha.", SETTING.strip(), NO_WORDS),
    (SETTING + "Will shells fall on Ariha again?", "Will shells fall on Ariha again?", "no claim: a question or a heading"),
    (SETTING + "The governor opened a library.", "The governor opened a library.", NO_WORDS),
]


@pytest.mark.parametrize(("text", "sentence", "reason"), UNREAD, ids=[row[1] for row in UNREAD])
def test_the_reason_why_a_sentence_gave_no_claim(small_gazetteer, text, sentence, reason):
    record = read(text, small_gazetteer)
    reasons = {text[a.start : a.end]: a.reason for a in record.set_aside}
    assert reasons[sentence] == reason


def test_words_that_were_too_weak_are_named_by_their_class():
    text = "Shells fell on Ariha."
    assert [a.reason for a in list_unread(article_of(text), ())] == ["no claim: its words hint at control, strike, too weakly to count"]


def test_a_sentence_with_a_claim_is_not_listed(small_gazetteer):
    text = SETTING + "Shells fell on Ariha while families fled to Idlib."
    assert [text[a.start : a.end] for a in read(text, small_gazetteer).set_aside] == [SETTING.strip()]


@given(text=texts())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_every_sentence_is_told_or_listed_and_none_is_both(small_gazetteer, text):
    record = read(text, small_gazetteer)
    listed = {(a.start, a.end) for a in list_unread(article_of(text), record.claims)}
    for sentence in sentences_of(article_of(text)):
        told = any(c.start < sentence.end and sentence.start < c.end for c in record.claims)
        assert ((sentence.start, sentence.end) in listed) is not told
