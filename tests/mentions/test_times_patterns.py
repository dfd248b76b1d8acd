"""The pieces of patterns of time."""

import pytest

from sayso.mentions.times_patterns import MONTHS, TRIGGERS, calendar_part, month_of, number_of, part_of, rank_of, rule
from sayso.mentions.times_reading import Reading


def match(pattern, text):
    return rule("test", "year", pattern, lambda m, at: Reading(why="")).pattern.search(text)


@pytest.mark.parametrize(("words", "number"), [("a", 1), ("one", 1), ("twelve", 12), ("12", 12), ("couple  of", 2), ("many", None)])
def test_numbers_before_a_unit(words, number):
    assert number_of(words) == number


@pytest.mark.parametrize(("text", "month"), [("in May", 5), ("in Sept. 30", 9), ("in december", 12)])
def test_months_short_and_long(text, month):
    assert month_of(match("{month}", text)) == month


@pytest.mark.parametrize(
    ("text", "part", "bounded"),
    [("early May", "early", "early"), ("the beginning of May", "early", "early"), ("the end of May", "late", "late"), ("mid-May", "mid", "mid"), ("earlier May", "earlier", ""), ("May", "", "")],
)
def test_parts_of_a_period(text, part, bounded):
    found = match("{part}(?:of_)?{month}", text)
    assert (part_of(found), calendar_part(found)) == (part, bounded)


@pytest.mark.parametrize(("text", "rank"), [("third day", 3), ("21st day", 21), ("second day", 2)])
def test_ordinals(text, rank):
    assert rank_of(match("{ordinal}_day", text)) == rank


def test_an_underscore_is_one_white_space_with_at_most_one_line_break():
    assert match("last_{year}", "last 2019")
    assert match("last_{year}", "last\n2019")
    assert not match("last_{year}", "last\n\n2019")
    assert not match("last_{year}", "blast2019")


def test_a_word_is_no_end_of_another():
    assert not match("{month}", "dismay")


@pytest.mark.parametrize(("text", "found"), [("in 2019", "year"), ("in May", "month"), ("on Monday", "weekday"), ("two weeks", "unit"), ("at noon", "clock"), ("9 a.m.", "tick"), ("nobody", None)])
def test_the_classes_of_time_words_of_a_text(text, found):
    hit = TRIGGERS.search(text)
    assert (hit.lastgroup if hit else None) == found


def test_every_month_has_its_number():
    assert set(MONTHS.values()) == set(range(1, 13))
