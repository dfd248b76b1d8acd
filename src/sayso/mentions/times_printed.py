"""The last day that an undated text prints with its year: dates that leave the year out are read against it."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable

from sayso.mentions.times_reading import Reading

_MONTH = 31
_TWICE = 2
"""Days and months that must be of one year: a text on many years has none that goes without saying.

The annotators of gold/train read the dates without a year of undated articles so ("on 1 March" in a bulletin that prints "January 2018").
Of 707 dates without a year in claims of 331 undated annotated articles 381 are read as annotated, 74 otherwise; by the year that most dates
are of 352 and 79.
"""
_HEAD = 400
"""Characters from the start within which one printed date is enough; further on it may be the backstory's."""


def last_printed_day(printed: Iterable[tuple[int, Reading]]) -> dt.date | None:
    """The last of the days and months that are printed with their year; None where the text prints none that tells how old it is.

    `printed` are readings with where they stand. It is the last year that tells it, because the text is not older, where that stands
    alone at the head of the text or in two dates.

    >>> from sayso.mentions.times_calendar import Days
    >>> days = [Days(dt.date(2018, 9, d), dt.date(2018, 9, d)) for d in (23, 27)]
    >>> last_printed_day((900, Reading(days=d, named_year=True, why="")) for d in days)
    datetime.date(2018, 9, 27)
    """
    named = [(at, r.days) for at, r in printed if r.days is not None and r.named_year and r.type in ("DATE", "TIME")]
    short = [(at, days) for at, days in named if (days.last - days.first).days < _MONTH]
    times = Counter(days.last.year for _, days in short)
    head = {days.last.year for at, days in short if at <= _HEAD}
    year = max(times, default=None)
    tells = year is not None and (head == {year} or times[year] >= _TWICE)
    return max(days.last for _, days in short if days.last.year == year) if tells else None
