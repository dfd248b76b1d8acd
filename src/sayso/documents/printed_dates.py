"""Dates as news pages print them, with the day that they name or the days that they may name."""

import datetime as dt
import functools
import re

import msgspec

from sayso.documents.page_words import PageWords
from sayso.knowledge.letters import plain_letters

_DIGIT = re.compile(r"\d")
_ZONE = r"(?:\s*(?:(?:GMT|UTC)[+-]\d{1,2}|[A-Z]{2,4}T?|[+-]\d\d:?\d\d|Z))?"
_CLOCK = rf"(?:at\s+)?\d{{1,2}}[:.h]\d\d(?::\d\d)?(?:\s*[ap]\.?m\.?)?{_ZONE}\b"
_TIME = rf"(?:[\s,|·•–-]*(?:at\s+\d{{4}}(?=\s)|{_CLOCK}))?"


class PrintedDate(msgspec.Struct, frozen=True):
    """Offsets of a printed date and the days that it may name: one, or two where the order of day and month is open.

    `days` is empty where no year is printed; then `day` and `month` hold what is.
    """

    start: int
    end: int
    days: tuple[dt.date, ...]
    day: int
    month: int


@functools.cache
def _patterns(months: str, weekdays: str) -> re.Pattern[str]:
    weekday = rf"(?:(?:{weekdays})\.?,?\s+)?"
    forms = (
        rf"{weekday}(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(?P<m1>{months})\.?(?:,?[\s-]*(?P<y1>(?:19|20)\d\d))?",
        rf"{weekday}(?P<m2>{months})\.?\s+(?P<d2>\d{{1,2}}?)(?:st|nd|rd|th)?(?:,?\s*(?P<y2>(?:19|20)\d\d)|(?!\d|[,.]\d))",
        r"(?P<y3>(?:19|20)\d\d)[-/.](?P<m3>\d\d)[-/.](?P<d3>\d\d)(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?",
        rf"{weekday}(?P<a4>\d{{1,2}})(?P<s4>[-/.])(?P<b4>\d{{1,2}})(?P=s4)(?P<y4>(?:19|20)\d\d)",
    )
    return re.compile(rf"(?<![\w/.-])(?:{'|'.join(forms)}){_TIME}(?!\w|/\d|-\d)", re.IGNORECASE)


def _day(year: int, month: int, day: int) -> tuple[dt.date, ...]:
    try:
        return (dt.date(year, month, day),)
    except ValueError:
        return ()


def _numeric_days(found: re.Match[str]) -> tuple[dt.date, ...]:
    first, second, year = int(found["a4"]), int(found["b4"]), int(found["y4"])
    day_first = _day(year, second, first)
    month_first = _day(year, first, second) if found["s4"] != "." else ()
    return day_first + tuple(d for d in month_first if d not in day_first)


def _read_date(found: re.Match[str], words: PageWords) -> PrintedDate | None:
    if found["y4"]:
        days = _numeric_days(found)
        return PrintedDate(found.start(), found.end(), days, days[0].day, days[0].month) if days else None
    if found["y3"]:
        day, month, year = int(found["d3"]), int(found["m3"]), found["y3"]
    else:
        named = "1" if found["d1"] else "2"
        day, month, year = int(found["d" + named]), words.months[plain_letters(found["m" + named]).lower()], found["y" + named]
    if not _day(int(year or 2000), month, day):
        return None
    return PrintedDate(found.start(), found.end(), _day(int(year), month, day) if year else (), day, month)


def find_printed_dates(text: str, words: PageWords, start: int = 0, end: int | None = None) -> tuple[PrintedDate, ...]:
    """Find dates of a day and month, with or without a year, and the clock time that follows them.

    >>> from sayso.documents.page_words import page_words
    >>> line = "Published Wed 05 Apr 2017 14:05, updated 06/04/2017"
    >>> [(line[d.start:d.end], [str(day) for day in d.days]) for d in find_printed_dates(line, page_words())]
    [('Wed 05 Apr 2017 14:05', ['2017-04-05']), ('06/04/2017', ['2017-04-06', '2017-06-04'])]
    """
    if not _DIGIT.search(text, start, len(text) if end is None else end):
        return ()
    pattern = _patterns(words.month_names, words.weekday_names)
    read = (_read_date(m, words) for m in pattern.finditer(text, start, len(text) if end is None else end))
    return tuple(d for d in read if d is not None)
