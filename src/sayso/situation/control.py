"""Who holds each place on a day, by every account that still stands; rivals are shown beside each other and none is picked."""

import datetime as dt
from collections.abc import Mapping, Sequence
from itertools import combinations

from sayso.gazetteer.spelling import fold_name
from sayso.knowledge.control_states import find_rivalry, say_state
from sayso.knowledge.sides import compare_sides
from sayso.model.events import Event, FiledClaim, list_claimants
from sayso.model.situation import ControlAccount, ControlState
from sayso.model.vocabulary import ControlLabel
from sayso.situation.control_accounts import PlaceAccount, drop_conceded, drop_overtaken, gather_accounts
from sayso.situation.control_told import Told, gather_places, read_told


def describe_control(filed: Sequence[FiledClaim], events: Sequence[Event], as_of: dt.date) -> tuple[ControlState, ...]:
    """Describe every town that a claim of control names, as it was on a day, in order of its name.

    Counted are claims published by that day whose time has begun by then; what is only expected makes no state. Provinces and
    countries are left out: no account holds them as a whole.
    """
    by_id = {f.claim.id: f for f in filed}
    groups = [group for group in gather_places(read_told(filed, events, as_of)) if any(t.filed.claim.event == "control" for t in group)]
    return tuple(sorted((_describe(group, by_id, as_of) for group in groups), key=lambda s: (fold_name(s.place), s.place_id or "")))


def _describe(told: Sequence[Told], by_id: Mapping[str, FiledClaim], as_of: dt.date) -> ControlState:
    kept, conceded = drop_conceded(told)
    standing, overtaken = drop_overtaken(gather_accounts(kept), as_of)
    label, why = label_accounts(standing)
    names = [t.place.name or t.place.text for t in told]
    place = min((t.place for t in told), key=lambda p: (p.place_id is None, -names.count(p.name or p.text), p.name or p.text, p.start))
    return ControlState(
        place=place.name or place.text,
        as_of=as_of,
        label=label,
        accounts=tuple(_as_account(a, by_id) for a in standing),
        place_id=place.place_id,
        lat=place.lat,
        lon=place.lon,
        why="; ".join([why, *(f"set aside: {sentence}" for sentence in (*conceded, *overtaken))]),
    )


def label_accounts(accounts: Sequence[PlaceAccount]) -> tuple[ControlLabel, str]:
    """The label of a place by the accounts that stand, and the sentence that explains it."""
    for one, other in combinations(accounts, 2):
        if reason := find_rivalry(one.state, other.state):
            return "disputed between accounts", f"{say_state(one.state)}, but also {say_state(other.state)}: {reason}"
    holds = [a for a in accounts if a.state.family == "held"]
    named = [(a, a.state.party) for a in holds if a.state.party is not None]
    whole = [a for a, _ in named if a.state.extent in ("whole", "unknown")]
    if whole and all(compare_sides(x, y) != "different" for (_, x), (_, y) in combinations(named, 2)):
        told = "every account that names a holder agrees" if len(named) > 1 else "the one account that names a holder"
        return "held by", f"{told}: {say_state(whole[-1].state)}"
    active = [a for a in accounts if a.state.kind in ("fighting", "entered", "besieged")]
    if named or active:
        told = "; ".join(say_state(a.state) for a in (*(a for a, _ in named), *active))
        return "contested", f"no account has one side in the whole of it: {told}"
    return "unknown", "no account names who holds it"


def _as_account(account: PlaceAccount, by_id: Mapping[str, FiledClaim]) -> ControlAccount:
    state = account.state
    told_days = [t.first for t in account.members if t.dated]
    return ControlAccount(
        holder=state.party if state.family == "held" else None,
        transition=state.transition,
        extent=state.extent,
        claims=tuple(sorted({t.filed.claim.id for t in account.members}, key=lambda c: by_id[c].filing_order)),
        sources=list_claimants(sorted((t.filed for t in account.members), key=lambda f: f.filing_order), by_id),
        since=min(told_days, default=None),
        says=say_state(state),
    )
