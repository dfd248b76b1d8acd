"""Forms of English verbs and nouns."""

import pytest

from sayso.language.inflection import noun_forms, verb_forms


@pytest.mark.parametrize(
    ("verb", "irregular", "forms"),
    [
        ("shell", {}, {"shell", "shells", "shelled", "shelling"}),
        ("seize", {}, {"seize", "seizes", "seized", "seizing"}),
        ("carry", {}, {"carry", "carries", "carried", "carrying"}),
        ("destroy", {}, {"destroy", "destroys", "destroyed", "destroying"}),
        ("clash", {}, {"clash", "clashes", "clashed", "clashing"}),
        ("free", {}, {"free", "frees", "freed", "freeing"}),
        ("take", {"take": ["took", "taken"]}, {"take", "takes", "took", "taken", "taking"}),
        ("hit", {"hit": ["hit", "hitting"]}, {"hit", "hits", "hitting"}),
    ],
)
def test_verb(verb: str, irregular: dict[str, list[str]], forms: set[str]) -> None:
    assert verb_forms(verb, irregular) == forms


@pytest.mark.parametrize(
    ("noun", "irregular", "forms"),
    [("rocket", {}, {"rocket", "rockets"}), ("clash", {}, {"clash", "clashes"}), ("city", {}, {"city", "cities"}), ("man", {"man": ["men"]}, {"man", "men"})],
)
def test_noun(noun: str, irregular: dict[str, list[str]], forms: set[str]) -> None:
    assert noun_forms(noun, irregular) == forms
