"""Ranges: two dates, or a length and a date, that tell of one stretch: "from 17 January to 3 February", "the twelve days to 28 January"."""

import datetime as dt
import re
from collections.abc import Sequence

from sayso.mentions.times_calendar import Days, edtf_of
from sayso.mentions.times_reading import Anchor, End, Found, Reading, Setting, resolve

_FROM = re.compile(r"\b(?:from|between)\s+(?:(?:early|late)\s+)?(?:on\s+)?$", re.IGNORECASE)
_JOIN = re.compile(r"\s*(?:to|until|till|through|and|–|—|-)\s*(?:(?:the|on)\s+)?", re.IGNORECASE)
_LENGTH = re.compile(r"P(\d{1,3})([DW])$")
_UP_TO = re.compile(r"\s+(?:up )?to\s+")


def join_ranges(text: str, read: Sequence[Found], anchor: Anchor) -> list[Found]:
    """Make one of two ends that stand side by side; each keeps its own reading among the `ends` of the whole."""
    joined: list[Found] = []
    for found in read:
        both = (_length_up_to(text, joined[-1], found) or _range_of(text, joined[-1], found, anchor)) if joined else None
        joined = [*joined[:-1], both] if both else [*joined, found]
    return joined


def _whole(left: Found, right: Found, first: Reading, days: Days, why: str) -> Found:
    ends = (End(left.start, left.end, first), End(right.start, right.end, right.reading))
    reading = Reading(value=edtf_of(days), days=days, named_year=True, why=why, ends=ends)
    return Found(left.start, right.end, left.rule, left.match, reading)


def _length_up_to(text: str, left: Found, right: Found) -> Found | None:
    """ "The twelve days to 28 January": so many days that end on the date named."""
    length = _LENGTH.match(left.reading.value or "")
    if length is None or right.reading.days is None or not _UP_TO.fullmatch(text[left.end : right.start]):
        return None
    last = right.reading.days.last
    days = Days(last - dt.timedelta(days=int(length[1]) * (7 if length[2] == "W" else 1) - 1), last)
    return _whole(left, right, left.reading, days, f"so many days up to the last named ({right.reading.why})")


def _range_of(text: str, left: Found, right: Found, anchor: Anchor) -> Found | None:
    between = text[left.end : right.start]
    if not _JOIN.fullmatch(between) or "DATE" not in (left.reading.type, right.reading.type) or right.reading.days is None:
        return None
    reading = left.reading
    if right.reading.named_year and not reading.named_year:
        reading = resolve(left.rule, left.match, Setting(text, left.start, left.end, anchor, None, right.reading.days.first.year))
    first, last = reading.days, right.reading.days
    if first is None or first.first > last.last or not _is_range(text, left, between, first, last):
        return None
    why = f"from the first end named to the last ({reading.why}; {right.reading.why})"
    return _whole(left, right, reading, Days(first.first, last.last), why)


def _is_range(text: str, left: Found, between: str, first: Days, last: Days) -> bool:
    lead = text[max(0, left.start - 30) : left.start]
    if "and" in between.lower() and not re.search(r"\bbetween\s+(?:(?:early|late)\s+)?$", lead, re.IGNORECASE):
        return (last.first - first.last).days == 1
    if re.fullmatch(r"\s*[-–—]\s*", between) or re.search(r"until|till|through", between, re.IGNORECASE):
        return first.last < last.first
    return first.last <= last.first and (bool(_FROM.search(lead)) or "and" not in between.lower())
