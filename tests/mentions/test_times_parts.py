"""Decades, centuries, seasons, feasts and parts of months and years."""

import pytest

from sayso.mentions.times import find_times
from tests.mentions.articles import article

PARTS = [
    ("It fell in the late 1990s.", "the late 1990s", "1997-01-01", "1999-12-31"),
    ("It fell in the 1950s.", "the 1950s", "1950-01-01", "1959-12-31"),
    ("It fell in the 19th century.", "the 19th century", "1801-01-01", "1900-12-31"),
    ("It fell in the summer of 2015.", "the summer of 2015", "2015-06-01", "2015-08-31"),
    ("It fell in the winter of 2015.", "the winter of 2015", "2015-12-01", "2016-02-29"),
    ("It fell last spring.", "last spring", "2019-03-01", "2019-05-31"),
    ("It fell on New Year's Eve 2018.", "New Year's Eve 2018", "2018-12-31", "2018-12-31"),
    ("It fell in the second half of 2015.", "the second half of 2015", "2015-07-01", "2015-12-31"),
    ("It fell in the last week of August 2019.", "the last week of August 2019", "2019-08-25", "2019-08-31"),
    ("It fell in the final quarter of 2018.", "the final quarter of 2018", "2018-10-01", "2018-12-31"),
    ("It fell in the third quarter of 2019.", "the third quarter of 2019", "2019-07-01", "2019-09-30"),
    ("It fell in the first three months of last year.", "the first three months of last year", "2019-01-01", "2019-03-31"),
]


@pytest.mark.parametrize(("text", "words", "first", "last"), PARTS, ids=[row[1] for row in PARTS])
def test_days_of_a_stretch(text, words, first, last):
    (found,) = find_times(article(text))
    assert (found.text, str(found.from_), str(found.to)) == (words, first, last)


@pytest.mark.parametrize("text", ["The fall of the town was swift.", "The Arab spring began.", "The hot spring was dry.", "They are in the first house."])
def test_words_that_only_look_like_seasons(text):
    assert find_times(article(text)) == ()


def test_a_season_is_rough():
    (found,) = find_times(article("It fell in the summer of 2015."))
    assert "~" in found.edtf
    assert "north" in found.why
