"""Claims joined into events: the best pairs first, as long as the groups agree on the whole."""

import math
from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from sayso.ledger.findings import Verdict

Judge = Callable[[int, int], Verdict]


Agreement = Callable[[Sequence[int], Sequence[int], Judge], float]
"""How far two groups agree on the whole, in points."""


class Bar(NamedTuple):
    """Least points of a pair that brings two groups together, how far they must agree on the whole, and how that is told."""

    pair: float
    whole: float
    agree: Agreement


class Join(NamedTuple):
    """Two claims, by index, that brought two groups together, and the verdict on them."""

    first: int
    second: int
    verdict: Verdict


class Cluster(NamedTuple):
    """Claims of one event, by index, in order, and the joins that made it."""

    members: tuple[int, ...]
    joins: tuple[Join, ...]


Pairs = Collection[tuple[int, int]]


def cluster_claims(
    size: int, pairs: Sequence[tuple[int, int]], judge: Judge, bar: Bar, settled: Sequence[Join] = (), apart: Pairs = ()
) -> tuple[Cluster, ...]:
    """Join claims greedily, best pair first, ties by index, as long as their groups agree on the whole.

    Joins that are `settled` come first and are not judged; nothing brings together what people hold `apart` (pairs, the lower first).
    """
    links = [Join(a, b, verdict) for a, b in pairs if (verdict := judge(a, b)).score >= bar.pair]
    links.sort(key=lambda link: (-link.verdict.score, link.first, link.second))
    group = list(range(size))
    members: dict[int, list[int]] = {i: [i] for i in range(size)}
    joins: dict[int, list[Join]] = {i: [] for i in range(size)}
    for at, link in enumerate((*settled, *links)):
        one, other = sorted((group[link.first], group[link.second]))
        if one == other or (apart and _meet(members[one], members[other], apart)):
            continue
        if at < len(settled) or bar.agree(members[one], members[other], judge) >= bar.whole:
            for moved in members[other]:
                group[moved] = one
            members[one] += members.pop(other)
            joins[one] += [*joins.pop(other), link]
    return tuple(Cluster(tuple(sorted(members[i])), tuple(joins[i])) for i in sorted(members))


def _meet(left: Sequence[int], right: Sequence[int], apart: Pairs) -> bool:
    return any((min(a, b), max(a, b)) in apart for a in left for b in right)


def match_members(left: Sequence[int], right: Sequence[int], judge: Judge) -> float:
    """The best match of each member in the other group, averaged over the group in which it is worse.

    Claims of one event tell different sides of it, so that not every pair has to agree; one that the other group rules out as a whole
    weighs so much that it keeps the groups apart.
    """
    best_right = [-math.inf] * len(right)
    total = 0.0
    for a in left:
        best = -math.inf
        for at, b in enumerate(right):
            score = _judge_ordered(a, b, judge).score
            best, best_right[at] = max(best, score), max(best_right[at], score)
        total += best
    return min(total / len(left), sum(best_right) / len(right))


def average_pairs(left: Sequence[int], right: Sequence[int], judge: Judge) -> float:
    """All pairs of two groups, averaged; a pair that is ruled out rules out all."""
    total = 0.0
    for a in left:
        for b in right:
            verdict = _judge_ordered(a, b, judge)
            if verdict.forbidden:
                return -math.inf
            total += verdict.score
    return total / (len(left) * len(right))


def _judge_ordered(a: int, b: int, judge: Judge) -> Verdict:
    return judge(a, b) if a < b else judge(b, a)
