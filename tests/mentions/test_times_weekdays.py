"""Days told from the day of publication."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.mentions.times import find_times
from sayso.mentions.times_patterns import day_value
from tests.mentions.articles import TUESDAY, article

NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
DATES = st.dates(dt.date(1990, 1, 1), dt.date(2035, 1, 1))


@given(DATES, st.sampled_from(NAMES))
def test_a_bare_weekday_is_the_last_one_on_or_before_publication(published, weekday):
    (found,) = find_times(article(f"Shells fell on {weekday}.", published))
    assert NAMES[found.from_.weekday()] == weekday
    assert 0 <= (published - found.from_).days < 7
    assert found.from_ == found.to


@given(DATES, st.sampled_from(NAMES))
def test_a_weekday_to_come_is_the_first_one_on_or_after(published, weekday):
    (found,) = find_times(article(f"Envoys will meet on {weekday}.", published))
    assert 0 <= (found.from_ - published).days < 7


@given(DATES, st.sampled_from(NAMES))
def test_last_and_next_leave_the_day_itself_out(published, weekday):
    last, next_ = (find_times(article(f"It was {near} {weekday}.", published))[0].from_ for near in ("last", "next"))
    assert last < published < next_


@pytest.mark.parametrize(("part", "value"), [(None, "2020-01-28"), ("morning", "2020-01-28TMO"), ("night", "2020-01-28TNI"), ("Evening", "2020-01-28TEV")])
def test_values_of_a_day_and_its_parts(part, value):
    assert day_value(TUESDAY, part) == value


@pytest.mark.parametrize(("text", "kind"), [("Shells fell on Monday.", "DATE"), ("Shells fell on Monday night.", "TIME"), ("Shells fall every Monday.", "SET"), ("Shells fell overnight.", "TIME")])
def test_types(text, kind):
    assert find_times(article(text))[0].type == kind


@pytest.mark.parametrize("text", ["The Sunday Times reported it.", "Black Friday sales went on."])
def test_weekdays_in_names_are_no_days(text):
    assert find_times(article(text)) == ()
