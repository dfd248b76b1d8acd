"""What is said twice on a page: captions printed twice, pull quotes taken from the body."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from sayso.documents.pieces import words_of
from sayso.model.articles import Span

_RUN = 4
"""Fewest words that count as a repetition."""
_SHARE = 0.75
"""A pull quote repeats the body when three quarters of its words stand there in one run: editors trim the ends."""
_FREE_WORDS = 2
_COMMON = 50
"""A run of four words that stands in more stretches than this tells nothing: looking all of them up would take for ever."""
_LONGEST = 400
"""Words; of longer stretches only exact copies are found."""

Words = list[tuple[str, int, int]]


def _longest_run(needle: Words, hay: Words) -> tuple[int, int]:
    """Index in `hay` and length of the longest run of words of `needle` that stands there."""
    places: dict[str, list[int]] = {}
    for index, (word, _, _) in enumerate(hay):
        places.setdefault(word, []).append(index)
    best, previous = (0, 0), dict[int, int]()
    for word, _, _ in needle:
        current = {index: previous.get(index - 1, 0) + 1 for index in places.get(word, ())}
        for index, length in current.items():
            if length > best[1]:
                best = (index - length + 1, length)
        previous = current
    return best


class RepeatIndex:
    """Finds where the words of a stretch stand in other stretches of a text; what each question needs is built when it is first asked."""

    def __init__(self, text: str, spans: Iterable[Span]) -> None:
        self._text = text
        self._spans = sorted(set(spans))

    @cached_property
    def _words(self) -> list[Words]:
        return [words_of(self._text, span) for span in self._spans]

    @cached_property
    def _first(self) -> dict[tuple[str, ...], int]:
        """The first of the stretches with the same words."""
        first: dict[tuple[str, ...], int] = {}
        for number, words in enumerate(self._words):
            first.setdefault(_plain(words), number)
        return first

    @cached_property
    def _grams(self) -> dict[tuple[str, ...], list[int]]:
        """The stretches that hold each run of four words."""
        held: dict[tuple[str, ...], list[int]] = {}
        for number, words in enumerate(self._words):
            for gram in set(_grams(words)):
                held.setdefault(gram, []).append(number)
        return held

    def _sharing(self, words: Words) -> list[int]:
        if len(words) > _LONGEST:
            return []
        found = (self._grams.get(gram, ()) for gram in _grams(words))
        return sorted({number for numbers in found if len(numbers) <= _COMMON for number in numbers})

    def find_repeat(self, span: Span, *, longer: bool = False) -> Span | None:
        """The words of another stretch (a longer one, if asked) that hold three quarters of these words in one run.

        >>> text = "We left with nothing at all. She said: we left with nothing at all, and wept."
        >>> RepeatIndex(text, [(29, len(text))]).find_repeat((0, 27))
        (39, 66)
        """
        needle = words_of(self._text, span)
        for number in self._sharing(needle):
            other, hay = self._spans[number], self._words[number]
            if _overlap(span, other) or (longer and other[1] - other[0] <= span[1] - span[0]):
                continue
            index, length = _longest_run(needle, hay)
            if length >= _RUN and length >= _SHARE * len(needle):
                return hay[index][1], hay[index + length - 1][2]
        return None

    def find_original(self, span: Span, *, nearly: bool = False) -> Span | None:
        """The earlier stretch with the same words; `nearly`: or with one or two small words changed at its ends.

        A name or a number that differs makes another stretch: "seen near the town" and "seen near the dam" may be two pictures.

        >>> text = "A photo shows tents in a row near Aris. An aerial photo shows tents in a row near Aris."
        >>> index = RepeatIndex(text, [(0, 39), (40, len(text))])
        >>> index.find_original((40, len(text))), index.find_original((40, len(text)), nearly=True)
        (None, (0, 39))
        """
        if not self._spans or span[0] <= self._spans[0][0]:
            return None
        words = words_of(self._text, span)
        copy = self._first.get(_plain(words))
        if len(words) >= _RUN and copy is not None and self._spans[copy][0] < span[0]:
            return self._spans[copy]
        if not nearly or len(words) < 4 * _FREE_WORDS:
            return None
        for number in self._sharing(words):
            if self._spans[number][0] >= span[0]:
                return None
            if self._differ_at_the_ends(words, self._words[number]):
                return self._spans[number]
        return None

    def _differ_at_the_ends(self, one: Words, other: Words) -> bool:
        """Whether two stretches share all words but one or two at their ends that are neither numbers nor names."""
        if abs(len(one) - len(other)) > _FREE_WORDS:
            return False
        at, length = _longest_run(one, other)
        mine = next(i for i in range(len(one)) if [w for w, _, _ in one[i : i + length]] == [w for w, _, _ in other[at : at + length]])
        rest = (one[:mine], one[mine + length :], other[:at], other[at + length :])
        return all(len(words) <= _FREE_WORDS for words in rest) and all(self._is_small(word) for words in rest for word in words)

    def _is_small(self, word: tuple[str, int, int]) -> bool:
        written = self._text[word[1] : word[2]]
        return not any(c.isdigit() for c in written) and (written.islower() or written in ("A", "An", "The", "This"))


def _plain(words: Sequence[tuple[str, int, int]]) -> tuple[str, ...]:
    return tuple(word for word, _, _ in words)


def _grams(words: Sequence[tuple[str, int, int]]) -> Iterable[tuple[str, ...]]:
    plain = _plain(words)
    return zip(*(plain[i:] for i in range(_RUN)), strict=False)


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
