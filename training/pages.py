"""The fifth of the annotated articles that the network does not see, with what the rules make of it."""

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
    """Names of the articles that are held, of gold/train, of the further annotated ones and of the plain texts."""
    gold = [row["article_id"] for row in read_lines(shared / "gold" / "train.claims.jsonl")]
    further = [row["article_id"] for row in read_lines(LABELS / "annotated.jsonl")]
    plain = [row["article_id"] for row in read_lines(LABELS / "plain.jsonl")]
    return held_fifth(gold) | held_fifth(further) | held_fifth(plain)


def measured_names() -> frozenset[str]:
    """Names of the articles that measure reading outside Syria and Iraq: nothing of them is learned, whatever corpus labels them."""
    return frozenset(row["article_id"] for row in read_lines(Path(__file__).parents[1] / "evals" / "outside" / "claims.jsonl"))


def read_pages(shared: Path, gazetteer: Gazetteer) -> Iterator[Page]:
    """The texts to fit on, which the network has not seen: the held fifth of the further ones, and those that are kept for this alone.

    The held fifth of gold/train is none of them: worst cases are printed from it.
    """
    held, pools = held_names(shared), read_pools(shared / "corpora", reserved(shared / "corpora"))
    labelled = {row["article_id"]: row["claims"] for row in read_lines(LABELS / "annotated.jsonl") if row["article_id"] in held}
    labelled |= {row["article_id"]: row["claims"] for row in read_lines(LABELS / "held.jsonl")}
    plain = {row["article_id"]: row for row in read_lines(LABELS / "plain.jsonl") if row["article_id"] in held}
    labelled |= {name: row["claims"] for name, row in plain.items()}
    pools |= plain
    claims = {name: [with_words(pools[name]["text"], claim) for claim in rows] for name, rows in labelled.items()}
    for article, mentions, attributions, hints in read_articles([pools[name] for name in claims], gazetteer):
        yield Page(article, mentions, attributions, hints, claims[article.article_id])
