"""Happenings of one sentence that tell of one event."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.claims.sentence_rivals import settle_rivals
from sayso.model.happenings import Happening


def told(event, start, end, score=0.8, status="happened"):
    return Happening(start=start, end=end, event=event, trigger=(start, start + 4), score=score, status=status)


SETTLED = {
    # happenings; class, start and end of what stays
    "a toll joins its act": ([told("strike", 0, 30), told("casualties", 30, 60)], [("strike", 0, 60)]),
    "a toll told first joins too": ([told("casualties", 0, 30), told("battle", 30, 60)], [("battle", 0, 60)]),
    "no act, no joining": ([told("casualties", 0, 30), told("need", 30, 60)], [("casualties", 0, 30), ("need", 30, 60)]),
    "an act that is only expected did no harm": ([told("casualties", 0, 30), told("strike", 30, 60, status="expected")], [("casualties", 0, 30), ("strike", 30, 60)]),
    "something else stands between": ([told("strike", 0, 20), told("displacement", 20, 40), told("casualties", 40, 60)], [("strike", 0, 20), ("displacement", 20, 40), ("casualties", 40, 60)]),
    "the nearest of two acts": ([told("strike", 0, 20), told("battle", 20, 40), told("casualties", 40, 60)], [("strike", 0, 20), ("battle", 20, 60)]),
    "a doubtful twin gives way": ([told("strike", 0, 60, 0.9), told("aid", 0, 60, 0.4)], [("strike", 0, 60)]),
    "a sure twin stays": ([told("strike", 0, 60, 0.99), told("damage", 0, 60, 0.7)], [("strike", 0, 60), ("damage", 0, 60)]),
    "an equal twin stays": ([told("strike", 0, 60, 0.5), told("damage", 0, 60, 0.4)], [("strike", 0, 60), ("damage", 0, 60)]),
    "other words are no twin": ([told("strike", 0, 60, 0.9), told("aid", 0, 50, 0.4)], [("strike", 0, 60), ("aid", 0, 50)]),
}  # fmt: skip


@pytest.mark.parametrize(("happenings", "left"), SETTLED.values(), ids=SETTLED.keys())
def test_one_happening_an_event(happenings, left):
    assert [(h.event, h.start, h.end) for h in settle_rivals(happenings)] == left


def test_a_joined_act_says_so():
    (act,) = settle_rivals([told("strike", 0, 30), told("casualties", 30, 60)])
    assert "its toll is told in the same sentence" in act.why


HAPPENINGS = st.builds(
    lambda event, start, length, score: told(event, start, start + length, score),
    st.sampled_from(["strike", "casualties", "need", "battle"]), st.integers(0, 30), st.integers(5, 30), st.floats(0, 1),
)  # fmt: skip


@given(st.lists(HAPPENINGS, max_size=5))
def test_nothing_is_added_and_not_all_is_lost(happenings):
    left = settle_rivals(happenings)
    assert len(left) <= len(happenings)
    assert bool(left) is bool(happenings)
    assert {h.event for h in left} <= {h.event for h in happenings}
