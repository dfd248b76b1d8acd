"""What an article is about, by its uncommon words: numbers stand for the words, so that no name gets out with them."""

import math
import re
import zlib
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import msgspec

from sayso.knowledge.common_words import rarities_of


class Wording(msgspec.Struct, frozen=True, gc=False, array_like=True, eq=False):
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
    return _weigh(words, len(_WORD.findall(text[: _OPENING + 1])))  # a word is two characters at least: one that begins later is not in it


def _weigh(words: Sequence[str], opening: int) -> Wording:
    """Words weighed, those of the opening twice."""
    counts = Counter(words)
    counts.update(words[:opening])
    rarity = rarities_of(counts, _LEAST)
    weighed = sorted((-degree * (1 + math.log(counts[word])), word) for word, degree in rarity.items())[:_MOST]
    length = math.sqrt(sum(weight**2 for weight, _ in weighed))
    numbered = [(_number(word), -weight, word) for weight, word in weighed]
    return Wording(
        weights={number: round(weight / length, 4) for number, weight, _ in sorted(numbered)},
        rare=frozenset(number for number, _, word in numbered if rarity[word] >= _RARE and not word[0].isdigit()),
    )


def sign_settings(text: str, claims: Iterable[tuple[int, int]]) -> list[Wording]:
    """The uncommon words of claims and around them; a claim is given by where in the text it begins and ends.

    >>> text = "Shells fell on Tarmin. " * 40
    >>> sign_settings(text, [(460, 482)])[0].weights == sign_text(text[210:732]).weights
    True
    """
    found = [(m.start(), m.end(), m[0].lower()) for m in _WORD.finditer(text)]
    starts, ends = [word[0] for word in found], [word[1] for word in found]
    settings = []
    for start, end in claims:
        first, last = max(0, start - _AROUND), end + _AROUND
        near = found[bisect_right(ends, first) : bisect_left(starts, last)]
        words = [word if first <= s and e <= last else _cut(text, max(s, first), min(e, last)) for s, e, word in near]
        opening = sum(1 for (s, _, _), word in zip(near, words, strict=True) if word and s < first + _OPENING)
        settings.append(_weigh([word for word in words if word], opening))
    return settings


def _cut(text: str, start: int, end: int) -> str:
    """What is left of a word at the edge; nothing where that is a letter."""
    return text[start:end].lower() if end - start > 1 else ""


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
