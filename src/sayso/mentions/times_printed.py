"""The last day that an undated text prints with its year: dates that leave the year out are read against it."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable

from sayso.mentions.times_reading import Reading

_MONTH = 31
_MOST = 0.6
"""Share of the printed days and months that must be of one year: a text on many years has none that goes without saying.

The annotators of gold/train read the dates without a year of undated articles so ("on 1 March" in a bulletin that prints "January 2018").
"""
_HEAD = 400
"""Characters from the start within which one printed date is enough; further on it may be the backstory's."""


def last_printed_day(printed: Iterable[tuple[int, Reading]]) -> dt.date | None:
    """The last of the days and months that are printed with their year, of the year that most of them are of; None where none prevails.

    `printed` are readings with where they stand. One date alone counts at the head of the text only.

    >>> from sayso.mentions.times_calendar import Days
    >>> days = [Days(dt.date(2018, 9, d), dt.date(2018, 9, d)) for d in (23, 27)]
    >>> last_printed_day((900, Reading(days=d, named_year=True, why="")) for d in days)
    datetime.date(2018, 9, 27)
    """
    named = [(at, r.days) for at, r in printed if r.days is not None and r.named_year and r.type in ("DATE", "TIME")]
    short = [(at, days) for at, days in named if (days.last - days.first).days < _MONTH]
    if not short or (len(short) == 1 and short[0][0] > _HEAD):
        return None
    year, times = Counter(days.last.year for _, days in short).most_common(1)[0]
    return max(days.last for _, days in short if days.last.year == year) if times >= _MOST * len(short) else None
