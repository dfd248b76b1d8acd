"""Calendar dates, and the year of those that leave it out."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.mentions.times import find_times
from sayso.mentions.times_dates import full_year, nearest_date, year_of_month
from tests.mentions.articles import article, setting


@pytest.mark.parametrize(("digits", "near", "year"), [("2014", None, 2014), ("15", 2014, 2015), ("15", None, 2015), ("99", 1995, 1999)])
def test_two_digits_beside_a_full_year(digits, near, year):
    assert full_year(digits, near) == year


NEAREST = [
    # text, words, month, day; the date, seen from 28 January 2020
    ("It fell on 17 January.", "17 January", 1, 17, "2020-01-17"),
    ("It fell on 1 December.", "1 December", 12, 1, "2019-12-01"),
    ("It fell on 28 January.", "28 January", 1, 28, "2020-01-28"),
    ("It closes on 14 February.", "14 February", 2, 14, "2020-02-14"),
    ("It fell on 3 May.", "3 May", 5, 3, "2019-05-03"),
    ("They will vote on 3 May.", "3 May", 5, 3, "2020-05-03"),
    ("It fell on 29 February.", "29 February", 2, 29, "2020-02-29"),
]


@pytest.mark.parametrize(("text", "words", "month", "day", "date"), NEAREST, ids=[row[0] for row in NEAREST])
def test_a_day_without_a_year(text, words, month, day, date):
    assert str(nearest_date(month, day, setting(text, words))) == date


@given(st.dates(dt.date(1990, 1, 1), dt.date(2035, 1, 1)), st.integers(1, 12), st.integers(1, 28))
def test_it_is_that_day_of_a_year_and_at_most_45_days_ahead(published, month, day):
    found = nearest_date(month, day, setting("It fell then.", "then", published))
    assert (found.month, found.day) == (month, day)
    assert -366 < (found - published).days <= 45


def test_without_a_day_of_publication_there_is_none():
    at = setting("It fell on 3 May.", "3 May", None)
    assert nearest_date(5, 3, at) is None
    assert year_of_month(5, "", at) is None


@pytest.mark.parametrize(
    ("text", "month", "near", "year"),
    [
        ("It fell in March.", 3, "", 2019),
        ("It fell in January.", 1, "", 2020),
        ("It fell last January.", 1, "last", 2019),
        ("They will vote in June.", 6, "", 2020),
        ("They vote next March.", 3, "next", 2020),
        ("It fell this June.", 6, "this", 2020),
        ("They must leave before the end of March.", 3, "", 2020),
    ],
)
def test_a_month_without_a_year(text, month, near, year):
    words = {1: "January", 3: "March", 6: "June"}[month]
    at = setting(text, "end of March" if "end of" in text else words)
    assert year_of_month(month, near, at) == year


@pytest.mark.parametrize("text", ["It fell on 30 February 2020.", "It fell on 31 April 2020."])
def test_a_day_that_the_calendar_does_not_have(text):
    (found,) = find_times(article(text))
    assert (found.from_, found.why) == (None, "the calendar has no such day")
