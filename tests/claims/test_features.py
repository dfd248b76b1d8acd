"""What a trigger's surroundings look like to the scorer."""

import pytest

from sayso.claims.features import describe_trigger, look_at, profile_of, shape_words, word_kinds
from sayso.claims.lexicon import load_lexicon
from tests.claims.reports import tokens_of


def scene_of(text, number=0):
    return look_at(tokens_of(text), load_lexicon(), number)


def features_of(text, event):
    scene = scene_of(text)
    trigger = next(t for t in scene.triggers if t.rule.event == event)
    return describe_trigger(scene, trigger, profile_of([scene]))


@pytest.mark.parametrize(
    ("text", "shaped"),
    [
        ("In 2014 Tarmin fell to rebels", "in # <name> fell to rebels"),
        ("Tarmin fell", "tarmin fell"),
        ("He said: Tarmin fell", "he said : tarmin fell"),
        ("Some 1,200 fled", "some # fled"),
        ("They left on Monday", "they left on monday"),
    ],
)
def test_digits_and_unknown_names_lose_their_letters(text, shaped):
    assert " ".join(shape_words(tokens_of(text), load_lexicon())) == shaped


def test_the_words_next_to_a_trigger_are_told():
    found = features_of("Many families fled Tarmin", "displacement")
    assert {"rule=displacement.flee", "word=fled", "before=families", "after=<name>", "kindbefore=<people>"} <= set(found)


def test_each_feature_comes_once():
    found = features_of("The rebels and the rebels fled the town and the town", "displacement")
    assert len(found) == len(set(found))


def test_the_name_of_a_town_changes_nothing():
    assert features_of("Rebels fled to Tarmin", "displacement") == features_of("Rebels fled to Oslan", "displacement")


def test_a_profile_is_made_of_shares():
    profile = profile_of([scene_of("Many fled and many fled again"), scene_of("Shells hit the mill")])
    assert sum(profile.values()) == pytest.approx(1.0)
    assert next(iter(profile)) == "displacement"
    assert profile_of([]) == {}


def test_a_word_belongs_to_one_kind_and_kinds_are_marked():
    assert word_kinds()["villagers"] == "<people>"
    assert all(kind.startswith("<") and kind.endswith(">") for kind in word_kinds().values())


def test_a_trigger_is_no_other_trigger_of_its_sentence():
    assert [f for f in features_of("Many fled", "displacement") if f.startswith(("classsame", "rulesame"))] == []


def test_what_else_the_sentence_tells_is_a_feature():
    found = features_of("Shells hit the mill and families fled", "displacement")
    assert "classleft=strike" in found
    assert "classright=strike" not in found
