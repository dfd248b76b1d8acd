"""Articles gathered into stories: those that are mainly about one happening, however differently their claims are read."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from sayso.ledger.clusters import Bar, Cluster, average_pairs, cluster_claims
from sayso.ledger.findings import Verdict
from sayso.ledger.leads import Lead
from sayso.ledger.profiles import Profile
from sayso.ledger.same_event import judge_told
from sayso.ledger.same_story import SAME_STORY, STORY_AGREES, judge_stories

_TELLING = 40
"""Words by which an article finds others: its weightiest; the same that a reader would search for."""
_SHARED = 4
"""Such words that two articles must share to be compared."""
_FAR = -2.0
"""Points below which one claim is no further from another: a misread place must not decide alone."""
_LARGE = 200
"""A word that leads to more articles than this leads to none."""


class Story(NamedTuple):
    """Articles mainly about one happening, by digest; the main claim of each that has any, and what brought each after the first in."""

    articles: tuple[str, ...]
    mains: tuple[Profile, ...]
    verdicts: tuple[Verdict, ...]


def group_stories(leads: Sequence[Lead]) -> tuple[Story, ...]:
    """Gather articles into stories; every article is in exactly one."""

    @cache
    def judge(a: int, b: int) -> Verdict:
        return judge_stories(leads[a], leads[b])

    clusters = cluster_claims(len(leads), sorted(find_pairs(leads)), judge, Bar(SAME_STORY, STORY_AGREES, average_pairs))
    return tuple(_story(cluster, leads) for cluster in clusters)


def _story(cluster: Cluster, leads: Sequence[Lead]) -> Story:
    members = {at: leads[at] for at in cluster.members}
    told = [at for at, lead in members.items() if lead.claims]
    brought = (next((j.verdict for j in cluster.joins if at in (j.first, j.second)), None) for at in told[1:])
    return Story(
        articles=tuple(lead.article.digest for lead in members.values()),
        mains=tuple(choose_main(members[at], [members[i] for i in told if i != at]) for at in told),
        verdicts=tuple(Verdict(v.score, tuple(f"by their articles: {why}" for why in v.why)) for v in brought if v is not None),
    )


def choose_main(lead: Lead, others: Sequence[Lead]) -> Profile:
    """The leading claim that is nearest to what the other articles of its story open with; the first where none is nearer."""
    told = [claim for other in others for claim in other.claims]
    return max(lead.claims, key=lambda claim: sum(max(_FAR, judge_told(claim, c).score) for c in told))


def find_pairs(leads: Sequence[Lead]) -> Iterator[tuple[int, int]]:
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
    return tuple(word for word, _ in sorted(lead.wording.weights.items(), key=lambda item: (-item[1], item[0]))[:_TELLING])
