"""Happenings in their sentences, with what stands around them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.claims.clause_view import head_of, inside, view_clauses
from sayso.model.happenings import Happening
from sayso.model.mentions import Mentions, TimeMention
from tests.claims.reports import SETTING, article_of, sight_of, view_of, views_of

TWO = SETTING + "Shells fell on Ariha on Sunday while families fled to Idlib. The camp has no water."


def test_a_view_sees_its_own_sentence_and_no_other(small_gazetteer):
    strike, flight, need = views_of(TWO, small_gazetteer)
    assert [p.text for p in strike.places] == [p.text for p in flight.places] == ["Ariha", "Idlib"]
    assert need.places == need.times == ()
    assert TWO[slice(*need.sentence)] == "The camp has no water."


def test_siblings_are_the_happenings_of_the_sentence(small_gazetteer):
    strike, flight, need = views_of(TWO, small_gazetteer)
    assert strike.siblings == flight.siblings == (strike.happening, flight.happening)
    assert need.siblings == (need.happening,)


def test_what_stands_in_the_clause_is_told_from_what_stands_in_the_sentence(small_gazetteer):
    strike, flight, _ = views_of(TWO, small_gazetteer)
    ariha, idlib = strike.places
    assert strike.holds(ariha)
    assert not strike.holds(idlib)
    assert flight.holds(idlib)


def test_distance_counts_from_the_trigger(small_gazetteer):
    view = view_of(SETTING + "Shells fell on Ariha near Idlib.", small_gazetteer)
    near, far = view.places
    assert 0 < view.distance(near) < view.distance(far)


def test_the_first_line_is_the_title(small_gazetteer):
    first, second = views_of("Shells fall on Ariha in Syria\n\n" + "Shells fell on the mill of Ariha in Syria on Sunday, and many residents left it.", small_gazetteer)[:2]
    assert (first.title, second.title) == (True, False)


def test_a_happening_outside_of_every_sentence_is_seen_by_itself():
    text = "Shells fell on Ariha."
    stray = Happening(start=60, end=70, event="strike", trigger=(60, 65))
    article = article_of(text)
    (view,) = view_clauses(article, [stray], Mentions(), (), sight_of(article, Mentions()))
    assert (view.sentence, view.index, view.siblings) == ((60, 70), -1, (stray,))


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Tarmin, which hosts 40 families", "Tarmin"),
        ("the mayor who fled", "the mayor"),
        ("a nurse from Aris", "a nurse from Aris"),
        ("the whole town", "the whole town"),
    ],
)
def test_the_words_that_name_somebody(text, head):
    start, end = head_of(text, (0, len(text)))
    assert text[start:end] == head


SPANS = st.tuples(st.integers(0, 30), st.integers(1, 6))


@given(spans=st.lists(SPANS, max_size=8), start=st.integers(0, 30), length=st.integers(0, 20))
def test_inside_gives_just_the_mentions_that_lie_in_a_span(spans, start, length):
    ordered = [TimeMention(start=s, end=s + n, text="x", type="DATE") for s, n in sorted(spans)]
    assert list(inside(ordered, (start, start + length))) == [t for t in ordered if start <= t.start and t.end <= start + length]
