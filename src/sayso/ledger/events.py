"""Events made of filed claims: which claims are of one happening, where and when it was, and by what reasons they were joined."""

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise

from sayso.knowledge.claim_places import level_of
from sayso.knowledge.event_words import event_words
from sayso.knowledge.reasons import reasons
from sayso.ledger.accounts import make_accounts
from sayso.ledger.candidates import find_candidates
from sayso.ledger.clusters import Bar, Cluster, Join, Judge, cluster_claims, match_members
from sayso.ledger.findings import Verdict
from sayso.ledger.leads import find_leads, is_of_arms
from sayso.ledger.profiles import Profile, profile_claims
from sayso.ledger.same_event import judge_pair, score_pair
from sayso.ledger.stories import Story, group_stories
from sayso.ledger.wordings import NO_SIGNS, Signs
from sayso.model.claims import ClaimPlace
from sayso.model.entries import NO_PAIRINGS, Entry, Pairings
from sayso.model.events import ArticleHeader, Event, EventPlace, EventTime, FiledClaim
from sayso.model.vocabulary import EventClass

_ID_LENGTH = 16
_FINENESS = {"town": 0, "unresolved": 1, "division": 2, "country": 3}


def group_claims(
    filed: Sequence[FiledClaim], articles: Sequence[ArticleHeader] = (), pairings: Pairings = NO_PAIRINGS, signs: Signs = NO_SIGNS
) -> tuple[Event, ...]:
    """Gather filed claims into events, every claim in exactly one, in order of their earliest claim; the order given does not matter.

    Articles that are mainly about one happening bring their main claims together; `articles` adds those that no claim was read from.
    `pairings` are pairs of claims that people hold together or apart, which outweighs every reason; `signs` tell of the words of texts.
    """
    ordered = sorted(filed, key=lambda f: f.filing_order)
    profiles = profile_claims(ordered, signs)

    @cache
    def judge(a: int, b: int) -> Verdict:
        return score_pair(profiles[a], profiles[b])

    at = {p.claim.id: i for i, p in enumerate(profiles)}
    stories = group_stories(find_leads(articles, profiles, signs))
    settled = [join for story in stories for join in settle_story(story, at, judge)]
    about = {story.mains[0].claim.id: story.articles for story in stories if story.mains}
    by_id = {f.claim.id: f for f in ordered}
    clusters = join_claims(len(profiles), find_candidates(profiles), judge, settled, at, pairings)
    return tuple(make_event(cluster, profiles, by_id, about) for cluster in clusters)


def join_claims(
    size: int, pairs: Sequence[tuple[int, int]], judge: Judge, settled: Sequence[Join], at: Mapping[str, int], pairings: Pairings
) -> tuple[Cluster, ...]:
    """Claims, by index, joined: those that people hold together first, then those of one story, then the best pairs."""
    together, apart = (_indexed(held, at) for held in (pairings.together, pairings.apart))
    held = [Join(*pair, Verdict(0.0, (f"held together by hand ({together[pair].entry_id})",))) for pair in sorted(together)]
    return cluster_claims(size, pairs, judge, Bar(reasons().pair, reasons().whole, match_members), [*held, *settled], apart)


def _indexed(pairs: Mapping[tuple[str, str], Entry], at: Mapping[str, int]) -> dict[tuple[int, int], Entry]:
    """Judged pairs by the places of their claims, the lower first; pairs of claims that are not there are left out."""
    return {(min(at[a], at[b]), max(at[a], at[b])): entry for (a, b), entry in pairs.items() if a in at and b in at}


def settle_story(story: Story, at: Mapping[str, int], judge: Judge) -> list[Join]:
    """Joins of the main claims of a story, by their indexes; acts of war pass the bar of any pair, whatever their articles share."""
    indexes = [at[claim.claim.id] for claim in story.mains]
    of_war = any(map(is_of_arms, story.mains))
    joins = (Join(min(pair), max(pair), verdict) for pair, verdict in zip(pairwise(indexes), story.verdicts, strict=True))
    return [join for join in joins if not of_war or judge(join.first, join.second).score >= reasons().pair]


