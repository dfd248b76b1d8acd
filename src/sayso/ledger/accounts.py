"""The accounts of an event: claims that agree, each original claimant once, and the points on which accounts contradict."""

from collections.abc import Mapping, Sequence
from itertools import combinations, pairwise
from typing import Literal, NamedTuple

import msgspec

from sayso.knowledge.control_states import ToldState, broadest_party, find_rivalry, say_state
from sayso.knowledge.sides import compare_sides
from sayso.ledger.positions import Position, find_positions, read_states, rival_authors
from sayso.ledger.profiles import Profile
from sayso.ledger.sayings import say_account, say_figure
from sayso.ledger.tolls import Line, measures_of, trace_lines
from sayso.model.events import Account, Contradiction, FiledClaim, Update, list_claimants
from sayso.model.vocabulary import Measure

Issue = Literal["who holds it", "who did it", "how many", "whether it happened"]


class Findings(NamedTuple):
    """What is made of an event's claims."""

    accounts: tuple[Account, ...]
    contradictions: tuple[Contradiction, ...]
    updates: tuple[Update, ...]


class Side(msgspec.Struct, frozen=True):
    """An account as it is made: its position, its claims in filing order, its state of the place if it tells one."""

    position: Position
    members: tuple[Profile, ...]
    state: ToldState | None


def make_accounts(members: Sequence[Profile], filed: Mapping[str, FiledClaim]) -> Findings:
    """Accounts of an event's claims, where they contradict, and what took the place of what; sequence is tested before contradiction."""
    traced = {m: trace_lines(members, m) for m in measures_of(members)}
    lines = {m: found for m, (found, _) in traced.items()}
    states, kinds = read_states(members)
    authors = rival_authors(members)
    sides = _gather_sides(members, find_positions(members, lines, states, authors), kinds)
    accounts = tuple(_account(side, lines, filed) for side in sides)
    updates = (*(u for _, found in traced.values() for u in found), *_find_sequence(sides))
    return Findings(accounts, _find_contradictions(sides, lines), updates)


def _gather_sides(members: Sequence[Profile], positions: Mapping[str, Position], kinds: Sequence[ToldState]) -> list[Side]:
    groups: dict[Position, list[Profile]] = {}
    for p in members:
        groups.setdefault(positions[p.claim.id], []).append(p)
    return [Side(position, tuple(group), _common_state(group, position, kinds)) for position, group in groups.items()]


def _common_state(group: Sequence[Profile], position: Position, kinds: Sequence[ToldState]) -> ToldState | None:
    """The state of an account under the broadest name of its side, so that an umbrella is never narrowed."""
    if position.state is None:
        return None
    state = kinds[position.state]
    told = [p.claim.control.holder for p in group if p.claim.control and p.claim.control.holder]
    fitting = [name for name in told if state.party and compare_sides(name, state.party) in ("same", "compatible")]
    return msgspec.structs.replace(state, party=broadest_party(fitting) or state.party)


def _account(side: Side, lines: Mapping[Measure, Sequence[Line]], filed: Mapping[str, FiledClaim]) -> Account:
    claims = tuple(p.claim.id for p in side.members)
    return Account(says=_say(side, lines), claims=claims, sources=list_claimants([p.filed for p in side.members], filed))


def _say(side: Side, lines: Mapping[Measure, Sequence[Line]]) -> str:
    if side.state is not None:
        return say_state(side.state)
    own = {p.claim.id for p in side.members}
    tolls = [line.stands.figure for found in lines.values() for line in found if line.claims & own]
    said = say_account(side.members, tolls[0] if tolls else None)
    return ", ".join([said, *(say_figure(f) for f in tolls[1:])]) if not side.position.denies else said


def _find_contradictions(sides: Sequence[Side], lines: Mapping[Measure, Sequence[Line]]) -> tuple[Contradiction, ...]:
    found = []
    for (i, one), (j, other) in combinations(enumerate(sides), 2):
        found += [Contradiction(issue=issue, accounts=(i, j), why=why) for issue, why in _oppose(one, other, lines)]
    return tuple(found)


