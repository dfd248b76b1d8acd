"""Claims that repeat another article's in nearly the same words: one voice, however many outlets print it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import msgspec

from sayso.knowledge.common_words import rarity_of
from sayso.model.claims import Claim
from sayso.model.events import ArticleHeader, FiledClaim

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_LEAST_WORDS = 8
"""Shorter claims say the same by chance; two headlines are no copy."""
_ALIKE, _ALIKE_IN_A_SHARED_TEXT = 0.72, 0.55
"""Least share of words and word pairs in common (Dice): for a claim by itself, and between articles that share two such claims."""
_TELLING_RUNS = 6
"""Runs of three words by which a claim finds others: those of the rarest words."""
COPY_DAYS = 365
"""Days between two articles from which on no claim of one is looked for in the other."""


class _Wording(msgspec.Struct, frozen=True):
    """A claim's words as they are compared: the words, their pairs, the numbers among them."""

    filed: FiledClaim
    words: tuple[str, ...]
    pairs: frozenset[tuple[str, str]]
    numbers: tuple[tuple[str, int | None, int | None], ...]


def file_claims(read: Iterable[tuple[ArticleHeader, Sequence[Claim]]]) -> tuple[FiledClaim, ...]:
    """File the claims of articles, earliest article first, each copy with the id of the claim that it repeats.

    A copy stands in another article, has the same class and figures, and shares nearly all its words; the earliest by day of
    publication (an unknown day comes last) and digest is the original.
    """
    filed = [FiledClaim(claim=claim, article=header) for header, claims in read for claim in claims]
    filed.sort(key=lambda f: f.filing_order)
    copies = _find_copies([_word(f) for f in filed])
    return tuple(msgspec.structs.replace(f, copy_of=copies[f.claim.id]) if f.claim.id in copies else f for f in filed)


def _word(filed: FiledClaim) -> _Wording:
    words = tuple(_WORD.findall(filed.claim.evidence.lower()))
    numbers = tuple(sorted({(f.measure, f.low, f.high) for f in filed.claim.figures}, key=str))
    return _Wording(filed, words, frozenset(pairwise(words)), numbers)


def _find_copies(wordings: Sequence[_Wording]) -> dict[str, str]:
    alike = [(a, b, _likeness(a, b)) for a, b in _candidates(wordings)]
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for a, b, likeness in alike:
        shared[a.filed.article.digest, b.filed.article.digest] += likeness >= _ALIKE
    best: dict[str, tuple[float, str]] = {}
    for a, b, likeness in alike:
        known = shared[a.filed.article.digest, b.filed.article.digest] >= 2
        if likeness >= (_ALIKE_IN_A_SHARED_TEXT if known else _ALIKE) and likeness > best.get(b.filed.claim.id, (0.0, ""))[0]:
            best[b.filed.claim.id] = (likeness, a.filed.claim.id)
    return {later: _original(earlier, best) for later, (_, earlier) in best.items()}


def _original(claim_id: str, best: dict[str, tuple[float, str]]) -> str:
    """Follow copies of copies back; every step leads to an earlier article, so this ends."""
    while claim_id in best:
        claim_id = best[claim_id][1]
    return claim_id


def _candidates(wordings: Sequence[_Wording]) -> Iterator[tuple[_Wording, _Wording]]:
    """Pairs of an earlier and a later claim of two articles that share a telling run of words, in filing order."""
    held: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, later in enumerate(wordings):
        runs = telling_runs(later.words)
        found = {i for run in runs for i in held[run]}
        yield from ((wordings[i], later) for i in sorted(found) if _may_copy(wordings[i], later))
        for run in runs:
            held[run].append(at)


def telling_runs(words: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """The runs of three words by which a claim is found; none of one that is too short to be called a copy."""
    if len(words) < _LEAST_WORDS:
        return ()
    runs = {tuple(words[i : i + 3]) for i in range(len(words) - 2)}
    return tuple(sorted(runs, key=lambda run: (-sum(map(rarity_of, run)), run))[:_TELLING_RUNS])


def _may_copy(earlier: _Wording, later: _Wording) -> bool:
    one, other = earlier.filed, later.filed
    same_kind = one.claim.event == other.claim.event and (one.claim.status == "denied") == (other.claim.status == "denied")
    days = (one.article.published, other.article.published)
    near = days[0] is None or days[1] is None or abs((days[0] - days[1]).days) <= COPY_DAYS
    return one.article.digest != other.article.digest and same_kind and near and earlier.numbers == later.numbers


def _likeness(a: _Wording, b: _Wording) -> float:
    """Dice coefficient over words and neighbouring pairs of words, averaged: order counts, a changed word costs little."""
    left, right = frozenset(a.words), frozenset(b.words)
    words = 2 * len(left & right) / (len(left) + len(right))
    pairs = 2 * len(a.pairs & b.pairs) / max(1, len(a.pairs) + len(b.pairs))
    return (words + pairs) / 2
