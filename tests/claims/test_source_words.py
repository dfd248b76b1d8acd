"""Word classes of attribution."""

from typing import get_args

import pytest

from sayso.claims.source_words import VERB_CLASSES, base_cues, cue_verbs, ing_cues, phrase_row, role_kind, role_words, word_row
from sayso.knowledge.phrases import split_words
from sayso.knowledge.tables import read_table
from sayso.model.vocabulary import SourceKind


@pytest.mark.parametrize(("form", "verb_class"), [("said", "says"), ("told", "tells"), ("accused", "accuses"), ("denied", "denies"), ("denies", "denies"), ("warned", "says")])
def test_forms_of_verbs_of_speech(form, verb_class):
    assert cue_verbs()[form][0] == verb_class


def test_verbs_that_only_speak_with_something_beside_them():
    assert not cue_verbs()["said"][1]
    assert cue_verbs()["found"][1]


def test_participles_and_base_forms():
    assert {"adding", "saying"} <= ing_cues()
    assert {"say", "claim"} <= base_cues()
    assert {"put", "read"}.isdisjoint(base_cues())
    assert {row[0] for row in cue_verbs().values()} <= set(VERB_CLASSES)


@pytest.mark.parametrize(("words", "kind"), [("resident", "witness"), ("mayor", "official"), ("security sources", "anonymous"), ("monitor", "monitor"), ("some sources", "unspecified")])
def test_roles_have_a_kind_of_source(words, kind):
    found = role_words().longest(split_words(words), 0, cased=False)
    assert role_kind(found[1]) == kind


def test_every_role_has_a_kind_of_the_vocabulary():
    assert {role_kind(row) for row in range(len(read_table("speakers")["roles"]))} <= set(get_args(SourceKind))


def test_set_phrases_and_rows_of_words():
    assert phrase_row("according").longest(split_words("According to the mayor"), 0, cased=False)[0] == 2
    assert "monday" in word_row("days")
