"""What a situation report holds, section by section, before it becomes HTML or Markdown."""

from typing import Literal

import msgspec

from sayso.model.vocabulary import ControlLabel

Marker = Literal["square", "diamond", "ring", "dot"]
"""Shapes on the map: held, contested, disputed between accounts, other."""

MARKERS: dict[ControlLabel, Marker] = {
    "held by": "square", "contested": "diamond", "disputed between accounts": "ring", "unknown": "dot",
}  # fmt: skip


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """One thing said, on whose word, with the numbers of its footnotes; `flags` mark doubt, denial, expectation; `words` quote it."""

    says: str
    sources: tuple[str, ...]
    notes: tuple[int, ...]
    flags: tuple[str, ...] = ()
    words: str | None = None


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """An event with all its accounts; `issues` say where they contradict, `updates` what took the place of what."""

    event_id: str
    label: str
    place: str
    days: str
    statements: tuple[Statement, ...]
    issues: tuple[str, ...] = ()
    updates: tuple[str, ...] = ()


class Group(msgspec.Struct, frozen=True):
    """Items under one heading."""

    heading: str
    items: tuple[Item, ...]


class ControlRow(msgspec.Struct, frozen=True, kw_only=True):
    """Who holds a place: its label with a sign, the accounts side by side."""

    place: str
    label: str
    marker: Marker
    why: str | None
    accounts: tuple[tuple[str, str, str, str, Statement], ...]
    """Holder, transition, extent, since, and the statement."""


class Aside(msgspec.Struct, frozen=True):
    """What a number leaves out: the footnotes of the claims, and why."""

    notes: tuple[int, ...]
    why: str


class FigureRow(msgspec.Struct, frozen=True, kw_only=True):
    """A number with its period, places, method, sources, and what it leaves out."""

    number: str
    what: str
    places: str
    period: str
    method: str
    sources: tuple[str, ...]
    notes: tuple[int, ...]
    asides: tuple[Aside, ...] = ()


class FigureTable(msgspec.Struct, frozen=True):
    """Numbers of one kind under a caption; `remark` says how to read them."""

    caption: str
    remark: str
    rows: tuple[FigureRow, ...]


class ConditionRow(msgspec.Struct, frozen=True, kw_only=True):
    """A need, damage or relief told of a place, with some words of it."""

    sector: str
    place: str
    words: str
    quoted: bool
    sources: tuple[str, ...]
    notes: tuple[int, ...]


class KeyFigure(msgspec.Struct, frozen=True, kw_only=True):
    """A number for the head of the report, what it counts, and on whose word."""

    number: str
    what: str
    detail: str
    sources: tuple[str, ...]
    notes: tuple[int, ...]


class Day(msgspec.Struct, frozen=True, kw_only=True):
    """A day of the timeline with its events and how many fall in each class."""

    day: str
    iso: str
    items: tuple[Item, ...]


class Footnote(msgspec.Struct, frozen=True, kw_only=True):
    """Where a statement comes from: outlet, date, the words (a quotation, or a sentence of ours) and the claim."""

    number: int
    outlet: str
    date: str
    words: str
    quoted: bool
    source: str
    claim_id: str
    url: str | None
    marks: tuple[str, ...] = ()


class SourceLine(msgspec.Struct, frozen=True, kw_only=True):
    """A report that was read."""

    outlet: str
    date: str
    title: str | None
    url: str | None
    claims: int


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """A situation report of one day."""

    area: str
    part: str | None
    as_of: str
    as_of_iso: str
    new_since: str
    reports: int
    outlets: tuple[str, ...]
    readers: tuple[str, ...]
    unread: tuple[tuple[str, str], ...]
    superseded: tuple[tuple[str, str, str], ...]
    key_figures: tuple[KeyFigure, ...]
    new: tuple[Group, ...]
    control: tuple[ControlRow, ...]
    displacement: tuple[FigureTable, ...]
    harm: tuple[FigureTable, ...]
    other_totals: tuple[FigureTable, ...]
    damage: tuple[ConditionRow, ...]
    needs: tuple[ConditionRow, ...]
    aid: tuple[ConditionRow, ...]
    expected: tuple[Group, ...]
    map_svg: str
    map_places: tuple[tuple[str, str, str], ...]
    timeline: tuple[Day, ...]
    earlier: tuple[Day, ...]
    undated: tuple[Item, ...]
    footnotes: tuple[Footnote, ...]
    sources: tuple[SourceLine, ...]
    kept_back: tuple[tuple[int, str], ...]
    told_otherwise: tuple[tuple[int, str], ...]
