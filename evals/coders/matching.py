"""Which events of a ledger human coders have too, and how many they would seem to have by chance."""

import random
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from evals.coders.coded import CLOSE, COUNTED, NEAR, Coded, days_of, find_within
from evals.coders.told import Told

SHUFFLES, SEED = 20, 0
_MOVED = (*range(-30, -6), *range(7, 31))
"""Days by which events are moved to see how many would be matched in the same weeks of the war."""

Bounds = tuple[int, int | None]


class Compared(msgspec.Struct, frozen=True):
    """An event of the ledger beside the coded ones of its place: the days on which it would be near or close to one, and their deaths.

    `deaths` are the bounds of each coded event of its town and day, and of all of them together where there are several.
    """

    told: Told
    near: frozenset[int]
    close: frozenset[int]
    deaths: tuple[Bounds, ...]


def compare_with_coded(told: Told, coded: Sequence[Coded]) -> Compared:
    """Lay an event beside all coded ones."""
    near, close, here = (find_within(coded, told.lat, told.lon, reach) for reach in (NEAR, CLOSE, COUNTED))
    same = [c for c in here if days_of([c], COUNTED) & set(told.days)]
    return Compared(told, days_of(near, NEAR), days_of(close, CLOSE), list_deaths(same))


def list_deaths(coded: Sequence[Coded]) -> tuple[Bounds, ...]:
    """Bounds of deaths that one report may have meant: those of each coded event, and their sum.

    UCDP parts one attack by who fought whom, so that its parts add up to what a report tells; a report may as well tell of one alone.
    """
    each = tuple((c.low, c.high) for c in coded)
    together = ((sum(low for low, _ in each), sum(high for _, high in each)),) if len(each) > 1 else ()
    return each + together


def bounds_meet(one: Bounds, other: Bounds) -> bool:
    """Whether some number lies within both; a most of None is open.

    >>> bounds_meet((10, None), (3, 12)), bounds_meet((1, 2), (3, 12))
    (True, False)
    """
    lowest = max(one[0], other[0])
    return all(high is None or lowest <= high for high in (one[1], other[1]))


def share_on_days(days: Sequence[range], wanted: Sequence[frozenset[int]]) -> float:
    """The share of events of which a day is among those wanted; 0 of none."""
    return sum(any(day in fit for day in told) for told, fit in zip(days, wanted, strict=True)) / max(1, len(days))


def share_of_deaths(killed: Sequence[Bounds], deaths: Sequence[Sequence[Bounds]]) -> float:
    """The share of tolls that meet some of the bounds laid beside them; 0 of none."""
    return sum(any(bounds_meet(toll, d) for d in beside) for toll, beside in zip(killed, deaths, strict=True)) / max(1, len(killed))


def shuffle_order(size: int, seed: int) -> list[int]:
    """Numbers below a size in an order that a seed settles.

    >>> sorted(shuffle_order(3, 1)), shuffle_order(9, 1) == shuffle_order(9, 1)
    ([0, 1, 2], True)
    """
    order = list(range(size))
    random.Random(seed).shuffle(order)
    return order


def chance_on_days(days: Sequence[range], wanted: Sequence[frozenset[int]]) -> float:
    """The mean share where each event is given the days of another: places, kinds and the thick of the war stay as they are."""
    orders = [shuffle_order(len(days), SEED + at) for at in range(SHUFFLES)]
    return sum(share_on_days([days[i] for i in order], wanted) for order in orders) / SHUFFLES


def chance_when_moved(days: Sequence[range], wanted: Sequence[frozenset[int]]) -> float:
    """The mean share where each event is moved by one to four weeks, back or forth: a harder chance, for it keeps the season of a place."""
    total = 0.0
    for at in range(SHUFFLES):
        drawn = random.Random(SEED + at)
        moved = [(told, drawn.choice(_MOVED)) for told in days]
        total += share_on_days([range(told.start + by, told.stop + by) for told, by in moved], wanted)
    return total / SHUFFLES


def chance_of_deaths(killed: Sequence[Bounds], deaths: Sequence[Sequence[Bounds]]) -> float:
    """The mean share where each event is given the toll of another."""
    orders = [shuffle_order(len(killed), SEED + at) for at in range(SHUFFLES)]
    return sum(share_of_deaths([killed[i] for i in order], deaths) for order in orders) / SHUFFLES


def beyond_chance(share: float, chance: float) -> float:
    """Of what chance leaves open, the part that is reached; never below 0.

    >>> beyond_chance(0.7, 0.4), beyond_chance(0.3, 0.4)
    (0.5, 0.0)
    """
    return round(max(0.0, (share - chance) / (1 - chance)), 6) if chance < 1 else 0.0


def part_by_class(compared: Iterable[Compared]) -> Mapping[str, list[Compared]]:
    """Compared events by class, and those that tell of the killed apart."""
    parts: dict[str, list[Compared]] = {}
    for one in compared:
        parts.setdefault(one.told.event, []).append(one)
        if one.told.killed is not None:
            parts.setdefault("of all, those that tell how many died", []).append(one)
    return dict(sorted(parts.items()))
