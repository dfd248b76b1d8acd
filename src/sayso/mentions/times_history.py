"""Histories: texts that tell of years long past in their order, whose dates without a year are seen from the one told before."""

import datetime as dt
import re
from collections.abc import Sequence

from sayso.mentions.times_calendar import Days, add_months, year_days
from sayso.mentions.times_reading import Found, Reading

_LEAST, _OLD_SHARE, _OLD_DAYS, _NEWS = 5, 0.6, 400, 0.1
"""Dates with their year that a history prints at least; the share of them that lie so many days before publication; the days told from
publication ("yesterday", "on Friday") to each of them at most."""
_BACK = 3
"""Months by which a history may step back without naming the year."""
_OPENS = re.compile(r"(?:^|[.!?:]\s+|\n\s*)(?:[A-Z]\w+\s+){0,2}$")


_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")


def may_be_history(text: str, published: dt.date) -> bool:
    """Whether a text prints as many years as a history does: a quick look before its dates are read.

    >>> may_be_history("1936 1937 1937 1938 1939", dt.date(2009, 12, 19)), may_be_history("1936 2009", dt.date(2009, 12, 19))
    (True, False)
    """
    years = [int(year) for year in _YEAR.findall(text)]
    return sum(year <= published.year for year in years) >= _LEAST


def is_history(printed: Sequence[Reading], near_days: int, published: dt.date | None) -> bool:
    """Whether a text of some day is a history, by the dates that it prints with their year and the number of those told from publication.

    >>> told = [Reading(days=year_days(y), named_year=True, why="") for y in (1936, 1937, 1937, 1938, 1939)]
    >>> [is_history(told, near, dt.date(year, 12, 19)) for near, year in ((0, 2009), (0, 1938), (9, 2009))]
    [True, False, False]
    """
    named = [r.days for r in printed if r.named_year and r.days is not None]
    if published is None or len(named) < _LEAST or near_days > _NEWS * len(named):
        return False
    return sum((published - days.last).days > _OLD_DAYS for days in named) >= _OLD_SHARE * len(named)


def year_told(narrated: dt.date, month: int) -> int:
    """The year of a month in a history that has come to some day: the one in which it follows, or stands a little before.

    >>> [year_told(dt.date(1941, 12, 7), month) for month in (12, 10, 2)]
    [1941, 1941, 1942]
    """
    start = add_months(narrated.replace(day=1), -_BACK)
    return start.year + (month < start.month)


_LEADS = "In|On|By|During|Throughout|From|Until|Late|Early|After|Before"
_IN_LAST = re.compile(rf"[.!?][\u201d\"')\]]?\s+(?:(?:{_LEADS})\s+)?(?:(?:in|on|the)\s+)*$")
_NO_PASSAGE = re.compile(r"\b(?:since|until|till|before|after|than|of|from)\s+(?:the\s+)?$", re.IGNORECASE)


def day_of_passage(text: str, start: int, before: Found | None, published: dt.date | None) -> dt.date | None:
    """The day that a passage on the past has come to, in a text that is no history: an old year is told, and the next sentence opens with
    a date that names none ("In 1936 they rose. By July they held the south.")."""
    if before is None or published is None or before.reading.days is None or not before.reading.named_year:
        return None
    days, between = before.reading.days, text[before.end : start]
    old = (published - days.last).days > _OLD_DAYS
    lead = text[max(0, before.start - 30) : before.start]
    sentences = len(re.findall(r"[.!?](?=\s)", between))
    return _day_of(days) if old and sentences == 1 and _IN_LAST.search(between) and not _NO_PASSAGE.search(lead) else None


def _day_of(days: Days) -> dt.date:
    """The first of some days; of a whole year a day from which none of its months is a step back."""
    return add_months(days.first, _BACK) if days == year_days(days.first.year) else days.first


class Narrative:
    """The day that a history has come to; a year that is named in passing moves it by no more than one.

    >>> course = Narrative()
    >>> for lead, year in (("In ", 1789), ("as it had in ", 1613), ("In ", 1791)):
    ...     course.go_on(Reading(days=year_days(year), named_year=True, why=""), lead, heading=False)
    >>> course.day
    datetime.date(1791, 4, 1)
    """

    def __init__(self) -> None:
        self.day: dt.date | None = None

    def go_on(self, reading: Reading, lead: str, *, heading: bool) -> None:
        """Move on to a date, of which `lead` are the words before."""
        days = reading.days
        if days is None:
            return
        if self.day is None:
            self.day = _day_of(days)
            return
        step, whole_year = days.first.year - self.day.year, days == year_days(days.first.year)
        near = step in (0, 1) or (step == -1 and not whole_year)
        told = heading or not reading.named_year or _OPENS.search(lead) is not None or near
        if told and not (whole_year and step == 0):
            self.day = _day_of(days)
