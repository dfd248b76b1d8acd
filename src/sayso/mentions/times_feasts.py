"""Feasts that move: the Islamic calendar, by that of Umm al-Qura, which may be a day off what was kept in a place; Easter."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter
from hijridate import Gregorian, Hijri

from sayso.mentions.times_calendar import Days, edtf_of, one_day
from sayso.mentions.times_dates import NO_YEAR
from sayso.mentions.times_patterns import TABLE, part_of, rule
from sayso.mentions.times_reading import Reading, Setting
from sayso.mentions.words import any_of

_FIRST, _LAST = 1365, 1500
"""Years of the Islamic calendar that the table of Umm al-Qura holds without a flaw (1946 to 2077)."""
_MONTHS: dict[str, int] = TABLE["hijri_months"]
_FEASTS: dict[str, tuple[int, int]] = {name: (month, day) for name, (month, day) in TABLE["hijri_feasts"].items()}
_NEAR_AHEAD = 45
"""Days before a feast within which it is the coming one that is meant, as with other dates without a year."""
_RAMADAN = 9
_TENS = {"early": 0, "mid": 10, "late": 20}
"""Days into the month at which its first, middle and last ten begin."""
_WHY = "by the calendar of Umm al-Qura"


def month_of_hijri(year: int, month: int) -> Days | None:
    """First and last day of a month of the Islamic calendar; None outside the years of the table.

    >>> month_of_hijri(1439, 9)
    Days(first=datetime.date(2018, 5, 16), last=datetime.date(2018, 6, 14))
    """
    if not _FIRST <= year <= _LAST:
        return None
    first = Hijri(year, month, 1)
    start = dt.date(*first.to_gregorian().datetuple())
    return Days(start, start + dt.timedelta(days=first.month_length() - 1))


def day_of_hijri(year: int, month: int, day: int) -> Days | None:
    """A day of the Islamic calendar; None where the month has no such day."""
    whole = month_of_hijri(year, month)
    date = whole.first + dt.timedelta(days=day - 1) if whole else None
    return one_day(date) if whole and date and date <= whole.last else None


def _year_around(day: dt.date) -> int | None:
    try:
        return int(Gregorian.fromdate(day).to_hijri().year)
    except (OverflowError, ValueError):
        return None


def _meant(month: int, day: int | None, at: Setting, near: str, year: int | None) -> Days | None:
    """The occurrence of a day or month of the Islamic calendar that is meant."""
    if year is not None:
        return _of(year, month, day) if year <= _LAST else _in_year(year, month, day)
    seen_from = at.calendar
    around = _year_around(seen_from) if seen_from else None
    if seen_from is None or around is None:
        return None
    return _chosen([days for y in range(around - 2, around + 3) if (days := _of(y, month, day))], seen_from, near, forward=at.forward)


def _chosen(every: Sequence[Days], seen_from: dt.date, near: str, *, forward: bool) -> Days | None:
    """Of the occurrences of a feast the one that runs, that was last or, told of as to come, the next."""
    begun, ahead = [d for d in every if d.first <= seen_from], [d for d in every if d.first > seen_from]
    running = bool(begun) and begun[-1].last >= seen_from
    soon = bool(ahead) and (ahead[0].first - seen_from).days <= _NEAR_AHEAD
    if near == "next" or (not running and near != "last" and (forward or soon)):
        return ahead[0] if ahead else None
    ended = begun[:-1] if near == "last" and running else begun
    return ended[-1] if ended else None


def _in_year(year: int, month: int, day: int | None) -> Days | None:
    """The occurrence that begins in a year of the common calendar."""
    around = _year_around(dt.date(year, 7, 1))
    every = [days for y in range(around - 1, around + 2) if (days := _of(y, month, day))] if around else []
    return next((days for days in every if days.first.year == year), None)


def _of(year: int, month: int, day: int | None) -> Days | None:
    return month_of_hijri(year, month) if day is None else day_of_hijri(year, month, day)


def _reading(days: Days | None, at: Setting, *, named: bool, why: str = _WHY) -> Reading:
    if days is None:
        return Reading(value="XXXX", why=NO_YEAR)
    seen = "" if named else f", seen from {at.seen_from}"
    return Reading(value=edtf_of(days), days=days, named_year=named, why=f"{why}{seen}")


def _year_in(match: re.Match[str]) -> int | None:
    return int(match["year"] or match["hijri"]) if match["year"] or match["hijri"] else None


def _feast(match: re.Match[str], at: Setting) -> Reading:
    month, day = _FEASTS[re.sub(r"[\s-]+", " ", match["feast"].lower().replace("\u2019", "'"))]
    year = _year_in(match)
    return _reading(_meant(month, day, at, (match["near"] or "").lower(), year), at, named=year is not None)


def _easter(match: re.Match[str], at: Setting) -> Reading:
    shift, method = TABLE["easter"][re.sub(r"\s+", " ", match["feast"].lower())], EASTER_ORTHODOX if match["orthodox"] else EASTER_WESTERN

    def of(year: int) -> Days:
        return one_day(easter(year, method) + dt.timedelta(days=shift))

    seen_from = at.calendar
    if match["year"]:
        return _reading(of(int(match["year"])), at, named=True, why="the words state the year of the feast")
    if seen_from is None:
        return _reading(None, at, named=False)
    every = [of(year) for year in range(seen_from.year - 2, seen_from.year + 3)]
    near = (match["near"] or "").lower()
    return _reading(_chosen(every, seen_from, near, forward=at.forward), at, named=False, why="the day of the feast")


def _is_easter(match: re.Match[str], at: Setting) -> bool:
    return match["feast"][0].isupper()


def _ramadan(match: re.Match[str], at: Setting) -> Reading:
    year = _year_in(match)
    days = _meant(_RAMADAN, None, at, (match["near"] or "").lower(), year)
    part = part_of(match)
    if days and part in _TENS:
        first = days.first + dt.timedelta(days=_TENS[part])
        days = Days(first, days.last if part == "late" else first + dt.timedelta(days=9))
    return _reading(days, at, named=year is not None)


def _date(match: re.Match[str], at: Setting) -> Reading:
    month = _MONTHS[re.sub(r"[\s-]+", " ", match["month"].lower().replace("\u2019", "'"))]
    day, year = int(match["day"]) if match["day"] else None, _year_in(match)
    return _reading(_meant(month, day, at, "", year), at, named=year is not None)


_BEFORE = "in|during|of|since|before|after|until|till|for|the|this|by|through|on|and|to|from|at"
_LEADS = re.compile(rf"(?:^|[.,;:(\u201c\"]\s*|\b(?:{_BEFORE})\s+)$", re.IGNORECASE)
_NAME_FOLLOWS = re.compile(r"\s+(?:(?:al-)?[A-Z][a-z]|(?:said|says|told|added|wrote)\b)")


def _is_ramadan(match: re.Match[str], at: Setting) -> bool:
    """Ramadan is a man's name as well: "Tariq Ramadan", "Ramadan Abdullah"."""
    named = match["month"].islower() or (_NAME_FOLLOWS.match(at.text, at.end) and not match["year"] and not match["hijri"])
    return not named and bool(match["near"] or match["part"] or "month" in match.group().lower() or _LEADS.search(at.before))


