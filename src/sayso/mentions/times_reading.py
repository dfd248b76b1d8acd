"""What a time expression is read against, and what the reading of one says."""

import datetime as dt
import re
from collections.abc import Callable
from functools import cached_property
from typing import NamedTuple

import msgspec

from sayso.mentions.times_calendar import Days
from sayso.mentions.words import any_of, word_table
from sayso.model.vocabulary import TimexType

_TABLE = word_table("times")
_CLAUSE_END = re.compile(r"[.;:!?\n\"“”,()]|\b(?:that|which|who|but|while|after|before|because|when)\b", re.IGNORECASE)
_MARKERS = re.compile(rf"(?P<future>(?<!\w){any_of(_TABLE['future'])}\b)|\b(?<!\bbe )(?P<past>{any_of(_TABLE['past'])})\b", re.IGNORECASE)
_FUTURE_AFTER = re.compile(rf"[\s,]*(?:[\w'’-]+\s+){{0,6}}?(?P<future>{any_of(_TABLE['future_after'])})\b", re.IGNORECASE)
_NAMED_OF = re.compile(r"(?:\b(?:a|an|the|of|since|from|last|his|her|its|their|this)|['’]s)\s+$", re.IGNORECASE)
"""Before a date that names a thing that has happened: "the 21 August attack"."""
_PAST = re.compile(rf"\b{any_of(_TABLE['past'])}\b", re.IGNORECASE)


NO_DATE = "it is told from the day of publication, which is not known"
NOT_TOLD = "it is told from a date that the text does not give before it"


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """Type, value and days of an expression; `why` names the rule with its anchor; `named_year` tells that the words state the year;
    `ends` are the two dates of a range."""

    type: TimexType = "DATE"
    value: str | None = None
    days: Days | None = None
    roughly: bool = False
    named_year: bool = False
    why: str
    ends: tuple["End", ...] = ()


class End(NamedTuple):
    """One end of a range, where it stands and what it says."""

    start: int
    end: int
    reading: Reading


class Anchor(NamedTuple):
    """What times of an article are read against: its day of publication; without one, the last day that its text prints with the year.

    Against the printed day dates that leave their year out are read, and stretches "since" a day end on it: the text is not older. Nothing
    tells that it is "today".
    """

    published: dt.date | None
    printed: dt.date | None = None

    @property
    def calendar(self) -> dt.date | None:
        """The day from which dates without a year are seen."""
        return self.published or self.printed

    @property
    def named(self) -> str:
        """The day from which dates without a year are seen, in words."""
        return f"{self.published}" if self.published else f"{self.printed}, the last day that the undated text prints with its year"


class Setting:
    """Where an expression stands: what it is read against, the words around it, the last date told before it, the day that a history
    has come to (`narrated`; None in other texts), and the year where the other end of a range names it."""

    def __init__(
        self,
        text: str,
        start: int,
        end: int,
        anchor: Anchor,
        told: Days | None = None,
        year: int | None = None,
        narrated: dt.date | None = None,
    ) -> None:
        self.text, self.start, self.end, self.anchor = text, start, end, anchor
        self.told, self.year, self.narrated = told, year, narrated
        self.published = anchor.published

    @property
    def calendar(self) -> dt.date | None:
        """The day from which dates without a year are seen."""
        return self.narrated or self.anchor.calendar

    @property
    def seen_from(self) -> str:
        """That day in words."""
        return f"{self.narrated}, to which the text has come" if self.narrated else self.anchor.named

    @cached_property
    def before(self) -> str:
        """Up to 120 characters before the expression, in its own sentence."""
        window = self.text[max(0, self.start - 120) : self.start]
        return re.split(r"[.!?]\s|\n\s*\n", window)[-1]

    @cached_property
    def after(self) -> str:
        """Up to 80 characters after the expression, in its own sentence."""
        return re.split(r"[.!?](?:\s|$)|\n\s*\n", self.text[self.end : self.end + 80])[0]

    @cached_property
    def forward(self) -> bool:
        """True where the clause tells of the future: "will meet on Friday", "on Friday, they are to meet"."""
        clause = _CLAUSE_END.split(self.before)[-1]
        if _NAMED_OF.search(clause) or re.match(r"['’]s\b", self.after):
            return False
        if marks := list(_MARKERS.finditer(clause)):
            return marks[-1].lastgroup == "future"
        found = _FUTURE_AFTER.match(self.after) if len(clause.split()) < 2 else None
        return bool(found and not _PAST.search(self.after, 0, found.start("future")))


Resolve = Callable[[re.Match[str], Setting], Reading]
Accept = Callable[[re.Match[str], Setting], bool]


class Rule(msgspec.Struct, frozen=True):
    """A pattern of time words, how it is read, and what must hold around it; `trigger` is the class of words it cannot do without,
    `needs` a part of a word in small letters that must stand in the text too."""

    name: str
    trigger: str
    pattern: re.Pattern[str]
    resolve: Resolve
    accept: Accept | None = None
    needs: str = ""


def resolve(rule: Rule, match: re.Match[str], at: Setting) -> Reading:
    """What a rule reads in a match; days before year 1 or after year 9999 stay unknown."""
    try:
        return rule.resolve(match, at)
    except (ValueError, OverflowError):
        return Reading(value="XXXX", why="it lies outside of the years 1 to 9999")


class Found(msgspec.Struct, frozen=True):
    """An expression that a rule matched, and its reading."""

    start: int
    end: int
    rule: Rule
    match: re.Match[str]
    reading: Reading
