"""Who holds a place by a claim, how it came about, and how much of the place."""

import pytest

from tests.claims.reports import SETTING, claim_of

ARMY, FORCES, REBELS = "Syrian Arab Army", "Syrian government forces", "Syrian opposition fighters"

TOLD = [
    ("Syrian army troops captured the town of Ariha.", "captured", FORCES, "unknown"),
    ("Syrian forces entered Ariha.", "entered", FORCES, "unknown"),
    ("Rebels took half of the town of Ariha.", "captured", REBELS, "part"),
    ("Rebels captured the entire town of Ariha.", "captured", REBELS, "whole"),
    ("The town of Ariha is held by rebels.", "holds", REBELS, "unknown"),
    ("Rebels still hold the western outskirts of Ariha.", "holds", REBELS, "outskirts"),
    ("Ariha fell to the Syrian army on Monday.", "captured", ARMY, "unknown"),
    ("Rebels handed over Ariha to the Syrian army.", "handed_over", ARMY, "unknown"),
    ("Government forces have besieged the town of Ariha.", "besieged", FORCES, "unknown"),
    ("Rebels lost the town of Ariha to the Syrian army.", "lost", ARMY, "unknown"),
    ("Most of the town of Ariha was captured by the Syrian army.", "captured", ARMY, "part"),
]


@pytest.mark.parametrize(("text", "transition", "holder", "extent"), TOLD, ids=[row[0] for row in TOLD])
def test_change_holder_and_extent(small_gazetteer, text, transition, holder, extent):
    control = claim_of(SETTING + text, small_gazetteer, "control").control
    assert (control.transition, control.holder, control.extent) == (transition, holder, extent)


@pytest.mark.parametrize("text", ["Shells fell on Ariha.", "Clashes went on near Ariha.", "Families fled Ariha."])
def test_other_classes_tell_nothing_of_control(small_gazetteer, text):
    assert claim_of(SETTING + text, small_gazetteer).control is None


def test_the_town_is_ours_in_the_words_of_a_side(small_gazetteer):
    claim = claim_of('"The town is ours," a commander of the Syrian army said.', small_gazetteer, "control")
    assert claim.control.holder == ARMY


def test_ours_in_the_words_of_a_witness_names_nobody(small_gazetteer):
    claim = claim_of(SETTING + "The town has fallen into our hands, a teacher said.", small_gazetteer, "control")
    assert claim.control.holder is None
