"""The years that an undated page fits: those in which its day and month fall on its weekday."""

import datetime as dt
import re

from sayso.documents.page_words import PageWords
from sayso.documents.printed_dates import PrintedDate, find_printed_dates
from sayso.knowledge.letters import plain_letters
from sayso.model.articles import DateCandidate

_NEAR = 12
"""A weekday within 12 characters of a date names the same day ("Tuesday, the 28th of January")."""


def _weekdays_told(text: str, words: PageWords) -> list[tuple[int, int, int]]:
    """Weekday number, start and end of every weekday named in full."""
    names = "|".join(name for name in words.weekdays if name.endswith("day"))
    found = re.finditer(rf"\b(?:{names})\b", text, re.IGNORECASE)
    return [(words.weekdays[plain_letters(m.group()).lower()], m.start(), m.end()) for m in found]


def _latest_told(days: set[int]) -> int:
    """The last of the weekdays told: the one that the longest stretch of untold days follows."""
    gaps = {day: min(((other - day - 1) % 7) + 1 for other in days) if len(days) > 1 else 7 for day in days}
    return max(sorted(days), key=lambda day: gaps[day])


def _years(month: int, day: int, weekday: int, earliest: int, latest: int) -> list[dt.date]:
    found = []
    for year in range(earliest, latest + 1):
        try:
            date = dt.date(year, month, day)
        except ValueError:
            continue
        if date.weekday() == weekday:
            found.append(date)
    return found


def find_year_candidates(text: str, words: PageWords, earliest: int, latest: int) -> tuple[DateCandidate, ...]:
    """Days that fit the text's day-and-month and its weekday, when it prints no year beside them.

    A weekday next to the date is taken as its own; else the latest weekday that the text tells of is.

    >>> from sayso.documents.page_words import page_words
    >>> text = "On Monday crowds left. Early on Tuesday a convoy came. The photo was taken on 28 January."
    >>> [str(c.date) for c in find_year_candidates(text, page_words(), 2010, 2026)]
    ['2014-01-28', '2020-01-28', '2025-01-28']
    """
    dates = [d for d in find_printed_dates(text, words) if not d.days]
    told = _weekdays_told(text, words)
    if not dates or not told:
        return ()
    date = max(dates, key=lambda d: (d.month, d.day, -d.start))
    if max(d.month for d in dates) - min(d.month for d in dates) > 6:
        date = max((d for d in dates if d.month <= 6), key=lambda d: (d.month, d.day, -d.start))
    return _fitting_years(text, date, told, (earliest, latest), words)


def _fitting_years(
    text: str, date: PrintedDate, told: list[tuple[int, int, int]], span: tuple[int, int], words: PageWords
) -> tuple[DateCandidate, ...]:
    own = [day for day, start, end in told if start < date.end + _NEAR and date.start - _NEAR < end]
    weekday = own[0] if own else _latest_told({day for day, _, _ in told})
    name = next(n for n, number in words.weekdays.items() if number == weekday).capitalize()
    wording = text[date.start : date.end].strip()
    reason = f"with {name}" if own else f"and {name} is the latest day that it tells of"
    return tuple(
        DateCandidate(day, f"the text prints '{wording}', {reason}; {day.isoformat()} was a {name}")
        for day in _years(date.month, date.day, weekday, *span)
    )
