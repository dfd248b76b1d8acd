"""Feasts that move: the Islamic calendar, Easter."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.mentions.times_feasts import day_of_hijri, month_of_hijri
from tests.mentions.test_times import read

# sentence, day of publication, expression, first and last day
FEASTS = [
    ("It eased during Ramadan.", "2018-06-01", "Ramadan", "2018-05-16", "2018-06-14"),
    ("It had eased in Ramadan.", "2018-09-01", "Ramadan", "2018-05-16", "2018-06-14"),
    ("They will come back before Ramadan.", "2018-04-20", "Ramadan", "2018-05-16", "2018-06-14"),
    ("They starved last Ramadan.", "2018-06-01", "last Ramadan", "2017-05-27", "2017-06-24"),
    ("The pause holds until next Ramadan.", "2018-09-01", "next Ramadan", "2019-05-06", "2019-06-03"),
    ("It fell in Ramadan 2013.", "2020-01-28", "Ramadan 2013", "2013-07-09", "2013-08-07"),
    ("It fell in Ramadan 1434.", "2020-01-28", "Ramadan 1434", "2013-07-09", "2013-08-07"),
    ("They ate at the start of Ramadan.", "2018-06-20", "the start of Ramadan", "2018-05-16", "2018-05-25"),
    ("They ate at the end of Ramadan.", "2018-06-20", "the end of Ramadan", "2018-06-05", "2018-06-14"),
    ("All through the holy month of Ramadan they fought.", "2016-07-20", "the holy month of Ramadan", "2016-06-06", "2016-07-05"),
    ("Guns fell silent on Eid al-Fitr.", "2018-06-20", "Eid al-Fitr", "2018-06-15", "2018-06-15"),
    ("Guns fell silent on Eid al-Adha 2016.", "2018-06-20", "Eid al-Adha 2016", "2016-09-11", "2016-09-11"),
    ("They march on Ashura.", "2020-09-20", "Ashura", "2020-08-29", "2020-08-29"),
    ("The letter is of 12 Ramadan 1439.", "2020-01-28", "12 Ramadan 1439", "2018-05-27", "2018-05-27"),
    ("The letter is of 3 Safar 1441 AH.", "2020-01-28", "3 Safar 1441 AH", "2019-10-02", "2019-10-02"),
    ("The letter is of Dhu al-Hijjah 1440.", "2020-01-28", "Dhu al-Hijjah 1440", "2019-08-02", "2019-08-30"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "published", "words", "first", "last"), FEASTS, ids=[f"{r[2]}|{i}" for i, r in enumerate(FEASTS)])
def test_dates_of_the_islamic_calendar(text, published, words, first, last):
    assert [r[:3] for r in read(text, published)] == [(words, first, last)]


@pytest.mark.parametrize(
    ("text", "published", "words", "day"),
    [
        ("It fell on Easter Sunday 2019.", "2020-01-28", "Easter Sunday 2019", "2019-04-21"),
        ("It fell on Good Friday.", "2018-05-31", "Good Friday", "2018-03-30"),
        ("It fell at Orthodox Easter.", "2022-05-10", "Orthodox Easter", "2022-04-24"),
        ("They will meet on Easter Monday.", "2022-04-01", "Easter Monday", "2022-04-18"),
        ("It fell last Easter.", "2022-05-10", "last Easter", "2022-04-17"),
    ],
)
def test_easter(text, published, words, day):
    assert [r[:3] for r in read(text, published)] == [(words, day, day)]


@pytest.mark.parametrize("text", ["Mr Ramadan said so.", "Ramadan Abdullah said so.", "Ramadan said so.", "Rajab left Safar behind.", "Eid came late.", "They fled to the eastern and north-easter edge."])
def test_names_of_people_are_no_dates(text):
    assert read(text) == []


@pytest.mark.parametrize(("text", "words"), [("It eased during Ramadan.", "Ramadan"), ("On Ashura they marched.", "Ashura"), ("At Easter they marched.", "Easter")])
def test_without_a_day_to_see_them_from_feasts_stay_open(text, words):
    ((found, first, last, value),) = read(text, None)
    assert (found, first, last, value) == (words, None, None, "XXXX")


def test_days_that_the_calendar_does_not_have():
    assert day_of_hijri(1441, 2, 30) is None
    assert month_of_hijri(1501, 1) is None
    assert month_of_hijri(1364, 1) is None


@given(st.integers(1365, 1499), st.integers(1, 12))
def test_months_follow_one_another_without_a_gap(year, month):
    here, after = month_of_hijri(year, month), month_of_hijri(year + month // 12, month % 12 + 1)
    assert after.first - here.last == dt.timedelta(days=1)
    assert 29 <= (here.last - here.first).days + 1 <= 30
