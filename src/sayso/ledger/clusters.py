"""Claims joined into events: the best pairs first, as long as the groups agree on the whole and nothing forbids it."""

import math
from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from sayso.ledger.findings import Verdict

Judge = Callable[[int, int], Verdict]


class Bar(NamedTuple):
    """Least points of a pair that brings two groups together, and least average of the best matches of their claims."""

    pair: float
    whole: float


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
    """Join claims greedily, best pair first, ties by index; a pair that is forbidden keeps its groups apart for good.

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
        if at < len(settled) or _may_join(members[one], members[other], judge, bar.whole):
            for moved in members[other]:
                group[moved] = one
            members[one] += members.pop(other)
            joins[one] += [*joins.pop(other), link]
    return tuple(Cluster(tuple(sorted(members[i])), tuple(joins[i])) for i in sorted(members))


def _meet(left: Sequence[int], right: Sequence[int], apart: Pairs) -> bool:
    return any((min(a, b), max(a, b)) in apart for a in left for b in right)


def _may_join(left: Sequence[int], right: Sequence[int], judge: Judge, whole: float) -> bool:
    """Whether the claims of either group have, on average, a claim in the other that they agree with, and no two exclude each other.

    Claims of one event tell different sides of it, so that not every pair has to agree.
    """
    best_right = [-math.inf] * len(right)
    total = 0.0
    for a in left:
        best = -math.inf
        for at, b in enumerate(right):
            verdict = judge(a, b) if a < b else judge(b, a)
            if verdict.forbidden:
                return False
            best, best_right[at] = max(best, verdict.score), max(best_right[at], verdict.score)
        total += best
    return min(total / len(left), sum(best_right) / len(right)) >= whole
