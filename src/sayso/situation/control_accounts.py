"""Accounts of one place: claims that agree on its state, and the reasons for which an earlier account no longer stands."""

import datetime as dt
from collections.abc import Callable, Sequence

import msgspec

from sayso.knowledge.control_states import ToldState, broadest_party, find_rivalry, gather_states, say_state
from sayso.knowledge.sides import compare_sides
from sayso.model.days import add_days
from sayso.situation.control_told import Told

RECENT_DAYS = 7
"""An account that others dispute stands for a week after it was last told: news of a front is renewed within days. Sayso's own choice."""


class PlaceAccount(msgspec.Struct, frozen=True):
    """Claims that agree on the state of a place, and the first and last day that those which name its side speak of."""

    state: ToldState
    members: tuple[Told, ...]
    first: dt.date
    last: dt.date

    def follows(self, earlier: "PlaceAccount") -> bool:
        """Whether this account is news after another: all of it is later, or its side came back after the other had taken the place."""
        came_back = any(t.state.kind in ("taken", "entered") and t.dated and t.first > earlier.last for t in self.members)
        return self.first > earlier.last or (earlier.state.kind == "taken" and earlier.first > self.first and came_back)


def gather_accounts(told: Sequence[Told]) -> list[PlaceAccount]:
    """Accounts of a place, earliest first, each under the broadest name of its side."""
    ordered = sorted(told, key=lambda t: (t.first, t.last, t.filed.claim.id))
    accounts = [_account([ordered[at] for at in sorted(group)]) for group in gather_states([t.state for t in ordered])]
    return sorted(accounts, key=lambda a: (a.first, a.members[0].filed.claim.id))


def _account(group: Sequence[Told]) -> PlaceAccount:
    latest = max(group, key=lambda t: (t.last, t.first, t.state.extent != "unknown", t.filed.claim.id)).state
    changed = next((t.state for t in group if t.state.kind == "taken"), latest)
    party = broadest_party([t.state.party for t in group if t.state.party])
    extent = "whole" if any(t.state.extent == "whole" for t in group) else latest.extent
    state = msgspec.structs.replace(changed, party=party, extent=extent)
    telling = [t for t in group if t.state.party is not None] or group
    return PlaceAccount(state, tuple(group), min(t.first for t in telling), max(t.last for t in telling))


def drop_conceded(told: Sequence[Told]) -> tuple[list[Told], list[str]]:
    """Leave out what a claimant has taken back by a later claim that cannot stand beside it; with a sentence for each."""
    kept, why = [], []
    for t in told:
        later = next((u for u in told if _takes_back(u, t)), None)
        if later is None:
            kept.append(t)
        else:
            why.append(f"{t.filed.claimant} said: {say_state(t.state)}; later: {say_state(later.state)}")
    return kept, list(dict.fromkeys(why))


def _takes_back(later: Told, earlier: Told) -> bool:
    before, after = earlier.filed.article.published, later.filed.article.published
    if before is None or after is None or before >= after or later.first < earlier.first:
        return False
    return earlier.filed.claimant == later.filed.claimant and find_rivalry(earlier.state, later.state) is not None


def _changed_hands(later: PlaceAccount, earlier: PlaceAccount, as_of: dt.date) -> str | None:
    """Another side took or entered the place, or has it without a word of how, after the day for which it was last said to be held.

    Who is said to have taken it is not overtaken by a mere word that the other side holds it or a part of it: these are rivals.
    """
    if earlier.state.family != "held" or not _sides_differ(later, earlier) or not later.follows(earlier):
        return None
    came = later.state.kind in ("taken", "entered")
    has_it = later.state.kind == "held" and earlier.state.kind == "held" and later.state.extent in ("whole", "unknown")
    return "changed hands" if came or has_it else None


def _left(later: PlaceAccount, earlier: PlaceAccount, as_of: dt.date) -> str | None:
    """The side that was said to hold it has left since."""
    named = later.state.party is not None and earlier.state.party is not None
    same = named and later.state.kind == "gone" and earlier.state.family == "held" and not _sides_differ(later, earlier)
    return "has left since" if same and later.last >= earlier.last else None


def _fight_is_over(later: PlaceAccount, earlier: PlaceAccount, as_of: dt.date) -> str | None:
    """The place was taken, or a side left it, after the last day of fighting, siege or entry that is told."""
    if earlier.state.kind not in ("fighting", "entered", "besieged") or not later.follows(earlier):
        return None
    held_after = later.state.kind == "held" and (earlier.state.kind == "fighting" or not _sides_differ(later, earlier))
    settled = later.state.kind in ("taken", "gone") or held_after
    return "the fight for it is over by a later account" if settled else None


def _denial_is_spent(later: PlaceAccount, earlier: PlaceAccount, as_of: dt.date) -> str | None:
    """What was denied has come about since: the side came in on a later day, or its enemy left."""
    if earlier.state.kind not in ("not_held", "not_entered"):
        return None
    came = later.state.family == "held" and not _sides_differ(later, earlier) and later.follows(earlier)
    gave_way = later.state.kind == "gone" and _sides_differ(later, earlier) and later.last >= earlier.last
    return "the denial is overtaken" if came or gave_way else None


def _is_old(later: PlaceAccount, earlier: PlaceAccount, as_of: dt.date) -> str | None:
    """Disputed by a later account and not told again for a week."""
    stale = earlier.last < add_days(as_of, -RECENT_DAYS) and later.last > earlier.last
    return f"not told again for {RECENT_DAYS} days" if stale and find_rivalry(later.state, earlier.state) else None


OVERTAKING: tuple[Callable[[PlaceAccount, PlaceAccount, dt.date], str | None], ...] = (
    _changed_hands,
    _left,
    _fight_is_over,
    _denial_is_spent,
    _is_old,
)
"""Reasons for which a later account takes the place of an earlier one; each returns what an analyst reads, or None."""


def drop_overtaken(accounts: Sequence[PlaceAccount], as_of: dt.date) -> tuple[list[PlaceAccount], list[str]]:
    """Keep the accounts that still stand on a day; with a sentence for each that does not."""
    kept, why = [], []
    for account in accounts:
        found = next(((a, s) for a in accounts if a is not account for rule in OVERTAKING if (s := rule(a, account, as_of))), None)
        if found is None:
            kept.append(account)
        else:
            why.append(f"{say_state(account.state)}, {_last_told(account)}: {found[1]} ({say_state(found[0].state)})")
    return kept, why


def _last_told(account: PlaceAccount) -> str:
    return f"last told for {account.last}" if account.last > dt.date.min else "on a page without a date"


def _sides_differ(one: PlaceAccount, other: PlaceAccount) -> bool:
    if one.state.party is None or other.state.party is None:
        return False
    return compare_sides(one.state.party, other.state.party) == "different"
