"""The words of an article and the known speakers among them, found once for all stages that ask."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import lru_cache

from sayso.knowledge.phrases import Word, split_words
from sayso.knowledge.speakers import speaker_names
from sayso.model.articles import Span


@lru_cache(maxsize=8)
def words_of(text: str) -> tuple[Word, ...]:
    """All words of a text."""
    return tuple(split_words(text))


def _start(word: Word) -> int:
    return word.start


def words_in(text: str, span: Span) -> list[Word]:
    """Words of a stretch of text, as if it were cut by itself.

    >>> text = "Aid reached Tarmin. Two lorries left al-Aris."
    >>> words_in(text, (20, 45)) == split_words(text, 20, 45), words_in(text, (22, 43)) == split_words(text, 22, 43)
    (True, True)
    """
    words = words_of(text)
    first = bisect_left(words, span[0], key=_start)
    last = bisect_left(words, span[1], first, key=_start)
    cuts_word = (first > 0 and words[first - 1].stop > span[0]) or (last > first and words[last - 1].stop > span[1])
    if cuts_word:
        return split_words(text, *span)
    inside = list(words[first:last])
    inside[:1] = [word._replace(glued=False) for word in inside[:1]]
    return inside


@lru_cache(maxsize=8)
def speakers_of(text: str) -> Mapping[int, tuple[int, str]]:
    """Known speakers of a text by the character that they start at: where they end, and their ids."""
    words, names = words_of(text), speaker_names()
    hits = ((at, names.longest(words, at)) for at in range(len(words)))
    return {words[at].start: (words[at + hit[0] - 1].end, hit[1]) for at, hit in hits if hit}


def speakers_among(text: str, words: Sequence[Word]) -> list[Span]:
    """Where known speakers stand among the words of a sentence; no name goes on in the next sentence."""
    told, names = speakers_of(text), speaker_names()
    hits = ((at, names.longest(words, at)) for at, word in enumerate(words) if word.start in told)
    return [(words[at].start, words[at + hit[0] - 1].end) for at, hit in hits if hit]
