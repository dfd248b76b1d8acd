"""Triggers gathered into claims, and the clause that each one owns."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.claims.features import look_at
from sayso.claims.grouping import Scored, group_triggers, keep_likely
from sayso.claims.joins import cut_between
from sayso.claims.lexicon import Rule, load_lexicon
from sayso.claims.triggers import Trigger
from sayso.language.clauses import Cut
from tests.claims.reports import tokens_of


def scene_of(text):
    return look_at(tokens_of(text), load_lexicon())


def groups_of(text, *rules):
    """Class and words of each group, where just the triggers of these rules were kept."""
    scene = scene_of(text)
    kept = [Scored(t, 0.9) for t in scene.triggers if t.rule.rule_id in rules]
    return [(g.event, text[scene.tokens[g.first].start : scene.tokens[g.last].end]) for g in group_triggers(scene, kept)]


SHELL, FLEE, RAID = "strike.shelling", "displacement.flee", "strike.air-strike"

GROUPED = [
    ("Shells hit Tarmin, while many residents fled to Aris", [("strike", "Shells hit Tarmin,"), ("displacement", "while many residents fled to Aris")]),
    ("Shells hit the mill of Tarmin; more shells hit the old bridge", [("strike", "Shells hit the mill of Tarmin;"), ("strike", "more shells hit the old bridge")]),
    ("Shells hit the mill and the shelling went on", [("strike", "Shells hit the mill and the shelling went on")]),
    ("Many fled the shells", [("displacement", "Many fled the shells"), ("strike", "Many fled the shells")]),
    ("Nobody came", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "groups"), GROUPED, ids=[row[0] for row in GROUPED])
def test_one_group_a_happening_with_its_clause(text, groups):
    assert groups_of(text, SHELL, FLEE) == groups


def test_what_is_feared_is_another_claim_than_what_happened():
    text = "Some 300 people fled Tarmin and aid groups fear that thousands more flee"
    assert [event for event, _ in groups_of(text, FLEE)] == ["displacement", "displacement"]


def test_rows_of_a_list_are_claims_of_their_own():
    text = "20 families fled to Aris 40 families fled to Oslan 10 families fled to Tarmin 30 families fled to Idlib"
    assert [words for _, words in groups_of(text, FLEE)] == ["20 families fled to Aris", "40 families fled to Oslan", "10 families fled to Tarmin", "30 families fled to Idlib"]


def trigger(first, last, event="strike", rule="a"):
    return Trigger(first, last, Rule(rule_id=rule, event=event))


def test_of_triggers_on_the_same_words_the_likeliest_stays():
    low, high, apart = Scored(trigger(0, 1), 0.5), Scored(trigger(1, 2, "need"), 0.8), Scored(trigger(4, 4), 0.6)
    assert keep_likely([low, high, apart], 0.4) == (high, apart)


def test_a_trigger_below_the_threshold_is_left_out_and_one_on_it_is_not():
    assert keep_likely([Scored(trigger(0, 0), 0.39)], 0.4) == ()
    assert len(keep_likely([Scored(trigger(0, 0), 0.4)], 0.4)) == 1


SCORED = st.builds(
    lambda first, size, p, event: Scored(trigger(first, first + size, event, f"r{first}{size}{event}"), p),
    st.integers(0, 9), st.integers(0, 2), st.floats(0, 1), st.sampled_from(["strike", "need"]),
)  # fmt: skip


@given(st.lists(SCORED, max_size=8, unique_by=lambda s: s.trigger.rule.rule_id), st.randoms())
def test_what_is_kept_does_not_overlap_and_does_not_depend_on_the_order(scored, random):
    kept = keep_likely(scored, 0.3)
    assert all(a.trigger.last < b.trigger.first for a, b in itertools.pairwise(kept))
    assert keep_likely(random.sample(scored, len(scored)), 0.3) == kept


def test_the_strongest_cut_parts_and_of_equals_the_last():
    cuts = (Cut(2, 1), Cut(4, 3), Cut(6, 3), Cut(9, 4))
    assert cut_between(cuts, 1, 8) == Cut(6, 3)
    assert cut_between(cuts, 6, 8) is None


def test_the_head_of_a_group_is_its_likeliest_member():
    scene = scene_of("Shells hit the mill and the shelling went on")
    triggers = [t for t in scene.triggers if t.rule.rule_id == SHELL]
    kept = [Scored(t, 0.5 + at / 10) for at, t in enumerate(triggers)]
    (group,) = group_triggers(scene, kept)
    assert group.head == kept[-1]
