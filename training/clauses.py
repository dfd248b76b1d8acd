"""Fit how far the words of claims reach, and which words of one class tell of one claim; `python -m training` calls it.

Same data, same bytes.
"""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from training.clause_cases import Sentence, extent_cases, join_cases, sentences_of
from training.gold import LABELS, read_words
from training.linear import fit_table
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


def write_clauses(shared: Path, folder: Path) -> None:
    """Fit on all that is not held and write the weights into `extents.json` and `joins.json` of a folder."""
    sentences = list(read_sentences(shared))
    for name, cases_of, settings in (("extents", extent_cases, EXTENTS), ("joins", join_cases, JOINS)):
        cases = [case for sentence in sentences for case in cases_of(sentence)]
        strength, least = settings
        weights = fit_table([row for row, _ in cases], [yes for _, yes in cases], strength=strength, least=least, smallest=SMALLEST)
        (folder / f"{name}.json").write_bytes(msgspec.json.encode(weights))
        print(f"{name}: {len(cases)} cases, {len(weights.weights)} features", flush=True)
