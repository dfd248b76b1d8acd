"""What annotated claims teach of their words: every step outwards from the word that tells of one, and pairs of words of one class."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from sayso.claims.extents import others_of, sides_of
from sayso.claims.features import Scene
from sayso.claims.joins import pair_features
from sayso.claims.triggers import Words
from training.documents import Span
from training.gold import Claim


class Sentence(msgspec.Struct, frozen=True):
    """A sentence with its annotated claims, each with the tokens of the word that tells of it."""

    scene: Scene
    told: Sequence[tuple[Words, Claim]]


Case = tuple[tuple[str, ...], bool]
"""What is seen, and whether the claim goes on or two words are of one claim."""


def tokens_of(scene: Scene, start: int, end: int) -> Words:
    """First and last token of a stretch of text, within the sentence."""
    first = bisect_right(scene.tokens, start, key=lambda t: t.end)
    last = bisect_right(scene.tokens, end - 1, key=lambda t: t.start) - 1
    return min(first, len(scene.tokens) - 1), max(0, last)


def sentences_of(scenes: Sequence[Scene], claims: Sequence[tuple[Claim, Span | None]]) -> Iterator[Sentence]:
    """The sentences of an article that hold claims; a claim without a word that tells of it is left out."""
    told: dict[int, list[tuple[Words, Claim]]] = {}
    scenes = [scene for scene in scenes if scene.tokens]
    for claim, span in claims:
        at = bisect_right(scenes, span[0], key=lambda s: s.tokens[0].start) - 1 if span else -1
        if span and at >= 0 and span[0] < scenes[at].tokens[-1].end:
            told.setdefault(at, []).append((tokens_of(scenes[at], *span), claim))
    for at, rows in told.items():
        yield Sentence(scenes[at], rows)


def extent_cases(sentence: Sentence) -> Iterator[Case]:
    """Every step outwards from the words of a sentence's claims, up to the first that is no part of the claim any more."""
    for words, claim in sentence.told:
        start, end = tokens_of(sentence.scene, claim["start"], claim["end"])
        others = others_of(words, ((at, c["event"]) for at, c in sentence.told))
        sides = sides_of(sentence.scene, claim["event"], words, others)
        for side, last in zip(sides, (min(start, words[0]), max(end, words[1])), strict=True):
            for here, seen in zip(side.steps(), side.seen(), strict=True):
                yield seen, here != last
                if here == last:
                    break


def join_cases(sentence: Sentence) -> Iterator[Case]:
    """Neighbouring words of one class: those that annotators chose and listed ones, each of the shortest claim that holds it."""
    scene = sentence.scene
    for event in sorted({claim["event"] for _, claim in sentence.told}):
        claims = [(words, claim) for words, claim in sentence.told if claim["event"] == event]
        owner = {words: at for at, (words, _) in enumerate(claims)}
        taken = {at for first, last in owner for at in range(first, last + 1)}
        for trigger in scene.triggers:
            start = scene.tokens[trigger.first].start
            holders = [(c["end"] - c["start"], at) for at, (_, c) in enumerate(claims) if c["start"] <= start < c["end"]]
            if trigger.rule.event == event and holders and taken.isdisjoint(range(trigger.first, trigger.last + 1)):
                owner[trigger.first, trigger.last] = min(holders)[1]
        for left, right in pairwise(sorted(owner)):
            if left[1] < right[0]:
                yield tuple(pair_features(scene, event, left, right)), owner[left] == owner[right]
