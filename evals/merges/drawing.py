"""Which pairs of claims people are asked about: by chance, from those that Sayso put into one event and those that it kept apart.

One pair of articles is drawn, then one pair of their claims, so that long articles are no likelier; copies of each other are left out.
"""

import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from evals.merges.pairs import Marked, Pair, Pool
from sayso.ledger.candidates import find_candidates
from sayso.ledger.profiles import profile_claims
from sayso.ledger.same_event import judge_pair
from sayso.model.events import Event, FiledClaim

QUOTAS: Mapping[Pool, int] = {"merged": 60, "near": 30, "far": 15, "forbidden": 15}
"""Most of those kept apart are drawn from the near ones, where a merge that is missed would be."""
_NEAR_SHARE = 0.1
"""The likeliest tenth of the pairs that were compared and kept apart is near."""
_MOST_OF_AN_EVENT = 2
"""Pairs of one event, or between the same two: a few large events would else be half of all."""

Two = tuple[FiledClaim, FiledClaim]
Pools = Mapping[Pool, Sequence[Two]]


class Compared(NamedTuple):
    """Two claims that were compared and kept apart, how likely they were one event, and whether something rules that out."""

    claims: Two
    score: float
    forbidden: bool


def gather_pools(filed: Sequence[FiledClaim], events: Iterable[Event], is_asked: Callable[[str], bool]) -> Pools:
    """Pairs of claims of two different articles that may be asked about, by what became of them."""
    by_id = {f.claim.id: f for f in filed}
    merged = [two for event in events for two in combinations([by_id[c] for c in event.claims], 2) if _is_pair(two, is_asked)]
    event_of = {claim: event.event_id for event in events for claim in event.claims}
    apart = [c for c in compare_candidates(filed) if _is_pair(c.claims, is_asked) and not _are_one(c.claims, event_of)]
    near, far = split_near([c for c in apart if not c.forbidden])
    return {"merged": merged, "near": near, "far": far, "forbidden": [c.claims for c in apart if c.forbidden]}


def compare_candidates(filed: Sequence[FiledClaim]) -> Iterator[Compared]:
    """Every pair that the ledger compares, with its verdict."""
    ordered = sorted(filed, key=lambda f: f.filing_order)
    profiles = profile_claims(ordered)
    for a, b in find_candidates(profiles):
        if ordered[a].article.digest != ordered[b].article.digest:
            verdict = judge_pair(profiles[a], profiles[b])
            yield Compared((ordered[a], ordered[b]), verdict.score, verdict.forbidden)


def split_near(apart: Sequence[Compared]) -> tuple[list[Two], list[Two]]:
    """The likeliest tenth, and the rest."""
    ordered = sorted(apart, key=lambda c: (-c.score, c.claims[0].claim.id, c.claims[1].claim.id))
    near = round(len(ordered) * _NEAR_SHARE)
    return [c.claims for c in ordered[:near]], [c.claims for c in ordered[near:]]


def _is_pair(two: Two, is_asked: Callable[[str], bool]) -> bool:
    one, other = two
    copies = {one.copy_of or one.claim.id} & {other.copy_of or other.claim.id}
    return one.article.digest != other.article.digest and not copies and all(is_asked(f.article.article_id) for f in two)


def _are_one(two: Two, event_of: Mapping[str, str]) -> bool:
    return event_of[two[0].claim.id] == event_of[two[1].claim.id]


def draw_pairs(pools: Pools, event_of: Mapping[str, str], seed: int, quotas: Mapping[Pool, int] = QUOTAS) -> list[Pair]:
    """Draw from each pool; a pool that holds too few pairs of articles gives all that it can."""
    chance, found = random.Random(seed), []
    for pool, most in quotas.items():
        by_articles = _group_by_articles(pools[pool])
        chosen = _choose(chance, by_articles, event_of, most)
        found += [Pair(_mark(one), _mark(other), pool, len(by_articles)) for one, other in chosen]
    return sorted({pair.id: pair for pair in found}.values(), key=lambda pair: pair.id)


def _group_by_articles(pool: Iterable[Two]) -> dict[tuple[str, ...], list[Two]]:
    groups: dict[tuple[str, ...], list[Two]] = {}
    for two in pool:
        groups.setdefault(tuple(sorted(f.article.article_id for f in two)), []).append(two)
    return {key: sorted(groups[key], key=lambda two: (two[0].claim.id, two[1].claim.id)) for key in sorted(groups)}


def _choose(
    chance: random.Random, groups: Mapping[tuple[str, ...], Sequence[Two]], event_of: Mapping[str, str], most: int
) -> Iterator[Two]:
    used: Counter[frozenset[str]] = Counter()
    order = list(groups)
    chance.shuffle(order)
    for key in order:
        two = chance.choice(groups[key])
        events = frozenset(event_of[f.claim.id] for f in two)
        if used[events] < _MOST_OF_AN_EVENT and used.total() < most:
            used[events] += 1
            yield two


def _mark(filed: FiledClaim) -> Marked:
    claim = filed.claim
    return Marked(filed.article.article_id, claim.id, claim.event, claim.start, claim.end)
