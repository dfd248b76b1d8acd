"""Events told as statements: what each account says, on whose word, with footnotes."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping

import msgspec

from sayso.model.claims import Claim
from sayso.model.events import Account, Event, EventPlace, EventTime
from sayso.model.vocabulary import EventClass
from sayso.outputs.report_model import Group, Item, Statement
from sayso.outputs.rows import event_order
from sayso.outputs.wording import shorten_quoted, tell_day, tell_days, tell_place

LABELS: dict[EventClass, str] = {
    "control": "Control",
    "battle": "Fighting",
    "strike": "Shelling, air strikes, explosions",
    "violence": "Violence against people",
    "casualties": "Casualties",
    "displacement": "Displacement",
    "return": "Returns",
    "damage": "Damage",
    "need": "Needs",
    "aid": "Aid",
    "detention": "Detention and release",
    "deployment": "Forces and posts",
    "agreement": "Talks and agreements",
    "threat": "Threats",
    "protest": "Protests",
}
"""Neutral headings of the classes, in the order of print."""


class Cited(msgspec.Struct, frozen=True):
    """Claims by id, the numbers of their footnotes, and those whose evidence is no quotation."""

    claims: Mapping[str, Claim]
    numbers: Mapping[str, int]
    retold: frozenset[str] = frozenset()

    def notes(self, claim_ids: Iterable[str]) -> tuple[int, ...]:
        """The numbers of the footnotes of some claims, in order."""
        return tuple(sorted(self.numbers[i] for i in claim_ids if i in self.numbers))


def tell_event(event: Event, cited: Cited) -> Item:
    """An event as an item: its accounts side by side, what they contradict in, what was updated."""
    return Item(
        event_id=event.event_id,
        label=LABELS[event.event],
        place=tell_event_places(event.places),
        days=tell_event_time(event.time),
        statements=tuple(tell_account(a, cited) for a in event.accounts),
        issues=tuple(dict.fromkeys(f"Accounts differ on {c.issue}: {c.why}" for c in event.contradictions)),
        updates=tuple(f"{UPDATES[u.kind]}: {u.why}" for u in event.updates),
    )


QUOTED = 180
"""Longest quotation beside a statement; the footnote holds more."""

UPDATES = {"grew": "Toll updated", "corrected": "Corrected", "sequence": "Followed by"}


def tell_account(account: Account, cited: Cited) -> Statement:
    """An account as a statement, marked where all its claims are in doubt, deny, or expect."""
    held = [cited.claims[i] for i in account.claims if i in cited.claims]
    flags = [words for words, test in FLAGS if held and all(test(c) for c in held)]
    quotable = [c for c in held if c.id not in cited.retold]
    best = min(quotable, key=lambda c: (-c.score, c.id), default=None)
    words = shorten_quoted(best.evidence, QUOTED) if best else None
    return Statement(says=account.says, sources=account.sources, notes=cited.notes(account.claims), flags=tuple(flags), words=words)


FLAGS: tuple[tuple[str, Callable[[Claim], bool]], ...] = (
    ("expected, not happened", lambda c: c.status == "expected"),
    ("denied", lambda c: c.status == "denied"),
    ("unconfirmed", lambda c: c.hedged),
    ("told by a party to it", lambda c: c.source is not None and c.source.interested is True),
)


def tell_event_places(places: tuple[EventPlace, ...]) -> str:
    """Where an event happened; several places are one area of all of them."""
    return " and ".join(dict.fromkeys(tell_place(p) for p in places)) or "Place not told"


def tell_event_time(time: EventTime) -> str:
    """When an event happened, or by when it was reported."""
    if time.basis == "told":
        return tell_days(time.start, time.end)
    return f"day not told; reported {tell_day(time.end)}" if time.end else "day not told"


def group_items(events: Iterable[Event], cited: Cited) -> tuple[Group, ...]:
    """Items under the headings of their classes, in the order of print, by day inside each."""
    held = sorted(events, key=event_order)
    groups = ((label, tuple(tell_event(e, cited) for e in held if e.event == event_class)) for event_class, label in LABELS.items())
    return tuple(Group(label, items) for label, items in groups if items)


def is_expected(event: Event, cited: Cited, as_of: dt.date) -> bool:
    """Whether an event is told only as expected, feared or threatened, or for days after the view's day."""
    held = [cited.claims[i] for i in event.claims if i in cited.claims]
    later = event.time.start is not None and event.time.start > as_of
    return later or event.event == "threat" or (bool(held) and all(c.status == "expected" for c in held))
