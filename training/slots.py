"""Fit how mentions are weighed for the slots of claims, and how scores become shares, on annotated articles that the network has not seen.

`python -m training` calls it after the network is trained.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from sayso.reading.network import Network
from training.cases import Case, Page, certainty_cases, claim_cases, pair, read_page, slot_cases

STRENGTHS = (0.1, 0.03, 0.01)
"""Inverse regularisation: of those that are as good as the best over folds, within FLAT, the one is taken that holds weights back most."""
SMALLEST = 0.02
SPARED = {"claim": 0.004, "source": 0.003, "agent": 0.008, "target": 0.008, "affected": 0.008}
"""What may be given for recall: what is left out nobody sees, every claim has its score, a speaker who is left out makes a fact of what
was said, and parties are often left unmarked by annotators."""
FLAT = 0.002
"""Strengths and thresholds within so little of the best are as good as that one; of these thresholds the middle one is taken."""


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
    "figure": rate_many,
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
    reached = {s: max(rate(cases, tried[s], least, least) for least in GRID) for s in STRENGTHS}
    strength = min(s for s in STRENGTHS if reached[s] >= max(reached.values()) - FLAT)
    weighed = tried[strength]
    pairs = [(least, alone) for least in GRID for alone in GRID if alone <= least and (slot == "place" or alone == least)]
    rated = {pair: rate(cases, weighed, *pair) for pair in pairs}
    best = max(rated.values())
    near = [pair for pair in pairs if rated[pair] >= best - SPARED.get(slot, FLAT)]
    if slot == "place":  # of thresholds that are as good, those that name no place sooner
        near = [pair for pair in near if pair[1] == max(alone for _, alone in near)]
    least, alone = min(near) if slot in SPARED else sorted(near)[len(near) // 2]
    told = f"{rated[least, alone]:.3f} over five folds; strength {strength}, least {least}, alone {alone}"
    print(f"{slot}: {len(cases)} cases, {told}", flush=True)
    bias, weights = fit(cases, strength)
    return {"bias": round(bias, 3), "least": least, "alone": alone, "strength": strength, "weights": weights}


def write_tables(pages: Sequence[Page], network: Network, scorer: ModuleType, out: Path, only: Sequence[str] = ()) -> None:
    """Fit what makes a claim, then its certainty and slots on the claims that this keeps; write the tables.

    Where `only` names slots, all others keep the tables that `out` holds, also where "claim" fitted anew keeps other claims than before.
    """
    tables = {slot: table for slot, table in json.loads(out.read_text(encoding="utf8")).items() if slot not in only} if only else {}
    readings = [read_page(page, network) for page in pages]
    claims = claim_cases(readings, scorer)
    missed = sum(len(page.claims) for page in pages) - sum(case.wanted for case in claims)
    if "claim" not in tables:
        tables["claim"] = table_of("claim", claims, missed)
    weighed = iter(weigh_unseen(claims, tables["claim"]["strength"]))
    cases: dict[str, list[Case]] = {}
    for reading in readings:
        kept = [at for at, row in zip(range(len(reading.told)), weighed, strict=False) if row[0] >= tables["claim"]["least"]]
        pairs = pair(reading, kept, scorer)
        for slot, case in (*certainty_cases(reading, pairs), *slot_cases(reading, kept, pairs, scorer)):
            cases.setdefault(slot, []).append(case)
    tables |= {slot: table_of(slot, rows) for slot, rows in cases.items() if slot not in tables}
    out.write_text(json.dumps(tables, indent=1, sort_keys=True) + "\n", encoding="utf8")
