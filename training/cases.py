"""What is seen of every claim of annotated articles and of what may fill its slots, and whether that is right: the cases to fit on."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from types import ModuleType
from typing import Any

from msgspec import structs

from sayso.claims.certainty_choice import claim_features, hedge_features, status_features
from sayso.claims.claim_source import link_source
from sayso.claims.clause_actors import link_actors
from sayso.claims.clause_view import ClauseView, view_clauses
from sayso.claims.company import Company, company_of
from sayso.claims.extents import others_of, reach_of
from sayso.claims.happenings import LIKELY, Told, find_told
from sayso.claims.heard import hear_attributions
from sayso.claims.heard_parties import hear_parties
from sayso.claims.heard_places import hear_places
from sayso.claims.nominations import Nominated, nominate
from sayso.claims.slot_choice import (
    ACTOR_ROLES,
    actor_candidates,
    figure_candidates,
    place_candidates,
    place_key,
    source_candidates,
    time_candidates,
)
from sayso.claims.slot_features import SeenPlace, see_places
from sayso.language.sentences import spans_of
from sayso.model.articles import Article, Span
from sayso.model.happenings import Happening
from sayso.model.mentions import ActorMention, Attribution, Mentions
from sayso.reading.heads import STATUSES
from sayso.reading.network import Network
from sayso.reading.pieces import Hint
from sayso.reading.sight import Sight

Row = tuple[Mapping[str, float], bool]


@dataclass(frozen=True)
class Case:
    """One slot of one claim: its article, how many fillers it has, and every candidate with what it stands for."""

    article: str
    wanted: int
    rows: Sequence[Row]
    keys: Sequence[str]


@dataclass(frozen=True)
class Page:
    """An annotated article with what the rules see of it."""

    article: Article
    mentions: Mentions
    attributions: Sequence[Attribution]
    hints: Sequence[Hint]
    claims: Sequence[Mapping[str, Any]]


@dataclass(frozen=True)
class Reading:
    """A page as the network sees it: all that it may tell, and the happenings that these make before they are weighed."""

    page: Page
    sight: Sight
    told: Sequence[Told]
    happenings: Sequence[Happening]


def read_page(page: Page, network: Network) -> Reading:
    """Look at a page."""
    sight = network.look_at(page.article.text, spans_of(page.article), page.hints)
    told = find_told(page.article, page.mentions.actors, sight)
    heard = hear_attributions(page.article, page.mentions.actors, page.attributions, sight)
    bare = _bare(told)
    mentions = structs.replace(page.mentions, places=hear_places(page.article, page.mentions, bare, sight))
    mentions = structs.replace(mentions, actors=hear_parties(page.article, mentions, bare, heard, sight))
    return Reading(replace(page, attributions=heard, mentions=mentions), sight, told, bare)


def _bare(told: Sequence[Told]) -> list[Happening]:
    """What is told with the certainty that the rules give it, and with the words that it reaches if all that is likely is told."""
    found = []
    for _, row in groupby(told, key=lambda one: one.scene.number):
        rows = list(row)
        likely = [(one.group.head.trigger.words, one.group.event) for one in rows if one.group.head.probability >= LIKELY]
        for one in rows:
            event, words, rule, tokens = one.group.event, one.group.head.trigger.words, one.by_rule, one.scene.tokens
            span = {"start": tokens[one.group.first].start, "end": tokens[one.group.last].end, "trigger": one.trigger, "others": one.others}
            evidence = reach_of(one.scene, event, words, others_of(words, likely))
            found.append(Happening(**span, evidence=evidence, event=event, status=rule.status, hedged=rule.hedged, denies=rule.denies))
    return found


def _as_read(happenings: Sequence[Happening]) -> list[dict[str, Any]]:
    return [
        {"start": h.evidence[0], "end": h.evidence[1], "event": h.event, "status": h.status, "at": at} for at, h in enumerate(happenings)
    ]


def pair(reading: Reading, kept: Sequence[int], scorer: ModuleType) -> list[tuple[Mapping[str, Any], int]]:
    """Annotated claims with the number of the happening of their class that was read at their words."""
    read = _as_read([reading.happenings[at] for at in kept])
    pairs = [(gold, kept[told["at"]]) for gold, told in scorer.assign(reading.page.claims, read)]
    return [(gold, at) for gold, at in pairs if gold["event"] == reading.happenings[at].event]


def claim_cases(readings: Sequence[Reading], scorer: ModuleType) -> list[Case]:
    """Every happening, likely or not, and whether it is a claim."""
    cases = []
    for reading in readings:
        right = {at for _, at in pair(reading, range(len(reading.told)), scorer)}
        features = [claim_features(t.scene, t.group, t.title) for t in reading.told]
        name = reading.page.article.article_id
        cases += [Case(name, int(at in right), [(row, at in right)], [""]) for at, row in enumerate(features)]
    return cases


def certainty_cases(reading: Reading, pairs: Sequence[tuple[Mapping[str, Any], int]]) -> Iterator[tuple[str, Case]]:
    """Status and doubt of the claims that were found."""
    name = reading.page.article.article_id
    for gold, at in pairs:
        told = reading.told[at]
        seen = status_features(told.group.event, told.by_rule, reading.sight, told.trigger)
        for status in STATUSES:
            yield f"status {status}", Case(name, int(gold["status"] == status), [(seen, gold["status"] == status)], [""])
        doubt = hedge_features(told.by_rule, reading.sight, told.trigger)
        yield "hedged", Case(name, int(gold["hedged"]), [(doubt, gold["hedged"])], [""])


def slot_cases(
    reading: Reading, kept: Sequence[int], pairs: Sequence[tuple[Mapping[str, Any], int]], scorer: ModuleType
) -> Iterator[tuple[str, Case]]:
    """Places, time and source of the claims that were found, with every mention that may fill them."""
    page, text = reading.page, reading.page.article.text
    chosen = [reading.happenings[at] for at in kept]
    views = {v.happening: v for v in view_clauses(page.article, chosen, page.mentions, page.attributions, reading.sight)}
    ordered = list(views.values())
    ruled = dict(zip(views, nominate(page.article, ordered, page.mentions, page.attributions), strict=True))
    company = dict(zip(views, company_of(ordered), strict=True))
    seen = see_places(text, page.mentions.places, reading.sight)
    for gold, at in pairs:
        happening = reading.happenings[at]
        yield from _cases_of(page.article.article_id, text, gold, views[happening], ruled[happening], page, seen, scorer)
        yield "figure", _figure_case(page.article.article_id, gold, views[happening], company[happening])


def _cases_of(
    name: str,
    text: str,
    gold: Mapping[str, Any],
    view: ClauseView,
    ruled: Nominated,
    page: Page,
    seen: Sequence[SeenPlace],
    scorer: ModuleType,
) -> Iterator[tuple[str, Case]]:
    places = place_candidates(view, seen, ruled)
    as_read = [{"text": p.text, "name": p.name, "lat": p.lat, "lon": p.lon} for p, _ in places]
    rows = [(f, any(scorer.same_place(g, p) for g in gold["places"])) for (_, f), p in zip(places, as_read, strict=True)]
    yield "place", Case(name, len(gold["places"]), rows, [place_key(p) for p, _ in places])
    day = gold["time"] and (gold["time"]["start"], gold["time"]["end"])
    times = time_candidates(view, page.mentions.times, ruled)
    days = [(str(t.from_), str(t.to)) for t, _ in times]
    rows = [(f, day == d) for (_, f), d in zip(times, days, strict=True)]
    yield "time", Case(name, int(day is not None), rows, [" ".join(d) for d in days])
    source = gold["source"]
    said = source_candidates(view, page.attributions, ruled)
    rows = [(f, bool(source) and (scorer.source_rule(source, _as_source(text, a)) or _is_at(source, a))) for a, f in said]
    yield "source", Case(name, int(source is not None), rows, [str(a.source_name) for a, _ in said])
    yield from _actor_cases(gold, view, ruled.said, page, scorer)


def _figure_case(name: str, gold: Mapping[str, Any], view: ClauseView, company: Company) -> Case:
    wanted = {(f["low"], f["high"]) for f in gold["figures"]}
    figures = figure_candidates(view, company)
    bounds = [(one.mention.low, one.mention.high) for one, _ in figures]
    return Case(name, len(wanted), [(f, b in wanted) for (_, f), b in zip(figures, bounds, strict=True)], [str(b) for b in bounds])


def _actor_cases(
    gold: Mapping[str, Any], view: ClauseView, said: Attribution | None, page: Page, scorer: ModuleType
) -> Iterator[tuple[str, Case]]:
    """Every party of the sentence in every role."""
    source, _ = link_source(view, said, page.attributions, None, "")
    candidates = actor_candidates(view, link_actors(view, source))
    for role in ACTOR_ROLES:
        wanted = [a for a in gold["actors"] if a["role"] == role]
        named = {found for a in wanted if (found := _widest(a, [actor for actor, _ in candidates])) is not None}
        for actor, features in candidates:
            alike = any(scorer.same_party(g, {"name": actor.name, "text": actor.text}) for g in wanted)
            right = alike or (actor.start, actor.end) in named
            yield role, Case(page.article.article_id, int(right), [(features, right)], [""])


def _widest(wanted: Mapping[str, Any], actors: Sequence[ActorMention]) -> Span | None:
    """The party that shares most characters with an annotated one, which may have other words around it ("the army units")."""
    start, end = wanted.get("at", (0, 0))
    shared = [(min(end, a.end) - max(start, a.start), -a.start, (a.start, a.end)) for a in actors]
    best = max(shared, default=(0, 0, (0, 0)))
    return best[2] if best[0] > 0 else None


def _is_at(source: Mapping[str, Any], said: Attribution) -> bool:
    """Whether an annotated source stands in the words that an attribution names; witnesses have no name in the labels."""
    start, end = source.get("at", (0, 0))
    return any(start < b and a < end for a, b in said.source)


def _as_source(text: str, said: Attribution) -> dict[str, Any]:
    return {"name": said.source_name, "kind": said.source_kind, "text": text[slice(*(said.source or said.cue or said.content)[0])]}
