"""The happenings of one sentence together: what all of them make of each of its figures is found once."""

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from sayso.claims.clause_view import ClauseView, Spanned
from sayso.claims.weighing import as_odds
from sayso.model.articles import Span
from sayso.model.vocabulary import EventClass

_MOST = 150
"""Happenings that stand in one company: no sentence of an article tells of more, a text without full stops may tell of hundreds."""


class Shared(NamedTuple):
    """What the happenings of a sentence make of one of its figures: the highest odds and the next, the least distance, how many hold it."""

    highest: float
    next_highest: float
    nearest: int
    holders: int


class Company(msgspec.Struct, frozen=True):
    """All happenings of a sentence, in order."""

    views: list[ClauseView]
    seen: dict[Span, Shared] = msgspec.field(default_factory=dict)
    """What was asked for before, by figure."""

    def shared(self, figure: Spanned) -> Shared:
        """What all of them make of a figure."""
        span = (figure.start, figure.end)
        if span not in self.seen:
            odds = sorted([-5.0, *(as_odds(view.points("figure", span)) for view in self.views)])
            nearest = min(view.distance(figure) for view in self.views)
            self.seen[span] = Shared(odds[-1], odds[-2], nearest, sum(view.holds(figure) for view in self.views))
        return self.seen[span]

    def rivals_of(self, view: ClauseView) -> tuple[EventClass, ...]:
        """The classes of all others, each once."""
        return tuple(dict.fromkeys(other.happening.event for other in self.views if other is not view))


def company_of(views: Sequence[ClauseView]) -> list[Company]:
    """For every happening all of its sentence, itself among them; of a very long sentence a part."""
    last: dict[Span, Company] = {}
    found: list[Company] = []
    for view in views:
        company = last.get(view.sentence)
        if company is None or len(company.views) == _MOST:
            company = last[view.sentence] = Company([])
        company.views.append(view)
        found.append(company)
    return found
