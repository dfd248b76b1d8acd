"""Claims of articles that neither rules nor weights were made on, against claims annotated by hand and adjudicated."""

import json
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from evals.annotated import load_scorer, read_lines
from evals.question import Json, Measured, Question, Read

ARTICLES, CLAIMS, SCORER = "gold/dev.articles.jsonl", "gold/dev.claims.jsonl", "score/score_claims.py"

SCORES = {
    "spotted": "claims found at the right words, F1",
    "classed": "found and of the right class, F1",
    "macro": "the same, averaged over the classes with ten claims or more",
    "strict": "found with class, status, source, time, places and figures all right, F1",
    "figures": "numbers with measure and bounds, F1",
    "status right": "of the classed: happened, ongoing, expected or denied is right",
    "source right": "of the classed: who says so is right",
    "source found": "of the classed that are on somebody's word: that source is right",
    "source kept empty": "of the classed that the paper says itself: no source is read",
    "source kind": "of those with a source on both sides: its kind is right",
    "places": "places of the classed, F1",
    "places found": "of the classed with a place: every place is right and none is too many",
    "time right": "of the classed: the days are right",
    "places right": "of the classed: every place is right and none is too many, or none is told",
    "agents right": "of the classed: who did it is right",
    "agents found": "of the classed that tell who did it: that is right",
    "hedged": "doubt marked where the words mark it, F1",
    "source kept": "of the classed that are on somebody's word: some source is read",
    "calibrated": "1 less the mean gap between score and share of right claims, in five bins of equal size",
    "not told as fact": "of the classed that are expected or denied: not told as having happened",
    "within 25 km": "of the places of the classed with a point: put within 25 km",
    "within 161 km": "of them: put within 161 km",
    "time found": "of the classed that tell a time: its days are right",
    "time kept empty": "of the classed that tell none: no days are read",
    "unit": "of the numbers that are right: people, households or structures told apart",
    "flow or stock": "of the numbers that are right: those who came and those who are there told apart",
}
"""What each score means, for every set of annotated claims."""


Claims = dict[str, list[Json]]
BINS = 5


def score_claims(scorer: ModuleType, gold: Claims, system: Claims) -> Measured:
    """Every score by name, and all that the scorer returns."""
    result: dict[str, Any] = scorer.score(gold, system)
    scores = {name: result[name]["f1"] for name in ("spotted", "classed", "strict", "figures", "hedged", "places")}
    scores |= {f"{slot} right": result["slots"][slot] for slot in ("status", "source", "time", "places", "agents")}
    scores |= {f"{slot} found": result["where_gold_has_one"][slot] for slot in ("source", "places", "agents")}
    scores |= {f"within {km} km": result["located_within_km"][km] for km in (25, 161)}
    scores |= {f"{slot} kept empty": result["kept_empty_where_gold_is"][slot] for slot in ("source", "time")}
    scores |= {"time found": result["where_gold_has_one"]["time"], "unit": result["unit"], "flow or stock": result["flow_or_stock"]}
    scores["source kind"] = result["source_kind"]
    scores["macro"] = result["macro_f1_of_classes_with_ten"]
    pairs = [(g, s) for name, wanted in gold.items() for g, s in scorer.assign(wanted, system.get(name, [])) if g["event"] == s["event"]]
    unsure = [s["status"] in ("expected", "denied") for g, s in pairs if g["status"] in ("expected", "denied")]
    sourced = [s["source"] is not None for g, s in pairs if g["source"]]
    right = {id(s) for _, s in pairs}
    told = [(s["score"], id(s) in right) for name in gold for s in system.get(name, [])]
    scores |= {"not told as fact": share(unsure), "source kept": share(sourced), "calibrated": 1.0 - calibration_gap(told)}
    return Measured({name: round(value, 3) for name, value in scores.items()}, json.dumps(result, indent=1))


def share(answers: Sequence[bool]) -> float:
    """The share of yes among answers; 1 where nothing was asked."""
    return sum(answers) / len(answers) if answers else 1.0


def calibration_gap(told: Sequence[tuple[float, bool]]) -> float:
    """Mean gap between score and share of right claims over five bins of equal size.

    >>> round(calibration_gap([(0.5, True), (0.5, False)] * 5), 2)
    0.0
    """
    ordered = sorted(told, key=lambda pair: pair[0])
    bins = [ordered[len(ordered) * k // BINS : len(ordered) * (k + 1) // BINS] for k in range(BINS)]
    gaps = [abs(sum(score for score, _ in b) - sum(right for _, right in b)) / len(b) for b in bins if b]
    return sum(gaps) / len(gaps) if gaps else 0.0


def measure(annotated: Path, read: Read) -> Measured:
    """Read the articles and score their claims."""
    gold = {row["article_id"]: row["claims"] for row in read_lines(annotated / CLAIMS)}
    system = {record["article_id"]: record["claims"] for record in read(read_lines(annotated / ARTICLES))}
    return score_claims(load_scorer(annotated / SCORER), gold, system)


QUESTION = Question(
    asks="Are the claims of a news article found, and found right?",
    cases=(ARTICLES, CLAIMS, SCORER),
    scores=SCORES,
    measure=measure,
)
