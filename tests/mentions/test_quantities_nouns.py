"""The noun phrase that a number counts."""

import pytest

from sayso.mentions.quantities_nouns import counted_after, is_not_counted, is_plural, singular, unit_of

COUNTED = [
    ("70 Iraqi army troops came", "70", "Iraqi army troops", "people"),
    ("12 of them left", "12", "of them", "people"),
    ("12 more civilians came", "12", "civilians", "people"),
    ("30 of its own fighters", "30", "fighters", "people"),
    ("40 were hurt", "40", "", "other"),
    ("60 houses, shops", "60", "houses", "structures"),
    ("20 trucks of flour", "20", "trucks", "other"),
    ("200 families left", "200", "families", "households"),
    ("5 women and children", "5", "women", "people"),
]


@pytest.mark.parametrize(("text", "number", "words", "unit"), COUNTED, ids=[row[0] for row in COUNTED])
def test_how_far_the_counted_phrase_runs(text, number, words, unit):
    found = counted_after(text, len(number), len(text))
    assert (text[slice(*found.span)], found.unit) == (words, unit)


def test_one_is_counted_by_a_singular():
    found = counted_after("a child died", 1, 12, one=True)
    assert (found.head, found.unit) == ("child", "people")
    assert counted_after("12 child died", 2, 13).head is None


@pytest.mark.parametrize(("word", "form"), [("Civilians", "civilian"), ("children", "children"), ("IDPs", "idp"), ("houses", "house"), ("trucks", "trucks")])
def test_forms_of_the_noun_lists(word, form):
    assert singular(word) == form


@pytest.mark.parametrize(("word", "unit"), [("civilians", "people"), ("families", "households"), ("homes", "structures"), ("trucks", None)])
def test_units(word, unit):
    assert unit_of(word) == unit


@pytest.mark.parametrize(("text", "left_out"), [("12%", True), ("12 per cent", True), ("12 km", True), ("12-year-old", True), ("12 people", False), ("12", False)])
def test_shares_lengths_and_ages_count_nothing(text, left_out):
    assert is_not_counted(text, 2) is left_out


@pytest.mark.parametrize(("word", "plural"), [("troops", True), ("children", True), ("dead", True), ("child", False), ("army", False), ("women", True)])
def test_plurals(word, plural):
    assert is_plural(word) is plural
