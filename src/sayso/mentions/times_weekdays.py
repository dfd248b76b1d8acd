"""Days told from the day of publication: weekdays, "yesterday", "last night", "early on Tuesday", "overnight"."""

import datetime as dt
import re

from sayso.mentions.times_calendar import Days, last_weekday, next_weekday, one_day, week_days
from sayso.mentions.times_patterns import TABLE, WEEKDAYS, day_value, rule
from sayso.mentions.times_reading import NO_DATE, Reading, Setting
from sayso.mentions.words import any_of
from sayso.model.days import add_days
from sayso.model.vocabulary import TimexType

_NAMED_AFTER = re.compile(rf"\s+{any_of(TABLE['names_after_weekdays'])}\b")
_NAMED_BEFORE = re.compile(rf"\b{any_of(TABLE['names_before_weekdays'])}\s+$")


def _weekday(match: re.Match[str], at: Setting) -> Reading:
    number, near = WEEKDAYS[match["weekday"].lower()], re.sub(r"\s+", " ", (match["near"] or "").lower())
    kind: TimexType = "TIME" if match["daypart"] or match["clock"] else "DATE"
    if near in ("every", "each") or _comes_round(match, at):
        return Reading(type="SET", value=f"XXXX-WXX-{number + 1}", why="a day that comes round every week")
    anchor = at.published
    if at.narrated:
        day = next_weekday(at.narrated, number)
        value, why = day_value(day, match["daypart"], match["clock"]), f"the first such weekday on or after {at.narrated}"
        return Reading(type=kind, value=value, days=one_day(day), why=why)
    if near in ("the following", "the previous", "the next") and at.told:
        anchor = at.told.first
    if anchor is None:
        return Reading(type=kind, value=f"XXXX-WXX-{number + 1}", why=NO_DATE)
    day, says = _which_weekday(number, near, anchor, at.forward)
    return Reading(type=kind, value=day_value(day, match["daypart"], match["clock"]), days=one_day(day), why=f"{says} {anchor}")


def _comes_round(match: re.Match[str], at: Setting) -> bool:
    """ "On Fridays" comes round; "Fridays attack", as some copies print "Friday's attack", does not."""
    return bool(match["plural"] and re.search(r"\bon\s+$", at.before, re.IGNORECASE) and not re.match(r"\s+[a-z]", at.after))


def _which_weekday(number: int, near: str, anchor: dt.date, forward: bool) -> tuple[dt.date, str]:
    if near in ("last", "past", "this past", "the previous", "this last"):
        return last_weekday(add_days(anchor, -1), number), "the last such weekday before"
    if near in ("next", "coming", "this coming", "the following", "the next"):
        return next_weekday(add_days(anchor, 1), number), "the next such weekday after"
    if near == "this":
        return add_days(week_days(anchor).first, number), "that weekday of the week of"
    if forward:
        return next_weekday(anchor, number), "the clause tells of the future: the first such weekday on or after"
    return last_weekday(anchor, number), "the last such weekday on or before"


def _is_weekday(match: re.Match[str], at: Setting) -> bool:
    return not (_NAMED_AFTER.match(at.text, at.end) or _NAMED_BEFORE.search(at.before))


_NEAR_DAYS: dict[str, int] = TABLE["near_days"]


def _near_day(match: re.Match[str], at: Setting) -> Reading:
    word = re.sub(r"\s+", " ", match["word"].lower())
    daypart = match["daypart"] or match["daypart2"] or ("night" if word in ("tonight", "last night") else None)
    kind: TimexType = "TIME" if daypart or match["clock"] else "DATE"
    if at.published is None:
        return Reading(type=kind, value="XXXX-XX-XX", why=NO_DATE)
    day = add_days(at.published, _NEAR_DAYS.get(word, 0))
    return Reading(type=kind, value=day_value(day, daypart, match["clock"]), days=one_day(day), why=f"{word}, seen from {at.published}")


def _overnight(match: re.Match[str], at: Setting) -> Reading:
    if at.published is None:
        return Reading(type="TIME", value="XXXX-XX-XXTNI", why=NO_DATE)
    days = Days(add_days(at.published, -1), at.published)
    why = f"overnight: the day before publication ({at.published}) and the day itself"
    return Reading(type="TIME", value=f"{days.first}TNI", days=days, why=why)


_CLOCK = "(?:{clock}{zone},?_(?:on_)?)?"
_NEAR = r"(?:(?P<near>last|next|this|this_past|this_coming|this_last|the_previous|the_following|the_next|past|coming|every|each)_)?"
RULES = (
    rule(
        "weekday",
        "weekday",
        rf"""{_CLOCK}(?:(?:early|late|earlier|later|mid)(?:-|_)(?:on_)?|(?:the_)?(?:early|small|predawn|pre-dawn)_(?:morning_)?hours_of_)?
        (?:(?:the_)?(?P<daypart>morning|afternoon|evening|night)_of_)?{_NEAR}{{weekday}}(?P<plural>s)?\b""",
        _weekday,
        _is_weekday,
    ),
    rule(
        "weekday part",
        "weekday",
        rf"""(?:(?:early|late)_(?:on_)?)?{_NEAR}{{weekday}}(?P<plural>)(?P<clock>)(?:_(?:early|late))?['’]?s?_{{daypart}}s?\b""",
        _weekday,
        _is_weekday,
    ),
    rule(
        "near day",
        "near",
        rf"""{_CLOCK}(?:(?:early|late|earlier|later)_)?(?P<daypart2>)(?P<word>the_day_before_yesterday|the_day_after_tomorrow|to-?day
        |yesterday|tomorrow|tonight|last_night)(?:_{{daypart}})?\b""",
        _near_day,
    ),
    rule(
        "this morning",
        "near",
        rf"{_CLOCK}(?:(?:early|late|earlier|later)_)?(?P<word>this)_(?P<daypart2>)(?:(?:early|late|mid)(?:-|_))?{{daypart}}\b",
        _near_day,
    ),
    rule("overnight", "near", r"overnight\b", _overnight),
)
"""Days seen from the day of publication."""
