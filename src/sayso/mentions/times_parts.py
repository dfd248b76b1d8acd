"""Longer stretches of the calendar: decades, centuries, seasons, quarters, feasts, and parts of a month or year."""

import datetime as dt
import re

from sayso.mentions.times_calendar import Days, edtf_of, month_days, one_day, quarter_days, safe_date, season_days, year_days
from sayso.mentions.times_dates import NO_YEAR, nearest_date, year_of_month
from sayso.mentions.times_history import year_told
from sayso.mentions.times_patterns import TABLE, month_of, number_of, part_of, rank_of, rule
from sayso.mentions.times_reading import Reading, Setting
from sayso.mentions.words import any_of


def _decade(match: re.Match[str], at: Setting) -> Reading:
    digits = match["decade"]
    first = int(digits) * 10 if len(digits) == 3 else 1900 + int(digits) * 10
    return _decade_of(first, part_of(match), "the words state the decade")


def _decade_of(first: int, part: str, why: str) -> Reading:
    years = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get(part, (0, 9))
    stretch = Days(year_days(first + years[0]).first, year_days(first + years[1]).last)
    return Reading(value=f"{first // 10}", days=stretch, named_year=True, roughly=bool(part), why=why)


def _decade_in_words(match: re.Match[str], at: Setting) -> Reading:
    """ "The nineties": those of the century that is not past for long."""
    return _decade_of(1900 + TABLE["decades"][match["words"].lower()], part_of(match), "the words name the decade of the last century")


def _century(match: re.Match[str], at: Setting) -> Reading:
    rank = rank_of(match)
    days = Days(year_days(rank * 100 - 99).first, year_days(rank * 100).last)
    return Reading(value=f"{rank - 1}", days=days, named_year=True, why="the words state the century")


def _season(match: re.Match[str], at: Setting) -> Reading:
    season, near = TABLE["seasons"][match["season"].lower()], _near_of(match)
    year = int(match["year"]) if match["year"] else _year_of_season(season["first"], near, at)
    if year is None:
        return Reading(value=f"XXXX-{season['timex']}", why=NO_YEAR)
    days = season_days(year, season["first"])
    why = "the words state the season; its months as in the north"
    return Reading(value=f"{year}-{season['timex']}", days=days, named_year=bool(match["year"]), roughly=True, why=why)


def _near_of(match: re.Match[str]) -> str:
    return re.sub(r"^the\s+(?!same)", "", (match["near"] or match["near2"] or "").lower())


def _year_of_season(first_month: int, near: str, at: Setting) -> int | None:
    if near in ("following", "previous"):
        return _season_beside(first_month, near, at.told)
    if at.narrated:
        return year_told(at.narrated, first_month) + {"next": 1, "last": -1}.get(near.split()[0] if "year" in near else "", 0)
    if near.startswith(("that", "the same")) or at.published is None:
        return at.told.first.year if at.told and near.startswith(("that", "the same")) else None
    year = at.published.year
    if "year" in near:
        return year - 1 if near.startswith("last") else year
    begun = at.published >= dt.date(year, first_month, 1)
    within = begun and at.published <= season_days(year, first_month).last
    if near == "next" or (at.forward and near != "last" and not within):
        return year + 1 if begun else year
    return year if begun and not (near == "last" and within) else year if near == "this" and first_month != 12 else year - 1


def _season_beside(first_month: int, near: str, told: Days | None) -> int | None:
    """The season that follows a date told before, or the last one that had ended on it."""
    if told is None:
        return None
    if near == "following":
        later = (told.first.month, told.first.day) >= (first_month, 1) or told == year_days(told.first.year)
        return told.first.year + later
    years = (told.first.year, told.first.year - 1, told.first.year - 2)
    return next((year for year in years if year >= 1 and season_days(year, first_month).last < told.first), None)


def _is_season(match: re.Match[str], at: Setting) -> bool:
    sure = bool(match["near"] or match["near2"] or match["year"])
    word = match["season"].lower()
    if word == "fall" or re.search(r"\b(?:Arab|Prague|hot|water|thermal)\s+(?:the\s+)?$", at.before):
        return sure
    return sure or word in ("summer", "winter", "autumn") or bool(re.search(r"\bin\s+(?:the\s+)?$", at.before))


def _feast(match: re.Match[str], at: Setting) -> Reading:
    month, day = TABLE["feasts"][re.sub(r"\s+", " ", match["feast"].lower())]
    date = safe_date(int(match["year"]), month, day) if match["year"] else nearest_date(month, day, at)
    value = date.isoformat() if date else f"XXXX-{month:02d}-{day:02d}"
    why = f"the feast's day seen from {at.seen_from}" if date else NO_YEAR
    return Reading(value=value, days=one_day(date) if date else None, named_year=bool(match["year"]), why=why)


