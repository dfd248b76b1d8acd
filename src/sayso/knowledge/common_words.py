"""How common words are in reporting: a counted table, so that words are weighed alike however many articles a ledger holds."""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

UNSEEN = 6.5
"""For a word that the table does not hold; the rarest that it holds has 5.8."""


@cache
def _degrees() -> dict[str, float]:
    lines = files("sayso.knowledge").joinpath("english", "common_words.txt").read_text(encoding="utf8").splitlines()
    rows = (line.split() for line in lines if not line.startswith("#"))
    return {word: float(degree) for degree, *words in rows for word in words}


def rarity_of(word: str) -> float:
    """How rare a lower-case word is: 0 where every report of some kind has it, then -ln of the share of reports that do.

    >>> rarity_of("said") < rarity_of("shelling") < rarity_of("bakery") < rarity_of("tarmin")
    True
    """
    return _degrees().get(word, UNSEEN)


def rarities_of(words: Iterable[str], least: float) -> dict[str, float]:
    """The same of many words, of those that are so rare at least."""
    find = _degrees().get
    return {word: degree for word in words if (degree := find(word, UNSEEN)) >= least}
