"""Which numbers were replaced: corrected by whoever told them, or overtaken by a toll that grew."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.model.events import Event, Update
from sayso.situation.counts import Count

Replaced = Mapping[Count, str]
"""Figures that a later claim replaces, each with the sentence that says so."""

WORDS = {"corrected": "corrected", "grew": "overtaken"}


def corrections_of(events: Sequence[Event]) -> tuple[Update, ...]:
    """Updates that correct: a later, larger count of displaced people replaces nothing, it has days of its own."""
    return tuple(u for e in events for u in e.updates if u.kind == "corrected")


def find_replaced(updates: Iterable[Update], countable: Sequence[Count]) -> Replaced:
    """Numbers that a later claim replaces, for the measures that it tells with a number that counts.

    An update names one claim of the earlier number: all that told the same number up to the day of the later claim go with it.
    """
    found: dict[Count, str] = {}
    for update in sorted(updates, key=lambda u: (u.earlier, u.kind, u.later, u.why)):
        if update.kind in WORDS and update.earlier != update.later:
            why = f"{WORDS[update.kind]} by claim {update.later}: {update.why}"
            for count in _overtaken(update, countable):
                found.setdefault(count, why)
    return found


def _overtaken(update: Update, countable: Sequence[Count]) -> Iterator[Count]:
    earlier = {(c.figure.measure, c.number) for c in countable if c.claim.id == update.earlier}
    for later in countable:
        if later.claim.id == update.later:
            for count in countable:
                same = count.figure.measure == later.figure.measure and (count.figure.measure, count.number) in earlier
                if same and count.number != later.number and count.published <= later.published and count.claim.id != update.later:
                    yield count
