"""Longest matches of names and set phrases over the words of a text, blind to hyphens, accents and apostrophes."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

Value = TypeVar("Value")

_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W_]+(?:['\u2019\u02bc\u2018`][^\W_]+)*")
_POSSESSIVE = re.compile(r"['\u2019\u02bc]s$", re.I)
_APOSTROPHES = re.compile(r"['\u2019\u02bc\u2018`.]")
_ABBREVIATED = re.compile(r"(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Capt|Sgt|Brig|Adm|Gov|Sen|Rep|St|Prof|Cmdr|[A-Z])$")
_GLUE = re.compile(r"(?:['\u2019\u02bc]s?)?[ \u00a0]?[-\u2010\u2011]?[ \u00a0]{0,2}\Z", re.I)


_WRAPPED = 45
"""Characters of a line from which a single line break after it may only wrap it."""


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


def split_words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Words of a stretch of text with their offsets.

    >>> [(w.raw, w.possessive) for w in split_words("The U.S.-led raid hit Mara\u2019s home.")]
    [('The', False), ('U.S.', False), ('led', False), ('raid', False), ('hit', False), ('Mara', True), ('home', False)]
    """
    words: list[Word] = []
    last = -1
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        raw, stop = match.group(), match.end()
        owned = _POSSESSIVE.search(raw)
        if owned:
            raw = raw[: owned.start()]
        possessive = owned is not None or (raw.endswith("s") and text[stop : stop + 2] in ("' ", "\u2019 "))
        between = text[last : match.start()] if last >= 0 else "\n"
        if between.startswith(".") and _ABBREVIATED.match(words[-1].raw):
            between = between[1:]
        glued = _GLUE.match(between) is not None or (between == "\n" and last - text.rfind("\n", 0, last) > _WRAPPED)
        words.append(Word(match.start(), match.start() + len(raw), stop, raw, fold_word(raw), possessive, glued))
        last = stop
    return words


class Phrase(NamedTuple, Generic[Value]):
    """A phrase to look for: its folded words, which of them must be capitals (`caps`) or start with one (`head`), and its value."""

    folds: tuple[str, ...]
    caps: tuple[bool, ...]
    head: bool
    value: Value


def make_phrase(text: str, value: Value) -> Phrase[Value]:
    """A phrase as a table writes it: short words in capitals match capitals only; a name needs a capital somewhere."""
    words = split_words(text)
    caps = tuple(len(w.raw) <= 5 and w.raw.isupper() and len(w.fold) > 1 for w in words)
    return Phrase(tuple(w.fold for w in words), caps, any(w.raw[0].isupper() for w in words), value)


class PhraseIndex(Generic[Value]):
    """Phrases by their first word; `longest` finds the longest one that starts at a word."""

    def __init__(self, phrases: Iterable[tuple[str, Value]]) -> None:
        self._by_first: dict[str, list[Phrase[Value]]] = {}
        seen: set[tuple[str, ...]] = set()
        for text, value in phrases:
            phrase = make_phrase(text, value)
            key = (*phrase.folds, *map(str, phrase.caps))
            if phrase.folds and key not in seen:
                seen.add(key)
                self._by_first.setdefault(phrase.folds[0], []).append(phrase)
        for found in self._by_first.values():
            found.sort(key=lambda p: -len(p.folds))

    def longest(self, words: Sequence[Word], at: int, *, cased: bool = True) -> tuple[int, Value] | None:
        """How many words the longest phrase takes at a word, and its value; `cased` is False for texts without capitals.

        >>> index = PhraseIndex([("Red Cross", "a"), ("Red Cross Society", "b")])
        >>> index.longest(split_words("the Red Cross said"), 1)
        (2, 'a')
        """
        first = words[at].fold
        for key in (first, first[:-1]) if first.endswith("s") and len(first) > 3 else (first,):
            for phrase in self._by_first.get(key, ()):
                if _matches(phrase, words, at, cased):
                    return len(phrase.folds), phrase.value
        return None


def _matches(phrase: Phrase[Value], words: Sequence[Word], at: int, cased: bool) -> bool:
    size = len(phrase.folds)
    if at + size > len(words):
        return False
    for offset, fold in enumerate(phrase.folds):
        word = words[at + offset]
        lost_apostrophe = offset == size - 1 and phrase.head and word.fold == fold + "s" and word.raw[0].isupper()
        if not (word.fold == fold or lost_apostrophe) or (offset and not word.glued):
            return False
        if cased and phrase.caps[offset] and not word.raw.replace(".", "").rstrip("s").isupper():
            return False
    return not cased or not phrase.head or any(words[at + i].raw[0].isupper() for i in range(size))
