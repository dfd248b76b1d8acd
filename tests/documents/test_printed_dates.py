"""Dates as pages print them."""

import pytest

from sayso.documents.page_words import page_words
from sayso.documents.printed_dates import find_printed_dates

ONE = ["2020-01-28"]


@pytest.mark.parametrize(
    ("line", "wording", "days"),
    [
        ("28 January 2020", "28 January 2020", ONE),
        ("Tuesday, 28th January, 2020", "Tuesday, 28th January, 2020", ONE),
        ("Jan. 28, 2020 at 5:12 pm EST", "Jan. 28, 2020 at 5:12 pm EST", ONE),
        ("JANUARY 28 2020", "JANUARY 28 2020", ONE),
        ("the 28th of January 2020", "28th of January 2020", ONE),
        ("2020-01-28T17:12:00+02:00", "2020-01-28T17:12:00+02:00", ONE),
        ("2020/01/28", "2020/01/28", ONE),
        ("28.01.2020", "28.01.2020", ONE),
        ("28/01/2020", "28/01/2020", ONE),
        ("04/05/2020", "04/05/2020", ["2020-05-04", "2020-04-05"]),
        ("04.05.2020", "04.05.2020", ["2020-05-04"]),
        ("on 28 January", "28 January", []),
        ("29 February 2020", "29 February 2020", ["2020-02-29"]),
    ],
)
def test_date_and_its_days(line: str, wording: str, days: list[str]) -> None:
    (found,) = find_printed_dates(line, page_words())
    assert line[found.start : found.end] == wording
    assert [d.isoformat() for d in found.days] == days


@pytest.mark.parametrize("line", ["31 February 2020", "40/13/2020", "in January 2020", "2020", "1-2-3", "page 12 of 20", "may 3,000 people", ""])
def test_no_date(line: str) -> None:
    assert find_printed_dates(line, page_words()) == ()
