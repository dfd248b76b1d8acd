"""What an article is about, by its uncommon words: numbers stand for the words, so that no name gets out with them."""

import math
import re
import zlib
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

import msgspec

from sayso.knowledge.common_words import rarity_of


class Wording(msgspec.Struct, frozen=True, array_like=True, eq=False):
    """Uncommon words of a text, each as a number with its weight, and which of them are rare; two are equal only if one and the same."""

    weights: dict[int, float] = {}
    rare: frozenset[int] = frozenset()


class Signs(NamedTuple):
    """What merging knows of texts: the wording of each article, by its digest, and of each claim and its surroundings, by its id."""

    articles: Mapping[str, Wording] = {}
    settings: Mapping[str, Wording] = {}


NO_SIGNS, NO_WORDING = Signs(), Wording()

_WORD = re.compile(r"[^\W_]{2,}")
_OPENING = 600
"""Characters at the start of a text whose words count twice: news tells there what it is about."""
_AROUND = 250
"""Characters on either side of a claim that tell what it is about: two or three sentences."""
_LEAST, _RARE = 1.5, 5.0
"""A word in more than a fifth of the reports of some kind says nothing of what one is about; one in fewer than 1 of 150 is rare."""
_MOST = 150
"""Words that are kept; fewer lost recall on the tuned half of GVA, more gained nothing (evals/NOTES.md, Merging)."""


def sign_text(text: str) -> Wording:
    """The uncommon words of a text, weighed by how rare and how often told they are; squares of the weights sum to one.

    >>> len(sign_text("Shells fell on Tarmin. Tarmin is a town.").weights), sign_text("It is said that he was there.")
    (3, Wording(weights={}, rare=frozenset()))
    """
    words = [word.lower() for word in _WORD.findall(text)]
    opening = len(_WORD.findall(text[: _OPENING + 1]))  # a word is two characters at least: one that begins later is not among them
    counts = Counter(words)
    counts.update(words[:opening])
    rarity = {word: degree for word in counts if (degree := rarity_of(word)) >= _LEAST}
    weighed = sorted((-degree * (1 + math.log(counts[word])), word) for word, degree in rarity.items())[:_MOST]
    length = math.sqrt(sum(weight**2 for weight, _ in weighed))
    numbered = [(_number(word), -weight, word) for weight, word in weighed]
    return Wording(
        weights={number: round(weight / length, 4) for number, weight, _ in sorted(numbered)},
        rare=frozenset(number for number, _, word in numbered if rarity[word] >= _RARE and not word[0].isdigit()),
    )


def sign_setting(text: str, start: int, end: int) -> Wording:
    """The uncommon words of a claim and around it."""
    return sign_text(text[max(0, start - _AROUND) : end + _AROUND])


@lru_cache(maxsize=100_000)
def _number(word: str) -> int:
    return zlib.crc32(word.encode())


def likeness_of(one: Wording, other: Wording) -> float:
    """Cosine of two wordings: 1 where the same words are told as often, 0 where none is shared.

    >>> likeness_of(sign_text("Shells fell on Tarmin."), sign_text("Tarmin was shelled.")) > 0.4
    True
    """
    few, many = (one.weights, other.weights) if len(one.weights) < len(other.weights) else (other.weights, one.weights)
    found = many.get
    return math.fsum([weight * theirs for word, weight in few.items() if (theirs := found(word)) is not None])
