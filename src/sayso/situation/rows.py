"""Counts to rows: one row for one count of the same people, never a sum."""

import datetime as dt
from collections.abc import Iterable, Sequence

import msgspec

from sayso.model.events import Event
from sayso.model.situation import LeftOut, Period, Total
from sayso.model.vocabulary import Measure
from sayso.situation.areas import spot_of
from sayso.situation.bounds import Bounds, join_bounds
from sayso.situation.counts import Count, name_sources
from sayso.situation.exclusions import FIGURE_RULES, Uncounted, part_counts
from sayso.situation.matching import (
    Heading,
    Thing,
    areas_meet,
    has_rivals,
    heading_of,
    pairs_of_days,
    same_thing,
    tells_same_number,
    thing_of,
)
from sayso.situation.methods import describe_row
from sayso.situation.updates import corrections_of, find_replaced


class Row(msgspec.Struct, frozen=True):
    """Counts of one thing and the figures left out beside them; the first count (or figure left out) names days and area."""

    counts: tuple[Count, ...] = ()
    left_out: tuple[Uncounted, ...] = ()

    @property
    def lead(self) -> Count:
        """The count that settles the row's days and area: the one that tells most of them, the earliest of these."""
        return self.counts[0] if self.counts else self.left_out[0][0]


def tell_rows(counts: Sequence[Count], events: Sequence[Event], as_of: dt.date) -> tuple[Total, ...]:
    """Rows of counts as told, with all that may not be counted left out for a reason."""
    countable, uncounted = part_counts(counts, as_of, FIGURE_RULES)
    replaced = find_replaced(corrections_of(events), countable)
    rows = _seat_left_out(
        [_settle_row(row) for row in gather_rows(c for c in countable if c not in replaced)], [*uncounted, *replaced.items()]
    )
    totals = (_total_of(row, overlapping) for row, overlapping in zip(rows, count_overlaps(rows), strict=True))
    return tuple(sorted(totals, key=order_total))


def gather_rows(counts: Iterable[Count]) -> list[list[Count]]:
    """Counts under one heading stand together, and counts that tell one number of it; those that tell most come first."""
    rows: list[list[Count]] = []
    by_heading: dict[Heading, list[Count]] = {}
    by_number: dict[tuple[Thing, Bounds], list[list[Count]]] = {}
    for count in sorted(counts, key=_by_detail):
        told = by_number.setdefault((thing_of(count), count.number), [])
        home = by_heading.get(heading_of(count)) if has_rivals(count) else None
        if home is None:
            home = next((row for row in told if any(tells_same_number(other, count) for other in row)), None)
        if home is None:
            home = []
            rows.append(home)
            by_heading.setdefault(heading_of(count), home)
        home.append(count)
        told.append(home)
    return rows


def _by_detail(count: Count) -> tuple[object, ...]:
    figure = count.figure
    untold = (count.period.start is None, not count.area.spots, figure.kind is None, figure.population == "unknown")
    return (*untold, count.claim.source is None, *count.order)


def _settle_row(counts: Sequence[Count]) -> Row:
    """Leave out what the same claimant counted before, for the same days and area."""
    latest: dict[str, Count] = {}
    for count in sorted(counts, key=lambda c: c.order):
        latest[count.filed.claimant] = count
    kept, dropped = [], []
    for count in counts:
        last = latest[count.filed.claimant]
        if count.number != last.number and count.published < last.published:
            dropped.append((count, f"{count.filed.claimant} gave another number later (claim {last.claim.id})"))
        else:
            kept.append(count)
    return Row(tuple(kept), tuple(dropped))


def _seat_left_out(rows: Sequence[Row], uncounted: Iterable[Uncounted]) -> list[Row]:
    """Put what is left out beside the claim that it copies, its own claim's count, or its heading; else in a row without a number."""
    seated: list[Row] = []
    by_claim: dict[tuple[str, Measure], int] = {}
    by_heading: dict[Heading, int] = {}

    def note(count: Count, at: int) -> None:
        by_claim.setdefault((count.claim.id, count.figure.measure), at)

    for row in rows:
        for count in (*row.counts, *(c for c, _ in row.left_out)):
            note(count, len(seated))
        by_heading.setdefault(heading_of(row.lead), len(seated))
        seated.append(row)
    for count, why in sorted(uncounted, key=lambda u: (u[0].filed.copy_of is not None, _by_detail(u[0]), u[1])):
        keys = ((count.filed.copy_of or "", count.figure.measure), (count.claim.id, count.figure.measure))
        at = next((by_claim[key] for key in keys if key in by_claim), by_heading.get(heading_of(count), len(seated)))
        if at == len(seated):
            seated.append(Row())
            by_heading.setdefault(heading_of(count), at)
        seated[at] = msgspec.structs.replace(seated[at], left_out=(*seated[at].left_out, (count, why)))
        note(count, at)
    return seated


def count_overlaps(rows: Sequence[Row]) -> list[int]:
    """For each row, how many others count, or may count, some of the same: told days and areas meet."""
    overlaps = [0] * len(rows)
    for at, other in pairs_of_days([row.lead.period if row.counts else Period() for row in rows]):
        one, two = rows[at].lead, rows[other].lead
        if same_thing(one, two) and areas_meet(one, two):
            overlaps[at] += 1
            overlaps[other] += 1
    return overlaps


def _total_of(row: Row, overlapping: int) -> Total:
    lead, area = row.lead, row.lead.area
    low, high = join_bounds([c.number for c in row.counts])
    sources = name_sources(row.counts)
    left = {spot_of(p).key for c in row.counts for p in c.claim.places if p.role == "from" or p.relation == "from"}
    return Total(
        measure=lead.figure.measure,
        kind=lead.figure.kind,
        population=lead.figure.population,
        period=lead.period,
        places=tuple(s.name for s in area.spots),
        low=low,
        high=high,
        method=describe_row(lead, row.counts, sources, overlapping=overlapping),
        claims=tuple(sorted({c.claim.id for c in row.counts})),
        left_out=list_left_out(row.left_out),
        sources=sources,
        unit="people" if lead.household else lead.figure.unit,
        counts=None if lead.figure.counts == "all" else lead.figure.counts,
        origins=tuple(s.name for s in area.origins if s.key in left),
        destinations=tuple(s.name for s in area.destinations),
    )


def list_left_out(uncounted: Iterable[Uncounted]) -> tuple[LeftOut, ...]:
    """What a row leaves out, each claim and reason once, in order."""
    return tuple(sorted({LeftOut(count.claim.id, why) for count, why in uncounted}, key=lambda o: (o.claim, o.why)))


def order_total(total: Total) -> tuple[object, ...]:
    """The order of rows: by measure, kind, population, days, place, number."""
    start, end = total.period.start, total.period.end
    days = (start is None, start.isoformat() if start else "", end.isoformat() if end else "")
    heading = (total.measure, total.kind or "~", total.population, total.unit, total.counts or "")
    return (*heading, *days, total.places, total.low is None, total.low or 0, total.high or 0, total.claims, total.event_id or "")
