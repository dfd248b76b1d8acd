"""What the network says of a text: the same whatever is read with it, sure of plain words, in probabilities."""

import numpy as np
import pytest

from sayso.claims.hints import list_hints
from sayso.language.sentences import sentences_of
from sayso.model.mentions import Mentions
from sayso.reading.heads import ROLES, STATUSES
from sayso.reading.network import load_network
from tests.claims.reports import article_of

TEXT = "Warplanes bombed the market of Tarmin on Sunday, killing 12 people. Some 3,000 residents fled, an official said."


def sight_of(text):
    article = article_of(text)
    sentences = [(s.start, s.end) for s in sentences_of(article)]
    return load_network().look_at(text, sentences, list_hints(article, Mentions(), ()))


def span_of(word):
    return TEXT.index(word), TEXT.index(word) + len(word)


@pytest.mark.parametrize(("word", "event"), [("bombed", "strike"), ("fled", "displacement")])
def test_plain_words_tell_of_their_class(word, event):
    told = sight_of(TEXT).classes_of(span_of(word))
    assert max(told, key=told.__getitem__) == event
    assert told[event] > 0.5


def test_other_words_tell_of_none():
    assert max(sight_of(TEXT).classes_of(span_of("market")).values()) < 0.3


def test_answers_are_probabilities():
    sight = sight_of(TEXT)
    for rows in (sight.triggers, sight.hedged, sight.inside, sight.begins):
        assert ((rows >= 0) & (rows <= 1)).all()
    assert np.allclose(sight.statuses.sum(axis=1), 1.0)
    assert set(sight.statuses_of(span_of("fled"))) == set(STATUSES)


def test_a_trigger_points_at_the_words_of_its_own_clause():
    sight = sight_of(TEXT)
    affected = sight.reach(span_of("fled"))["affected"]
    assert affected.of(span_of("residents")) > affected.of(span_of("Sunday"))


def test_a_word_of_no_window_is_pointed_at_by_none():
    sight = sight_of(TEXT)
    assert all(sight.reach(span_of("fled"))[role].of((len(TEXT) + 5, len(TEXT) + 9)) == 0.0 for role in ROLES)


def test_the_same_words_get_the_same_answers():
    first, again = sight_of(TEXT), sight_of(TEXT)
    assert (first.triggers == again.triggers).all()
    assert (first.queries == again.queries).all()


def test_a_long_text_is_read_in_windows_that_agree():
    long = sight_of(" ".join([TEXT] * 40))
    assert len(long.windows) > 1
    fled = [long.classes_of((at, at + 4))["displacement"] for at in range(len(TEXT) * 41) if long_text(at)]
    assert len(fled) == 40
    assert min(fled) > 0.3


def long_text(at):
    return (" ".join([TEXT] * 40)).startswith("fled", at)
