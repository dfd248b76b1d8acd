"""When two counts are of one thing: the same people, place and days, or one number told twice."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from sayso.model.situation import Period
from sayso.model.vocabulary import FigureKind, Measure, Population, Unit
from sayso.situation.areas import Area, areas_overlap
from sayso.situation.counts import Count

Thing: TypeAlias = tuple[Measure, Unit, str]
"""Measure, unit and group, or kind of building."""

Heading: TypeAlias = tuple[Thing, FigureKind | None, Population, Period, Area]
"""All that a row is a row of."""


def thing_of(count: Count) -> Thing:
    """What a figure counts; three hospitals and eleven clinics are two things."""
    figure = count.figure
    built = figure.text.lower().split()[-1].removesuffix("s") if figure.unit == "structures" and figure.text else ""
    return figure.measure, figure.unit, built or count.group


def heading_of(count: Count) -> Heading:
    """What a row that holds this count would be a row of."""
    return thing_of(count), count.figure.kind, count.figure.population, count.period, count.area


def has_rivals(count: Count) -> bool:
    """True where another number under the same heading counts the same: place and days are told; a stock's day need not be."""
    return bool(count.area.spots) and (count.period.start is not None or count.figure.kind == "stock")


def same_thing(one: Count, other: Count) -> bool:
    """True where two figures count the same kind of thing; an untold kind or population goes with any."""
    a, b = one.figure, other.figure
    kinds = a.kind == b.kind or None in (a.kind, b.kind)
    populations = a.population == b.population or "unknown" in (a.population, b.population)
    return thing_of(one) == thing_of(other) and kinds and populations


def tells_same_number(one: Count, other: Count) -> bool:
    """True where two counts tell one number: equal bounds, and days and areas that meet.

    What one of them leaves untold may be the other's only where one claimant or one article speaks.
    """
    if one.number != other.number or not same_thing(one, other):
        return False
    one_voice = one.filed.claimant == other.filed.claimant or one.filed.article.digest == other.filed.article.digest
    days, areas = days_meet(one.period, other.period), areas_meet(one, other)
    return (one_voice if days is None else days) and (one_voice if areas is None else areas)


def days_meet(one: Period, other: Period) -> bool | None:
    """True where two periods share a day; None where one of them is unknown."""
    if one.start is None or other.start is None or one.end is None or other.end is None:
        return None
    return one.start <= other.end and other.start <= one.end


def pairs_of_days(periods: Sequence[Period]) -> Iterator[tuple[int, int]]:
    """Indices of the periods that share a day, each pair once; unknown periods pair with none.

    >>> import datetime as dt
    >>> days = [dt.date(2021, 3, n) for n in (1, 2, 3, 4)]
    >>> list(pairs_of_days([Period(days[0], days[2]), Period(), Period(days[2], days[3]), Period(days[3], days[3])]))
    [(0, 2), (2, 3)]
    """
    running: list[int] = []
    for _, at in sorted((period.start, at) for at, period in enumerate(periods) if period.start is not None):
        running = [other for other in running if days_meet(periods[other], periods[at])]
        yield from ((other, at) for other in running)
        running.append(at)


def areas_meet(one: Count, other: Count) -> bool | None:
    """True where the areas of two counts share ground; None where one of them tells none."""
    a, b = one.area.spots, other.area.spots
    return areas_overlap(a, b) if a and b else None
