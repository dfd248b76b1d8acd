"""Stretches of days: months, years, weeks and seasons, and the date formats that state them (ISO 8601, EDTF, UCDP)."""

import calendar
import datetime as dt
from typing import Literal, NamedTuple

from sayso.model.days import add_days

Part = Literal["", "early", "mid", "late"]


class Days(NamedTuple):
    """First and last day, inclusive."""

    first: dt.date
    last: dt.date


def one_day(day: dt.date) -> Days:
    """The stretch that is one day long."""
    return Days(day, day)


def add_months(day: dt.date, number: int) -> dt.date:
    """The same day of another month, or that month's last day."""
    index = min(max(day.year * 12 + day.month - 1 + number, 12), 9999 * 12 + 11)
    year, month = divmod(index, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def year_days(year: int, part: Part = "") -> Days:
    """A year, or its first four months (early), its middle four, its last three (late), as gold/train's annotators took them."""
    first, last = {"": (1, 12), "early": (1, 4), "mid": (5, 8), "late": (10, 12)}[part]
    return Days(dt.date(year, first, 1), month_days(year, last).last)


def month_days(year: int, month: int, part: Part = "") -> Days:
    """A month, or its days 1 to 10 (early), 11 to 20 (mid), 21 to its end (late)."""
    end = calendar.monthrange(year, month)[1]
    first, last = {"": (1, end), "early": (1, 10), "mid": (11, 20), "late": (21, end)}[part]
    return Days(dt.date(year, month, first), dt.date(year, month, last))


def week_days(day: dt.date, part: Part = "") -> Days:
    """The week of a day, Monday to Sunday, or its first two days (early), Wednesday (mid), Thursday and Friday (late)."""
    monday = add_days(day, -day.weekday())
    first, last = {"": (0, 6), "early": (0, 1), "mid": (2, 2), "late": (3, 4)}[part]
    return Days(add_days(monday, first), add_days(monday, last))


def season_days(year: int, first_month: int) -> Days:
    """Three whole months; the winter of a year begins in its December."""
    start = dt.date(year, first_month, 1)
    end = add_months(start, 2)
    return Days(start, month_days(end.year, end.month).last)


def quarter_days(year: int, quarter: int) -> Days:
    """A quarter (1 to 4) of a calendar year."""
    return Days(dt.date(year, 3 * quarter - 2, 1), month_days(year, 3 * quarter).last)


def last_weekday(day: dt.date, weekday: int) -> dt.date:
    """The last such weekday (Monday 0) on or before a day."""
    return add_days(day, -((day.weekday() - weekday) % 7))


def next_weekday(day: dt.date, weekday: int) -> dt.date:
    """The first such weekday (Monday 0) on or after a day."""
    return add_days(day, (weekday - day.weekday()) % 7)


def safe_date(year: int, month: int, day: int) -> dt.date | None:
    """The date, or None where the calendar has none such (31 June)."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def iso_week(day: dt.date) -> str:
    """The TIMEX3 value of a day's week: "2020-W05"."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def edtf_of(days: Days, roughly: bool = False) -> str:
    """The stretch in EDTF (ISO 8601-2): a day, month, year, decade, or an interval; "~" where it is rough.

    >>> edtf_of(Days(dt.date(2020, 2, 1), dt.date(2020, 2, 29))), edtf_of(year_days(2011), roughly=True)
    ('2020-02', '2011~')
    """
    first, last = days
    if first == last:
        text = first.isoformat()
    elif days == month_days(first.year, first.month):
        text = f"{first:%Y-%m}"
    elif days == year_days(first.year):
        text = f"{first.year:04d}"
    elif (first.year % 10, last.year) == (0, first.year + 9) and (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        text = f"{first.year // 10:03d}X"
    else:
        mark = "~" if roughly else ""
        return f"{first.isoformat()}{mark}/{last.isoformat()}{mark}"
    return text + ("~" if roughly else "")


def date_precision(days: Days) -> int:
    """UCDP's date_prec of a stretch: 1 a day, 2 two to six days, 3 a week, 4 up to a month, 5 longer."""
    length = (days.last - days.first).days + 1
    return next(code for code, most in ((1, 1), (2, 6), (3, 7), (4, 31), (5, length)) if length <= most)
