"""Fit the weights that tell flow from stock on the figures of annotated claims; `python -m training` calls it.

Same data, same bytes. A figure of gold/train counts GOLD times: its claims were adjudicated.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec
import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from sayso.claims.figure_kinds import DEFINED, kind_features
from sayso.claims.weighing import Weights
from training.corpora import read_lines, reserved
from training.documents import Span, find_all, nearest
from training.gold import LABELS, OWN, Claim
from training.pages import held_names, kept_names, measured_names
from training.pools import read_pools

STRENGTH, LEAST, SMALLEST, GOLD = 0.1, 10, 0.05, 2.0
"""Inverse regularisation, figures that a feature must be seen in, the smallest weight that is kept, and how often gold/train counts."""


class Case(msgspec.Struct, frozen=True):
    """A figure with what is seen of it, and whether it is a stock."""

    features: tuple[str, ...]
    stock: bool
    gold: bool


def _at(text: str, claim: Claim, figure: Claim) -> Span | None:
    if "at" in figure:
        return figure["at"][0], figure["at"][1]
    clause = (claim["start"], claim["end"])
    return nearest(find_all(text, figure["text"]), clause, clause)


def cases_of(text: str, claims: list[Claim], *, gold: bool) -> Iterator[Case]:
    """The figures of a text that are flow or stock and by no definition one of them."""
    for claim in claims:
        for figure in claim["figures"]:
            span = _at(text, claim, figure)
            if span and figure["kind"] and figure["measure"] not in DEFINED:
                told = kind_features(text, span, figure["measure"], claim["event"], figure["unit"])
                yield Case(tuple(told), figure["kind"] == "stock", gold)


def read_cases(shared: Path) -> Iterator[Case]:
    """The figures of all annotated texts that are neither held nor measured."""
    pools = read_pools(shared / "corpora", reserved(shared / "corpora"))
    out = held_names(shared) | kept_names() | measured_names()
    texts = {name: row["text"] for name, row in pools.items()} | {
        row["article_id"]: row["text"] for row in read_lines(shared / "gold" / "train.articles.jsonl")
    }
    for path in (shared / "gold" / "train.claims.jsonl", LABELS / "annotated.jsonl", *(LABELS / f"{name}.jsonl" for name in OWN)):
        for row in read_lines(path):
            text = row.get("text") or texts.get(row["article_id"])
            if text and row["article_id"] not in out:
                yield from cases_of(text, row["claims"], gold=path.parent.name == "gold")


def fit(cases: list[Case]) -> Weights:
    """Weights as they ship: rare features and small weights left out, two decimals."""
    seen = Counter(feature for case in cases for feature in case.features)
    index = {feature: at for at, feature in enumerate(sorted(f for f, n in seen.items() if n >= LEAST))}
    rows = [[index[f] for f in case.features if f in index] for case in cases]
    ends = np.cumsum([0, *map(len, rows)])
    cells = np.array([cell for row in rows for cell in row])
    matrix = csr_matrix((np.ones(len(cells)), cells, ends), shape=(len(rows), len(index)))
    model = LogisticRegression(C=STRENGTH, solver="liblinear", max_iter=500)
    model.fit(matrix, [case.stock for case in cases], sample_weight=[GOLD if case.gold else 1.0 for case in cases])
    weights = {f: round(float(w), 2) for f, w in zip(index, model.coef_[0], strict=True) if abs(w) >= SMALLEST}
    return Weights(bias=round(float(model.intercept_[0]), 4), least=0.5, alone=1.0, weights=weights)


def write_kinds(shared: Path, out: Path) -> None:
    """Fit on all that is not held and write the weights."""
    cases = list(read_cases(shared))
    weights = fit(cases)
    out.write_bytes(msgspec.json.encode(weights))
    print(f"flow or stock: {len(cases)} figures, {len(weights.weights)} features, {out.stat().st_size} bytes", flush=True)
