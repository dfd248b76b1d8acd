"""Which tolls are a party's own count of the fighters that it says it killed on the other side."""

from sayso.knowledge.actors import load_countries
from sayso.knowledge.sides import compare_sides, party_of_name
from sayso.knowledge.tables import read_table
from sayso.model.claims import Claim, Source
from sayso.situation.counts import Count

PARTIES = frozenset({"official", "armed_group"})
"""Kinds of source that stand on a side."""

OWN_SIDE = frozenset({"same", "compatible"})


def is_body_count(count: Count) -> bool:
    """True where a party counts fighters killed or hurt, and the words tell neither that they were its own nor that others did it.

    A party's word on its own losses or on civilians is an account like any other.
    """
    source = count.claim.source
    if count.figure.counts != "fighters" or source is None or source.kind not in PARTIES:
        return False
    hurt, acted = _actors(count.claim, {"target", "affected"}), _actors(count.claim, {"agent"})
    return not any(_stands_with(source, name) for name in hurt) and not any(_stands_against(source, name) for name in acted)


def _actors(claim: Claim, roles: set[str]) -> list[str]:
    return [actor.name for actor in claim.actors if actor.role in roles]


def _stands_with(source: Source, name: str) -> bool:
    """True for a source's own side: the same by the table, or its state's, where the source names that state or none."""
    party = party_of_name(name)
    if compare_sides(source.name, name) in OWN_SIDE:
        return True
    if source.kind != "official" or party is None or not party.state:
        return False
    named = _states_named(source.name)
    return not named or party.country in named


def _stands_against(source: Source, name: str) -> bool:
    """True where one of the two is a state's and the other is not."""
    is_states = _is_states(name)
    return is_states is not None and is_states != (source.kind == "official") and compare_sides(source.name, name) not in OWN_SIDE


def _is_states(name: str) -> bool | None:
    """Whether a name means a state's forces, also one that tells no country; None for a name that is no party."""
    party = party_of_name(name)
    if party is not None:
        return party.state
    unnamed = read_table("sides")["unnamed"]
    return True if name in unnamed["state"] else False if name in unnamed["rebels"] else None


def _states_named(words: str) -> frozenset[str]:
    """Codes of the states whose name or adjective stands in the name of a source."""
    return frozenset(c.code for c in load_countries().values() if any(name in words for name in (c.name, *c.adjectives)))
