"""Claims of articles that neither rules nor weights were made on, against claims annotated by hand and adjudicated."""

import json
from pathlib import Path
from typing import Any

from evals.annotated import load_scorer, read_lines
from evals.question import Measured, Question, Read

ARTICLES, CLAIMS, SCORER = "gold/dev.articles.jsonl", "gold/dev.claims.jsonl", "score/score_claims.py"


def measure(annotated: Path, read: Read) -> Measured:
    """Read the articles and score their claims."""
    scorer = load_scorer(annotated / SCORER)
    gold = {row["article_id"]: row["claims"] for row in read_lines(annotated / CLAIMS)}
    records = read(read_lines(annotated / ARTICLES))
    result: dict[str, Any] = scorer.score(gold, {record["article_id"]: record["claims"] for record in records})
    scores = {name: result[name]["f1"] for name in ("spotted", "classed", "strict", "figures")}
    scores |= {f"{slot} right": share for slot, share in result["slots"].items() if f"{slot} right" in QUESTION.scores}
    scores["source found"] = result["where_gold_has_one"]["source"]
    scores["source kept empty"] = result["kept_empty_where_gold_is"]["source"]
    scores["places"] = result["places"]["f1"]
    return Measured(scores, json.dumps(result, indent=1))


QUESTION = Question(
    asks="Are the claims of a news article found, and found right?",
    cases=(ARTICLES, CLAIMS, SCORER),
    scores={
        "spotted": "claims found at the right words, F1",
        "classed": "found and of the right class, F1",
        "strict": "found with class, status, source, time, places and figures all right, F1",
        "figures": "numbers with measure and bounds, F1",
        "status right": "of the classed: happened, ongoing, expected or denied is right",
        "source right": "of the classed: who says so is right",
        "source found": "of the classed that are on somebody's word: that source is right",
        "source kept empty": "of the classed that the paper says itself: no source is read",
        "places": "places of the classed, F1",
        "time right": "of the classed: the days are right",
        "places right": "of the classed: every place is right and none is too many",
        "agents right": "of the classed: who did it is right",
    },
    measure=measure,
)
