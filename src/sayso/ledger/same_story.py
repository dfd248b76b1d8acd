"""Whether two articles are mainly about one happening: the table of reasons for and against, and their sum."""

import math
from collections.abc import Callable
from typing import NamedTuple

from sayso.ledger.findings import Finding, Verdict, add_up, forbid, sum_findings
from sayso.ledger.leads import Lead
from sayso.ledger.same_event import score_told
from sayso.ledger.what import compare_numbers
from sayso.ledger.wordings import likeness_of

_UNLIKE, _ALIKE = 0.05, 0.4
"""Likeness of two texts that says nothing, and from which on they tell the same."""
_MANY_RARE = 12
_SOON, _LATE = 2, 60
"""Days between two articles that say nothing, and from which on all are alike against one happening."""
_OF_ARMS = 0.4
"""Reports of one front use the same words every day: there words weigh less."""
_LEAST_OF_ARMS = 4.0
"""Points that two claims of fighting must reach by themselves before their articles can bring them together."""


def compare_wordings(a: Lead, b: Lead) -> Finding | None:
    """How alike the uncommon words of the two texts are."""
    likeness = likeness_of(a.wording, b.wording)
    degree = min(1.0, math.log(max(likeness, _UNLIKE) / _UNLIKE) / math.log(_ALIKE / _UNLIKE))
    return Finding(degree * _trust(a, b), "the articles share uncommon words") if degree else None


def compare_rare_words(a: Lead, b: Lead) -> Finding | None:
    """Words that few reports have, mostly names, in both texts."""
    shared = len(a.wording.rare & b.wording.rare)
    degree = min(1.0, math.log1p(shared) / math.log1p(_MANY_RARE))
    return Finding(degree * _trust(a, b), "the articles share rare words, such as names") if shared else None


def _trust(a: Lead, b: Lead) -> float:
    return _OF_ARMS if a.is_of_arms and b.is_of_arms else 1.0


def compare_publication(a: Lead, b: Lead) -> Finding | None:
    """The later an article comes, the less likely it tells of the same; one without a date is no nearer than one weeks later."""
    one, other = a.article.published, b.article.published
    gap = abs((one - other).days) if one and other else 14
    if gap <= _SOON:
        return None
    return Finding(-min(1.0, math.log1p(gap - _SOON) / math.log1p(_LATE)), "published days apart")


def compare_told_days(a: Lead, b: Lead) -> Finding | None:
    """The day that each article opens with; days that do not even touch speak against one happening."""
    days = [(x.days, y.days) for x in a.claims for y in b.claims if _is_day(x.days) and _is_day(y.days)]
    if any(one == other for one, other in days):
        return Finding(0.6, "both open with the same day")
    meet = any(one[0] <= other[1] + 1 and other[0] <= one[1] + 1 for one, other in days if one and other)
    return Finding(-1.0, "they open with different days") if days and not meet else None


def _is_day(days: tuple[int, int] | None) -> bool:
    return days is not None and days[1] - days[0] <= 1


def compare_towns(a: Lead, b: Lead) -> Finding | None:
    """The towns and areas that each opens with."""
    one, other = ({s.place_id or s.folded for p in lead.claims for s in p.spots if s.level != "country"} for lead in (a, b))
    return Finding(1.0, "both open with the same place") if one & other else None


def compare_tolls(a: Lead, b: Lead) -> Finding | None:
    """The numbers that each opens with."""
    counted = [[claim for claim in lead.claims if claim.figures] for lead in (a, b)]
    found = [f for x in counted[0] for y in counted[1] if (f := compare_numbers(x, y)) is not None]
    best = max(found, key=lambda f: f.degree, default=None)
    return best and Finding(best.degree if best.degree > 0 else -0.6, best.why)


def compare_claims(a: Lead, b: Lead) -> Finding | None:
    """How far the claims that they open with are of one event; a battle or strike is one only where the claims themselves say so."""
    best = max((score_told(x, y) for x in a.claims for y in b.claims), default=None)
    if (a.is_of_arms and b.is_of_arms) and (best is None or best < _LEAST_OF_ARMS):
        return forbid("they open with different acts of war")
    return None if best is None else Finding(max(-2.0, min(8.0, best)) / 8, "the claims they open with, compared one by one")


class Reason(NamedTuple):
    """A comparison of two articles and what it weighs."""

    compare: Callable[[Lead, Lead], Finding | None]
    weight: float


REASONS: tuple[Reason, ...] = (
    Reason(compare_wordings, 4.4),
    Reason(compare_rare_words, 7.3),
    Reason(compare_publication, 3.2),
    Reason(compare_told_days, 2.7),
    Reason(compare_towns, 0.7),
    Reason(compare_tolls, 1.4),
    Reason(compare_claims, 2.2),
)
"""Weights as `training/stories.py` fits them on the tuned half of GVA and 144 pairs of war reports (evals/NOTES.md, Merging)."""

SAME_STORY, STORY_AGREES = 3.8, 2.0
"""Points from which on two articles are mainly about one happening, and that groups of them must average; measured beside the weights."""


def judge_stories(a: Lead, b: Lead) -> Verdict:
    """Weigh every reason for and against one happening."""
    return sum_findings((reason.compare(a, b), reason.weight) for reason in REASONS)


def may_be_one_story(a: Lead, b: Lead) -> bool:
    """Whether two articles can reach enough points at all: what takes longest is not asked where the rest cannot bring them there."""
    points: list[float] = []
    for reason, beyond in _CHEAPEST:
        found = reason.compare(a, b)
        points.append(found.degree * reason.weight if found else 0.0)
        if add_up(points) + beyond < SAME_STORY:
            return False
    return True


_ORDER = sorted(REASONS[:-1], key=lambda reason: reason.compare in (compare_wordings, compare_tolls))
_SLACK = 0.001
"""Points by which rounding may be off before all are known."""

_CHEAPEST = tuple(
    (reason, sum(later.weight for later in (*_ORDER[at:][1:], REASONS[-1]) if later.compare is not compare_publication) + slack)
    for at, (reason, slack) in enumerate(zip(_ORDER, [_SLACK] * (len(_ORDER) - 1) + [0.0], strict=True))
)
"""The reasons but the last, the cheapest first, each with the points that those after it can add."""
