"""Longest matches of names and set phrases over the words of a text, blind to hyphens, accents and apostrophes."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import Generic, NamedTuple, TypeVar

Value = TypeVar("Value")

_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W_]+(?:['\u2019\u02bc\u2018`][^\W_]+)*")
_POSSESSIVE = re.compile(r"['\u2019\u02bc]s$", re.I)
_LOST = re.compile(r"[a-z]+[b-df-hj-np-tv-z]ys")
"""A word that is no plural ("the armys advance"): its apostrophe was lost."""
_APOSTROPHES = re.compile(r"['\u2019\u02bc\u2018`.]")
_ABBREVIATED = re.compile(r"(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Capt|Sgt|Brig|Adm|Gov|Sen|Rep|St|Prof|Cmdr|[A-Z])$")
_GLUE = re.compile(r"(?:['\u2019\u02bc]s?)?[ \u00a0]?[-\u2010\u2011]?[ \u00a0]{0,2}\Z", re.I)

_WRAPPED = 45
"""Characters of a line from which a single line break after it may only wrap it."""

_SHORTEST_OWNER = 3
"""Letters that a name of one word must have to be found with an s whose apostrophe was lost."""

_start_of = attrgetter("start")


class Word(NamedTuple):
    """A word: `end` stands before a possessive 's, `stop` after it; `glued` when only a space or hyphen parts it from the last word."""

    start: int
    end: int
    stop: int
    raw: str
    fold: str
    possessive: bool
    glued: bool


@lru_cache(maxsize=50_000)
def fold_word(raw: str) -> str:
    """A word without case, accents, full stops and apostrophes.

    >>> fold_word("Hay\u2019at"), fold_word("U.S."), fold_word("Erdo\u011fan")
    ('hayat', 'us', 'erdogan')
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", raw.casefold()) if not unicodedata.combining(c))
    return _APOSTROPHES.sub("", plain.replace("\u0131", "i"))


@lru_cache(maxsize=50_000)
def _spelled(written: str) -> tuple[str, str, bool]:
    """A word without a possessive 's, the same folded, and whether an 's was cut off."""
    owned, lost = _POSSESSIVE.search(written), _LOST.fullmatch(written)
    raw = written[: owned.start()] if owned else written[:-1] if lost else written
    return raw, fold_word(raw), raw != written


def split_words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Words of a stretch of text with their offsets.

    >>> [(w.raw, w.possessive) for w in split_words("The U.S.-led raid hit Mara\u2019s home.")]
    [('The', False), ('U.S.', False), ('led', False), ('raid', False), ('hit', False), ('Mara', True), ('home', False)]
    """
    words, limit = _words_of(text), len(text) if end is None else end
    first, last = bisect_left(words, start, key=_start_of), bisect_left(words, limit, key=_start_of)
    if (first and words[first - 1].stop > start) or (last and words[last - 1].stop > limit):
        return _scan_words(text, start, limit)
    return [*(word._replace(glued=False) for word in words[first : min(first + 1, last)]), *words[first + 1 : last]]


@lru_cache(maxsize=8)
def _words_of(text: str) -> tuple[Word, ...]:
    """All words of a text, kept because stretches of one article are asked for again and again."""
    return tuple(_scan_words(text, 0, len(text)))


def _scan_words(text: str, start: int, end: int) -> list[Word]:
    words: list[Word] = []
    last = -1
    for match in _WORD.finditer(text, start, end):
        begin, stop = match.span()
        raw, fold, owned = _spelled(match.group())
        possessive = owned or (raw.endswith("s") and text[stop : stop + 2] in ("' ", "\u2019 "))
        between = text[last:begin] if last >= 0 else "\n"
        words.append(Word(begin, begin + len(raw), stop, raw, fold, possessive, between == " " or _is_glue(text, between, last, words)))
        last = stop
    return words


def _is_glue(text: str, between: str, last: int, words: Sequence[Word]) -> bool:
    """Whether no more than a space or a hyphen parts a word from the one before it, which ends at `last`; or a line that is wrapped."""
    if between.startswith(".") and _ABBREVIATED.match(words[-1].raw):
        between = between[1:]
    return _GLUE.match(between) is not None or (between == "\n" and last - text.rfind("\n", 0, last) > _WRAPPED)


