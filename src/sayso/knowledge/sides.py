"""Whether two names may mean one side: parts of one state, an umbrella and its members, or parties apart."""

from collections.abc import Iterable
from functools import cache
from typing import Literal

from sayso.knowledge.actors import Party, load_countries, load_parties, state_party
from sayso.knowledge.tables import read_table

SideVerdict = Literal["same", "compatible", "different", "unknown"]


@cache
def _parties_by_name() -> dict[str, Party]:
    organs = read_table("organs")["organs"]
    by_rule = (state_party(country, organ) for country in load_countries() for organ in organs)
    return {party.name: party for party in (*by_rule, *load_parties().values())}


def party_of_name(name: str) -> Party | None:
    """A party by its neutral display name; None for a name that no table or rule makes.

    >>> party_of_name("Turkish Armed Forces").country, party_of_name("rebels")
    ('TR', None)
    """
    return _parties_by_name().get(name)


def is_umbrella(name: str) -> bool:
    """Whether a name stands for several forces at once.

    >>> is_umbrella("Syrian government forces"), is_umbrella("rebels"), is_umbrella("Hezbollah")
    (True, True, False)
    """
    party = party_of_name(name)
    return party.umbrella if party else _unnamed_kind(name) is not None


@cache
def compare_sides(name: str, other: str) -> SideVerdict:
    """Whether two display names of parties mean the same side; `compatible` where one may stand for the other.

    >>> compare_sides("Syrian government forces", "Syrian Arab Army"), compare_sides("Hay'at Tahrir al-Sham", "rebels")
    ('compatible', 'compatible')
    >>> compare_sides("Syrian Arab Army", "Russian Armed Forces"), compare_sides("Syrian opposition fighters", "Islamic State")
    ('different', 'different')
    """
    if name == other:
        return "same"
    left, right = party_of_name(name), party_of_name(other)
    if left and right:
        return _compare_parties(left, right)
    kinds = {_kind_of(name, left), _kind_of(other, right)}
    if None in kinds:
        return "unknown"
    return "compatible" if len(kinds) == 1 else "different"


def sides_meet(names: Iterable[str], others: Iterable[str]) -> SideVerdict:
    """The closest verdict among the pairs of two lists of names; `unknown` where a list is empty."""
    found = {compare_sides(a, b) for a in names for b in others}
    order: tuple[SideVerdict, ...] = ("same", "compatible", "unknown", "different")
    return next((verdict for verdict in order if verdict in found), "unknown")


def _compare_parties(left: Party, right: Party) -> SideVerdict:
    if left.id in _later(right) or right.id in _later(left):
        return "same"
    if right.id in _covered_by(left) or left.id in _covered_by(right) or left.id in _wings_up(right) or right.id in _wings_up(left):
        return "compatible"
    one_country = left.country == right.country and left.country is not None
    if one_country and _on_states_side(left) and _on_states_side(right):
        return "compatible"
    rebels = left.kind == right.kind == "rebel_group" and one_country and (left.umbrella or right.umbrella)
    apart = {left.id, right.id, *_wings_up(left), *_wings_up(right)} & set(read_table("sides")["apart"])
    return "compatible" if rebels and not apart else "different"


def _later(party: Party) -> frozenset[str]:
    """The parties under whose names one went on, one after the other."""
    found: set[str] = set()
    while party.became and party.became not in found:
        found.add(party.became)
        party = load_parties().get(party.became, party)
    return frozenset(found)


def _covered_by(umbrella: Party) -> frozenset[str]:
    """Members of an umbrella or alliance, and their wings."""
    return _wings_down(umbrella.members)


def _wings_down(party_ids: Iterable[str]) -> frozenset[str]:
    held = set(party_ids)
    return frozenset(held | {p.id for p in load_parties().values() if p.parent in held})


def _wings_up(party: Party) -> frozenset[str]:
    """The parties of which one is a wing, the nearest and those above it."""
    found: set[str] = set()
    parent = party.parent
    while parent and parent not in found:
        found.add(parent)
        above = load_parties().get(parent)
        parent = above.parent if above else None
    return frozenset(found)


def _on_states_side(party: Party) -> bool:
    return (party.state and party.kind == "state_forces") or party.id in read_table("sides")["beside_state"]


def _unnamed_kind(name: str) -> str | None:
    return next((kind for kind, names in read_table("sides")["unnamed"].items() if name in names), None)


def _kind_of(name: str, party: Party | None) -> str | None:
    """`state` or `rebels`, also of a party that is known; None for people who are no party."""
    if party is None:
        return _unnamed_kind(name)
    return "state" if party.state else "rebels" if party.kind in ("rebel_group", "political_militia", "identity_militia") else None
