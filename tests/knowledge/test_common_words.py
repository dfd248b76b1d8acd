"""The counted table of words: complete, ordered, and naming nobody."""

import pytest

from sayso.knowledge.common_words import rarity_of


@pytest.mark.parametrize(("common", "rare"), [("police", "homicide"), ("killed", "locksmith"), ("aleppo", "hollin")])
def test_the_commoner_word_weighs_less(common, rare):
    assert rarity_of(common) < rarity_of(rare)


def test_every_degree_is_a_share_and_below_what_an_unseen_word_has():
    assert 0.0 <= rarity_of("the") < 0.2
    assert 5.0 < rarity_of("villa") < rarity_of("quellin") == 6.5
