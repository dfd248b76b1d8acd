"""The annotated articles that the network does not see, with what the rules make of them."""

from collections.abc import Iterator
from pathlib import Path

from evals.annotated import held_fifth
from sayso.gazetteer import Gazetteer
from training.cases import Page
from training.corpora import read_lines, reserved
from training.examples import read_articles
from training.gold import LABELS, with_words
from training.pools import read_pools


def held_names(shared: Path) -> frozenset[str]:
    """Names of the texts that are held: a fifth of gold/train and of the plain texts; of further articles those of `held.jsonl`."""
    gold = [row["article_id"] for row in read_lines(shared / "gold" / "train.claims.jsonl")]
    plain = [row["article_id"] for row in read_lines(LABELS / "plain.jsonl")]
    return held_fifth(gold) | held_fifth(plain)


def kept_names() -> frozenset[str]:
    """Names of the further articles that are fitted on alone: nothing of them is learned, whatever corpus labels them."""
    return frozenset(row["article_id"] for row in read_lines(LABELS / "held.jsonl"))


def measured_names() -> frozenset[str]:
    """Names of the articles that measure reading outside Syria and Iraq: nothing of them is learned, whatever corpus labels them."""
    return frozenset(row["article_id"] for row in read_lines(Path(__file__).parents[1] / "evals" / "outside" / "claims.jsonl"))


def read_pages(shared: Path, gazetteer: Gazetteer) -> Iterator[Page]:
    """The texts to fit on, which the network has not seen: further articles that are kept for this alone, and a fifth of the plain texts.

    The held fifth of gold/train is none of them: worst cases are printed from it.
    """
    held, pools = held_names(shared), read_pools(shared / "corpora", reserved(shared / "corpora"))
    labelled = {row["article_id"]: row["claims"] for row in read_lines(LABELS / "held.jsonl")}
    plain = {row["article_id"]: row for row in read_lines(LABELS / "plain.jsonl") if row["article_id"] in held}
    labelled |= {name: row["claims"] for name, row in plain.items()}
    pools |= plain
    claims = {name: [with_words(pools[name]["text"], claim) for claim in rows] for name, rows in labelled.items()}
    for article, mentions, attributions, hints in read_articles([pools[name] for name in claims], gazetteer):
        yield Page(article, mentions, attributions, hints, claims[article.article_id])
