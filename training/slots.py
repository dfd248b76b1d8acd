"""Fit how mentions are weighed for the slots of claims, and how scores become shares, on annotated articles that the network has not seen.

`python -m training` calls it after the network is trained.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from msgspec import structs
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from sayso.claims.certainty_choice import claim_features, hedge_features, status_features
from sayso.claims.claim_source import link_source
from sayso.claims.clause_actors import link_actors
from sayso.claims.clause_view import ClauseView, view_clauses
from sayso.claims.happenings import Told, find_told
from sayso.claims.heard import hear_attributions
from sayso.claims.heard_places import hear_places
from sayso.claims.nominations import Nominated, nominate
from sayso.claims.slot_choice import ACTOR_ROLES, actor_candidates, place_candidates, place_key, source_candidates, time_candidates
from sayso.language.sentences import spans_of
from sayso.model.articles import Article
from sayso.model.happenings import Happening
from sayso.model.mentions import Attribution, Mentions
from sayso.reading.heads import STATUSES
from sayso.reading.network import Network
from sayso.reading.pieces import Hint
from sayso.reading.sight import Sight

Row = tuple[Mapping[str, float], bool]
STRENGTHS = (0.1, 0.03, 0.01)
"""Inverse regularisation: the one is taken that is best over folds."""
SMALLEST = 0.02
SPARED = 0.008
"""F1 that may be given for recall where claims are kept: what is left out nobody sees, and every claim has its score."""


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
    bare = [_bare(t) for t in told]
    mentions = structs.replace(page.mentions, places=hear_places(page.article, page.mentions, bare, sight))
    return Reading(replace(page, attributions=heard, mentions=mentions), sight, told, bare)


def _bare(told: Told) -> Happening:
    """What is told with the certainty that the rules give it."""
    tokens, group, rule = told.scene.tokens, told.group, told.by_rule
    span = {"start": tokens[group.first].start, "end": tokens[group.last].end, "trigger": told.trigger}
    return Happening(**span, event=group.event, status=rule.status, hedged=rule.hedged, denies=rule.denies)


def _as_read(happenings: Sequence[Happening]) -> list[dict[str, Any]]:
    return [{"start": h.start, "end": h.end, "event": h.event, "status": h.status, "at": at} for at, h in enumerate(happenings)]


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
    for gold, at in pairs:
        happening = reading.happenings[at]
        yield from _cases_of(page.article.article_id, text, gold, views[happening], ruled[happening], page, scorer)


def _cases_of(
    name: str, text: str, gold: Mapping[str, Any], view: ClauseView, ruled: Nominated, page: Page, scorer: ModuleType
) -> Iterator[tuple[str, Case]]:
    places = place_candidates(view, page.mentions.places, ruled)
    as_read = [{"text": p.text, "name": p.name, "lat": p.lat, "lon": p.lon} for p, _ in places]
    rows = [(f, any(scorer.same_place(g, p) for g in gold["places"])) for (_, f), p in zip(places, as_read, strict=True)]
    yield "place", Case(name, len(gold["places"]), rows, [place_key(p) for p, _ in places])
    day = gold["time"] and (gold["time"]["start"], gold["time"]["end"])
    times = time_candidates(view, page.mentions.times, ruled)
    yield "time", Case(name, int(day is not None), [(f, day == (str(t.from_), str(t.to))) for t, f in times], [t.text for t, _ in times])
    source = gold["source"]
    said = source_candidates(view, page.attributions, ruled)
    rows = [(f, bool(source) and scorer.source_rule(source, _as_source(text, a))) for a, f in said]
    yield "source", Case(name, int(source is not None), rows, [str(a.source_name) for a, _ in said])
    yield from _actor_cases(gold, view, ruled.said, page, scorer)


def _actor_cases(
    gold: Mapping[str, Any], view: ClauseView, said: Attribution | None, page: Page, scorer: ModuleType
) -> Iterator[tuple[str, Case]]:
    """Every party of the sentence in every role."""
    source, _ = link_source(view, said, page.attributions, None, "")
    candidates = actor_candidates(view, link_actors(view, source))
    for role in ACTOR_ROLES:
        wanted = [a for a in gold["actors"] if a["role"] == role]
        for actor, features in candidates:
            right = any(scorer.same_party(g, {"name": actor.name, "text": actor.text}) for g in wanted)
            yield role, Case(page.article.article_id, int(right), [(features, right)], [""])


def _as_source(text: str, said: Attribution) -> dict[str, Any]:
    return {"name": said.source_name, "kind": said.source_kind, "text": text[slice(*(said.source or said.cue or said.content)[0])]}


def fit(cases: Sequence[Case], strength: float) -> tuple[float, dict[str, float]]:
    """Bias and weights of a logistic regression over the candidates."""
    rows = [row for case in cases for row in case.rows]
    columns = DictVectorizer()
    matrix = columns.fit_transform([features for features, _ in rows])
    matrix.indices, matrix.indptr = matrix.indices.astype(np.int32), matrix.indptr.astype(np.int32)
    model = LogisticRegression(C=strength, max_iter=1000, solver="liblinear", random_state=0).fit(matrix, [right for _, right in rows])
    weights = dict(zip(columns.get_feature_names_out(), map(float, model.coef_[0]), strict=True))
    return float(model.intercept_[0]), {name: round(w, 3) for name, w in sorted(weights.items()) if abs(w) >= SMALLEST}


def weigh(bias: float, weights: Mapping[str, float], case: Case) -> list[float]:
    """Probabilities of a case's candidates."""
    totals = [bias + sum(weights.get(n, 0.0) * v for n, v in features.items()) for features, _ in case.rows]
    return [1 / (1 + float(np.exp(-t))) for t in totals]


