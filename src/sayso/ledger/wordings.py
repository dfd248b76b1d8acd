"""What an article is about, by its uncommon words: numbers stand for the words, so that no name gets out with them."""

import math
import re
import zlib
from collections import Counter
from collections.abc import Mapping
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
    found = _WORD.findall(text)
    opening = len(_WORD.findall(text[: _OPENING + 1]))  # a word is two characters at least: one that begins later is not among them
    counts = Counter(word.lower() for word in found)
    counts.update(word.lower() for word in found[:opening])
    rarity = {word: rarity_of(word) for word in counts}
    weighed = {w: rarity[w] * (1 + math.log(n)) for w, n in counts.items() if rarity[w] >= _LEAST}
    kept = sorted(weighed, key=lambda w: (-weighed[w], w))[:_MOST]
    length = math.sqrt(sum(weighed[w] ** 2 for w in kept))
    return Wording(
        weights=dict(sorted((_number(w), round(weighed[w] / length, 4)) for w in kept)),
        rare=frozenset(_number(w) for w in kept if rarity[w] >= _RARE and not w[0].isdigit()),
    )


def sign_setting(text: str, start: int, end: int) -> Wording:
    """The uncommon words of a claim and around it."""
    return sign_text(text[max(0, start - _AROUND) : end + _AROUND])


def _number(word: str) -> int:
    return zlib.crc32(word.encode())


def likeness_of(one: Wording, other: Wording) -> float:
    """Cosine of two wordings: 1 where the same words are told as often, 0 where none is shared.

    >>> likeness_of(sign_text("Shells fell on Tarmin."), sign_text("Tarmin was shelled.")) > 0.4
    True
    """
    left, right = one.weights, other.weights
    shared = left.keys() & right.keys()
    return math.fsum([left[word] * right[word] for word in shared]) if shared else 0.0
