"""Fit the weights that tell flow from stock on the figures of annotated claims; `python -m training` calls it.

usage: python -m training.kinds SHARED    (how often the weights that ship are right on texts that they were not fitted on)

Same data, same bytes. A figure of gold/train counts GOLD times: its claims were adjudicated.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

from sayso.claims.figure_kinds import DEFINED, kind_features, kind_of_figure
from training.corpora import read_lines, reserved
from training.documents import Span, find_all, nearest
from training.gold import LABELS, OWN, Claim
from training.linear import fit_table
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


def figures_of(text: str, claims: list[Claim]) -> Iterator[tuple[Span, Claim, Claim]]:
    """The figures of a text that are flow or stock: where each stands, its claim, the figure."""
    for claim in claims:
        for figure in claim["figures"]:
            span = _at(text, claim, figure)
            if span and figure["kind"]:
                yield span, claim, figure


def cases_of(text: str, claims: list[Claim], *, gold: bool) -> Iterator[Case]:
    """The figures of a text that are by no definition flow or stock."""
    for span, claim, figure in figures_of(text, claims):
        if figure["measure"] not in DEFINED:
            told = kind_features(text, span, figure["measure"], claim["event"], figure["unit"])
            yield Case(tuple(told), figure["kind"] == "stock", gold)


def read_texts(shared: Path) -> dict[str, str]:
    """Texts by name, of the pools and of gold/train."""
    texts = {name: row["text"] for name, row in read_pools(shared / "corpora", reserved(shared / "corpora")).items()}
    return texts | {row["article_id"]: row["text"] for row in read_lines(shared / "gold" / "train.articles.jsonl")}


def read_cases(shared: Path) -> Iterator[Case]:
    """The figures of all annotated texts that are neither held nor measured."""
    texts, out = read_texts(shared), held_names(shared) | kept_names() | measured_names()
    for path in (shared / "gold" / "train.claims.jsonl", LABELS / "annotated.jsonl", *(LABELS / f"{name}.jsonl" for name in OWN)):
        for row in read_lines(path):
            text = row.get("text") or texts.get(row["article_id"])
            if text and row["article_id"] not in out:
                yield from cases_of(text, row["claims"], gold=path.parent.name == "gold")


def measure_kinds(shared: Path) -> Iterator[str]:
    """How often the weights that ship are right, on the articles that are held and on the held fifth of gold/train."""
    texts, held = read_texts(shared), held_names(shared)
    for name, path in (("held articles", LABELS / "held.jsonl"), ("held fifth of gold/train", shared / "gold" / "train.claims.jsonl")):
        rows = [row for row in read_lines(path) if row["article_id"] in (held if path.parent.name == "gold" else texts)]
        right = [
            kind_of_figure(texts[row["article_id"]], span, figure["measure"], claim["event"], figure["unit"]) == figure["kind"]
            for row in rows
            for span, claim, figure in figures_of(texts[row["article_id"]], row["claims"])
        ]
        yield f"{name}: {sum(right) / len(right):.3f} of {len(right)} figures"


def write_kinds(shared: Path, out: Path) -> None:
    """Fit on all that is not held and write the weights."""
    cases = list(read_cases(shared))
    rows, stocks, counts = [case.features for case in cases], [case.stock for case in cases], [GOLD if case.gold else 1.0 for case in cases]
    weights = fit_table(rows, stocks, strength=STRENGTH, least=LEAST, smallest=SMALLEST, counts=counts)
    out.write_bytes(msgspec.json.encode(weights))
    print(f"flow or stock: {len(cases)} figures, {len(weights.weights)} features, {out.stat().st_size} bytes", flush=True)


if __name__ == "__main__":
    print("\n".join(measure_kinds(Path(sys.argv[1]))))
