"""The words by which one happening is told from another."""

from typing import get_args

import pytest

from sayso.knowledge.event_words import event_words
from sayso.knowledge.reasons import reasons
from sayso.model.vocabulary import EVENT_CLASSES, Measure


def test_pairs_join_two_classes_with_a_sentence_that_weighs_something():
    for classes, pair in event_words().pairs.items():
        assert len(classes) <= 2
        assert classes <= set(EVENT_CLASSES)
        assert pair.why in reasons().without_words


@pytest.mark.parametrize(
    ("words", "fitting"),
    [
        ("two of the dead were nurses", {"partial"}),
        ("the mayor had first said ten", {"withdrawn"}),
        ("the toll was corrected to nine", {"corrected"}),
        ("tens of thousands fled", {"vague"}),
        ("nine fled", set()),
    ],
)
def test_words_that_make_a_figure_a_part_withdraw_it_or_correct_it(words, fitting):
    table = event_words()
    patterns = {"partial": table.partial, "withdrawn": table.withdrawn, "corrected": table.corrected, "vague": table.vague}
    assert {name for name, pattern in patterns.items() if pattern.search(words)} == fitting


def test_lists_of_classes_hold_only_classes():
    assert event_words().loose | event_words().lasting | event_words().authored <= set(EVENT_CLASSES)


def test_a_site_has_one_name_for_all_its_words():
    sites = event_words().sites
    assert sites["clinic"] == sites["hospital"] == "hospital"
    assert sites.get("mill") is None


def test_measures_are_those_of_the_vocabulary():
    assert set(event_words().measures) <= set(get_args(Measure))


def test_the_order_holds_every_class_once():
    assert sorted(event_words().order) == sorted(EVENT_CLASSES)
