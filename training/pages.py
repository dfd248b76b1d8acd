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
    """The held articles to fit on: none of gold/train, which the linear weights were made from."""
    held, pools = held_names(shared), read_pools(shared / "corpora", reserved(shared / "corpora"))
    labelled = {row["article_id"]: row["claims"] for row in read_lines(LABELS / "annotated.jsonl") if row["article_id"] in held}
    claims = {name: [with_words(pools[name]["text"], claim) for claim in rows] for name, rows in labelled.items()}
    for article, mentions, attributions, hints in read_articles([pools[name] for name in claims], gazetteer):
        yield Page(article, mentions, attributions, hints, claims[article.article_id])
