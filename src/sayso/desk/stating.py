"""A view as the things that it states, in words: claims, events, contradictions, totals, who holds which place."""

from collections.abc import Iterable, Iterator

from sayso.model.events import Account, Event, FiledClaim
from sayso.model.situation import ControlState, Total
from sayso.model.stated import Stated, StatedView
from sayso.model.views import LedgerView
from sayso.model.vocabulary import Handling
from sayso.outputs.statements import tell_event_places, tell_event_time
from sayso.outputs.wording import shorten, tell_days, tell_place, tell_range
from sayso.reviews.fields import FIELDS, UNKNOWN, say_field

LONGEST_WORDS = 180
"""Characters of a claim's words, as a report quotes them beside a statement."""

UNREVIEWED = "unreviewed"
"""The label of a claim of which nobody has said anything."""


def state_view(view: LedgerView, audience: Handling, known_at: str) -> StatedView:
    """All that a view states, each thing once, by kind and id; `view` is to have passed protection for its `audience`."""
    events = {e.event_id: e for e in view.events}
    stated = [
        *(_state_claim(f) for f in view.claims),
        *(_state_event(e) for e in events.values()),
        *(c for e in events.values() for c in _state_contradictions(e)),
        *_state_totals(view.situation.totals),
        *(_state_control(s) for s in view.situation.control),
    ]
    return StatedView(
        as_of=view.as_of,
        audience=audience,
        known_at=known_at,
        articles=tuple(sorted(a.digest for a in view.articles)),
        stated=tuple(sorted(stated, key=lambda s: (s.kind, s.key))),
    )


def _state_claim(filed: FiledClaim) -> Stated:
    claim = filed.claim
    told = {field: say_field(claim, field) for field in FIELDS}
    says: dict[str, tuple[str, ...]] = {"words": (shorten(claim.evidence, LONGEST_WORDS),)}
    says |= {f: (words,) for f, words in told.items() if words != UNKNOWN}
    where = " and ".join(dict.fromkeys(tell_place(p) for p in claim.places))
    when = tell_days(claim.time.start, claim.time.end) if claim.time else ""
    outlet = f"in {filed.article.publisher or 'an unnamed outlet'} of {filed.article.published or 'an unknown day'}"
    return Stated(
        key=claim.id,
        kind="claim",
        subject=", ".join(w for w in (claim.event, where, when, outlet) if w),
        says=says | {"review": (_tell_label(filed),)},
        claims=(claim.id,),
        article=filed.article.digest,
        span=(claim.start, claim.end),
        denied=claim.status == "denied",
    )


def _tell_label(filed: FiledClaim) -> str:
    """How far people stand behind a claim."""
    return f"{filed.review.label} by a person" if filed.review else UNREVIEWED


def _state_event(event: Event) -> Stated:
    where, when = tell_event_places(event.places), tell_event_time(event.time)
    says: dict[str, tuple[str, ...]] = {"class": (event.event,), "places": (where,), "days": (when,)}
    return Stated(
        key=event.event_id,
        kind="event",
        subject=f"{event.event}, {where}, {when}",
        says=says | {"accounts": tuple(_tell_account(a) for a in event.accounts)},
        claims=tuple(sorted(event.claims)),
    )


def _tell_account(account: Account) -> str:
    return f"{account.says} ({', '.join(account.sources)})"


def _state_contradictions(event: Event) -> Iterator[Stated]:
    """One thing for each point at issue in an event, with the accounts that exclude each other on it."""
    for issue in sorted({c.issue for c in event.contradictions}):
        pairs = [c.accounts for c in event.contradictions if c.issue == issue]
        accounts = [event.accounts[number] for number in sorted({n for pair in pairs for n in pair})]
        yield Stated(
            key=f"{event.event_id}: {issue}",
            kind="contradiction",
            subject=f"{issue}: {event.event}, {tell_event_places(event.places)}, {tell_event_time(event.time)}",
            says={"accounts": tuple(_tell_account(a) for a in accounts)},
            heading=issue,
            claims=tuple(sorted({c for a in accounts for c in a.claims})),
        )


def _state_totals(totals: Iterable[Total]) -> Iterator[Stated]:
    """Totals by their id; rows of one heading that are held apart stand together, with a range each."""
    groups: dict[str, list[Total]] = {}
    for total in totals:
        groups.setdefault(total.total_id, []).append(total)
    for total_id, group in groups.items():
        first = group[0]
        kind = ", ".join(w for w in (first.kind, first.population, first.counts) if w and w != "unknown")
        what = f"{first.measure.replace('_', ' ')}{f' ({kind})' if kind else ''}"
        days = f"the {first.window} days to the day" if first.window else tell_days(first.period.start, first.period.end)
        where = "; ".join(first.places)
        ranges = sorted(((t.low or 0, t.high or 0), tell_range(t.low, t.high)) for t in group)
        yield Stated(
            key=total_id,
            kind="total",
            subject=", ".join(w for w in (what, where, days) if w),
            says={"range": ("; ".join(told for _, told in ranges),), "places": (where,), "days": (days,)}
            | {"sources": tuple(sorted({s for t in group for s in t.sources}))},
            heading=what,
            claims=tuple(sorted({c for t in group for c in t.claims})),
        )


def _state_control(state: ControlState) -> Stated:
    told = tuple(f"{a.says or a.holder or 'no holder named'} ({', '.join(a.sources)})" for a in state.accounts)
    return Stated(
        key=state.control_id,
        kind="control",
        subject=state.place,
        says={"label": (state.label,), "held by": tuple(sorted(state.holders)), "accounts": told},
        claims=tuple(sorted({c for a in state.accounts for c in a.claims})),
    )
