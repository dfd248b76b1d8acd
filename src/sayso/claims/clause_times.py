"""When a happening took place: the time that its clause or sentence tells, never the day on which somebody spoke."""

import calendar
import datetime as dt
import re
from collections.abc import Sequence

from sayso.claims.clause_view import ClauseView
from sayso.model.claims import ClaimTime
from sayso.model.mentions import TimeMention
from sayso.model.vocabulary import EventClass

_SPOKEN_ON: frozenset[EventClass] = frozenset({"threat", "agreement"})
"""Classes that happen in being uttered: the day of speaking is theirs."""

_SPEAKS_ON = re.compile(
    r"^(?: in an? (?:\w+ )?(?:statement|interview|broadcast|report|briefing|press release))?"
    r"(?:\W*\b(?:late|early|on|in|during|earlier|at)\b)*\W*$",
    re.I,
)
_NOW = re.compile(r"^(?:now|currently)$", re.I)
"""Words that date what goes on in their clause, and nothing else: on gold/train 16 of 17 such claims have the day of publication."""

_NO_EVENT = re.compile(r"^(?:recent|winter|summer|spring|autumn)$", re.I)
"""Words that set a scene and date nothing by themselves ("the recent fighting", "the winter cold")."""

_CITED = re.compile(r"\([A-Z][^()]{0,60}$")
"""A date inside brackets that open with a name is a citation's."""


_OPENS = 16
"""Characters from the start of a sentence within which a time opens it."""

_GOES_ON = re.compile(r"^\W*and (?:then |also |later )?[a-z]+(?:ed|t|d|ook|ent|ove|ame|an)\b")
"""A clause with no subject of its own."""

_SPEAKER = re.compile(r"^(?! ?(?:and|but|while|as) |['’]s ) ?(?:the |a |an )?[\w'’\- ]{0,40}(?<!\band )$")
"""Who speaks, between a time and the verb: no "and" before the verb, whose subject then stands before the time, and no "'s"."""
_RUNS_ON = re.compile(r"(?:(?!\b(?:and|but|while|as|when|after|before)\b)[^,;:()\n\u2013\u2014])*")
"""What may stand between an act and its own day: "beheaded two men of the clan on Sunday the monitor said"."""

_OPENING_SPEAKER = re.compile(r"^[,:]? ?(?:the |a |an )?[\w'’\- ]{0,40}$")


def link_time(view: ClauseView) -> tuple[ClaimTime | None, str]:
    """The time of a happening, and the reason; None where its sentence tells none."""
    dated = [t for t in view.times if may_date(view, t)]
    inside = [t for t in dated if view.holds(t)]
    pool, where = (inside, "clause") if inside else (_free(view, dated), "sentence")
    if not pool:
        return None, "time: the text gives none for it"
    best = min(pool, key=lambda t: (view.distance(t), t.start))
    return time_of(view, best), f'time: "{best.text}" in its {where}'


def may_date(view: ClauseView, time: TimeMention) -> bool:
    """Whether a time has days and may be a happening's own: no citation's date, no word that only sets a scene, no day of speaking."""
    days = time.from_ is not None and time.to is not None and time.type != "SET"
    return days and _tells_of_an_event(view, time) and not _is_day_of_speaking(view, time)


def time_of(view: ClauseView, time: TimeMention) -> ClaimTime | None:
    """A mention as the time of a happening; None where it has no days."""
    if time.from_ is None or time.to is None:
        return None
    last, precision = _point_of_since(view, time) or (time.to, time.date_prec or 5)
    return ClaimTime(text=time.text, start=time.from_, end=last, span=(time.start, time.end), precision=precision)


_VALUE_DAYS = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T|$)")
_VALUE_WEEK = re.compile(r"(\d{4})-W(\d\d)(?:-WE)?$")
_VALUE_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)$")
_SEASON_ENDS = {"SP": (0, 5), "SU": (0, 8), "FA": (0, 11), "WI": (1, 2)}
"""Years on and the month in which a season ends."""

_LAST_MONTH = {"early": 4, "beginning": 4, "start": 4, "mid": 8, "middle": 8}
_LAST_DAY = {"early": 10, "beginning": 10, "start": 10, "mid": 20, "middle": 20}
"""Ends of the parts of a year and of a month, as `mentions/times_calendar.py` has them."""


