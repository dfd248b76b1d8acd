"""Reasons of wording, between articles: how alike the words are of two claims, around them, and of their whole articles."""

import math
from functools import lru_cache

from sayso.ledger.findings import Finding
from sayso.ledger.profiles import Profile
from sayso.ledger.wordings import Wording, likeness_of

_LEAST = 0.03
"""Likeness is told from here on, on a scale of logarithms: one step is e times as alike."""
_SPAN = math.log(1 / _LEAST)


def compare_articles_told(a: Profile, b: Profile) -> Finding:
    """What speaks for or against any two claims of two articles before anything else is known of them."""
    return Finding(1.0, "told by two articles")


def compare_surroundings(a: Profile, b: Profile) -> Finding:
    """How alike the uncommon words are within some sentences of each claim."""
    return _compare(a.setting, b.setting, "the words around them are alike")


def compare_articles(a: Profile, b: Profile) -> Finding:
    """How alike the uncommon words of the two articles are."""
    return _compare_articles(a.article, b.article)


@lru_cache(maxsize=5000)
def _compare_articles(one: Wording, other: Wording) -> Finding:
    """The same for all claims of two articles."""
    return _compare(one, other, "their articles' words are alike")


def _compare(one: Wording, other: Wording, why: str) -> Finding:
    """One where two texts are the same, none where they share next to nothing."""
    degree = math.log(max(likeness_of(one, other), _LEAST) / _LEAST) / _SPAN
    return Finding(round(degree, 3), why)
