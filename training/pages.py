"""The fifth of the annotated articles that the network does not see, with what the rules make of it."""

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from sayso.gazetteer import Gazetteer
from training.corpora import read_lines, reserved
from training.examples import read_articles
from training.gold import LABELS, with_words
from training.pools import read_pools
from training.slots import Page

SEED, FIFTHS, HELD = 0, 5, 0


def fifth_of(names: Sequence[str]) -> dict[str, int]:
    """The fixed fifth that each article belongs to; worst cases are printed from the held one only.

    >>> sorted(fifth_of(["a", "b", "c", "d", "e"]).values())
    [0, 1, 2, 3, 4]
    """
    ordered = sorted(names)
    random.Random(SEED).shuffle(ordered)
    return {name: at % FIFTHS for at, name in enumerate(ordered)}


def held_names(shared: Path) -> frozenset[str]:
    """Names of the articles that are held, of gold/train and of the further annotated ones."""
    gold = [row["article_id"] for row in read_lines(shared / "gold" / "train.claims.jsonl")]
    further = [row["article_id"] for row in read_lines(LABELS / "annotated.jsonl")]
    return frozenset(name for part in (gold, further) for name, fifth in fifth_of(part).items() if fifth == HELD)


def read_pages(shared: Path, gazetteer: Gazetteer) -> Iterator[Page]:
    """The held articles, ready to fit on."""
    held, pools = held_names(shared), read_pools(shared / "corpora", reserved(shared / "corpora"))
    texts = {row["article_id"]: row for row in read_lines(shared / "gold" / "train.articles.jsonl")}
    claims = {row["article_id"]: row["claims"] for row in read_lines(shared / "gold" / "train.claims.jsonl")}
    for row in read_lines(LABELS / "annotated.jsonl"):
        name = row["article_id"]
        texts[name] = dict(pools[name])
        claims[name] = [with_words(pools[name]["text"], claim) for claim in row["claims"]]
    rows = [texts[name] for name in sorted(held)]
    for article, mentions, attributions, hints in read_articles(rows, gazetteer):
        yield Page(article, mentions, attributions, hints, claims[article.article_id])
