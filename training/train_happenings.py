"""Train the linear weights of the listed words of happenings from annotated claims; `training/slots.py` weighs them with the network.

usage: train_happenings.py GOLD_FOLDER [--out FILE]

GOLD_FOLDER holds `train.articles.jsonl` and `train.claims.jsonl`.
Needs scikit-learn, which the package itself does not. Same data, same seed, same bytes.
"""

import argparse
import json
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from sayso.claims.features import Scene, describe_trigger, profile_of
from sayso.claims.happenings import scenes_of
from sayso.claims.scorer import Weights
from sayso.language.sentences import split_sentences

SEED = 0
STRENGTH = 0.1
"""Inverse regularisation; 0.06 to 0.15 differ by 0.002 in average precision over the folds."""
LEAST = 3
"""Articles that a column must be seen in, so that no single article's names are kept."""
SMALLEST = 0.015
THRESHOLD = 0.36
"""Of 0.26 to 0.40 the best classed F1 over the folds (0.654) at the best precision; they differ by 0.006."""

Column = tuple[str, str]
Claims = list[dict[str, Any]]


class Page(msgspec.Struct, frozen=True):
    """An annotated article with its sentences as the reader sees them."""

    name: str
    text: str
    scenes: tuple[Scene, ...]
    claims: Claims


class Case(msgspec.Struct, frozen=True):
    """A trigger in an article: its class, its features, and whether an annotated claim of that class covers it."""

    article: str
    event: str
    features: tuple[str, ...]
    tells: bool


def read_lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf8").split("\n") if line.strip()]


def read_pages(gold: Path) -> list[Page]:
    """All annotated articles of a folder."""
    claims = {row["article_id"]: row["claims"] for row in read_lines(gold / "train.claims.jsonl")}
    return [
        Page(row["article_id"], text := row["text"], scenes_of(text, split_sentences(text, (0, len(text)))), claims[row["article_id"]])
        for row in read_lines(gold / "train.articles.jsonl")
    ]


def cases_of(page: Page) -> list[Case]:
    """Every trigger of an article as a case."""
    found, profile = [], profile_of(page.scenes)
    for scene in page.scenes:
        for trigger in scene.triggers:
            at, event = scene.tokens[trigger.first].start, trigger.rule.event
            tells = any(c["event"] == event and c["start"] <= at < c["end"] for c in page.claims)
            found.append(Case(page.name, event, describe_trigger(scene, trigger, profile), tells))
    return found


def columns(case: Case) -> list[Column]:
    """The weights that a case uses: of all classes and of its own."""
    return [(feature, kind) for feature in case.features for kind in ("*", case.event)]


def index_columns(cases: list[Case]) -> dict[Column, int]:
    """Columns that cases of at least LEAST articles use, numbered."""
    articles: dict[Column, set[str]] = {}
    for case in cases:
        for column in columns(case):
            articles.setdefault(column, set()).add(case.article)
    return {column: at for at, column in enumerate(sorted(c for c, a in articles.items() if len(a) >= LEAST))}


def fit(cases: list[Case]) -> tuple[float, dict[Column, float]]:
    """Bias and weights of a logistic regression."""
    index = index_columns(cases)
    rows = [[index[c] for c in columns(case) if c in index] for case in cases]
    ends = np.cumsum([0, *map(len, rows)])
    cells = np.array([cell for row in rows for cell in row])
    matrix = csr_matrix((np.ones(len(cells)), cells, ends), shape=(len(rows), len(index)))
    model = LogisticRegression(C=STRENGTH, solver="liblinear", random_state=SEED, max_iter=500)
    model.fit(matrix, [case.tells for case in cases])
    return float(model.intercept_[0]), dict(zip(index, map(float, model.coef_[0]), strict=True))


def train(pages: list[Page]) -> Weights:
    """Weights as they ship: small ones left out, two decimals."""
    cases = [case for page in pages for case in cases_of(page)]
    bias, fitted = fit(cases)
    table: dict[str, dict[str, float]] = {}
    for (feature, kind), weight in sorted(fitted.items()):
        if abs(weight) >= SMALLEST:
            table.setdefault(feature, {})[kind] = round(weight, 2)
    made: dict[str, str | int | float] = {"data": "gold/train", "articles": len(pages), "cases": len(cases)}
    made |= {"seed": SEED, "strength": STRENGTH, "least": LEAST}
    return Weights(bias=round(bias, 4), threshold=THRESHOLD, calibration=(1.0, 0.0), weights=table, made_with=made)


def main() -> None:
    """Train on the whole folder and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--out", type=Path, default=Path("src/sayso/claims/data/happenings.json"))
    args = parser.parse_args()
    pages = read_pages(args.gold)
    weights = train(pages)
    args.out.write_bytes(msgspec.json.encode(weights))
    print(f"{weights.made_with}, {len(weights.weights)} features, {args.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
