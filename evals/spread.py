"""Scores by class and by war, as docs/model-card.md shows them: of gold/dev and of the articles from outside Syria and Iraq together.

usage: python -m evals.spread
"""

import os
import sys
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import ModuleType

from evals.annotated import find_or_tell, load_scorer, read_lines
from evals.claims.run import ARTICLES, CLAIMS, SCORER, Claims
from evals.outside.run import list_cases
from evals.question import Json
from evals.reading import CaseReader
from sayso.cli.gazetteer_file import open_gazetteer

FEWEST = 20
"""Claims that a country must have for a row of its own."""


def war_of(claims: Sequence[Json]) -> str:
    """The country that most places of an article's claims lie in; "-" where none has one.

    >>> war_of([{"places": [{"country": "YE"}, {"country": "YE"}, {"country": "SO"}]}])
    'YE'
    """
    counts = Counter(place["country"] for claim in claims for place in claim["places"] if place["country"])
    return min(counts, key=lambda code: (-counts[code], code), default="-")


def table(title: str, rows: Mapping[str, Mapping[str, float]]) -> str:
    """A table in Markdown, the rows with most claims first.

    >>> print(table("war", {"YE": {"claims": 30, "spotted": 0.8, "classed": 0.7}}))
    | war | claims | spotted | classed |
    | --- | --- | --- | --- |
    | YE | 30 | 0.80 | 0.70 |
    """
    names = list(next(iter(rows.values())))
    lines = [f"| {' | '.join([title, *names])} |", f"| {' | '.join(['---'] * (1 + len(names)))} |"]
    for key, row in sorted(rows.items(), key=lambda pair: (-pair[1]["claims"], pair[0])):
        lines.append(f"| {key} | {row['claims']:.0f} | " + " | ".join(f"{row[n]:.2f}" for n in names[1:]) + " |")
    return "\n".join(lines)


def by_war(scorer: ModuleType, gold: Claims, read: Claims) -> dict[str, dict[str, float]]:
    """F1 of claims spotted and classed, by the country that an article tells of."""
    wars: dict[str, list[str]] = defaultdict(list)
    for name, claims in gold.items():
        wars[war_of(claims)].append(name)
    rows = {}
    for war, names in wars.items():
        result = scorer.score({n: gold[n] for n in names}, {n: read.get(n, []) for n in names})
        if result["gold_claims"] >= FEWEST:
            rows[war] = {"claims": result["gold_claims"], "spotted": result["spotted"]["f1"], "classed": result["classed"]["f1"]}
    return rows


def by_class(scorer: ModuleType, gold: Claims, read: Claims) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 of every class."""
    found: dict[str, dict[str, float]] = scorer.score(gold, read)["per_class"]
    shown = {"claims": "gold", "precision": "precision", "recall": "recall", "F1": "f1"}
    return {event: {name: row[key] for name, key in shown.items()} for event, row in found.items()}


def main() -> int:
    """Read, score, print; 2 where there are no annotated articles."""
    folder = find_or_tell(os.environ, Path(__file__).parents[1])
    if folder is None:
        return 2
    articles, gold = list_cases(folder)
    articles += read_lines(folder / ARTICLES)
    gold |= {row["article_id"]: row["claims"] for row in read_lines(folder / CLAIMS)}
    read = {record["article_id"]: record["claims"] for record in CaseReader(open_gazetteer(None))(articles)}
    scorer = load_scorer(folder / SCORER)
    print(f"{len(gold)} articles\n\n{table('class', by_class(scorer, gold, read))}\n\n{table('country', by_war(scorer, gold, read))}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
