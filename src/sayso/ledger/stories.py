"""Articles gathered into stories: those that are mainly about one happening, however differently their claims are read."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from sayso.ledger.clusters import Bar, Cluster, cluster_claims
from sayso.ledger.findings import Verdict
from sayso.ledger.leads import Lead
from sayso.ledger.same_story import SAME_STORY, STORY_AGREES, judge_stories

_TELLING = 40
"""Words by which an article finds others: its weightiest; the same that a reader would search for."""
_SHARED = 2
"""Such words that two articles must share to be compared."""
_LARGE = 200
"""A word that leads to more articles than this leads to none."""


def group_stories(leads: Sequence[Lead]) -> tuple[Cluster, ...]:
    """Gather articles, by index, into stories; every article is in exactly one."""

    @cache
    def judge(a: int, b: int) -> Verdict:
        return judge_stories(leads[a], leads[b])

    return cluster_claims(len(leads), sorted(_find_pairs(leads)), judge, Bar(SAME_STORY, STORY_AGREES))


def _find_pairs(leads: Sequence[Lead]) -> Iterator[tuple[int, int]]:
    """Pairs of articles that share telling words, the lower index first."""
    holding: defaultdict[int, list[int]] = defaultdict(list)
    for at, lead in enumerate(leads):
        for word in telling_words(lead):
            holding[word].append(at)
    for at, lead in enumerate(leads):
        shared: defaultdict[int, int] = defaultdict(int)
        for word in telling_words(lead):
            if len(holding[word]) <= _LARGE:
                for other in holding[word]:
                    shared[other] += other < at
        yield from ((other, at) for other, count in shared.items() if count >= _SHARED)


def telling_words(lead: Lead) -> tuple[int, ...]:
    """The weightiest words of an article, by their numbers."""
    return tuple(word for word, _ in sorted(lead.article.wording.weights, key=lambda item: (-item[1], item[0]))[:_TELLING])
