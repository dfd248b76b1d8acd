"""The killed and injured of recent weeks: a sum over events that cannot be one, with all that it leaves out."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from sayso.knowledge.actors import load_countries
from sayso.model.days import add_days
from sayso.model.events import Event
from sayso.model.situation import LeftOut, Period, Total
from sayso.model.vocabulary import Measure
from sayso.situation.areas import Spot, areas_overlap, contains_spot, spot_of
from sayso.situation.matching import pairs_of_days
from sayso.situation.methods import describe_sum

DAYS = 28
"""Length of the period that ends on the day: "recent weeks", as ANNOTATION.md counts them."""


class Toll(msgspec.Struct, frozen=True):
    """An event's toll with its days and places; `totals` are its rows, of one group each."""

    totals: tuple[Total, ...]
    period: Period
    spots: tuple[Spot, ...]
    countries: frozenset[str]

    @property
    def low(self) -> int:
        """What the event adds to the least that may be true; an open lower side adds nothing."""
        return sum(t.low or 0 for t in self.totals)

    @property
    def high(self) -> int | None:
        """What it adds to the most that was told; null where its accounts are open above."""
        highs = [t.high for t in self.totals]
        return None if None in highs else sum(h for h in highs if h is not None)


def toll_of(event: Event, totals: Iterable[Total]) -> Toll:
    """An event's rows with its days, none where they are not told."""
    told = event.time.basis == "told"
    spots = tuple(sorted({spot_of(p) for p in event.places}))
    period = Period(event.time.start, event.time.end) if told else Period()
    return Toll(tuple(totals), period, spots, frozenset(s.country for s in spots if s.country))


def has_no_number(toll: Toll, as_of: dt.date) -> str | None:
    """No account of the event gives a number that counts."""
    return "no number is counted" if all(t.low is None and t.high is None for t in toll.totals) else None


def has_no_day(toll: Toll, as_of: dt.date) -> str | None:
    """An event of unknown day may lie in any period."""
    return "the day of the event is not told" if toll.period.start is None or toll.period.end is None else None


def has_no_country(toll: Toll, as_of: dt.date) -> str | None:
    """Sums are made by country."""
    if len(toll.countries) > 1:
        return "the event spans countries"
    return None if toll.countries else "the country of the event is not told"


def lies_outside(toll: Toll, as_of: dt.date) -> str | None:
    """Events that begin before the period or end after it."""
    first = add_days(as_of, 1 - DAYS)
    start, end = toll.period.start, toll.period.end
    inside = start is not None and end is not None and first <= start and end <= as_of
    return None if inside else f"does not lie within the {DAYS} days to {as_of.isoformat()}"


RULES: tuple[Callable[[Toll, dt.date], str | None], ...] = (has_no_number, has_no_day, has_no_country, lies_outside)
"""In order: each says in one sentence why an event is not added."""


def sum_tolls(tolls: Sequence[Toll], apart: Sequence[Total], measure: Measure, as_of: dt.date) -> tuple[Total, ...]:
    """One row a country: events that cannot be one are added; of those that may be one the largest counts for the low side.

    `apart` are rows that cover days, areas or fighters of their own: they are listed as left out.
    """
    judged = [(t, next((why for rule in RULES if (why := rule(t, as_of))), None)) for t in tolls]
    kept = [t for t, why in judged if why is None]
    outside = [(claim, why) for t, why in judged if why for claim in _claims_of(t)]
    outside += [(claim, "covers days, an area or fighters of its own") for total in apart for claim in total.claims]
    countries = sorted({country for t in kept for country in t.countries})
    return tuple(_sum_of([t for t in kept if country in t.countries], outside, measure, country, as_of) for country in countries)


def _sum_of(tolls: Sequence[Toll], outside: Iterable[tuple[str, str]], measure: Measure, country: str, as_of: dt.date) -> Total:
    wider, groups = group_overlapping(tolls)
    counted = [t for group in groups for t in group]
    highs = [t.high for t in counted]
    low = sum(max(t.low for t in group) for group in groups)
    high = None if None in highs else sum(h for h in highs if h is not None)
    spelled = [(claim, "covers days and places of events that are counted one by one") for t in wider for claim in _claims_of(t)]
    left_out = {LeftOut(claim, why) for claim, why in (*outside, *spelled)}
    return Total(
        measure=measure,
        kind="flow",
        population="unknown",
        period=Period(add_days(as_of, 1 - DAYS), as_of),
        places=(load_countries()[country].name if country in load_countries() else country,),
        low=low,
        high=high,
        method=describe_sum(len(counted), sum(len(g) > 1 for g in groups), DAYS, as_of, open_above=high is None),
        claims=tuple(sorted({claim for t in counted for claim in _claims_of(t)})),
        left_out=tuple(sorted(left_out, key=lambda o: (o.claim, o.why))),
        sources=tuple(sorted({s for t in counted for total in t.totals for s in total.sources})),
        window=DAYS,
    )


def _claims_of(toll: Toll) -> tuple[str, ...]:
    return tuple(claim for total in toll.totals for claim in total.claims)


def group_overlapping(tolls: Sequence[Toll]) -> tuple[list[Toll], list[list[Toll]]]:
    """Events that take in others, and the rest in groups whose days and places meet: the ledger holds these apart, they may yet be one."""
    meeting = [(a, b) for a, b in pairs_of_days([t.period for t in tolls]) if areas_overlap(tolls[a].spots, tolls[b].spots)]
    both_ways = [*meeting, *((b, a) for a, b in meeting)]
    wider = {outer for outer, inner in both_ways if _covers(tolls[outer], tolls[inner])}
    group_of = list(range(len(tolls)))
    for a, b in meeting:
        if not {a, b} & wider:
            joined, into = _root(group_of, a), _root(group_of, b)
            group_of[joined] = into
    groups: dict[int, list[Toll]] = {}
    for at, toll in enumerate(tolls):
        if at not in wider:
            groups.setdefault(_root(group_of, at), []).append(toll)
    return [tolls[at] for at in sorted(wider)], list(groups.values())


def _root(group_of: Sequence[int], at: int) -> int:
    while group_of[at] != at:
        at = group_of[at]
    return at


_PERIOD = 3
"""Days more from which an event is a period that takes in others; a night's strike of two dates is none."""


def _covers(outer: Toll, inner: Toll) -> bool:
    """True where an event's days and places take in another's that they meet, and one of the two is wider."""
    o, i = outer.period, inner.period
    if o.start is None or o.end is None or i.start is None or i.end is None or not (o.start <= i.start and i.end <= o.end):
        return False
    longer = (o.end - o.start).days - (i.end - i.start).days >= _PERIOD
    return longer or any(contains_spot(a, b) for a in outer.spots for b in inner.spots)


def group_by_event(totals: Iterable[Total]) -> Mapping[str, list[Total]]:
    """Rows of tolls by their event."""
    found: dict[str, list[Total]] = {}
    for total in totals:
        if total.event_id is not None:
            found.setdefault(total.event_id, []).append(total)
    return found
