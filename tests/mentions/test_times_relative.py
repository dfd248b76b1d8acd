"""Times told from the day of publication or from a date before them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.mentions.times_relative import period_around, shift
from tests.mentions.articles import TUESDAY

DATES = st.dates(dt.date(1950, 1, 1), dt.date(2050, 1, 1))
UNITS = st.sampled_from(["week", "month", "quarter", "year", "decade"])

PERIODS = [
    ("week", "2020-W05", "2020-01-27", "2020-02-02"),
    ("weekend", "2020-W05-WE", "2020-02-01", "2020-02-02"),
    ("month", "2020-01", "2020-01-01", "2020-01-31"),
    ("quarter", "2020-Q1", "2020-01-01", "2020-03-31"),
    ("year", "2020", "2020-01-01", "2020-12-31"),
    ("decade", "202", "2020-01-01", "2029-12-31"),
]


@pytest.mark.parametrize(("unit", "value", "first", "last"), PERIODS)
def test_the_calendars_period_around_a_day(unit, value, first, last):
    found, days = period_around(TUESDAY, unit)
    assert (found, str(days.first), str(days.last)) == (value, first, last)


@given(DATES, UNITS)
def test_the_period_holds_the_day(day, unit):
    _, days = period_around(day, unit)
    assert days.first <= day <= days.last


@given(DATES, UNITS)
def test_all_days_of_a_period_are_in_the_same_one(day, unit):
    value, days = period_around(day, unit)
    assert period_around(days.first, unit) == period_around(days.last, unit) == (value, days)


@pytest.mark.parametrize(
    ("unit", "number", "moved"),
    [("day", -3, "2020-01-25"), ("week", 1, "2020-02-04"), ("fortnight", 1, "2020-02-11"), ("month", 1, "2020-02-28"), ("year", -1, "2019-01-28"), ("decade", 1, "2030-01-28")],
)
def test_a_day_moved(unit, number, moved):
    assert str(shift(TUESDAY, unit, number)) == moved


@given(DATES, st.sampled_from(["day", "week", "fortnight"]), st.integers(-50, 50))
def test_moving_there_and_back(day, unit, number):
    assert shift(shift(day, unit, number), unit, -number) == day
