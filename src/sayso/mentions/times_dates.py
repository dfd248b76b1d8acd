"""Calendar dates: days, months, years, decades, seasons, as the words or, where they leave the year out, the nearest past state them."""

import datetime as dt
import re

from sayso.mentions.times_calendar import Days, edtf_of, month_days, one_day, safe_date, year_days
from sayso.mentions.times_history import year_told
from sayso.mentions.times_patterns import TABLE, WEEKDAYS, calendar_part, day_value, month_of, part_of, rule
from sayso.mentions.times_reading import End, Reading, Setting
from sayso.mentions.words import any_of
from sayso.model.vocabulary import TimexType

_NAME_FOLLOWS = re.compile(rf"\s+{any_of(TABLE['names_after_dates'])}\b", re.IGNORECASE)
_MONTH_LEAD = re.compile(rf"\b{any_of(TABLE['month_leads'])}[\s-]*$", re.IGNORECASE)
_YEAR_LEAD = re.compile(rf"(?:\b|(?<=\W)){any_of(TABLE['year_leads'])}\s*(?:the\s+)?$", re.IGNORECASE)
_COUNT_LEAD = re.compile(rf"(?:\b{any_of(TABLE['count_leads'])}\s+$|[$€£-]$)", re.IGNORECASE)
_COUNTED_NEXT = re.compile(r"\s+(?:[a-z]+ed\s+|[A-Z]\w+\s+|other\s+|more\s+)?(?:people|[a-z]{3,}s)\b")
NO_YEAR = "the words state no year and the article has no date to read them against"


def full_year(digits: str, near: int | None = None) -> int:
    """The year of four digits, or of two beside a full one: "15" after 2014 is 2015."""
    return int(digits) if len(digits) > 2 else (near or 2000) // 100 * 100 + int(digits)


def nearest_date(month: int, day: int, at: Setting) -> dt.date | None:
    """The last such day on or before publication; the next one where the clause tells of the future, or where it is within 45 days.

    News gives the year of a date that is nearly a year old: of some 40 such dates of TimeBank and AQUAINT all but one lie ahead.
    """
    seen_from = at.anchor.calendar
    if at.narrated:
        return safe_date(year_told(at.narrated, month), month, day)
    if seen_from is None:
        return None
    near = seen_from.year
    coming = next((d for y in range(near, near + 9) if (d := safe_date(y, month, day)) and d >= seen_from), None)
    past = next((d for y in range(near, near - 9, -1) if (d := safe_date(y, month, day)) and d <= seen_from), None)
    near_ahead = coming is not None and (coming - seen_from).days <= 45 and past != seen_from
    return coming if at.forward or near_ahead else past


def _weekday_note(match: re.Match[str], day: dt.date) -> str:
    name = match.groupdict().get("weekday")
    wrong = name is not None and WEEKDAYS[name.lower()] != day.weekday()
    return f"; the text calls that day a {name}, the calendar does not" if wrong else ""


def _day_of_month(match: re.Match[str], at: Setting) -> Reading:
    month, day, year = month_of(match), int(match["day"]), match["year"]
    near = (match["lastyear"] or "").lower()
    named = int(year) if year else at.year or (year_of_month(month, near, at) if near else None)
    date = safe_date(named, month, day) if named else nearest_date(month, day, at)
    if date is None:
        return Reading(value=f"XXXX-{month:02d}-{day:02d}", why="the calendar has no such day" if named else NO_YEAR)
    basis = "the words state the date" if year else f"the {'next' if at.forward else 'last'} such day seen from {at.seen_from}"
    basis = "the year stands beside the other end of the range" if named and not year else basis
    kind: TimexType = "TIME" if match["daypart"] else "DATE"
    value = day_value(date, match["daypart"])
    return Reading(type=kind, value=value, days=one_day(date), named_year=bool(year), why=basis + _weekday_note(match, date))


def _day_alone(match: re.Match[str], at: Setting) -> Reading:
    """ "On the 17th": of the month told before, else of the month of publication or the one before it."""
    day, told = int(match["day"]), at.told
    if told is not None and (told.last - told.first).days <= 31:
        date = safe_date(told.first.year, told.first.month, day)
        basis = f"that day of the month told before it ({told.first:%Y-%m})"
    elif at.published is not None:
        seen_from = at.published
        date = safe_date(seen_from.year, seen_from.month, day)
        if date is None or (date > seen_from and not at.forward):
            before = seen_from.replace(day=1) - dt.timedelta(days=1)
            date = safe_date(before.year, before.month, day)
        basis = f"the last such day seen from {seen_from}"
    else:
        return Reading(value=f"XXXX-XX-{day:02d}", why=NO_YEAR)
    if date is None:
        return Reading(value=f"XXXX-XX-{day:02d}", why="the calendar has no such day")
    return Reading(value=date.isoformat(), days=one_day(date), why=basis)


_GOES_ON = "and|of|its|his|her|their|the|a|an|when|as|they|he|she|it|at|in|near|after|by|to|was|were|had|did"
_NO_NOUN = re.compile(rf"\s*(?:$|[.,;:)]|(?:{_GOES_ON})\b)")


