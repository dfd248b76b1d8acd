"""How many were killed and injured: event by event, counts of periods and of a party's foes apart, and a sum of recent weeks."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import msgspec

from sayso.model.events import Event, FiledClaim
from sayso.model.situation import Total
from sayso.model.vocabulary import OF_HARM, Measure
from sayso.situation.body_counts import is_body_count
from sayso.situation.counts import Count, counts_of
from sayso.situation.exclusions import TOLL_RULES, part_counts, why_left_out
from sayso.situation.persons import OneByOne, count_persons, home_claims, leave_out_dead
from sayso.situation.rows import order_total, tell_rows
from sayso.situation.toll_sums import group_by_event, sum_tolls, toll_of
from sayso.situation.tolls import tell_toll
from sayso.situation.updates import find_replaced

MEASURES: tuple[Measure, ...] = ("killed", "injured")

COMBINED: tuple[Measure, ...] = ("other",)
"""What a count of killed and injured together is filed under."""


def describe_casualties(filed: Sequence[FiledClaim], events: Sequence[Event], as_of: dt.date) -> tuple[Total, ...]:
    """Tolls by event, rows of periods and body counts as told, combined counts apart, and the sum of the last 28 days by country."""
    counts = counts_of(filed, MEASURES)
    event_of = {claim: event.event_id for event in events for claim in event.claims}
    bodies, spans, single = _part_by_scope(counts, event_of)
    periods = _noted(tell_rows(spans, events, as_of), "covers a period of its own, not added to the tolls of events")
    apart = [*_body_rows(bodies, events, as_of), *periods]
    told = _telling_persons(filed, events, single, {c.claim.id for c in (*bodies, *spans)}, as_of)
    of_event = _group_counts(counts, event_of)
    persons = {e.event_id: count_persons(e, told.get(e.event_id, ()), of_event.get(e.event_id, ())) for e in events}
    tolls = [row for e in events for row in _toll_rows(e, single.get(e.event_id, ()), persons[e.event_id], as_of)]
    sums = [row for measure in MEASURES for row in _sum_rows(tolls, apart, events, measure, as_of)]
    rows = (*sums, *tolls, *apart, *_combined_rows(filed, events, as_of))
    return tuple(sorted(rows, key=order_total))


def _part_by_scope(counts: Iterable[Count], event_of: Mapping[str, str]) -> tuple[list[Count], list[Count], dict[str, list[Count]]]:
    """Body counts by a party; counts of periods or of no event; counts of single events by event, a copy in that of what it copies."""
    bodies: list[Count] = []
    spans: list[Count] = []
    single: dict[str, list[Count]] = {}
    homes: dict[tuple[str, Measure], list[Count]] = {}
    for count in sorted(counts, key=lambda c: c.filed.copy_of is not None):
        home = homes.get((count.filed.copy_of or "", count.figure.measure))
        if home is None:
            event = event_of.get(count.claim.id)
            told_of_event = event is not None and count.figure.scope == "event"
            home = bodies if is_body_count(count) else single.setdefault(event or "", []) if told_of_event else spans
        homes.setdefault((count.claim.id, count.figure.measure), home)
        home.append(count)
    return bodies, spans, single


def _telling_persons(
    filed: Sequence[FiledClaim], events: Sequence[Event], single: Mapping[str, Sequence[Count]], apart: Collection[str], as_of: dt.date
) -> Mapping[str, Sequence[FiledClaim]]:
    """Claims that tell persons one by one, by event.

    Not claims `apart`, which count bodies or periods, nor what was corrected or overtaken.
    """
    replaced = {c.claim.id for e in events for c in find_replaced(e.updates, single.get(e.event_id, ()))}
    left, homes = replaced.union(apart), home_claims(filed, events)
    by_event: dict[str, list[FiledClaim]] = {}
    for one in filed:
        home = homes.get(one.claim.id)
        if home is not None and one.claim.harmed and one.claim.id not in left and why_left_out(one, as_of) is None:
            by_event.setdefault(home, []).append(one)
    return by_event


def _group_counts(counts: Iterable[Count], event_of: Mapping[str, str]) -> Mapping[str, Sequence[Count]]:
    """Counts by the event of the claim that tells them, whatever they count."""
    found: dict[str, list[Count]] = {}
    for count in counts:
        found.setdefault(event_of.get(count.claim.id, ""), []).append(count)
    return found


def _toll_rows(event: Event, counts: Sequence[Count], persons: Mapping[Measure, OneByOne], as_of: dt.date) -> Iterator[Total]:
    for measure in MEASURES:
        live, left_out = part_counts([c for c in counts if c.figure.measure == measure], as_of, TOLL_RULES)
        live, with_dead = leave_out_dead(live, persons.get(measure))
        yield from tell_toll(event, live, [*left_out, *with_dead], persons.get(measure))


def _sum_rows(
    tolls: Sequence[Total], apart: Sequence[Total], events: Sequence[Event], measure: Measure, as_of: dt.date
) -> tuple[Total, ...]:
    rows = group_by_event(t for t in tolls if t.measure == measure)
    found = [toll_of(e, rows[e.event_id]) for e in sorted(events, key=lambda e: e.event_id) if e.event_id in rows]
    return sum_tolls(found, [t for t in apart if t.measure == measure], measure, as_of)


def _body_rows(counts: Sequence[Count], events: Sequence[Event], as_of: dt.date) -> list[Total]:
    """A party's counts of the other side's fighters, each party's in rows of its own, copies with what they copy."""
    told_by = {c.claim.id: c.filed.claimant for c in counts}
    voices: dict[str, list[Count]] = {}
    for count in counts:
        voices.setdefault(told_by.get(count.filed.copy_of or "", count.filed.claimant), []).append(count)
    note = "fighters killed or hurt as a party to the war counts them, not added to any toll"
    return [row for _, told in sorted(voices.items()) for row in _noted(tell_rows(told, events, as_of), note)]


def _combined_rows(filed: Sequence[FiledClaim], events: Sequence[Event], as_of: dt.date) -> list[Total]:
    """Counts that do not part the killed from the injured: head counts of no told measure by claims of harm."""
    harm = [f for f in filed if f.claim.event in OF_HARM]
    counts = [c for c in counts_of(harm, COMBINED) if c.figure.unit == "people"]
    return _noted(tell_rows(counts, events, as_of), "killed and injured are not told apart, not added to either")


def _noted(totals: Iterable[Total], note: str) -> list[Total]:
    return [msgspec.structs.replace(total, method=f"{total.method}; {note}") for total in totals]
