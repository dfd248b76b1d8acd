"""A stretch of text that tells of one event or condition, before its slots are filled."""

import msgspec

from sayso.model.articles import Span
from sayso.model.vocabulary import Denies, EventClass, Status, Transition


class Happening(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence or clause with its class and certainty; `trigger` is the span of the words that decided the class.

    `start` and `end` are of the clause by its marks and joining words; `evidence` is the part of it, or more, that is quoted as the claim's
    own words (`claims/extents.py`).
    `others` are other words of the clause that are about as likely to tell of it ("crossed the border and set up a post").
    `score` is the share of right claims among those of this trigger on gold/train; `why` names the rules that fired.
    """

    start: int
    end: int
    event: EventClass
    trigger: Span
    others: tuple[Span, ...] = ()
    evidence: Span = (0, 0)
    acled_sub_event: str | None = None
    transition: Transition | None = None
    status: Status = "happened"
    denies: Denies | None = None
    hedged: bool = False
    score: float = 0.0
    why: tuple[str, ...] = ()
