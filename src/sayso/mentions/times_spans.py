"""Lengths of time and times of day: "the past 12 days", "in recent weeks", "the third straight day", "daily", "9 a.m."."""

import datetime as dt
import re

from sayso.mentions.number_words import parse_number
from sayso.mentions.times_calendar import Days, add_months
from sayso.mentions.times_patterns import DAYPARTS, TABLE, UNITS, clock_time, number_of, rank_of, rule
from sayso.mentions.times_reading import NO_DATE, Reading, Setting
from sayso.mentions.times_relative import shift
from sayso.mentions.words import any_of
from sayso.model.days import add_days

_RECENT: dict[str, int] = TABLE["recent_days"]
_CLOCK_UNITS = ("hour", "minute", "second")
_NOT_UP_TO_NOW = re.compile(rf"\s+of\s+(?!{any_of(TABLE['of_war'])}\b)", re.IGNORECASE)


def unit_value(number: str, unit: str) -> str:
    """The TIMEX3 value of so many units: "P3D", "PT24H", "PXW"."""
    scale = {"fortnight": 2, "decade": 10, "century": 100, "centurie": 100}.get(unit, 1)
    if not number.isdigit():
        return f"P{'T' if unit in _CLOCK_UNITS else ''}{number}{UNITS[unit]}"
    return f"P{'T' if unit in _CLOCK_UNITS else ''}{int(number) * scale}{'Y' if scale >= 10 else UNITS[unit]}"