class Phrase(NamedTuple, Generic[Value]):
    """A phrase to look for: its folded words, which of them must be capitals (`caps`) or start with one (`head`), and its value."""

    folds: tuple[str, ...]
    caps: tuple[bool, ...]
    head: bool
    value: Value


def make_phrase(text: str, value: Value) -> Phrase[Value]:
    """A phrase as a table writes it: short words in capitals match capitals only; a name needs a capital somewhere."""
    words = _scan_words(text, 0, len(text))
    caps = tuple(len(w.raw) <= 5 and w.raw.isupper() and len(w.fold) > 1 for w in words)
    return Phrase(tuple(w.fold for w in words), caps, any(w.raw[0].isupper() for w in words), value)


class PhraseIndex(Generic[Value]):
    """Phrases by their first two words; `longest` finds the longest one that starts at a word."""

    def __init__(self, phrases: Iterable[tuple[str, Value]]) -> None:
        self._longer: dict[str, dict[str, list[Phrase[Value]]]] = {}
        self._single: dict[str, list[Phrase[Value]]] = {}
        made: dict[tuple[tuple[str, ...], tuple[bool, ...]], Phrase[Value]] = {}
        for text, value in phrases:
            phrase = make_phrase(text, value)
            made.setdefault((phrase.folds, phrase.caps), phrase)
        for phrase in sorted((p for p in made.values() if len(p.folds) > 1), key=lambda p: -len(p.folds)):
            for second in _second_words(phrase):
                self._longer.setdefault(phrase.folds[0], {}).setdefault(second, []).append(phrase)
        single = [p for p in made.values() if len(p.folds) == 1]
        for phrase in single:
            self._single.setdefault(phrase.folds[0], []).append(phrase)
        for phrase in single:
            if phrase.head and len(phrase.folds[0]) >= _SHORTEST_OWNER:
                self._single.setdefault(phrase.folds[0] + "s", []).append(phrase)
        self.openers = self._longer.keys() | self._single.keys()
        """Folded words at which a phrase may start."""

    def longest(self, words: Sequence[Word], at: int, *, cased: bool = True) -> tuple[int, Value] | None:
        """How many words the longest phrase takes at a word, and its value; `cased` is False for texts without capitals.

        >>> index = PhraseIndex([("Red Cross", "a"), ("Red Cross Society", "b")])
        >>> index.longest(split_words("the Red Cross said"), 1)
        (2, 'a')
        """
        first = words[at].fold
        if first not in self.openers:
            return None
        second = words[at + 1].fold if at + 1 < len(words) else ""
        for phrase in (*self._longer.get(first, {}).get(second, ()), *self._single.get(first, ())):
            if _matches(phrase, words, at, cased):
                return len(phrase.folds), phrase.value
        return None


def _second_words(phrase: Phrase[Value]) -> tuple[str, ...]:
    """What a phrase's second word may be; the last word of a name may have lost the apostrophe of its 's."""
    second = phrase.folds[1]
    return (second, second + "s") if phrase.head and len(phrase.folds) == 2 else (second,)


_ORDINARY = frozenset({
    "a", "aid", "all", "am", "an", "and", "are", "as", "at", "be", "by", "can", "care", "do", "for", "go", "had", "has",
    "he", "her", "him", "his", "how", "if", "in", "is", "it", "may", "me", "my", "new", "no", "not", "now", "of", "on",
    "one", "or", "our", "out", "own", "she", "so", "the", "they", "to", "too", "two", "up", "us", "was", "way", "we",
    "who", "yet", "you",
})  # fmt: skip
"""Words that the letters of a body may be as well: in a text without capitals they are the words."""


def _matches(phrase: Phrase[Value], words: Sequence[Word], at: int, cased: bool) -> bool:
    size = len(phrase.folds)
    if at + size > len(words) or (not cased and size == 1 and phrase.caps[0] and phrase.folds[0] in _ORDINARY):
        return False
    for offset, fold in enumerate(phrase.folds):
        word = words[at + offset]
        lost_apostrophe = offset == size - 1 and phrase.head and word.fold == fold + "s" and word.raw[0].isupper()
        if not (word.fold == fold or lost_apostrophe) or (offset and not word.glued):
            return False
        if cased and phrase.caps[offset] and not word.raw.replace(".", "").rstrip("s").isupper():
            return False
    return not cased or not phrase.head or any(words[at + i].raw[0].isupper() for i in range(size))