def _is_day_alone(match: re.Match[str], at: Setting) -> bool:
    on = re.search(r"\b(?:on|by|until|till|since|before|after|from)\s+$", at.before, re.IGNORECASE)
    return on is not None and _NO_NOUN.match(at.text, at.end, at.end + 12) is not None and int(match["day"]) <= 31


def _day_range(match: re.Match[str], at: Setting) -> Reading:
    last = _day_of_month_named(match, "day2", at)
    first = safe_date(last.year, last.month, int(match["day"])) if last else None
    if first is None or last is None or first > last:
        return Reading(why=NO_YEAR if at.anchor.calendar is None and not match["year"] else "the ends do not make a range")
    days, named = Days(first, last), bool(match["year"])
    why = "an end of a range of days"
    month_first = match.start("month") < match.start("day")
    cut = (match.start() if month_first else match.start("day"), match.end("day")), (match.start("day2"), at.end)
    each = [Reading(value=day.isoformat(), days=one_day(day), named_year=named, why=why) for day in days]
    ends = tuple(End(*span, day) for span, day in zip(cut, each, strict=True))
    return Reading(value=edtf_of(days), days=days, named_year=named, why="from the first day named to the last", ends=ends)


def _day_of_month_named(match: re.Match[str], group: str, at: Setting) -> dt.date | None:
    month, day = month_of(match), int(match[group])
    year = int(match["year"]) if match["year"] else at.year
    return safe_date(year, month, day) if year else nearest_date(month, day, at)


def _iso(match: re.Match[str], at: Setting) -> Reading:
    date = safe_date(int(match["year"]), int(match["m"]), int(match["d"]))
    clock = match["clock"]
    kind: TimexType = "TIME" if clock else "DATE"
    return Reading(type=kind, value=match.group(), days=one_day(date) if date else None, named_year=True, why="the words state the date")


def _slashed(match: re.Match[str], at: Setting) -> Reading:
    a, b, year = int(match["a"]), int(match["b"]), full_year(match["y"])
    found = {date for day, month in ((a, b), (b, a)) if (date := safe_date(year, month, day))}
    if len(found) != 1:
        why = "day and month cannot be told apart" if found else "the calendar has no such day"
        return Reading(value=f"{year}", named_year=True, why=why)
    date = found.pop()
    return Reading(value=date.isoformat(), days=one_day(date), named_year=True, why="the words state the date")


def _month_year(match: re.Match[str], at: Setting) -> Reading:
    year, month = int(match["year"]), month_of(match)
    days = month_days(year, month, calendar_part(match))
    return Reading(value=f"{year}-{month:02d}", days=days, named_year=True, why="the words state the month")


def _month_near(match: re.Match[str], at: Setting) -> Reading:
    month, near = month_of(match), (match["near"] or match["near2"] or "").lower()
    year = year_of_month(month, near, at)
    if year is None:
        return Reading(value=f"XXXX-{month:02d}", why=NO_YEAR)
    days, part = month_days(year, month, calendar_part(match)), part_of(match)
    if at.published and part == "earlier" and days.first <= at.published:
        days = Days(days.first, min(days.last, at.published))
    says = near or ("next" if at.forward else "nearest past")
    seen_from = at.seen_from if at.calendar else at.told
    return Reading(value=f"{year}-{month:02d}", days=days, why=f"{says} {match['month']}, seen from {seen_from}")


_LIMIT = re.compile(r"\b(?:by|before|until|till)\s+(?:the\s+)?$", re.IGNORECASE)
_SOON = 3
"""Months ahead of publication within which "before the end of March" is the coming one."""
_FOLLOWS = 2
"""Months that may follow on the last one that an undated text prints with its year ("in May 2018 ... in June")."""


def year_of_month(month: int, near: str, at: Setting) -> int | None:
    """The year of a month named without one: the nearest past, or as "last", "next", "that" or the tense of the clause say."""
    if at.year:
        return at.year
    if near.startswith(("that", "the same", "of that")):
        return at.told.first.year if at.told else None
    if at.narrated and not near:
        return year_told(at.narrated, month)
    if at.anchor.calendar is None or ("year" in near and at.published is None):
        return None
    year, now = at.anchor.calendar.year, at.anchor.calendar.month
    if "year" in near:
        return year + (-1 if near.startswith("last") else 1 if near.startswith("next") else 0)
    if near == "this" or (at.published is None and 0 < month - now <= _FOLLOWS):
        return year
    limit = _LIMIT.search(at.before) is not None and near != "last" and (month - now) % 12 <= _SOON
    if near == "next" or limit or (at.forward and near != "last"):
        return year if month > now or (month == now and near != "next") else year + 1
    return year if month < now or (month == now and near != "last") else year - 1


def _is_month(match: re.Match[str], at: Setting) -> bool:
    word = match["month"].rstrip(".")
    if _NAME_FOLLOWS.match(at.text, at.end):
        return False
    if word.lower() not in TABLE["ambiguous_months"] or match["part"] or match["near"] or match["near2"]:
        return word[0].isupper() or word.lower() not in TABLE["ambiguous_months"]
    return word[0].isupper() and bool(_MONTH_LEAD.search(at.before))


