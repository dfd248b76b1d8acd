"""Times told from the day of publication or from a date before them: "last week", "two years ago", "the next day", "since then"."""

import datetime as dt
import re

from sayso.mentions.times_calendar import (
    Days,
    Part,
    add_months,
    edtf_of,
    iso_week,
    last_weekday,
    month_days,
    next_weekday,
    one_day,
    quarter_days,
    week_days,
    year_days,
)
from sayso.mentions.times_patterns import UNITS, calendar_part, day_value, number_of, part_of, rule
from sayso.mentions.times_reading import NO_DATE, NOT_TOLD, Reading, Setting
from sayso.model.days import add_days

_BACK = dict.fromkeys(("last", "past", "previous", "preceding", "before", "earlier"), -1)
_STEPS = {**_BACK, **dict.fromkeys(("next", "following", "coming", "after"), 1)}


def period_around(day: dt.date, unit: str, part: Part = "") -> tuple[str, Days]:
    """The TIMEX3 value and the days of the calendar's week, weekend, month, quarter or year that a day falls in."""
    if unit in ("week", "fortnight"):
        return iso_week(day), week_days(day, part)
    if unit == "weekend":
        saturday = add_days(week_days(day).first, 5)
        return f"{iso_week(day)}-WE", Days(saturday, add_days(saturday, 1))
    if unit == "month":
        return f"{day:%Y-%m}", month_days(day.year, day.month, part)
    if unit == "quarter":
        number = (day.month + 2) // 3
        return f"{day.year}-Q{number}", quarter_days(day.year, number)
    if unit == "decade":
        start = day.year // 10 * 10
        return f"{day.year // 10}", Days(year_days(start).first, year_days(start + 9).last)
    return f"{day.year}", year_days(day.year, part)