def days_up_to(day: dt.date, number: int, unit: str) -> Days | None:
    """The stretch of so many units that ends on a day: 12 days begin 11 days before; a month is taken as 30 days."""
    if unit == "hour":
        return Days(add_days(day, -(number // 24)), day)
    if unit in ("year", "decade"):
        return Days(add_days(add_months(day, -12 * number * (10 if unit == "decade" else 1)), 1), day)
    length = {"day": 1, "night": 1, "week": 7, "fortnight": 14, "month": 30, "quarter": 91}.get(unit)
    return Days(add_days(day, 1 - number * length), day) if length else None


def _rolling(match: re.Match[str], at: Setting) -> Reading:
    unit, ahead = match["unit"].lower(), match["near"].lower() in ("next", "coming")
    number = number_of(match["number"] or "a") or 1
    value = unit_value(str(number), unit)
    if at.published is None:
        return Reading(type="DURATION", value=value, why=NO_DATE)
    days = days_up_to(at.published, number, unit)
    if days and ahead:
        days = Days(at.published, shift(at.published, unit, number))
    why = f"{number} {unit}(s) {'from' if ahead else 'up to'} {at.published}, that day counted"
    return Reading(type="DURATION", value=value, days=days, roughly=bool(match["about"]), why=why)


def _is_rolling(match: re.Match[str], at: Setting) -> bool:
    """ "In the last week" runs up to today; "last week" is the calendar's; "the last year of the war" is neither."""
    return not _NOT_UP_TO_NOW.match(at.after)


def _recent(match: re.Match[str], at: Setting) -> Reading:
    unit = (match["unit"] or "").lower()
    value = f"P{'T' if unit == 'hour' else ''}X{UNITS[unit]}" if unit else "PAST_REF"
    length = _RECENT.get(unit or "week")
    if length is None:
        return Reading(value=value, why="no rule says how many days these words mean")
    if at.published is None:
        return Reading(value=value, why=NO_DATE)
    days = Days(add_days(at.published, 1 - length), at.published)
    why = f"recent {unit + 's' if unit else 'time'}: taken as the {length} days that end on {at.published}"
    return Reading(value=value, days=days, roughly=True, why=why)


def _coming(match: re.Match[str], at: Setting) -> Reading:
    return Reading(value=f"PX{UNITS[match['unit'].lower()]}", why="the words set no bounds")


def _streak(match: re.Match[str], at: Setting) -> Reading:
    unit, number = match["unit"].lower(), rank_of(match)
    last = at.told.last if at.told and at.told.first == at.told.last else at.published
    if last is None:
        return Reading(value=unit_value(str(number), unit), why=NO_DATE)
    days = days_up_to(last, number, unit)
    return Reading(value=last.isoformat(), days=days, why=f"{unit} {number} of a row that ends on {last}")


def _is_streak(match: re.Match[str], at: Setting) -> bool:
    return bool(match["row"] or match["row2"] or re.search(r"\bfor\s+(?:the|a|an)?\s*$", at.before, re.IGNORECASE))


def _duration(match: re.Match[str], at: Setting) -> Reading:
    unit, words = match["unit"].lower(), match["number"]
    number = number_of(words) if words else None
    value = unit_value("X" if number is None else str(number), unit)
    return Reading(type="DURATION", value=value, roughly=bool(match["about"]), why="a length of time, with no end that would place it")


def _is_duration(match: re.Match[str], at: Setting) -> bool:
    words, unit = (match["number"] or "").lower(), match["unit"].lower()
    if re.match(r"(?:s['’]?)?[\s-]+olds?\b|['’]s\b|\s+of\s+(?:the\s+)?(?:year|month|week)\b", at.after):
        return False
    if unit in ("second", "quarter"):
        if "-" in match.group():
            return False
        return words not in ("a", "an", "one", "") and parse_number(words) is not None and match.group().lower().endswith("s")
    return not (words in ("a", "an") and unit == "day" and re.match(r"\s+(?:after|before|earlier|later|when|of)\b", at.after))


def _often(match: re.Match[str], at: Setting) -> Reading:
    word = match.group().lower().split()
    unit = TABLE["often_units"].get(word[0], word[-1])
    if unit in TABLE["seasons"]:
        return Reading(type="SET", value=f"XXXX-{TABLE['seasons'][unit]['timex']}", why="a season that comes round every year")
    if unit in DAYPARTS:
        return Reading(type="SET", value=f"XXXX-XX-XXT{DAYPARTS[unit]}", why="a time that comes round every day")
    return Reading(type="SET", value=unit_value("1", unit), why="a time that comes round")


def _clock(match: re.Match[str], at: Setting) -> Reading:
    hour = clock_time(match["clock"])
    if at.told is None or at.told.first != at.told.last:
        return Reading(type="TIME", value=f"T{hour}", why="the text gives no day with the hour")
    return Reading(type="TIME", value=f"{at.told.first}T{hour}", days=at.told, why=f"the hour of {at.told.first}, the day told beside it")


_LONG = r"(?P<unit>day|night|week|month|year|hour|decade)s?"
RULES = (
    rule(
        "rolling",
        "unit",
        rf"""(?:the_)?(?P<near>past|last|next|coming|preceding|previous)_{{about}}{{number}}(?:_|-){_LONG}(?:_or_so)?\b""",
        _rolling,
        _is_rolling,
    ),
    rule("rolling one", "unit", rf"the_{{about}}(?P<near>past|last|coming)_(?P<number>){_LONG}\b(?<!s)", _rolling, _is_rolling),
    rule("past one", "unit", rf"{{about}}(?P<near>past)_(?P<number>){_LONG}\b(?<!s)", _rolling, _is_rolling, needs="past"),
    rule(
        "the week",
        "unit",
        rf"""(?:(?<=\bin\s)|(?<=\bover\s)|(?<=\bduring\s))the_(?P<near>)(?P<number>)(?P<about>)(?P<unit>week)\b
        (?!_{any_of(TABLE["week_ends"])}\b)""",
        _rolling,
    ),
    rule(
        "recent",
        "unit",
        r"(?:the_)?(?:past|last|recent)_(?:(?:several|few|number_of)_)?(?P<unit>hour|day|week|month|year|decade)s\b",
        _recent,
    ),
    rule("recently", "near", r"(?:(?:more|most)_)?recently\b|lately\b|recent(?=_[a-z])(?P<unit>)", _recent),
    rule("coming", "unit", r"(?:the_)?(?:coming|next)_(?:(?:several|few)_)?(?P<unit>day|week|month|year)s\b", _coming),
    rule(
        "streak",
        "unit",
        r"""{ordinal}_(?:(?P<row>straight|consecutive|successive)_)?(?P<unit>day|night|week|month|year)(?P<row2>_in_a_row|_running)?\b""",
        _streak,
        _is_streak,
    ),
    rule(
        "duration",
        "unit",
        r"""{about}(?:{number}|{vague})(?:_|-)(?:(?:more|straight|consecutive|additional|full|whole)_)?{unit}(?:-long)?(?=\W|$)""",
        _duration,
        _is_duration,
    ),
    rule(
        "bare duration",
        "unit",
        r"""(?P<number>)(?P<about>)(?:(?<=\bfor\s)|(?<=\bin\s)|(?<=\bwithin\s)|(?<=\bafter\s)|(?<=\bover\s))
        (?P<unit>day|week|month|year|decade|centurie|hour|minute)s\b(?!_of_age)""",
        _duration,
        _is_duration,
    ),
    rule("long", "unit", r"(?P<number>)(?P<about>)(?P<unit>day|week|month|year|decade|hour)s?-long\b", _duration, _is_duration),
    rule(
        "often",
        "often",
        r"""daily|nightly|weekly|monthly|yearly|annually|hourly
        |(?:every|each)_(?:single_)?(?:day|week|month|year|hour|morning|evening|night|afternoon|spring|summer|autumn|winter)\b""",
        _often,
    ),
    rule("clock", "clock", r"{clock}{zone}", _clock),
)
"""Lengths, habits and hours."""
