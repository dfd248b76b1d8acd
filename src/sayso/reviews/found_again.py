"""Claims that people judged, found again in what a later reader makes of the same article."""

from collections.abc import Sequence

from sayso.model.articles import Span
from sayso.model.claims import Claim
from sayso.model.vocabulary import EventClass

_OF_SHORTER, _OF_LONGER = 0.5, 0.25
"""Shares of two spans that they must have in common to be one claim's words, as the scorer of claims has it."""


def find_again(claim_id: str, event: EventClass, start: int, end: int, claims: Sequence[Claim]) -> Claim | None:
    """The claim of this id, else the one of the same class that shares most of its words; None where no claim does.

    >>> find_again("c-9", "strike", 0, 10, []) is None
    True
    """
    same = next((c for c in claims if c.id == claim_id), None)
    if same is not None:
        return same
    near = [(share_of_words((start, end), (c.start, c.end)), c) for c in claims if c.event == event]
    best = max(near, key=lambda pair: (pair[0], pair[1].score, pair[1].id), default=None)
    return best[1] if best is not None and best[0] > 0 else None


def share_of_words(one: Span, other: Span) -> float:
    """The share of the longer span that two have in common; 0 where it is too little to be one claim's words.

    >>> share_of_words((0, 10), (5, 15)), share_of_words((0, 10), (8, 30))
    (0.5, 0.0)
    """
    common = min(one[1], other[1]) - max(one[0], other[0])
    shorter, longer = sorted((one[1] - one[0], other[1] - other[0]))
    return common / longer if common > 0 and common >= _OF_SHORTER * shorter and common >= _OF_LONGER * longer else 0.0
