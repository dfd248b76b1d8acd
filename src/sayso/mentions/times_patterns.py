"""The parts that patterns of time expressions are made of, and how a matched part is read."""

import datetime as dt
import re
from typing import get_args

from sayso.mentions.number_words import NUMBER, ORDINALS, ordinal_value, parse_number
from sayso.mentions.times_calendar import Part
from sayso.mentions.times_reading import Accept, Resolve, Rule
from sayso.mentions.words import any_of, word_table

TABLE = word_table("times")
MONTHS: dict[str, int] = TABLE["months"]
WEEKDAYS: dict[str, int] = {**TABLE["weekdays"], **TABLE["weekdays_short"]}
UNITS: dict[str, str] = TABLE["units"]
DAYPARTS: dict[str, str] = TABLE["dayparts"]

_LONG_MONTHS = [m for m in MONTHS if len(m) > 4 or m in ("may", "june", "july")]
_SHORT_MONTHS = [m for m in MONTHS if m not in _LONG_MONTHS]
_WEEKDAY_NAME = any_of(TABLE["weekdays"])
_MONTH_NAME = rf"(?:{any_of(_LONG_MONTHS)}\b|{any_of(_SHORT_MONTHS)}\b\.?)"
_DAY_NUMBER = r"0?[1-9]|[12]\d|3[01]"
_HOUR, _MINUTE = r"(?:[01]?\d|2[0-3])", r"[0-5]\d"
_AFTER_YEAR = r"(?![\w%]|[,.:/]\d)"
SPACE = r"(?:[ \t\u00a0]*\n[ \t]*|[ \t\u00a0]+)"
"""One white space, at most one line break in it."""

PARTS = {
    "weekday": rf"(?P<weekday>{_WEEKDAY_NAME})",
    "anyweekday": rf"(?:(?P<weekday>{_WEEKDAY_NAME}|{any_of(TABLE['weekdays_short'])})\b\.?,?_(?:the_)?)?",
    "month": rf"(?P<month>{_MONTH_NAME})",
    "month2": rf"(?P<month2>{_MONTH_NAME})",
    "longmonth": rf"(?P<month>{any_of(_LONG_MONTHS)})\b",
    "day": rf"(?P<day>{_DAY_NUMBER})(?:st|nd|rd|th)?\b",
    "ordinalof": r"\d\d?(?:st|nd|rd|th)_of_",
    "day2": rf"(?P<day2>{_DAY_NUMBER})(?:st|nd|rd|th)?\b",
    "year": rf"(?P<year>(?:1[5-9]|20)\d\d){_AFTER_YEAR}",
    "year2": rf"(?P<year2>(?:1[5-9]|20)\d\d|\d\d){_AFTER_YEAR}",
    "part": rf"(?:(?P<part>(?:the_)?(?:{any_of(TABLE['parts'])}))(?:_|-)(?:the_)?)?",
    "unit": rf"(?P<unit>{any_of(UNITS)})(?:s\b|\b)",
    "number": rf"(?P<number>{any_of(TABLE['numbers_of_time'])}|{NUMBER})",
    "vague": rf"(?P<vague>{any_of(TABLE['vague_numbers'])})",
    "about": rf"(?:(?P<about>{any_of(TABLE['abouts'])})_)?",
    "ordinal": rf"(?P<ordinal>{any_of(ORDINALS)}|\d+(?:st|nd|rd|th))",
    "daypart": rf"(?P<daypart>{any_of(DAYPARTS)})",
    "season": rf"(?P<season>{any_of(TABLE['seasons'])})",
    "lastyear": r"(?:(?:of_|in_)?(?P<near2>(?:last|this|next|that|the_same)_year))",
    "clock": rf"(?P<clock>(?:(?:around|about)_)?(?:{_HOUR}(?:[:.]?{_MINUTE})?[\u0020\t]?(?:[ap]m\b|[ap]\.m\b\.?)"
    rf"|\d{{4}}(?=_?(?:GMT|UTC|hours|hrs)\b)(?:_(?:hours|hrs))?|{_HOUR}:{_MINUTE}(?:_hours)?)|noon|midnight)",
    "zone": r"(?:_\(?(?:local_time|GMT|UTC|EST|EDT|[A-Z]{2,3}T)\)?)?",
}
"""Named pieces; `_` stands for one white space."""

