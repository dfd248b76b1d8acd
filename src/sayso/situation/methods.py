"""How a number was arrived at, in the sentence that the analyst reads beside it."""

import datetime as dt
from collections.abc import Sequence

from sayso.model.events import Event
from sayso.situation.counts import Count, name_sources
from sayso.situation.persons import OneByOne

NOTES = {
    ("displaced", "flow"): "movements, not people: who fled twice is counted twice",
    ("displaced", "stock"): "people counted at a time; not derived from movements",
    ("displaced", None): "the words do not tell movements from people displaced at a time",
    ("returned", "flow"): "movements back, not people",
}
"""What a number of a measure and kind is a number of."""


def describe_row(lead: Count, counts: Sequence[Count], sources: Sequence[str], *, overlapping: int) -> str:
    """The method of one row, part by part."""
    figure = lead.figure
    parts = [
        describe_accounts(counts, sources, "for the same days and places"),
        _converted(counts),
        NOTES.get((figure.measure, figure.kind)) if counts else None,
        None if lead.claim.time else "no date told" if figure.kind == "stock" else "no period told",
        None if lead.area.spots else "no place told",
        f"not added to {overlapping} other {'row' if overlapping == 1 else 'rows'} whose days and places overlap" if overlapping else None,
    ]
    return "; ".join(part for part in parts if part)


def _converted(counts: Sequence[Count]) -> str | None:
    """That a number was told in households, and by whose table it is one of people."""
    told = sorted({f"“{c.figure.text}” at {c.household.people:g} people each ({c.household.source})" for c in counts if c.household})
    return f"turned into people by your table: {', '.join(told)}" if told else None


def describe_accounts(counts: Sequence[Count], sources: Sequence[str], of: str) -> str:
    """How many voices tell a number, and whether they agree."""
    if not counts:
        return "no number is counted: all that was told is left out, with the reasons"
    if len({c.number for c in counts}) == 1:
        return "one count by one source" if len(sources) == 1 else f"one number told by {len(sources)} sources"
    if len(sources) == 1:
        return f"lowest to highest of the numbers that one source told {of}"
    return f"lowest to highest of the numbers that {len(sources)} sources told {of}, none picked, nothing added"


def describe_toll(event: Event, counts: Sequence[Count], persons: OneByOne | None = None) -> str:
    """The method of one event's toll, part by part."""
    issues = {c.issue for c in event.contradictions}
    one_by_one = f"{persons.high} {'person' if persons.high == 1 else 'persons'} told one by one" if persons else None
    parts = [
        describe_accounts(counts, name_sources(counts), "of one event") if counts or not persons else None,
        one_by_one,
        "best is never a midpoint" if len({c.number for c in counts}) > 1 else None,
        "unconfirmed accounts bound the high side alone" if any(c.claim.hedged for c in counts) else None,
        _describe_day(event),
        None if event.places else "no place told",
        "one account denies that it happened" if "whether it happened" in issues else None,
    ]
    return "; ".join(part for part in parts if part)


def _describe_day(event: Event) -> str | None:
    if event.time.basis == "told":
        return None
    end = event.time.end
    return f"no day told (not after {end.isoformat()}, when it was reported)" if end and event.time.basis == "published" else "no day told"


def describe_sum(events: int, doubtful: int, days: int, as_of: dt.date, *, open_above: bool) -> str:
    """The method of a sum over events."""
    summed = "1 event" if events == 1 else f"{events} events"
    groups = "1 group" if doubtful == 1 else f"{doubtful} groups"
    parts = [
        f"sum over {summed} of the {days} days to {as_of.isoformat()}, lowest to highest account of each",
        f"{groups} of events may be one event told twice: the largest counts for the low side" if doubtful else None,
        "no upper bound: some accounts tell only a least number" if open_above else None,
        "tolls of periods, body counts by a party, and events of unknown day or country are left out",
    ]
    return "; ".join(part for part in parts if part)
