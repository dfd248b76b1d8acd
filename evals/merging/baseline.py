"""The plain way to merge: articles within ten days of each other whose words are alike are of one incident."""

import datetime as dt
import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence

_WORD = re.compile(r"[^\W\d_]{2,}")
_DAYS = 10
_ALIKE = 0.15
"""Least cosine; of 0.10 to 0.50 in steps of 0.05 the best on the half that is tuned on."""


def weigh_words(texts: Sequence[str]) -> list[dict[str, float]]:
    """The words of each text by TF-IDF over all of them, at length one."""
    counts = [Counter(_WORD.findall(text.lower())) for text in texts]
    holding = Counter(word for count in counts for word in count)
    weighed = [{w: (1 + math.log(n)) * math.log(len(texts) / holding[w]) for w, n in count.items()} for count in counts]
    lengths = [math.sqrt(sum(x * x for x in words.values())) or 1.0 for words in weighed]
    return [{w: x / length for w, x in words.items()} for words, length in zip(weighed, lengths, strict=True)]


def merge_by_words(texts: Sequence[str], days: Sequence[dt.date], alike: float = _ALIKE) -> list[int]:
    """A number for each article, the same for those that are joined.

    >>> day = dt.date(2017, 1, 1)
    >>> merge_by_words(["a shot in Aris", "one shot in Aris", "rain in Tarmin"], [day, day, day])
    [0, 0, 2]
    """
    group = list(range(len(texts)))
    for one, other in _pairs_alike(weigh_words(texts), alike):
        if abs((days[one] - days[other]).days) <= _DAYS and group[one] != group[other]:
            kept, gone = sorted((group[one], group[other]))
            group = [kept if g == gone else g for g in group]
    return group


def _pairs_alike(weighed: Sequence[dict[str, float]], alike: float) -> list[tuple[int, int]]:
    holding: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    pairs = []
    for at, words in enumerate(weighed):
        cosine: defaultdict[int, float] = defaultdict(float)
        for word, weight in words.items():
            for other, theirs in holding[word]:
                cosine[other] += weight * theirs
            holding[word].append((at, weight))
        pairs += [(other, at) for other, value in cosine.items() if value >= alike]
    return pairs
