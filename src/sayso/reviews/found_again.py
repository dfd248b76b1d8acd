"""Claims that people judged, found again in what a later reader makes of the same article."""

from collections.abc import Sequence

from sayso.model.claims import Claim
from sayso.model.vocabulary import EventClass

_LEAST_SHARED = 0.5
"""Share of the longer span that two spans must have in common to be the same words: half, as the scorer of claims has it."""


def find_again(claim_id: str, event: EventClass, start: int, end: int, claims: Sequence[Claim]) -> Claim | None:
    """The claim of this id, else the one of the same class that shares most of its words; None where no claim does.

    >>> find_again("c-9", "strike", 0, 10, []) is None
    True
    """
    same = next((c for c in claims if c.id == claim_id), None)
    if same is not None:
        return same
    near = [(_shared(start, end, c), c) for c in claims if c.event == event]
    best = max(near, key=lambda pair: (pair[0], pair[1].score, pair[1].id), default=None)
    return best[1] if best is not None and best[0] >= _LEAST_SHARED else None


def _shared(start: int, end: int, claim: Claim) -> float:
    common = min(end, claim.end) - max(start, claim.start)
    return max(0, common) / max(end - start, claim.end - claim.start, 1)