def _names_nothing(match: re.Match[str], at: Setting) -> bool:
    clear = match["month"].lower().rstrip(".") not in TABLE["ambiguous_months"]
    return not _NAME_FOLLOWS.match(at.text, at.end) and (clear or match["month"][0].isupper())


def is_year(match: re.Match[str], at: Setting) -> bool:
    """Tell a year from a count: "in 2011" and "the 2011 protests" from "some 2000 people"."""
    if re.match(r"[ \t]?(?:GMT|UTC|hours|hrs|local)\b", at.after):
        return False
    if match["part"] or _YEAR_LEAD.search(at.before) or re.match(r"\s*[)\]]", at.after):
        return not re.match(r"\s+(?:people|civilians|troops|families|households)\b", at.after)
    return not (_COUNT_LEAD.search(at.before) or _COUNTED_NEXT.match(at.after) or re.match(r"-[a-z]", at.after))


def _year(match: re.Match[str], at: Setting) -> Reading:
    year = int(match["year"])
    return Reading(value=f"{year}", days=year_days(year, calendar_part(match)), named_year=True, why="the words state the year")


def _years(match: re.Match[str], at: Setting) -> Reading:
    first = int(match["year"])
    last = full_year(match["year2"], first)
    days = Days(year_days(first).first, year_days(last).last) if first < last else None
    cut = (match.start("year"), match.end("year")), (match.start("year2"), match.end("year2"))
    why = "an end of a range of years"
    years = [Reading(value=f"{year}", days=year_days(year), named_year=True, why=why) for year in (first, last)]
    ends = tuple(End(*span, year) for span, year in zip(cut, years, strict=True)) if days else ()
    return Reading(value=f"{first}/{last}", days=days, named_year=True, why="from the first year named to the last", ends=ends)


def _before_christ(match: re.Match[str], at: Setting) -> Reading:
    return Reading(value=f"BC{int(match['bc']):04d}", why="before the years that a record can hold")


_PART_OF = r"(?:(?:the_)?(?:early_|late_)?{daypart}(?:_hours)?_of_(?:the_)?)?"
_YEAR_AFTER = "(?:,?_(?:of_)?{year}|_(?P<lastyear>(?:last|this|next)_year)\\b)?"
RULES = (
    rule(
        "iso",
        "year",
        r"(?P<year>\d{4})-(?P<m>[01]\d)-(?P<d>[0-3]\d)(?!\d)(?:T(?P<clock>[012]\d:[0-5]\d)(?::[0-5]\d)?(?:Z|[+-]\d\d:?\d\d)?)?",
        _iso,
    ),
    rule("before Christ", "before", r"(?:{month}_|{season}_(?:of_)?)?(?P<bc>\d{1,4})_?(?:BCE?\b|B\.C\.(?:E\.)?)", _before_christ),
    rule("slashed", "figures", r"(?P<a>\d\d?)(?P<sep>[/.-])(?P<b>\d\d?)(?P=sep)(?P<y>(?:19|20)?\d\d)(?!\d|\.\d)", _slashed),
    rule(
        "day month",
        "month",
        rf"{_PART_OF}{{anyweekday}}(?:the_(?={{ordinalof}}))?{{day}}_(?:of_)?{{month}}{_YEAR_AFTER}",
        _day_of_month,
        _names_nothing,
    ),
    rule(
        "month day",
        "month",
        rf"{_PART_OF}{{anyweekday}}{{month}}_(?:the_)?{{day}}(?![:,]\d|_?(?:people|civilians|%)){_YEAR_AFTER}",
        _day_of_month,
        _names_nothing,
    ),
    rule(
        "days month",
        "month",
        rf"{_PART_OF}{{day}}(?:_?(?:to|until|till|through|and|or|-|–|—)_?(?:the_)?){{day2}}_(?:of_)?{{month}}(?:,?_{{year}})?",
        _day_range,
        _names_nothing,
    ),
    rule(
        "month days",
        "month",
        r"{month}_{day}(?:_?(?:to|until|through|and|-|–|—)_?){day2}(?!_{month2})(?:,?_{year})?",
        _day_range,
        _names_nothing,
    ),
    rule("month year", "month", r"{part}{month},?_(?:of_)?{year}", _month_year, _names_nothing),
    rule(
        "month",
        "month",
        r"{part}(?:(?P<near>last|next|this|that|this_past|this_coming)_)?{longmonth}(?:_{lastyear})?",
        _month_near,
        _is_month,
    ),
    rule("year", "year", r"{part}(?:(?:the_)?year_|fiscal_(?:year_)?)?{year}", _year, is_year),
    rule("day alone", "nth", r"the_(?P<day>\d\d?)(?:st|nd|rd|th)\b", _day_alone, _is_day_alone),
    rule("years", "year", r"(?P<year>(?:1[5-9]|20)\d\d)_?[-–/]_?{year2}", _years),
)
"""Calendar dates, from the most to the least precise."""