def shift(day: dt.date, unit: str, number: int) -> dt.date:
    """A day moved by so many units of the calendar; hours by the whole days that they make."""
    if unit == "hour":
        return add_days(day, number // 24)
    if unit in ("day", "night"):
        return add_days(day, number)
    if unit in ("week", "weekend", "fortnight"):
        return add_days(day, number * (14 if unit == "fortnight" else 7))
    return add_months(day, number * {"month": 1, "quarter": 3, "decade": 120, "century": 1200, "centurie": 1200}.get(unit, 12))


def _period(match: re.Match[str], at: Setting) -> Reading:
    near, unit = re.sub(r"^the\s+", "", match["near"].lower()), match["unit"].lower()
    told = near.split()[0] in ("same", "that", "following", "previous", "preceding")
    anchor = (at.told.first if at.told else None) if told else at.narrated or at.published
    if anchor is None:
        return Reading(value="PAST_REF" if told else "XXXX", why=NOT_TOLD if told else NO_DATE)
    step = _STEPS.get(near, 0)
    if unit == "weekend" and not told:
        return _weekend(near, at, anchor)
    value, days = period_around(shift(anchor, unit, step), unit, calendar_part(match))
    if told and at.told and part_of(match) == "later" and at.told.last < days.last:
        days = Days(add_days(at.told.last, 1), days.last)
    if at.published and step == 0 and not told and not at.narrated:
        days = _so_far(days, at.published, part_of(match), at.forward)
    return Reading(value=value, days=days, why=f"{near} {unit} of the calendar, seen from {anchor}")


def _before_last(match: re.Match[str], at: Setting) -> Reading:
    unit = match["unit"].lower()
    if at.published is None:
        return Reading(value="XXXX", why=NO_DATE)
    value, days = period_around(shift(at.published, unit, -2), unit)
    return Reading(value=value, days=days, why=f"the {unit} of the calendar before the last, seen from {at.published}")


def _so_far(days: Days, published: dt.date, part: str, forward: bool) -> Days:
    """Of the period that is running: what has passed, or, where the clause tells of the future, what is to come."""
    if part == "later" or (forward and not part):
        return Days(min(add_days(published, 1) if part else published, days.last), days.last)
    return Days(days.first, min(days.last, published)) if days.first <= published else days


def _weekend(near: str, at: Setting, published: dt.date) -> Reading:
    coming = near in ("next", "coming") or at.forward or (near == "this" and published.weekday() in (3, 4))
    saturday = next_weekday(published, 5) if coming else last_weekday(published, 5)
    if near == "last" and published.weekday() > 4:
        saturday = add_days(last_weekday(published, 5), -7)
    last = add_days(saturday, 1)
    days = Days(saturday, last if coming or last <= published else saturday)
    why = f"the {'coming' if coming else 'last'} Saturday and Sunday seen from {published}"
    return Reading(value=f"{iso_week(saturday)}-WE", days=days, why=why)


def _ago(match: re.Match[str], at: Setting) -> Reading:
    unit, words = match["unit"].lower(), match["number"]
    number = number_of(words) if words else None
    if number is None or unit in ("second", "minute"):
        return Reading(value="PAST_REF", why="no number says how long ago")
    if at.published is None:
        return Reading(value=f"P{number}{UNITS[unit]}", why=NO_DATE)
    if unit == "hour":
        number, unit = number // 24, "day"
    day = shift(at.published, unit, -number)
    if unit in ("decade", "century", "centurie"):
        return Reading(value=f"{day.year}", why="decades ago name no year")
    value, days = (day.isoformat(), one_day(day)) if unit in ("day", "night") else period_around(day, unit)
    why = f"{number} {unit}(s) before {at.published}: that whole {unit} of the calendar"
    return Reading(value=value, days=days, roughly=bool(match["about"]), why=why)


def _from_told(match: re.Match[str], at: Setting) -> Reading:
    unit, word = match["unit"].lower(), match["way"].lower()
    number = number_of(match["number"]) or 0
    value = f"P{'T' if unit == 'hour' else ''}{number}{UNITS[unit]}"
    back = word in ("earlier", "before", "beforehand", "after")
    days = _moved(at.told, unit, -number if back else number)
    if days is None:
        return Reading(type="DURATION", value=value, why=NOT_TOLD)
    why = f"{number} {unit}(s) {'before' if back else 'after'} the date told before it ({edtf_of(at.told or days)})"
    return Reading(value=edtf_of(days), days=days, why=why)


def _moved(told: Days | None, unit: str, number: int) -> Days | None:
    """A day moved by days or weeks stays a day; what is as long as the unit or shorter keeps its length."""
    if told is None or unit not in ("day", "night", "week", "month", "year"):
        return None
    length = (told.last - told.first).days + 1
    if length == 1:
        day = shift(told.first, unit, number)
        return one_day(day) if unit in ("day", "night", "week") else period_around(day, unit)[1]
    if unit == "year" and told == month_days(told.first.year, told.first.month):
        return month_days(told.first.year + number, told.first.month)
    same = {"week": length == 7, "month": 28 <= length <= 31, "year": length > 364}.get(unit, False)
    return period_around(shift(told.first, unit, number), unit)[1] if same else None


def _next_day(match: re.Match[str], at: Setting) -> Reading:
    near = (match["near"] or "").lower().replace("the ", "").replace("very ", "")
    if at.told is None or at.told.first != at.told.last:
        return Reading(value="XXXX-XX-XX", why=NOT_TOLD)
    step = _STEPS.get(near, 0) or _STEPS.get((match["way"] or "").lower(), 0)
    day, daypart = add_days(at.told.first, step), match["daypart"]
    why = f"told from {at.told.first}, the day told before it"
    return Reading(type="TIME" if daypart else "DATE", value=day_value(day, daypart), days=one_day(day), why=why)


def _then(match: re.Match[str], at: Setting) -> Reading:
    if at.told is None:
        return Reading(value="PAST_REF", why=NOT_TOLD)
    return Reading(value=edtf_of(at.told), days=at.told, why="the date told before it")


def _since_then(match: re.Match[str], at: Setting) -> Reading:
    if at.told is None or at.published is None or at.told.first > at.published:
        return Reading(value="PAST_REF", why=NOT_TOLD)
    days = Days(at.told.first, at.published)
    return Reading(value=edtf_of(days), days=days, why=f"since the date told before it up to {at.published}, the day of publication")


def _stands_alone(match: re.Match[str], at: Setting) -> bool:
    return bool(re.match(r"\s*(?:[.,;)]|$)", at.text[at.end : at.end + 3]) or re.search(r"\b(?:has|have|had)\s+$", at.before))


def _after_since(match: re.Match[str], at: Setting) -> bool:
    return bool(re.search(r"\b(?:since|until|till|by|before)\s+$", at.before, re.IGNORECASE))


def _now(match: re.Match[str], at: Setting) -> Reading:
    days = one_day(at.published) if at.published else None
    return Reading(value="PRESENT_REF", days=days, why=f"now is {at.published}, when it was published" if days else NO_DATE)


def _is_now(match: re.Match[str], at: Setting) -> bool:
    return match.group().lower() != "present" and not re.match(r"\s+(?:famous|infamous|defunct)\b", at.after)


def _beyond(match: re.Match[str], at: Setting) -> Reading:
    past = match.group().lower().split()[-1] in ("past", "previously")
    return Reading(value="PAST_REF" if past else "FUTURE_REF", why="the words set no bounds")


_CURRENT = "fighting|offensive|situation|crisis|conflict|year|campaign|round|war|wave"
RULES = (
    rule(
        "period",
        "unit",
        r"""{part}(?P<near>this|last|next|the_current|the_previous|the_preceding|the_coming|the_following|the_same|that|previous)_
        (?:fiscal_)?(?P<unit>weekend|week|month|quarter|year|decade)\b""",
        _period,
    ),
    rule("the weekend", "unit", r"(?P<part>)(?P<near>the)_(?P<unit>weekend)\b", _period),
    rule(
        "part of the year",
        "unit",
        r"""(?P<part>(?:the_)?(?:early|late|earlier|later|beginning|start|end|middle)_(?:in|of))_(?P<near>the|this|last|next)_
        (?P<unit>week|month|year|decade)\b""",
        _period,
    ),
    rule("ago", "unit", r"{about}(?:{number}(?:-|_)|{vague}_)?(?:or_(?:so|more)_)?{unit}(?:_or_so)?_ago\b", _ago, needs="ago"),
    rule("from told", "unit", r"{about}{number}_{unit}_(?P<way>later|earlier|before|beforehand|afterwards|afterward|after)\b", _from_told),
    rule(
        "next day",
        "unit",
        r"""(?P<near>(?:the_)?(?:very_)?(?:next|following|previous|preceding|same)|that(?:_same)?)_
        (?:day|(?P<daypart>morning|afternoon|evening|night))(?P<way>)\b""",
        _next_day,
    ),
    rule(
        "day before",
        "unit",
        r"(?:the|a)_(?:day|(?P<daypart>morning|afternoon|evening|night))_(?P<near>)(?P<way>before|after|earlier)\b",
        _next_day,
    ),
    rule("before last", "unit", r"the_(?P<unit>week|month|year)_before_last\b", _before_last, needs="before last"),
    rule("then", "near", r"then\b", _then, _after_since),
    rule("since", "near", r"(?:ever_)?since\b", _since_then, _stands_alone),
    rule(
        "now",
        "near",
        rf"(?:right_)?now\b|currently|(?:the_)?current(?=_(?:{_CURRENT}))|at_(?:the_)?present|nowadays|presently|at_the_moment|these_days",
        _now,
        _is_now,
    ),
    rule("beyond", "near", r"the_(?:near_|foreseeable_)?future|the_past(?!_\w)", _beyond),
)
"""Times seen from publication or from a date told before."""