def _portion(match: re.Match[str], at: Setting) -> Reading:
    whole = _whole(match, at)
    if whole is None:
        return Reading(value="XXXX", why=NO_YEAR)
    rank, unit, number = match["rank"].lower(), match["unit"].lower(), number_of(match["number"] or "1") or 1
    days = _slice(whole, rank, unit, number)
    return Reading(value=edtf_of(days), days=days, named_year=bool(match["year"]), why=f"the {rank} part of the period named")


def _whole(match: re.Match[str], at: Setting) -> Days | None:
    month = month_of(match) if match["month"] else None
    near = (match["near"] or "").lower()
    year = int(match["year"]) if match["year"] else None
    if year is None and at.narrated and not near:
        year = year_told(at.narrated, month) if month else at.narrated.year
    elif year is None and month:
        year = year_of_month(month, near, at)
    elif year is None and at.published:
        year = at.published.year + {"last": -1, "next": 1}.get(near.split()[0] if near else "", 0)
    if year is None:
        return None
    return month_days(year, month) if month else year_days(year)


def _is_portion(match: re.Match[str], at: Setting) -> bool:
    return bool(match["near"] or match["month"] or match["year"])


_FRONT = {"first": 0, "opening": 0, "second": 1, "third": 2, "fourth": 3}


def _slice(whole: Days, rank: str, unit: str, number: int) -> Days:
    length = (whole.last - whole.first).days + 1
    months = {"month": 1, "quarter": 3, "half": 6}.get(unit)
    if months and length > 31:
        start = 12 - months * number if rank not in _FRONT else _FRONT[rank] * months * number
        first, last = (min(max(m, 0), 11) + 1 for m in (start, start + months * number - 1))
        return Days(dt.date(whole.first.year, first, 1), month_days(whole.first.year, last).last)
    step = {"day": 1, "week": 7, "half": -(-length // 2)}.get(unit, length) * number
    start = length - step if rank not in _FRONT else _FRONT[rank] * step
    first, last = (whole.first.toordinal() + min(max(n, 0), length - 1) for n in (start, start + step - 1))
    return Days(dt.date.fromordinal(first), dt.date.fromordinal(last))


def _quarter(match: re.Match[str], at: Setting) -> Reading:
    number, year = rank_of(match), int(match["year"]) if match["year"] else None
    if at.published and year is None:
        year = at.published.year - (quarter_days(at.published.year, number).first > at.published)
    if year is None:
        return Reading(value=f"XXXX-Q{number}", why=NO_YEAR)
    days = quarter_days(year, number)
    return Reading(value=f"{year}-Q{number}", days=days, named_year=bool(match["year"]), why="that quarter of the calendar year")


def _is_quarter(match: re.Match[str], at: Setting) -> bool:
    return rank_of(match) <= 4


RULES = (
    rule("decade in words", "near", rf"(?:the_)?{{part}}(?P<words>{any_of(TABLE['decades'])})\b", _decade_in_words),
    rule("decade", "year", r"(?:the_)?{part}(?P<decade>(?:1[5-9]|20)\d)0['’]?s", _decade),
    rule("century", "unit", r"(?:the_)?{ordinal}[-\s]century", _century, needs="century"),
    rule(
        "season",
        "season",
        r"""(?:(?P<near>last|this|next|that|this_past|this_coming|the_same|the_next|the_following|the_previous)_|the_)?(?:(?:early|late|mid)(?:-|_))?
        {season}(?:_{lastyear}|_(?:of_)?{year})?""",
        _season,
        _is_season,
    ),
    rule("feast", "feast", rf"(?P<feast>{any_of(TABLE['feasts'])})(?:_{{year}})?".replace(r"\ ", "_"), _feast),
    rule(
        "portion",
        "unit",
        r"""(?:the_)?(?P<rank>first|second|third|fourth|last|final|opening)_(?:{number}_)?(?P<unit>day|week|month|half|quarter|year)s?
        _of_(?:(?P<near>this|last|next|the)_year|(?:{longmonth})?(?:,?_?{year})?)""",
        _portion,
        _is_portion,
    ),
    rule("quarter", "unit", r"(?:the_)?(?P<ordinal>first|second|third|fourth)[-\s]quarter(?:_of_{year})?", _quarter, _is_quarter),
)
"""Parts of the calendar."""
