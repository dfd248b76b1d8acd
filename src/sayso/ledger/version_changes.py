"""The difference between two versions of a page: sentences and claims that are gone, that came, and that changed."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import TypeVar

import msgspec

from sayso.language.sentences import split_sentences
from sayso.model.claims import Claim
from sayso.model.records import Record
from sayso.model.versions import VersionChanges
from sayso.model.vocabulary import BODY_KINDS

T = TypeVar("T")

LEAST_ALIKE = 0.5
"""Least share of words in common (Dice) of two sentences that are one sentence, changed."""

_WORD = re.compile(r"[^\W_]+")


def compare_versions(earlier: Record, later: Record) -> VersionChanges:
    """Compare two versions of a page, sentence by sentence and claim by claim, in the order of their texts."""
    gone, come, changed = _compare(_sentences_of(earlier), _sentences_of(later), _squeeze, _likeness)
    claims_gone, claims_come, claims_changed = _compare(earlier.claims, later.claims, _said_by, _claims_alike)
    return VersionChanges(
        earlier=earlier.digest,
        later=later.digest,
        sentences_gone=gone,
        sentences_come=come,
        sentences_changed=changed,
        claims_gone=claims_gone,
        claims_come=claims_come,
        claims_changed=claims_changed,
    )


def _sentences_of(record: Record) -> list[str]:
    """What stands in the body, menus and repeated words left out."""
    blocks = [b for b in record.blocks if b.kind in BODY_KINDS and b.repeats is None]
    return [record.text[start:end] for b in blocks for start, end in split_sentences(record.text, (b.start, b.end))]


def _compare(
    earlier: Sequence[T], later: Sequence[T], key: Callable[[T], str], likeness: Callable[[T, T], float]
) -> tuple[tuple[T, ...], tuple[T, ...], tuple[tuple[T, T], ...]]:
    """What is gone, what came, and the pairs that changed, the likest paired first; what has the same key has not changed."""
    both = Counter(map(key, earlier)) & Counter(map(key, later))
    gone, come = _without(earlier, both, key), _without(later, both, key)
    scored = ((likeness(a, b), i, j) for i, a in enumerate(gone) for j, b in enumerate(come))
    pairs: dict[int, int] = {}
    for _, i, j in sorted((s for s in scored if s[0] >= LEAST_ALIKE), key=lambda s: (-s[0], abs(s[1] - s[2]), s[1], s[2])):
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    left = tuple(a for i, a in enumerate(gone) if i not in pairs)
    new = tuple(b for j, b in enumerate(come) if j not in pairs.values())
    return left, new, tuple((gone[i], come[j]) for i, j in sorted(pairs.items()))


def _without(things: Sequence[T], both: Counter[str], key: Callable[[T], str]) -> list[T]:
    """Things that the other side does not have, counted each as often as it stands there."""
    left, kept = Counter(both), []
    for thing in things:
        if left[key(thing)]:
            left[key(thing)] -= 1
        else:
            kept.append(thing)
    return kept


def _squeeze(words: str) -> str:
    return " ".join(words.split())


def _said_by(claim: Claim) -> str:
    """All that a claim says, wherever in the text it stands and however sure the reader is of it."""
    return _squeeze(claim.evidence) + _written(_unplaced(msgspec.to_builtins(claim)))


def _written(value: object) -> str:
    return msgspec.json.encode(value, order="deterministic").decode()


_WHEREABOUTS = frozenset({"id", "start", "end", "span", "evidence", "score", "why", "others"})
"""Fields that tell where the words stand, or how they were read."""


def _unplaced(value: object) -> object:
    if isinstance(value, dict):
        return {k: _unplaced(v) for k, v in value.items() if k not in _WHEREABOUTS or (k in ("start", "end") and isinstance(v, str))}
    return [_unplaced(v) for v in value] if isinstance(value, list | tuple) else value


def _claims_alike(one: Claim, other: Claim) -> float:
    """How like two claims are in their words; claims of two classes are not."""
    return _likeness(one.evidence, other.evidence) if one.event == other.event else 0.0


def _likeness(one: str, other: str) -> float:
    """Share of words in common (Dice).

    >>> _likeness("Four people died in Ariha.", "Seven people died in Ariha.")
    0.8
    """
    left, right = (Counter(_WORD.findall(words.casefold())) for words in (one, other))
    return 2 * (left & right).total() / max(left.total() + right.total(), 1)
