"""Train the linear weights of the listed words of happenings from annotated claims; `training/slots.py` weighs them with the network.

`python -m training` calls it first. Same data, same seed, same bytes.
"""

from pathlib import Path
from typing import Any

import msgspec

from sayso.claims.features import Scene, describe_trigger, profile_of
from sayso.claims.happenings import scenes_of
from sayso.claims.scorer import Weights
from sayso.language.sentences import split_sentences
from training.corpora import read_lines, reserved
from training.gold import LABELS, OWN
from training.linear import fit_flags
from training.pages import held_names
from training.pools import read_pools

SEED = 0
STRENGTH = 0.1
"""Inverse regularisation; 0.06 to 0.15 differ by 0.002 in average precision over the folds."""
LEAST = 3
"""Articles that a column must be seen in, so that no single article's names are kept."""
SMALLEST = 0.015

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


def read_pages(shared: Path) -> list[Page]:
    """All annotated texts that are not held: of gold/train, the further articles, those in our own words."""
    held, gold = held_names(shared), shared / "gold"
    claims = {row["article_id"]: row["claims"] for row in read_lines(gold / "train.claims.jsonl")}
    claims |= {row["article_id"]: row["claims"] for row in read_lines(LABELS / "annotated.jsonl")}
    pools = read_pools(shared / "corpora", reserved(shared / "corpora"))
    texts = {name: row["text"] for name, row in pools.items()}
    texts |= {row["article_id"]: row["text"] for row in read_lines(gold / "train.articles.jsonl")}
    for row in (row for name in OWN for row in read_lines(LABELS / f"{name}.jsonl")):
        claims[row["article_id"]], texts[row["article_id"]] = row["claims"], row["text"]
    names = [name for name in claims if name not in held]
    scenes = {name: scenes_of(texts[name], split_sentences(texts[name], (0, len(texts[name])))) for name in names}
    return [Page(name, texts[name], scenes[name], claims[name]) for name in names]


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
    return fit_flags([columns(case) for case in cases], [case.tells for case in cases], index_columns(cases), STRENGTH)


def train(pages: list[Page]) -> Weights:
    """Weights as they ship: small ones left out, two decimals."""
    cases = [case for page in pages for case in cases_of(page)]
    bias, fitted = fit(cases)
    table: dict[str, dict[str, float]] = {}
    for (feature, kind), weight in sorted(fitted.items()):
        if abs(weight) >= SMALLEST:
            table.setdefault(feature, {})[kind] = round(weight, 2)
    data = "gold/train, further articles and plain texts, none held"
    made: dict[str, str | int | float] = {"data": data, "articles": len(pages), "cases": len(cases)}
    made |= {"seed": SEED, "strength": STRENGTH, "least": LEAST}
    return Weights(bias=round(bias, 4), weights=table, made_with=made)


def write_words(shared: Path, out: Path) -> None:
    """Train on all that is not held and write the weights."""
    weights = train(read_pages(shared))
    out.write_bytes(msgspec.json.encode(weights))
    print(f"{weights.made_with}, {len(weights.weights)} features, {out.stat().st_size} bytes", flush=True)