def _is_date(match: re.Match[str], at: Setting) -> bool:
    """A month's name alone is as often a person's."""
    return bool(match["hijri"] or (match["day"] and match["month"].lower().startswith("ramadan")))


def _words(names: Iterable[str]) -> str:
    return any_of(names).replace(r"\s+", r"[\s-]+").replace("'", "['\u2019]")


_YEAR = r"(?:(?:,?_|_of_)(?:{year}|(?P<hijri>1[34]\d\d)(?:_AH)?\b(?!_people)))?"
_NEAR = r"(?:(?P<near>last|this|next)_)?"
RULES = (
    rule("hijri feast", "moving", rf"{_NEAR}(?P<feast>{_words(_FEASTS)})\b{_YEAR}", _feast),
    rule("Ramadan", "moving", rf"(?:{_NEAR}|{{part}})(?:(?:the_)?(?:holy_)?month_of_)?(?P<month>Ramadan)\b{_YEAR}", _ramadan, _is_ramadan),
    rule(
        "Easter",
        "moving",
        rf"{_NEAR}(?P<orthodox>Orthodox_)?(?P<feast>{any_of(TABLE['easter'])})\b(?:,?_{{year}})?",
        _easter,
        _is_easter,
    ),
    rule("hijri date", "moving", rf"(?:{{day}}_(?:of_)?)?(?P<month>{_words(_MONTHS)})\b{_YEAR}", _date, _is_date),
)
"""Dates of the Islamic calendar."""
