"""Stories and events gathered anew, of those components alone in which something changed."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sayso.filing.articles import THOUSAND, in_thousandths
from sayso.filing.known import Known, encode_json
from sayso.filing.stories import KeptJoin, KeptStory, read_stories
from sayso.knowledge.reasons import reasons
from sayso.ledger.clusters import Cluster, Join
from sayso.ledger.events import join_claims, make_event, make_event_id, settle_story
from sayso.ledger.findings import Verdict
from sayso.ledger.leads import order_of_article
from sayso.ledger.profiles import Profile
from sayso.ledger.same_event import score_pair
from sayso.ledger.same_story import SAME_STORY
from sayso.ledger.stories import Story, join_stories
from sayso.model.entries import Pairings
from sayso.model.events import FiledClaim
from sayso.store.filed import ArticleRow, ClaimRow, EventRow, Scores, Shelf

CLAIMS_AT_ONCE = 3000
"""Claims that are gathered in one transaction, unless one component has more."""


def settle_stories(shelf: Shelf, known: Known, stories: Sequence[int]) -> None:
    """Gather the articles of components into stories; where other claims are their main ones now, these are to be gathered anew."""
    by_story = defaultdict(list)
    for row in shelf.articles_of_stories(stories):
        if not row.superseded:
            by_story[row.story].append(row)
    before = shelf.stories(stories)
    for story in stories:
        rows = by_story[story]
        told = _tell_stories(shelf, known, rows) if rows else ()
        stored = encode_json(told) if any(len(s.articles) > 1 or s.mains for s in told) else None
        if stored != before.get(story):
            earlier = read_stories(before[story]) if story in before else ()
            mains = {n for s in (*earlier, *told) for n in s.mains}
            shelf.put_story(story, stored)
            shelf.unsettle("claim", {row.component for row in shelf.claims(mains)})
            shelf.join_claims([(j.first, j.second) for s in told for j in s.joins])
    shelf.mark_settled("story", stories)


def _tell_stories(shelf: Shelf, known: Known, rows: Sequence[ArticleRow]) -> tuple[KeptStory, ...]:
    held = {row.number: row for row in rows}
    leads = known.leads(shelf, held)
    numbers = sorted(held, key=lambda n: order_of_article(leads[n].article))
    at = {n: i for i, n in enumerate(numbers)}
    bar = in_thousandths(SAME_STORY)
    pairs = {(at[n], at[o]) for n in numbers for o, points in held[n].scores.items() if points >= bar and o in at}
    stories = join_stories([leads[n] for n in numbers], sorted((min(p), max(p)) for p in pairs))
    of_claim = {p.claim.id: n for row in rows for n, p in zip(row.leading, leads[row.number].claims, strict=True)}
    days = {row.digest: row.day for row in rows}
    return tuple(_keep_story(story, days[story.articles[0]], of_claim) for story in stories)


def _keep_story(story: Story, day: int, of_claim: Mapping[str, int]) -> KeptStory:
    ordered = sorted(story.mains, key=lambda p: p.filed.filing_order)
    at = {p.claim.id: i for i, p in enumerate(ordered)}
    numbers = [of_claim[p.claim.id] for p in ordered]
    joins = settle_story(story, at, lambda a, b: score_pair(ordered[a], ordered[b]))
    kept = tuple(KeptJoin(numbers[j.first], numbers[j.second], j.verdict.score, j.verdict.why) for j in joins)
    return KeptStory(day, story.articles, tuple(of_claim[p.claim.id] for p in story.mains), kept)


def settle_claims(shelf: Shelf, known: Known, components: Sequence[int], pairings: Pairings) -> None:
    """Gather the claims of components into events; those that come out as they were are left as they are."""
    rows = {row.number: row for row in shelf.claims_of_components(components)}
    profiles = known.profiles(shelf, rows)
    numbers = sorted(rows, key=lambda n: profiles[n].filed.filing_order)
    at = {n: i for i, n in enumerate(numbers)}
    gathered = _Gathered([rows[n] for n in numbers], [profiles[n] for n in numbers])
    stories = _stories_of(shelf, {row.article for row in rows.values()})
    judge = _Judge(gathered, shelf.scores(numbers), at)
    settled = [
        Join(min(at[j.first], at[j.second]), max(at[j.first], at[j.second]), Verdict(j.score, j.why))
        for story in stories
        for j in story.joins
        if j.first in at and j.second in at
    ]
    by_id = {p.claim.id: i for i, p in enumerate(gathered.members)}
    clusters = join_claims(len(numbers), judge.links(), judge.judge, settled, by_id, pairings)
    shelf.set_other_scores(judge.learned())
    about = {profiles[s.mains[0]].claim.id: s.articles for s in stories if s.mains and s.mains[0] in at}
    _keep_events(shelf, known, components, clusters, gathered, about)
    shelf.mark_settled("claim", components)


def _stories_of(shelf: Shelf, articles: Iterable[int]) -> list[KeptStory]:
    """The stories of articles, in the order of their first articles."""
    kept = shelf.stories(sorted(shelf.stories_of_articles(articles)))
    stories = [story for stored in kept.values() for story in read_stories(stored)]
    return sorted(stories, key=lambda s: (s.day == 0, s.day, s.articles[0]))


class _Gathered(NamedTuple):
    """Claims that are gathered together, in the order of filing."""

    rows: list[ClaimRow]
    members: list[Profile]


class _Judge:
    """Points of pairs of claims, by index: those that are kept, and those that are found out as groups are compared."""

    def __init__(self, gathered: _Gathered, kept: Mapping[int, tuple[Scores, Scores]], at: Mapping[int, int]) -> None:
        self._members = gathered.members
        self._numbers = [row.number for row in gathered.rows]
        self._others = {n: others for n, (_, others) in kept.items()}
        self._new: defaultdict[int, Scores] = defaultdict(dict)
        self._worth = _by_index({n: scores for n, (scores, _) in kept.items()}, at)
        self._points = self._worth | _by_index(self._others, at)

    def links(self) -> list[tuple[int, int]]:
        """Pairs worth comparing that have enough points."""
        bar = in_thousandths(reasons().pair)
        return sorted(pair for pair, points in self._worth.items() if points >= bar)

    def judge(self, a: int, b: int) -> Verdict:
        """The points of a pair, without the sentences."""
        points = self._points.get((a, b))
        if points is None:
            points = self._points[a, b] = in_thousandths(score_pair(self._members[a], self._members[b]).score)
            first, second = sorted((self._numbers[a], self._numbers[b]))
            self._new[second][first] = points
        return Verdict(points / THOUSAND, ())

    def learned(self) -> dict[int, Scores]:
        """What is to be kept of claims of which more pairs were judged than were kept."""
        return {n: dict(self._others.get(n, {})) | new for n, new in self._new.items()}


def _by_index(kept: Mapping[int, Scores], at: Mapping[int, int]) -> dict[tuple[int, int], int]:
    return {(min(at[n], at[o]), max(at[n], at[o])): points for n, held in kept.items() for o, points in held.items() if o in at}


def _keep_events(
    shelf: Shelf,
    known: Known,
    components: Sequence[int],
    clusters: Iterable[Cluster],
    gathered: _Gathered,
    about: Mapping[str, tuple[str, ...]],
) -> None:
    rows, members = gathered
    copied = _load_copied(shelf, known, members)
    by_id = copied | {p.claim.id: p.filed for p in members}
    before = {row.event_id: row for row in shelf.events_of_components(components)}
    kept: list[EventRow] = []
    claims: dict[str, list[int]] = {}
    stands = set()
    for cluster in clusters:
        first = cluster.members[0]
        event_id = make_event_id(members[first].claim.id)
        stands.add(event_id)
        signature = _sign(cluster, gathered, about, by_id)
        held = before.get(event_id)
        if held is None or (held.component, held.signature) != (rows[first].component, signature):
            event = make_event(cluster, members, by_id, about)
            kept.append(EventRow(event_id, rows[first].component, signature, encode_json(event)))
            claims[event_id] = [rows[i].number for i in cluster.members]
    shelf.drop_events(before.keys() - stands)
    shelf.put_events(kept, claims)


def _load_copied(shelf: Shelf, known: Known, members: Iterable[Profile]) -> dict[str, FiledClaim]:
    """Claims of other components that some of these copy: an account has the voice of what it copies."""
    held = list(members)
    wanted = {p.filed.copy_of for p in held if p.filed.copy_of} - {p.claim.id for p in held}
    profiles = known.profiles(shelf, [row.number for row in shelf.claims_named(sorted(wanted))]) if wanted else {}
    return {p.claim.id: p.filed for p in profiles.values()}


def _sign(
    cluster: Cluster, gathered: _Gathered, about: Mapping[str, tuple[str, ...]], by_id: Mapping[str, FiledClaim]
) -> str:
    """A digest of all that an event rests on: its claims, what joined them, the articles about it, the voices of what is copied."""
    rows, members = gathered
    told = (
        [rows[i].number for i in cluster.members],
        [(rows[j.first].number, rows[j.second].number, j.verdict) for j in cluster.joins],
        [about.get(members[i].claim.id, ()) for i in cluster.members],
        [by_id.get(members[i].filed.copy_of or "", members[i].filed).claimant for i in cluster.members],
    )
    return hashlib.sha256(encode_json(told)).hexdigest()
