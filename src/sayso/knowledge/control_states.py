"""What a claim says of who holds a place, and whether two such accounts can both be right."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

import msgspec

from sayso.knowledge.sides import compare_sides, is_umbrella, party_of_name
from sayso.knowledge.tables import read_table
from sayso.model.claims import Claim, ClaimPlace, Control
from sayso.model.vocabulary import Extent, Transition


class ToldState(msgspec.Struct, frozen=True, kw_only=True):
    """The state of a place by one claim: `kind` is a state of the table, `party` who it is told of (None where nobody is named)."""

    kind: str
    party: str | None
    extent: Extent = "unknown"
    transition: Transition | None = None

    @property
    def family(self) -> str:
        """States that make one account bear one name: taken and held are both `held`."""
        return str(_table()["families"].get(self.kind, self.kind))


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = read_table("control_states")
    return table


def read_state(claim: Claim, place: ClaimPlace) -> ToldState | None:
    """The state that a claim tells of one of its places, be it of control, of fighting or of an armed party that left; else None.

    What is only expected makes no state, and neither does what happened beside the place ("east of", "near", "countryside").
    """
    if claim.status == "expected" or place.role not in ("at", "to", "from") or not is_inside(place.relation):
        return None
    if claim.event == "battle":
        if claim.status == "denied":
            return None
        return ToldState(kind="fighting" if claim.status == "ongoing" else "fought", party=None, extent=extent_of(place.relation))
    if claim.event in _table()["leaving"]:
        return _leaving_state(claim, place)
    if claim.event != "control" or claim.control is None:
        return None
    return _control_state(claim, claim.control, place)


def _leaving_state(claim: Claim, place: ClaimPlace) -> ToldState | None:
    """What an armed party that has left a place makes of it; civilians who are moved, or counted, are another matter."""
    party, pattern = _first_agent(claim), _table()["leaving"][claim.event]
    moved = claim.figures or any(actor.role == "affected" for actor in claim.actors)
    armed = party is not None and (party_of_name(party) is not None or is_umbrella(party))
    if moved or not armed or claim.status != "happened" or place.role == "to" or not re.search(pattern, claim.evidence):
        return None
    return ToldState(kind="gone", party=party, extent=extent_of(place.relation), transition="withdrew")


def _control_state(claim: Claim, told: Control, place: ClaimPlace) -> ToldState | None:
    kind = _table()["denied" if claim.status == "denied" else "states"].get(told.transition)
    if kind is None:
        return None
    party, loser = told.holder, _first_agent(claim)
    if told.transition in ("withdrew", "lost"):
        named = party is not None and (loser is None or compare_sides(party, loser) == "different")
        kind, party = ("held", party) if kind == "gone" and named else (kind, loser or party)
    extent = told.extent if told.extent != "unknown" else extent_of(place.relation)
    return ToldState(kind=kind, party=party, extent=extent, transition=told.transition)


def _first_agent(claim: Claim) -> str | None:
    return next((actor.name for actor in claim.actors if actor.role == "agent"), None)


def is_inside(relation: str | None) -> bool:
    """Whether a relation leaves a claim inside its place.

    >>> is_inside(None), is_inside("western outskirts"), is_inside("south of"), is_inside("countryside")
    (True, True, False, False)
    """
    words = (relation or "").lower().split()
    return not words or (words[-1] != "of" and any(w in _table()["inside"] for w in (*words, " ".join(words))))


def extent_of(relation: str | None) -> Extent:
    """How much of a place a relation leaves: its outskirts, a part, or not told.

    >>> extent_of("western outskirts"), extent_of("eastern districts"), extent_of(None)
    ('outskirts', 'part', 'unknown')
    """
    words = (relation or "").lower().split()
    if not words or " ".join(words) in _table()["all_of_it"]:
        return "unknown"
    return "outskirts" if any(word in _table()["edge"] for word in words) else "part"


def has_ended(claim: Claim) -> bool:
    """Whether the words tell of a hold that is over ("had held the town since spring")."""
    return claim.control is not None and claim.control.transition == "holds" and re.search(_table()["ended"], claim.evidence) is not None


def agree_on_state(state: ToldState, other: ToldState) -> bool:
    """Whether two states are one account: the same family, sides that may be one, and no whole against a part.

    >>> held = ToldState(kind="held", party="Syrian Arab Army")
    >>> agree_on_state(held, ToldState(kind="taken", party="Syrian government forces", extent="whole"))
    True
    """
    if state.family != other.family or (_is_part(state) != _is_part(other) and state.family == "held"):
        return False
    if state.party is None or other.party is None:
        return state.party == other.party
    return compare_sides(state.party, other.party) in ("same", "compatible")


def gather_states(states: Sequence[ToldState]) -> list[list[int]]:
    """Groups of states, by index, that are one account each; a change that names no side joins the one account of such a change.

    A hold that names no side ("the town is ours") joins no account that names one: nothing is put into its mouth.

    >>> army, rebels, nobody = (ToldState(kind="taken", party=p) for p in ("Syrian Arab Army", "Syrian opposition fighters", None))
    >>> gather_states([nobody, army]), gather_states([nobody, army, rebels])
    ([[1, 0]], [[1], [2], [0]])
    """
    groups: list[list[int]] = []
    unnamed = [at for at, state in enumerate(states) if state.party is None and state.kind not in ("fighting", "fought")]
    for at in [at for at in range(len(states)) if at not in unnamed] + unnamed:
        named = [g for g in groups if g[0] not in unnamed and all(_may_agree(states[at], states[member]) for member in g)]
        named = named if at not in unnamed else [g for g in named if _tells_change(states[at], [states[member] for member in g])]
        alike = [g for g in groups if all(agree_on_state(states[at], states[member]) for member in g)]
        fitting = named if at not in unnamed or len(named) == 1 else alike
        if fitting:
            fitting[0].append(at)
        else:
            groups.append([at])
    return groups


def _tells_change(state: ToldState, others: Sequence[ToldState]) -> bool:
    return state.kind != "held" and any(other.kind == state.kind for other in others)


def _may_agree(state: ToldState, other: ToldState) -> bool:
    if state.party is None or other.party is None:
        state, other = msgspec.structs.replace(state, party=None), msgspec.structs.replace(other, party=None)
    return agree_on_state(state, other)


def find_rivalry(state: ToldState, other: ToldState) -> str | None:
    """Why two states of one place and day cannot both be right; None where they can.

    >>> taken = ToldState(kind="taken", party="Syrian Arab Army", extent="whole")
    >>> find_rivalry(taken, ToldState(kind="fighting", party=None, extent="outskirts"))
    'captured whole by one account, still fought over by the other'
    >>> find_rivalry(taken, ToldState(kind="entered", party="Syrian Arab Army")) is None
    True
    """
    for row in _table()["rivals"]:
        for first, second in ((state, other), (other, state)):
            if row["pair"] == [first.kind, second.kind] and _sides_fit(row["sides"], first, second) and _extents_fit(row, first, second):
                return str(row["why"])
    return None


def _sides_fit(wanted: str, first: ToldState, second: ToldState) -> bool:
    if wanted == "any":
        return True
    if first.party is None or second.party is None:
        return wanted == "same" and second.kind in ("not_held", "not_entered")
    verdict = compare_sides(first.party, second.party)
    return verdict == "different" if wanted == "different" else verdict in ("same", "compatible")


def _extents_fit(row: dict[str, Any], first: ToldState, second: ToldState) -> bool:
    wanted = row.get("extent")
    if wanted == "not both parts":
        return not (_is_part(first) and _is_part(second))
    if wanted == "whole":
        return first.extent == "whole"
    return wanted is None or not _is_part(first)


def _is_part(state: ToldState) -> bool:
    return state.extent in ("part", "outskirts")


def say_state(state: ToldState) -> str:
    """The state in neutral words.

    >>> say_state(ToldState(kind="taken", party="Syrian Arab Army", extent="whole"))
    'captured by Syrian Arab Army (the whole of it)'
    """
    table = _table()
    return str(table["says"][state.kind]).format(party=state.party or table["nobody"]) + str(table["extents"][state.extent])


def broadest_party(names: list[str]) -> str | None:
    """The name for parties that agree: the umbrella among them, else the one told most often, so that nothing is narrowed.

    >>> broadest_party(["Syrian Arab Army", "Syrian Arab Army", "Syrian government forces"])
    'Syrian government forces'
    """
    return min(names, key=lambda name: (not is_umbrella(name), -names.count(name), name), default=None)
