import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from sayso.mentions.times_calendar import (
    Days,
    add_months,
    date_precision,
    edtf_of,
    last_weekday,
    month_days,
    next_weekday,
    one_day,
    safe_date,
    season_days,
    week_days,
    year_days,
)

DATES = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))


@given(DATES, st.integers(0, 6))
def test_last_and_next_weekday_enclose_the_day(day, weekday):
    assert last_weekday(day, weekday) <= day <= next_weekday(day, weekday)
    assert last_weekday(day, weekday).weekday() == next_weekday(day, weekday).weekday() == weekday
    assert (day - last_weekday(day, weekday)).days < 7


@given(DATES)
def test_periods_hold_their_day(day):
    for days in (week_days(day), month_days(day.year, day.month), year_days(day.year)):
        assert days.first <= day <= days.last


@given(DATES, st.integers(-240, 240))
def test_months_are_added(day, number):
    moved = add_months(day, number)
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == number
    assert moved.day <= day.day


def test_winter_runs_into_the_next_year():
    assert season_days(2019, 12) == Days(dt.date(2019, 12, 1), dt.date(2020, 2, 29))


def test_no_such_day():
    assert safe_date(2021, 2, 29) is None


def test_precision_follows_length():
    day = dt.date(2020, 1, 28)
    lengths = {1: 1, 2: 2, 6: 2, 7: 3, 12: 4, 31: 4, 90: 5, 365: 5}
    assert {n: date_precision(Days(day, day + dt.timedelta(n - 1))) for n in lengths} == lengths


def test_edtf_of_a_rough_day():
    assert edtf_of(one_day(dt.date(2020, 1, 28)), roughly=True) == "2020-01-28~"
