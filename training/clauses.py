"""Fit how far the words of claims reach, and which words of one class tell of one claim; `python -m training` calls it.

Same data, same bytes.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from sayso.claims.weighing import Weights
from training.clause_cases import Case, Sentence, extent_cases, join_cases, sentences_of
from training.gold import LABELS, read_words
from training.linear import fit_flags
from training.words import read_pages

SMALLEST = 0.02
"""The smallest weight that is kept."""
EXTENTS, JOINS = (1.0, 12), (0.3, 4)
"""Inverse regularisation, and cases that a feature must be seen in."""


def read_sentences(shared: Path) -> Iterator[Sentence]:
    """The sentences with claims of all annotated texts that are not held."""
    words = read_words(LABELS / "gold_train_words.tsv")
    for page in read_pages(shared):
        told = [(claim, claim.get("trigger") or words.get((page.name, claim.get("id", "")))) for claim in page.claims]
        yield from sentences_of(page.scenes, told)


def fit(cases: Sequence[Case], strength: float, least: int) -> Weights:
    """Weights as they ship: rare features and small weights left out, two decimals."""
    seen = Counter(feature for features, _ in cases for feature in features)
    index = {feature: at for at, feature in enumerate(sorted(f for f, n in seen.items() if n >= least))}
    bias, fitted = fit_flags([features for features, _ in cases], [yes for _, yes in cases], index, strength)
    weights = {feature: round(weight, 2) for feature, weight in fitted.items() if abs(weight) >= SMALLEST}
    return Weights(bias=round(bias, 4), least=0.5, alone=1.0, weights=weights)


def write_clauses(shared: Path, folder: Path) -> None:
    """Fit on all that is not held and write the weights into `extents.json` and `joins.json` of a folder."""
    sentences = list(read_sentences(shared))
    for name, cases_of, settings in (("extents", extent_cases, EXTENTS), ("joins", join_cases, JOINS)):
        cases = [case for sentence in sentences for case in cases_of(sentence)]
        weights = fit(cases, *settings)
        (folder / f"{name}.json").write_bytes(msgspec.json.encode(weights))
        print(f"{name}: {len(cases)} cases, {len(weights.weights)} features", flush=True)