def rate_one(cases: Sequence[Case], weighed: Sequence[Sequence[float]], least: float, _: float) -> float:
    """Share of cases filled right, or rightly left empty, where a slot takes one filler."""
    right = 0
    for case, row in zip(cases, weighed, strict=True):
        best = int(np.argmax(row)) if row else -1
        filled = best >= 0 and row[best] >= least
        right += case.rows[best][1] if filled and case.wanted else filled == bool(case.wanted)
    return right / len(cases)


def rate_found(cases: Sequence[Case], weighed: Sequence[Sequence[float]], least: float, missed: int) -> float:
    """F1 of yes, where each case is one question."""
    told = [row[0] >= least for row in weighed]
    hits = sum(yes and case.wanted for yes, case in zip(told, cases, strict=True))
    return 2 * hits / max(1, sum(told) + sum(case.wanted for case in cases) + missed)


def rate_many(cases: Sequence[Case], weighed: Sequence[Sequence[float]], least: float, alone: float) -> float:
    """Mean of F1 over fillers and share of cases that are right as a whole, where a slot takes several."""
    hits = given = wanted = whole = 0
    for case, row in zip(cases, weighed, strict=True):
        best: dict[str, tuple[float, bool]] = {}
        for key, weight, (_, right) in zip(case.keys, row, case.rows, strict=True):
            best[key] = max(best.get(key, (0.0, False)), (weight, right))
        kept = [v for v in best.values() if v[0] >= least] or [v for v in sorted(best.values())[-1:] if v[0] >= alone]
        hit = min(sum(right for _, right in kept), case.wanted)
        hits, given, wanted, whole = hits + hit, given + len(kept), wanted + case.wanted, whole + (hit == case.wanted == len(kept))
    return (2 * hits / max(1, given + wanted) + whole / len(cases)) / 2


RATES: dict[str, Callable[[Sequence[Case], Sequence[Sequence[float]], float, float], float]] = {
    "place": rate_many,
    "time": rate_one,
    "source": rate_one,
}
GRID = [round(0.1 + 0.025 * k, 3) for k in range(20)]


def weigh_unseen(cases: Sequence[Case], strength: float) -> list[list[float]]:
    """Every case weighed by what was fitted on the other folds of articles."""
    names = sorted({case.article for case in cases})
    fold = {name: at % 5 for at, name in enumerate(np.random.RandomState(0).permutation(names))}
    weighed: list[list[float]] = [[] for _ in cases]
    for k in range(5):
        bias, weights = fit([c for c in cases if fold[c.article] != k], strength)
        for at, case in enumerate(cases):
            if fold[case.article] == k:
                weighed[at] = weigh(bias, weights, case)
    return weighed


def table_of(slot: str, cases: Sequence[Case], missed: int = 0) -> dict[str, Any]:
    """Weights, strength and thresholds of a slot, by five folds over articles. `missed` are claims that are no case at all."""
    rate = RATES.get(slot, lambda *given: rate_found(*given[:3], missed))
    tried = {strength: weigh_unseen(cases, strength) for strength in STRENGTHS}
    strength = max(STRENGTHS, key=lambda s: max(rate(cases, tried[s], least, least) for least in GRID))
    weighed = tried[strength]
    pairs = [(least, alone) for least in GRID for alone in GRID if alone <= least and (slot == "place" or alone == least)]
    rated = {pair: rate(cases, weighed, *pair) for pair in pairs}
    best = max(rated.values())
    near = [pair for pair in pairs if rated[pair] >= best - (SPARED if slot == "claim" else 0.0)]
    least, alone = min(near) if slot == "claim" else max(near)
    told = f"{rated[least, alone]:.3f} over five folds; strength {strength}, least {least}, alone {alone}"
    print(f"{slot}: {len(cases)} cases, {told}", flush=True)
    bias, weights = fit(cases, strength)
    return {"bias": round(bias, 3), "least": least, "alone": alone, "strength": strength, "weights": weights}


def write_tables(pages: Sequence[Page], network: Network, scorer: ModuleType, out: Path) -> None:
    """Fit what makes a claim, then its certainty and slots on the claims that this keeps; write the tables."""
    readings = [read_page(page, network) for page in pages]
    claims = claim_cases(readings, scorer)
    missed = sum(len(page.claims) for page in pages) - sum(case.wanted for case in claims)
    tables = {"claim": table_of("claim", claims, missed)}
    weighed = iter(weigh_unseen(claims, tables["claim"]["strength"]))
    cases: dict[str, list[Case]] = {}
    for reading in readings:
        kept = [at for at, row in zip(range(len(reading.told)), weighed, strict=False) if row[0] >= tables["claim"]["least"]]
        pairs = pair(reading, kept, scorer)
        for slot, case in (*certainty_cases(reading, pairs), *slot_cases(reading, kept, pairs, scorer)):
            cases.setdefault(slot, []).append(case)
    tables |= {slot: table_of(slot, rows) for slot, rows in cases.items()}
    out.write_text(json.dumps(tables, indent=1, sort_keys=True) + "\n", encoding="utf8")
