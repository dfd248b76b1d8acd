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


class Sentence(msgspec.Struct, frozen=True, gc=False):
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
    copies = _find_copies([spell_claim(f) for f in filed])
    return tuple(msgspec.structs.replace(f, copy_of=copies[f.claim.id]) if f.claim.id in copies else f for f in filed)


def spell_claim(filed: FiledClaim) -> Sentence:
    """The words of a claim as they are compared."""
    words = tuple(_WORD.findall(filed.claim.evidence.lower()))
    numbers = tuple(sorted({(f.measure, f.low, f.high) for f in filed.claim.figures}, key=str))
    return Sentence(filed, words, frozenset(pairwise(words)), numbers)


def _find_copies(wordings: Sequence[Sentence]) -> dict[str, str]:
    best: dict[str, tuple[float, str]] = {}
    for earlier, later, likeness in find_repeats(_candidates(wordings)):
        if likeness > best.get(later.filed.claim.id, (0.0, ""))[0]:
            best[later.filed.claim.id] = (likeness, earlier.filed.claim.id)
    return {later: _original(earlier, best) for later, (_, earlier) in best.items()}


def find_repeats(pairs: Iterable[tuple[Sentence, Sentence]]) -> Iterator[tuple[Sentence, Sentence, float]]:
    """Of pairs of an earlier and a later claim those in which one repeats the other, with how alike they are, in the order given.

    All pairs of two articles are to be among those given, or none: where two claims of one are repeated in the other, less is asked.
    """
    alike = [(a, b, measure_likeness(a, b)) for a, b in pairs if may_copy(a, b)]
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for a, b, likeness in alike:
        shared[a.filed.article.digest, b.filed.article.digest] += likeness >= _ALIKE
    for a, b, likeness in alike:
        known = shared[a.filed.article.digest, b.filed.article.digest] >= 2
        if likeness >= (_ALIKE_IN_A_SHARED_TEXT if known else _ALIKE):
            yield a, b, likeness


def _original(claim_id: str, best: dict[str, tuple[float, str]]) -> str:
    """Follow copies of copies back; every step leads to an earlier article, so this ends."""
    while claim_id in best:
        claim_id = best[claim_id][1]
    return claim_id


def _candidates(wordings: Sequence[Sentence]) -> Iterator[tuple[Sentence, Sentence]]:
    """Pairs of an earlier and a later claim of two articles that share a telling run of words, in filing order."""
    held: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, later in enumerate(wordings):
        runs = telling_runs(later.words)
        found = {i for run in runs for i in held[run]}
        yield from ((wordings[i], later) for i in sorted(found))
        for run in runs:
            held[run].append(at)


def telling_runs(words: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """The runs of three words by which a claim is found; none of one that is too short to be called a copy."""
    if len(words) < _LEAST_WORDS:
        return ()
    runs = {tuple(words[i : i + 3]) for i in range(len(words) - 2)}
    return tuple(sorted(runs, key=lambda run: (-sum(map(rarity_of, run)), run))[:_TELLING_RUNS])


def may_copy(earlier: Sentence, later: Sentence) -> bool:
    """Whether two claims are of one kind, with the same numbers, in two articles near enough in time."""
    one, other = earlier.filed, later.filed
    same_kind = one.claim.event == other.claim.event and (one.claim.status == "denied") == (other.claim.status == "denied")
    days = (one.article.published, other.article.published)
    near = days[0] is None or days[1] is None or abs((days[0] - days[1]).days) <= COPY_DAYS
    return one.article.digest != other.article.digest and same_kind and near and earlier.numbers == later.numbers


def measure_likeness(a: Sentence, b: Sentence) -> float:
    """Dice coefficient over words and neighbouring pairs of words, averaged: order counts, a changed word costs little."""
    left, right = frozenset(a.words), frozenset(b.words)
    words = 2 * len(left & right) / (len(left) + len(right))
    pairs = 2 * len(a.pairs & b.pairs) / max(1, len(a.pairs) + len(b.pairs))
    return (words + pairs) / 2
