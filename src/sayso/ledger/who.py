"""Reasons of people: who acts, who is hit, who says so."""

from sayso.knowledge.sides import SideVerdict, sides_meet
from sayso.ledger.findings import Finding
from sayso.ledger.profiles import Profile

_ACTS: dict[SideVerdict, str] = {
    "same": "the same side acts", "compatible": "sides act that may be one", "different": "different sides act"
}  # fmt: skip
_HIT: dict[SideVerdict, str] = {
    "same": "the same side is hit", "compatible": "sides are hit that may be one", "different": "different sides are hit"
}  # fmt: skip


def compare_agents(a: Profile, b: Profile) -> Finding | None:
    """Who acts; rival authors weigh little against one event, for who did it may be what is at issue."""
    if not a.agents or not b.agents:
        return None
    verdict = sides_meet(a.agents, b.agents)
    one_fight = {a.claim.event, b.claim.event} <= {"control", "battle"} or "denied" in (a.claim.status, b.claim.status)
    if verdict == "different" and one_fight:
        return None
    return Finding(1.0, _ACTS[verdict]) if verdict in _ACTS else None


def compare_targets(a: Profile, b: Profile) -> Finding | None:
    """Which party is hit."""
    if not a.targets or not b.targets:
        return None
    verdict = sides_meet(a.targets, b.targets)
    return Finding(1.0, _HIT[verdict]) if verdict in _HIT else None


def compare_claimants(a: Profile, b: Profile) -> Finding | None:
    """The same original claimant speaks of the same thing more often than another does."""
    if a.filed.copy_of == b.claim.id or b.filed.copy_of == a.claim.id or (a.filed.copy_of and a.filed.copy_of == b.filed.copy_of):
        return Finding(1.0, "one is a copy of the other")
    if a.claim.source is None or b.claim.source is None or a.filed.claimant != b.filed.claimant:
        return None
    return Finding(1.0, "the same original claimant")
