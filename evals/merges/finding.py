"""Claims found again where they were marked, although a later reader cuts or names them otherwise."""

from collections.abc import Sequence

from evals.merges.pairs import Marked
from sayso.model.claims import Claim

_LEAST_OVERLAP = 0.5
"""Least part of the shorter of two runs of words that lies in the other, for them to be one claim."""


def find_claim(marked: Marked, claims: Sequence[Claim]) -> Claim | None:
    """The claim of an article that a marked one is today: the same, else the one that shares most words, of the same class first."""
    overlapping = [c for c in claims if overlap_of(marked, c) >= _LEAST_OVERLAP]
    ranked = sorted(overlapping, key=lambda c: (c.id != marked.claim, c.event != marked.event, -likeness_of(marked, c), c.id))
    return ranked[0] if ranked else None


def overlap_of(marked: Marked, claim: Claim) -> float:
    """The part of the shorter run that both share, 0 to 1."""
    shared = min(marked.end, claim.end) - max(marked.start, claim.start)
    return max(0, shared) / max(1, min(marked.end - marked.start, claim.end - claim.start))


def likeness_of(marked: Marked, claim: Claim) -> float:
    """What both share of what either has, 0 to 1."""
    shared = min(marked.end, claim.end) - max(marked.start, claim.start)
    return max(0, shared) / max(1, max(marked.end, claim.end) - min(marked.start, claim.start))
