"""What a side calls itself and its foe, in what it says."""

import pytest

from sayso.claims.side_words import parties_by_side
from sayso.claims.speakers import find_attributions
from sayso.mentions.actors import find_actors
from sayso.model.mentions import Mentions
from tests.claims.reports import article_of

SAID = [
    ("The General Staff of the Armed Forces of Ukraine said the enemy launched 62 assaults.", "the enemy", "Russian Armed Forces"),
    ("The Russian defence ministry said the enemy lost up to 220 servicemen.", "the enemy", "Armed Forces of Ukraine"),
    ("Hezbollah said the mujahideen shelled a post.", "the mujahideen", "Hezbollah"),
    ("Hezbollah said an enemy drone fell near Khardali.", "enemy drone", "Israel Defense Forces"),
]
NOBODY = [
    ("A resident of Bakhmut said the enemy came at dawn.", "the enemy"),
    ("The enemy came at dawn.", "The enemy"),
    ("The South Lebanon Army said the enemy shelled a post.", "the enemy"),
]


def named_at(text, words):
    article = article_of(text)
    actors = find_actors(article)
    start = text.index(words)
    found = parties_by_side(article, Mentions(actors=actors), find_attributions(article, actors))
    return [a.name for a in found if a.start < start + len(words) and start < a.end and a.actor_id]


@pytest.mark.parametrize(("text", "words", "name"), SAID, ids=[row[0] for row in SAID])
def test_the_side_of_who_speaks_tells_who_is_meant(text, words, name):
    assert named_at(text, words) == [name]


def test_not_everybody_calls_itself_the_mujahideen():
    assert "Government of Russia" not in named_at("The Russian defence ministry said the mujahideen attacked a post.", "the mujahideen")


def test_what_holds_a_sides_word_keeps_its_name():
    assert named_at("Indian army officials said Hizb-ul-Mujahideen killed two soldiers.", "Hizb-ul-Mujahideen") == ["Hizbul Mujahideen"]


@pytest.mark.parametrize(("text", "words"), NOBODY, ids=[row[0] for row in NOBODY])
def test_without_a_side_that_speaks_nobody_is_named(text, words):
    assert named_at(text, words) == []