_MOVING = any_of([*TABLE["hijri_months"], *TABLE["hijri_feasts"], *TABLE["easter"]]).replace(r"\s+", "[ -]+")
TRIGGERS = re.compile(
    r"(?P<year>(?:1[5-9]|20)\d\d)|\b(?:"
    rf"(?P<month>{_MONTH_NAME})|(?P<weekday>{_WEEKDAY_NAME}s?)|(?P<unit>(?:{any_of(UNITS)}|weekend|morning|afternoon|evening)s?)|(?P<season>{any_of(TABLE['seasons'])})"
    rf"|(?P<near>{any_of(TABLE['near_words'])})|(?P<often>{any_of(TABLE['often_words'])})|(?P<feast>{any_of(TABLE['feasts'])})"
    r"|(?P<clock>noon|midnight))\b"
    rf"|\b(?P<moving>{_MOVING})\b"
    r"|(?P<nth>\d(?:st|nd|rd|th)\b)"
    r"|(?P<before>\d[ ]?(?:BC|B\.C\.))"
    r"|(?P<tick>\d(?:[:.]\d\d)?[ \t]?[ap]\.?m\b|\d:\d\d|\d{4}[ \t]?(?:GMT|UTC|hours|hrs)\b)|(?P<figures>\d[/.-]\d)",
    re.IGNORECASE,
)
"""Finds which classes of time words a text holds, so that rules that cannot match are not tried."""


def rule(name: str, trigger: str, pattern: str, resolve: Resolve, accept: Accept | None = None, needs: str = "") -> Rule:
    """A rule from a pattern in which `{part}` stands for a named part, `_` for white space, and white space for nothing."""
    filled = re.sub(r"\{([a-z]\w*)\}", lambda m: PARTS[m[1]], re.sub(r"\s+", "", pattern)).replace("_", SPACE)
    return Rule(name, trigger, re.compile(rf"(?<![\w$€£])(?:{filled})", re.IGNORECASE), resolve, accept, needs)


def month_of(match: re.Match[str]) -> int:
    """The number of the month that a match names, short or long."""
    return MONTHS[match["month"].lower().rstrip(".")]


def part_of(match: re.Match[str]) -> str:
    """The part of a period that is meant: "early", "mid", "late", "earlier", "later" or ""."""
    word = re.sub(r"^the\s+|[\s-]+.*$", "", (match["part"] or "").lower())
    return {"beginning": "early", "start": "early", "end": "late", "middle": "mid"}.get(word, word)


def calendar_part(match: re.Match[str]) -> Part:
    """The part of a period where it is one that the calendar bounds."""
    found = part_of(match)
    return next((part for part in get_args(Part) if part == found), "")


def number_of(words: str) -> int | None:
    """The number before a unit of time: "a" is 1."""
    plain = re.sub(r"\s+", " ", words.lower())
    return TABLE["numbers_of_time"].get(plain) or parse_number(plain)


def rank_of(match: re.Match[str]) -> int:
    """The number that the ordinal of a match states."""
    return ordinal_value(match["ordinal"]) or 0


def clock_time(words: str) -> str:
    """Hours and minutes on the clock of 24 hours.

    >>> [clock_time(w) for w in ("around 7:15 pm", "9 a.m.", "noon", "12.30 am", "0735 GMT")]
    ['19:15', '09:00', '12:00', '00:30', '07:35']
    """
    if whole := re.search(r"(?<!\d)([012]\d)([0-5]\d)(?!\d)", words):
        return f"{whole[1]}:{whole[2]}"
    if found := re.search(r"(\d+)(?:[:.](\d\d))?[ \t]?([ap])?", words.lower()):
        hour = int(found[1])
        if found[3]:
            hour = hour % 12 + (12 if found[3] == "p" else 0)
        return f"{hour:02d}:{found[2] or '00'}"
    return "12:00" if "noon" in words.lower() else "24:00"


def day_value(day: dt.date, daypart: str | None = None, clock: str | None = None) -> str:
    """The TIMEX3 value of a day, of a part of it, or of an hour: "2020-01-28TMO", "2020-01-28T21:00"."""
    part = clock_time(clock) if clock else DAYPARTS[daypart.lower()] if daypart else None
    return day.isoformat() + (f"T{part}" if part else "")
