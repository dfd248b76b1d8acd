"""Articles gathered into stories: those that are mainly about one happening, however differently their claims are read."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from sayso.ledger.clusters import Bar, Cluster, average_pairs, cluster_claims
from sayso.ledger.findings import Verdict
from sayso.ledger.leads import Lead
from sayso.ledger.profiles import Profile
from sayso.ledger.same_event import score_told
from sayso.ledger.same_story import SAME_STORY, STORY_AGREES, judge_stories, may_be_one_story
from sayso.model.events import ArticleHeader

_TELLING = 40
"""Words by which an article finds others: its weightiest; the same that a reader would search for."""
SHARED_WEIGHT = 0.04
"""What such words that two articles share must weigh, each by its weight in both, for them to be compared."""
STORY_DAYS = 1500
"""Days between two articles up to which they are compared: trials come years later; two years lost recall on the tuned half of GVA."""
_FAR = -2.0
"""Points below which one claim is no further from another: a misread place must not decide alone."""


class Story(NamedTuple):
    """Articles mainly about one happening, by digest; the main claim of each that has any, and what brought each after the first in."""

    articles: tuple[str, ...]
    mains: tuple[Profile, ...]
    verdicts: tuple[Verdict, ...]


def group_stories(leads: Sequence[Lead]) -> tuple[Story, ...]:
    """Gather articles into stories; every article is in exactly one."""
    return join_stories(leads, sorted(find_pairs(leads)))


def join_stories(leads: Sequence[Lead], pairs: Sequence[tuple[int, int]]) -> tuple[Story, ...]:
    """The same of articles of which the pairs are known that may tell of one happening."""

    @cache
    def judge(a: int, b: int) -> Verdict:
        return judge_stories(leads[a], leads[b])

    clusters = cluster_claims(len(leads), pairs, judge, Bar(SAME_STORY, STORY_AGREES, average_pairs))
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
    return max(lead.claims, key=lambda claim: sum(max(_FAR, score_told(claim, c)) for c in told))


def find_pairs(leads: Sequence[Lead]) -> Iterator[tuple[int, int]]:
    """Pairs of articles near in time that share telling words of enough weight, the lower index first; on no other article hangs which."""
    holding: defaultdict[int, list[tuple[int, float]]] = defaultdict(list)
    for at, lead in enumerate(leads):
        shared: defaultdict[int, float] = defaultdict(float)
        for word in telling_words(lead):
            weight = lead.wording.weights[word]
            for other, theirs in holding[word]:
                shared[other] += weight * theirs
            holding[word].append((at, weight))
        near = (o for o, weight in shared.items() if weight >= SHARED_WEIGHT and are_near(leads[o].article, lead.article))
        yield from ((o, at) for o in near if may_be_one_story(leads[o], lead))


def are_near(one: ArticleHeader, other: ArticleHeader) -> bool:
    """Whether two articles were published so near to each other that they may tell of one happening; a page without a date may always."""
    return one.published is None or other.published is None or abs((one.published - other.published).days) <= STORY_DAYS


def telling_words(lead: Lead) -> tuple[int, ...]:
    """The weightiest words of an article, by their numbers."""
    return tuple(word for word, _ in sorted(lead.wording.weights.items(), key=lambda item: (-item[1], item[0]))[:_TELLING])
