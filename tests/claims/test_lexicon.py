"""The words that tell of the fifteen classes."""

import pytest

from sayso.claims.lexicon import load_lexicon, read_element
from sayso.model.vocabulary import EVENT_CLASSES

IRREGULAR = {"verbs": {"strike": ["struck", "striking"]}, "nouns": {"child": ["children"]}}


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("strike/v", {"strike", "strikes", "struck", "striking"}),
        ("raid/n", {"raid", "raids"}),
        ("child/n", {"child", "children"}),
        ("raid/n|siege", {"raid", "raids", "siege"}),
        ("Siege", {"siege"}),
    ],
)
def test_one_word_of_a_table_stands_for_its_forms(word, forms):
    assert read_element(word, IRREGULAR) == forms


def test_a_star_is_a_gap():
    assert read_element("*", IRREGULAR) is None


def test_every_class_has_words():
    told = {entry.rule.event for entries in load_lexicon().values() for entry in entries}
    assert told == set(EVENT_CLASSES)


def test_words_are_in_small_letters_and_no_phrase_ends_in_a_gap():
    lexicon = load_lexicon()
    assert [word for word in lexicon if word != word.lower()] == []
    assert [e.rule.rule_id for entries in lexicon.values() for e in entries if e.rest and e.rest[-1] is None] == []


def test_a_step_of_control_is_told_by_rules_of_control_alone():
    rules = {e.rule for entries in load_lexicon().values() for e in entries}
    assert {r.event for r in rules if r.transition} == {"control"}
    assert {r.transition for r in rules} >= {"entered", "captured", "lost", "besieged", "withdrew", "holds", "handed_over"}
