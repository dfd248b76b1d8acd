"""The known speakers that an article names, found once for all stages that ask."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from sayso.knowledge.phrases import Word, split_words
from sayso.knowledge.speakers import speaker_names
from sayso.model.articles import Span


@lru_cache(maxsize=8)
def speakers_of(text: str) -> Mapping[int, tuple[int, str]]:
    """Known speakers of a text by the character that they start at: where they end, and their ids."""
    words, names = split_words(text), speaker_names()
    hits = ((at, names.longest(words, at)) for at in range(len(words)))
    return {words[at].start: (words[at + hit[0] - 1].end, hit[1]) for at, hit in hits if hit}


def speakers_among(text: str, words: Sequence[Word]) -> list[Span]:
    """Where known speakers stand among the words of a sentence; no name goes on in the next sentence."""
    told, names = speakers_of(text), speaker_names()
    hits = ((at, names.longest(words, at)) for at, word in enumerate(words) if word.start in told)
    return [(words[at].start, words[at + hit[0] - 1].end) for at, hit in hits if hit]
