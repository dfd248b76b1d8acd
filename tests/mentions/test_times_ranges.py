"""Ranges: one stretch for claims, two dates in the record."""

import pytest

from sayso.mentions.times import find_times
from sayso.model.mentions import Mentions, TimeRange
from tests.mentions.test_times import article

RANGES = [
    ("It ran from 27 August to 4 September 2018.", [("27 August", "2018-08-27"), ("4 September 2018", "2018-09-04")]),
    ("It ran from 17 to 28 January.", [("17", "2020-01-17"), ("28 January", "2020-01-28")]),
    ("It ran January 3-5, 2020.", [("January 3", "2020-01-03"), ("5, 2020", "2020-01-05")]),
    ("In 2011-2013 many left.", [("2011", "2011"), ("2013", "2013")]),
    ("In 2011-13 many left.", [("2011", "2011"), ("13", "2013")]),
    ("Between 2006 and 2015 many left.", [("2006", "2006"), ("2015", "2015")]),
    ("Fighting raged on Saturday and Sunday.", [("Saturday", "2020-01-25"), ("Sunday", "2020-01-26")]),
    ("The twelve days to 26 January were calm.", [("twelve days", "P12D"), ("26 January", "2020-01-26")]),
]


@pytest.mark.parametrize(("text", "ends"), RANGES, ids=[r[0] for r in RANGES])
def test_the_ends_of_a_range_stand_apart_in_the_record(text, ends):
    (whole,) = find_times(article(text))
    assert isinstance(whole, TimeRange)
    apart = Mentions(times=(whole,)).with_ends_apart().times
    assert [(time.text, time.value) for time in apart] == ends
    assert all(text[time.start : time.end] == time.text and not isinstance(time, TimeRange) for time in apart)


def test_what_is_no_range_stays_as_it_is():
    times = find_times(article("It fell on 17 January. Many left in March and again yesterday."))
    assert Mentions(times=times).with_ends_apart().times == times


def test_a_range_of_ranges_falls_into_single_dates():
    times = find_times(article("It ran from 3-5 May 2019 to 7-9 June 2019."))
    assert [t.text for t in Mentions(times=times).with_ends_apart().times] == ["3", "5 May 2019", "7", "9 June 2019"]
