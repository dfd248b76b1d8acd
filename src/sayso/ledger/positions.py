"""The position of each claim on what is at issue in its event: who has the place, whether it happened, who did it, how many."""

from collections.abc import Sequence

import msgspec

from sayso.knowledge.control_states import ToldState, gather_states, read_state
from sayso.knowledge.event_words import event_words
from sayso.knowledge.sides import compare_sides, is_umbrella, sides_meet
from sayso.ledger.profiles import Profile
from sayso.ledger.tolls import Line
from sayso.model.vocabulary import Measure


class Position(msgspec.Struct, frozen=True):
    """What a claim holds: a state of the place, a denial, an author, and a number of the first measure and of those at issue.

    None where the claim leaves the point open. Claims with equal positions are one account, so that no source is made to say more
    than it says: who names no author accuses nobody.
    """

    state: int | None = None
    denies: str | None = None
    author: int | None = None
    numbers: tuple[tuple[Measure, int], ...] = ()
    expected: bool = False


def read_states(members: Sequence[Profile]) -> tuple[dict[str, int], tuple[ToldState, ...]]:
    """States of the place that the claims of a control event tell, by claim, numbered; empty where no claim is of control."""
    told = {p.claim.id: state for p in members if (state := _read_first(p)) is not None}
    if all(state.kind in ("fighting", "fought") for state in told.values()):
        return {}, ()
    claims, states = list(told), list(told.values())
    groups = gather_states(states)
    return {claims[at]: number for number, group in enumerate(groups) for at in group}, tuple(states[group[0]] for group in groups)


def _read_first(p: Profile) -> ToldState | None:
    return next((state for place in p.claim.places if (state := read_state(p.claim, place)) is not None), None)


def rival_authors(members: Sequence[Profile]) -> tuple[tuple[str, ...], ...]:
    """Groups of party names that may be one author each; more than one where who did it is at issue."""
    words = event_words()
    named = {n for p in members if p.claim.event in words.authored and p.claim.denies is None for n in p.agents}
    groups: list[list[str]] = []
    for name in sorted(named, key=lambda n: (is_umbrella(n), n)):
        fitting = [g for g in groups if all(compare_sides(name, other) in ("same", "compatible") for other in g)]
        if len(fitting) == 1:
            fitting[0].append(name)
        elif not fitting:
            groups.append([name])
    return tuple(tuple(g) for g in groups)


def find_positions(
    members: Sequence[Profile], lines: dict[Measure, tuple[Line, ...]], states: dict[str, int], authors: Sequence[Sequence[str]]
) -> dict[str, Position]:
    """The position of each claim, by id."""
    return {p.claim.id: _position(p, lines, states, authors) for p in members}


def _position(p: Profile, lines: dict[Measure, tuple[Line, ...]], states: dict[str, int], authors: Sequence[Sequence[str]]) -> Position:
    claim = p.claim
    if claim.id in states:
        return Position(state=states[claim.id])
    if claim.status == "denied":
        return Position(denies=claim.denies or "event", author=_author(p, authors))
    counted = [measure for at, measure in enumerate(lines) if at == 0 or len(lines[measure]) > 1]
    numbers = tuple((measure, at) for measure in counted for at, line in enumerate(lines[measure]) if claim.id in line.claims)
    return Position(author=_author(p, authors), numbers=numbers, expected=claim.status == "expected")


def _author(p: Profile, authors: Sequence[Sequence[str]]) -> int | None:
    """The one group of rival authors that a claim names; None where it names none, or may mean several."""
    meant = [i for i, group in enumerate(authors) if sides_meet(p.agents, group) in ("same", "compatible")]
    return meant[0] if len(meant) == 1 else None
