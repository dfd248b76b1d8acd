"""Lengths of time and times of day."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.mentions.times_patterns import clock_time
from sayso.mentions.times_spans import days_up_to, unit_value
from tests.mentions.articles import TUESDAY


@pytest.mark.parametrize(
    ("number", "unit", "value"),
    [("3", "day", "P3D"), ("24", "hour", "PT24H"), ("X", "week", "PXW"), ("2", "fortnight", "P4W"), ("2", "decade", "P20Y"), ("1", "month", "P1M")],
)
def test_values(number, unit, value):
    assert unit_value(number, unit) == value


@pytest.mark.parametrize(
    ("number", "unit", "first"),
    [(12, "day", "2020-01-17"), (1, "week", "2020-01-22"), (1, "month", "2019-12-30"), (1, "year", "2019-01-29"), (24, "hour", "2020-01-27"), (1, "day", "2020-01-28")],
)
def test_a_stretch_that_ends_on_a_day_counts_that_day(number, unit, first):
    days = days_up_to(TUESDAY, number, unit)
    assert (str(days.first), days.last) == (first, TUESDAY)


@given(st.dates(dt.date(1950, 1, 1), dt.date(2050, 1, 1)), st.integers(1, 60))
def test_so_many_days_are_so_many_days(day, number):
    days = days_up_to(day, number, "day")
    assert (days.last - days.first).days + 1 == number


@pytest.mark.parametrize(("words", "time"), [("around 7:15 pm", "19:15"), ("9 a.m.", "09:00"), ("noon", "12:00"), ("12.30 am", "00:30"), ("midnight", "24:00"), ("12 pm", "12:00"), ("18:05", "18:05")])
def test_hours_on_the_clock_of_24(words, time):
    assert clock_time(words) == time