def make_event(
    cluster: Cluster, profiles: Sequence[Profile], by_id: Mapping[str, FiledClaim], about: Mapping[str, tuple[str, ...]]
) -> Event:
    """The event of some claims; `by_id` holds them and what they copy, `about` the articles that are mainly about it, by first claim."""
    members = tuple(profiles[at] for at in cluster.members)
    joins = tuple(_tell_why(join, profiles) for join in cluster.joins)
    found = make_accounts(members, by_id)
    return Event(
        event_id=make_event_id(members[0].claim.id),
        event=choose_class(members),
        places=choose_places(members),
        time=choose_time(members),
        claims=tuple(p.claim.id for p in members),
        accounts=found.accounts,
        contradictions=found.contradictions,
        updates=found.updates,
        why=_explain(joins, profiles),
        articles=tuple(digest for p in members for digest in about.get(p.claim.id, ())),
    )


def make_event_id(first_claim: str) -> str:
    """Name an event by its earliest claim, so that articles that come later and join it do not rename it.

    >>> make_event_id("c-1") == make_event_id("c-1"), make_event_id("c-1") == make_event_id("c-2")
    (True, False)
    """
    return "e-" + hashlib.sha256(first_claim.encode()).hexdigest()[:_ID_LENGTH]


def choose_class(members: Sequence[Profile]) -> EventClass:
    """The class of most claims; on a tie the one that comes first in the table (control before battle)."""
    counts = Counter(p.claim.event for p in members)
    return min(counts, key=lambda event: (-counts[event], event_words().order.index(event)))


def choose_places(members: Sequence[Profile]) -> tuple[EventPlace, ...]:
    """Places of an event by its most specific account: wider ones are left out where a finer one is told, most told first."""
    told = [place for p in members for place in p.claim.places if place.role != "via"]
    if not told:
        return ()
    finest = min(_FINENESS[level_of(p)] for p in told)
    groups: dict[tuple[str, str], list[ClaimPlace]] = {}
    for place in told:
        if _FINENESS[level_of(place)] == finest:
            groups.setdefault((place.role, place.place_id or place.name or place.text), []).append(place)
    once: dict[str, list[ClaimPlace]] = {}
    for (_, key), group in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])):
        once.setdefault(key, group)
    return tuple(_event_place(group) for group in once.values())


def _event_place(group: Sequence[ClaimPlace]) -> EventPlace:
    place = min(group, key=lambda p: (p.geo_precision or 9, p.relation is not None, p.relation or ""))
    fields = {name: getattr(place, name) for name in ("place_id", "country", "admin1", "lat", "lon", "relation", "geo_precision")}
    return EventPlace(name=place.name or place.text, **fields)


def choose_time(members: Sequence[Profile]) -> EventTime:
    """The days told most exactly, from the first to the last of them; else no later than the first day of publication."""
    told = [p.claim.time for p in members if p.claim.time is not None and p.claim.status != "expected"]
    told = told or [p.claim.time for p in members if p.claim.time is not None]
    if told:
        best = min((time.end - time.start).days for time in told)
        exact = [time for time in told if (time.end - time.start).days == best]
        return EventTime(start=min(t.start for t in exact), end=max(t.end for t in exact), basis="told")
    days = [p.published for p in members if p.published is not None]
    return EventTime(end=dt.date.fromordinal(min(days)), basis="published") if days else EventTime()


def _tell_why(join: Join, profiles: Sequence[Profile]) -> Join:
    """A join with its sentences, which are not told of all the pairs that were only scored."""
    return join if join.verdict.why else join._replace(verdict=judge_pair(profiles[join.first], profiles[join.second]))


def _explain(joins: Sequence[Join], profiles: Sequence[Profile]) -> tuple[str, ...]:
    if not joins:
        return ("told by one claim; no other is near enough to it in place, time and kind",)
    return tuple(
        f"{profiles[a].claim.id} and {profiles[b].claim.id} are joined with {verdict.score:.1f} points: {'; '.join(verdict.why)}"
        if verdict.score
        else f"{profiles[a].claim.id} and {profiles[b].claim.id} are {'; '.join(verdict.why)}"
        for a, b, verdict in joins
    )
