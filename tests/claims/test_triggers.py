"""Where the words of the lexicon stand in a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.claims.lexicon import Entry, Rule, load_lexicon
from sayso.claims.triggers import find_triggers
from tests.claims.reports import tokens_of

STRIKE, NEED = Rule(rule_id="strike.hit", event="strike"), Rule(rule_id="need.lack", event="need")
RAID = Rule(rule_id="strike.raid", event="strike")
SMALL = {
    "shells": (Entry(STRIKE, (None, frozenset({"hit", "hits"}))),),
    "hit": (Entry(STRIKE, ()), Entry(NEED, (frozenset({"by"}), frozenset({"hunger"})))),
    "raid": (Entry(RAID, ()),),
}


def found(text, lexicon=SMALL):
    tokens = tokens_of(text)
    return [(t.rule.rule_id, text[tokens[t.first].start : tokens[t.last].end]) for t in find_triggers(tokens, lexicon)]


MATCHED = [
    ("shells hit it", [("strike.hit", "shells hit")]),
    ("shells of all kinds hit it", [("strike.hit", "shells of all kinds hit")]),
    ("shells of all the kinds hit it", [("strike.hit", "hit")]),
    ("shells; they hit it", [("strike.hit", "hit")]),
    ("a raid hit it", [("strike.raid", "raid"), ("strike.hit", "hit")]),
    ("they were hit by hunger", [("strike.hit", "hit"), ("need.lack", "hit by hunger")]),
    ("nothing came", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "triggers"), MATCHED)
def test_triggers_and_their_words(text, triggers):
    assert found(text) == triggers


def test_of_two_that_overlap_the_longer_stays():
    lexicon = {"air": (Entry(RAID, (frozenset({"raid"}),)),), "raid": (Entry(STRIKE, (frozenset({"on"}), frozenset({"town"}))),)}
    assert found("an air raid on town", lexicon) == [("strike.hit", "raid on town")]


def test_case_does_not_matter():
    assert found("SHELLS HIT it") == [("strike.hit", "SHELLS HIT")]


WORDS = st.sampled_from(["shells", "hit", "raid", "they", "fled", "the", "town", "of", "Tarmin", ",", ".", "while", "and", "people", "were", "killed", "no", "water", "army", "may", "attack"])


@given(st.lists(WORDS, max_size=12).map(" ".join))
def test_triggers_of_one_class_do_not_overlap_and_stand_in_order(text):
    triggers = find_triggers(tokens_of(text), load_lexicon())
    assert [t.first for t in triggers] == sorted(t.first for t in triggers)
    cells = [(t.rule.event, at) for t in triggers for at in range(t.first, t.last + 1)]
    assert len(cells) == len(set(cells))
