"""The weights of the cues, summed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.mentions.place_evidence import EVIDENCE, belief_in, believe, joint_cues, sums_up

CUES = st.frozensets(st.sampled_from(sorted(EVIDENCE)), max_size=8)


@pytest.mark.parametrize(
    ("cues", "place"),
    [
        ({"country", "locating"}, True),
        ({"town", "near the others", "locating"}, True),
        ({"small town", "ordinary word", "opens sentence"}, False),
        ({"unknown"}, False),
        ({"large town", "person elsewhere"}, False),
        ({"unknown", "unknown, settlement before", "settlement before", "unknown, type before", "foreign name"}, True),
        (set(), False),
    ],
)
def test_whether_a_name_is_a_place(cues, place):
    assert believe(cues) is place


@given(CUES, st.sampled_from(sorted(EVIDENCE)))
def test_a_cue_that_speaks_for_a_place_raises_belief(cues, cue):
    without, with_ = belief_in(cues - {cue}), belief_in(cues | {cue})
    assert (with_ >= without) is (EVIDENCE[cue] >= 0) or with_ == without


@given(CUES)
def test_a_cue_without_a_weight_changes_nothing(cues):
    assert belief_in(cues | {"no such cue"}) == belief_in(cues)
    assert 0 < belief_in(cues) < 1


@pytest.mark.parametrize(("gap", "listed"), [(" and ", True), (", ", True), (", and ", True), (" or ", True), (" and the ", True), (" of ", False), (" fled ", False), ("", False)])
def test_what_makes_a_list_of_two_names(gap, listed):
    assert sums_up(gap) is listed


def test_strong_words_count_more_for_a_name_that_nothing_knows():
    assert "unknown, settlement before" in joint_cues(frozenset({"unknown", "settlement before"}))
    assert "unknown, settlement before" not in joint_cues(frozenset({"town", "settlement before"}))
    assert joint_cues(frozenset({"unknown", "type after"})) >= {"unknown", "type after"}