def _oppose(one: Side, other: Side, lines: Mapping[Measure, Sequence[Line]]) -> list[tuple[Issue, str]]:
    """Every point on which two accounts cannot both be right."""
    if one.state is not None and other.state is not None:
        why = find_rivalry(one.state, other.state) if _meet_in_time(one, other) else None
        entered = "not_entered" in (one.state.kind, other.state.kind) and "entered" in (one.state.kind, other.state.kind)
        return [("whether it happened" if entered else "who holds it", why)] if why else []
    if one.position.expected or other.position.expected:
        return []
    denial = _oppose_denial(one, other) or _oppose_denial(other, one)
    if denial or one.position.denies or other.position.denies:
        return [denial] if denial else []
    found: list[tuple[Issue, str]] = []
    authors = (one.position.author, other.position.author)
    if None not in authors and authors[0] != authors[1]:
        found.append(("who did it", f"{_names(one)} by one account, {_names(other)} by the other"))
    return found + _oppose_numbers(one, other, lines)


def _oppose_denial(one: Side, other: Side) -> tuple[Issue, str] | None:
    """The point on which a denial contradicts another account."""
    denies, named = one.position.denies, other.position.author
    if denies is None or other.position.denies is not None or other.state is not None:
        return None
    if denies in ("event", "negation"):
        return "whether it happened", "told by one account, denied by the other"
    if denies == "figure" and any(p.figures for p in other.members):
        return "how many", "the figure of one account is denied by the other"
    if denies == "responsibility" and named is not None and one.position.author in (named, None):
        return "who did it", f"{_names(other)} by one account; the other denies it"
    return None


def _oppose_numbers(one: Side, other: Side, lines: Mapping[Measure, Sequence[Line]]) -> list[tuple[Issue, str]]:
    left, right = dict(one.position.numbers), dict(other.position.numbers)
    pairs = [(m, lines[m][left[m]].stands.figure, lines[m][right[m]].stands.figure) for m in left if m in right and left[m] != right[m]]
    return [("how many", f"{say_figure(x)} by one account, {say_figure(y)} by the other") for _, x, y in pairs]


def _names(side: Side) -> str:
    return broadest_party([n for p in side.members for n in p.agents]) or "an unnamed side"


def _days(p: Profile) -> tuple[int, int] | None:
    """Days that a claim may speak of: its own, else the day of publication and the one before."""
    return p.days or ((p.published - 1, p.published) if p.published is not None else None)


def _meet_in_time(one: Side, other: Side) -> bool:
    """Whether two accounts tell of one day; where all days of one come before the other's they are a sequence."""
    pairs = [(_days(a), _days(b)) for a in one.members for b in other.members]
    return any(x is None or y is None or (x[0] <= y[1] and y[0] <= x[1]) for x, y in pairs)


def _find_sequence(sides: Sequence[Side]) -> list[Update]:
    """Steps of a place that changes hands: an account whose own days come after another's took its place."""
    dated = [(min(days), max(days), side) for side in sides if side.state and (days := [d for p in side.members for d in p.days or ()])]
    dated.sort(key=lambda item: (item[0], item[1], item[2].members[0].claim.id))
    steps = []
    for (_, end, before), (start, _, after) in pairwise(dated):
        if start > end and before.state and after.state and _moves_on(before.state, after.state):
            why = f"{say_state(before.state)}, later {say_state(after.state)}"
            steps.append(Update(kind="sequence", earlier=before.members[0].claim.id, later=after.members[0].claim.id, why=why))
    return steps


def _moves_on(before: ToldState, after: ToldState) -> bool:
    """Whether a later state is news after an earlier one: a side that has a place and is said to have entered it is none."""
    return not (after.kind in ("entered", "fought", "besieged") and before.family == "held" and before.party == after.party)
