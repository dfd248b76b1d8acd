"""Train the weights of the linear reader of happenings from annotated claims, and say how well it reads articles it has not seen.

usage: train_happenings.py GOLD_FOLDER [--scorer FILE] [--out FILE]

GOLD_FOLDER holds `train.articles.jsonl` and `train.claims.jsonl`; FILE is `score_claims.py`, needed for the classed F1 of the folds.
Needs scikit-learn, which the package itself does not. Same data, same seed, same bytes.
"""

import argparse
import importlib.util
import json
import random
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec
import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from sayso.claims.features import Scene, describe_trigger, profile_of
from sayso.claims.happenings import read_scenes, scenes_of
from sayso.claims.scorer import Weights
from sayso.language.sentences import split_sentences
from sayso.model.happenings import Happening

SEED, FOLDS = 0, 5
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


def train(pages: list[Page], calibration: tuple[float, float] = (1.0, 0.0)) -> Weights:
    """Weights as they ship: small ones left out, two decimals."""
    cases = [case for page in pages for case in cases_of(page)]
    bias, fitted = fit(cases)
    table: dict[str, dict[str, float]] = {}
    for (feature, kind), weight in sorted(fitted.items()):
        if abs(weight) >= SMALLEST:
            table.setdefault(feature, {})[kind] = round(weight, 2)
    made: dict[str, str | int | float] = {"data": "gold/train", "articles": len(pages), "cases": len(cases)}
    made |= {"seed": SEED, "strength": STRENGTH, "least": LEAST}
    return Weights(bias=round(bias, 4), threshold=THRESHOLD, calibration=calibration, weights=table, made_with=made)


def read_unseen(pages: list[Page]) -> dict[str, list[Happening]]:
    """Happenings of every article, read with weights from the other folds."""
    names = sorted(page.name for page in pages)
    random.Random(SEED).shuffle(names)
    fold = {name: at % FOLDS for at, name in enumerate(names)}
    found: dict[str, list[Happening]] = {}
    for k in range(FOLDS):
        weights = train([page for page in pages if fold[page.name] != k])
        found |= {page.name: list(read_scenes(page.text, page.scenes, weights)) for page in pages if fold[page.name] == k}
    return found


def calibrate(scores: list[float], right: list[bool]) -> tuple[float, float]:
    """Slope and offset in log odds that make scores shares of right claims."""
    odds = np.log(np.array(scores) / (1 - np.array(scores)))
    model = LogisticRegression(C=1e6).fit(odds.reshape(-1, 1), right)
    return round(float(model.coef_[0][0]), 3), round(float(model.intercept_[0]), 3)


def load_scorer(path: Path) -> ModuleType:
    """The published scorer as a module."""
    spec = importlib.util.spec_from_file_location("score_claims", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path} is no Python module: give the path of score_claims.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def measure(pages: list[Page], scorer: ModuleType) -> tuple[float, float]:
    """Print the figures of the folds; return the calibration."""
    unseen = {name: [msgspec.to_builtins(h) for h in found] for name, found in read_unseen(pages).items()}
    scores, right, total = [], [], Counter[Any]()
    for page in pages:
        given = unseen[page.name]
        total += scorer.count(page.claims, given)
        hits = {id(s) for g, s in scorer.assign(page.claims, given) if g["event"] == s["event"]}
        scores += [min(max(s["score"], 0.001), 0.999) for s in given]
        right += [id(s) in hits for s in given]
    for name, row in scorer.headline(total).items():
        print(f"{name:8} {row}")
    hedged = scorer.prf(total["hedged_both"], total["hedged_system"], total["hedged_gold"])
    print("status", scorer.share(total, ("slot", "status"), "classed"), "hedged", hedged)
    for event in scorer.EVENTS:
        hit, read, wanted = (total[key, event] for key in ("class_right", "class_system", "class_gold"))
        print(f"  {event:13}", scorer.prf(hit, read, wanted), wanted)
    return calibrate(scores, right)


def main() -> None:
    """Measure over folds, then train on the whole folder and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--scorer", type=Path)
    parser.add_argument("--out", type=Path, default=Path("src/sayso/claims/data/happenings.json"))
    args = parser.parse_args()
    pages = read_pages(args.gold)
    calibration = measure(pages, load_scorer(args.scorer)) if args.scorer else (1.0, 0.0)
    weights = train(pages, calibration)
    args.out.write_bytes(msgspec.json.encode(weights))
    print(f"{weights.made_with}, {len(weights.weights)} features, calibration {calibration}, {args.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