def _last_day_of(value: str, words: str) -> tuple[dt.date, int] | None:
    """Last day and precision of a day, week, month, season or year by its TIMEX3 value, or of the part of it that the words name."""
    if week := _VALUE_WEEK.match(value):
        return dt.date.fromisocalendar(int(week[1]), int(week[2]), 7), 2 if value.endswith("WE") else 3
    if season := _VALUE_SEASON.match(value):
        on, month = _SEASON_ENDS[season[2]]
        year = int(season[1]) + on
        return dt.date(year, month, calendar.monthrange(year, month)[1]), 5
    told = _VALUE_DAYS.match(value)
    if told is None:
        return None
    part = re.split(r"[\s-]", words.lower().removeprefix("the "))[0]
    year, month, day = int(told[1]), int(told[2] or _LAST_MONTH.get(part, 12)), int(told[3] or 0)
    if told[2] and not day:
        day = _LAST_DAY.get(part, 0)
    return dt.date(year, month, day or calendar.monthrange(year, month)[1]), 1 if told[3] else 4 if told[2] else 5


def _point_of_since(view: ClauseView, time: TimeMention) -> tuple[dt.date, int] | None:
    """Last day and precision of what "since" itself tells of: "since a shell hit the mill on 16 January" is that day and no stretch."""
    lead = max(view.sentence[0], time.start - 160)
    found = view.text[lead : time.start].lower().rfind("since ")
    since = lead + found if found >= 0 else -1
    trigger, between = view.happening.trigger, view.text[time.end : view.happening.trigger[0]]
    within = trigger[1] <= time.start or between in _OWN or (view.clause[0] > since and "," not in between)
    if since < 0 or not (since <= trigger[0] and within):
        return None
    return _last_day_of(time.value or "", time.text)


_OWN = ("'s ", "\u2019s ")
"""Between a day and its event: "since Sunday's raid"."""


def _free(view: ClauseView, dated: Sequence[TimeMention]) -> list[TimeMention]:
    """Times of the sentence that stand in no other happening's clause, or at its head; "and set up ..." keeps the time before it."""
    others = [h for h in view.siblings if (h.start, h.end) != view.clause]
    opening = view.sentence[0] + 30
    free = [t for t in dated if t.start < opening or not any(h.start <= t.start and t.end <= h.end for h in others)]
    if free or not _GOES_ON.match(view.text[slice(*view.clause)]):
        return free
    before = [h for h in others if h.end <= view.clause[0]]
    last = max(before, key=lambda h: h.end, default=None)
    return [t for t in dated if last is not None and last.start <= t.start and t.end <= last.end]


def _tells_of_an_event(view: ClauseView, time: TimeMention) -> bool:
    before = view.text[max(view.sentence[0], time.start - 70) : time.start]
    if _NOW.match(time.text):
        return view.happening.status == "ongoing" and view.holds(time)
    return not _NO_EVENT.match(time.text) and not _CITED.search(before)


def _is_day_of_speaking(view: ClauseView, time: TimeMention) -> bool:
    """Whether a time stands right beside the words that say who speaks, outside of what is said."""
    if view.happening.event in _SPOKEN_ON:
        return False
    for said in view.said:
        outside = not any(a <= time.start and time.end <= b for a, b in said.content)
        if any(_follows(view.text, time, cue) for cue in said.cue) and (outside or not _follows(view.text, time, view.happening.trigger)):
            return True
        if outside and any(_leads(view, time, cue) for cue in said.cue):
            return True
    return False


def _follows(text: str, time: TimeMention, words: tuple[int, int]) -> bool:
    return words[1] <= time.start and bool(_SPEAKS_ON.match(text[words[1] : time.start]))


def _leads(view: ClauseView, time: TimeMention, words: tuple[int, int]) -> bool:
    """Whether a time stands right before who speaks; a mark may part them where it opens the sentence ("On Monday, the mayor said")."""
    opens, trigger = time.start - view.sentence[0] < _OPENS, view.happening.trigger
    if not opens and trigger[1] <= time.start and _RUNS_ON.fullmatch(view.text, trigger[1], time.start):
        return False
    return time.end <= words[0] and bool((_OPENING_SPEAKER if opens else _SPEAKER).match(view.text[time.end : words[0]]))
