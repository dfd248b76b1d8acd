"""Names in running text: runs of capitalised words, with the small words that hold them together."""

import re
from collections.abc import Iterator

import msgspec

from sayso.mentions.place_words import place_words

_WORD = re.compile(r"(?:[A-Z]\.){2,}|[A-Z]\.(?:\s?[A-Z][a-z]?\.)+|[^\W_]+(?:['\u2019\u2018\u02bc`\u00b4-][^\W_]+)*")
_ARTICLED = re.compile(r"(?:al|el|an|ar|as|ash|at|ad|adh|az|ed|es|ez|en|er|ul)[-'\u2019][A-Z]")
_POSSESSIVE = re.compile(r"['\u2019]s$")
_HYPHENATED = re.compile(r"([^\W_].*?)-(?:[a-z]{2,})(?:-[a-z]+)*$")
_GAP = re.compile(r" {1,2}|\n(?=[A-Z]|(?:al|el|an|ar|as|ash|at|ad|ez)-[A-Z])|[-\u2013](?=[A-Z])")


class Word(msgspec.Struct, frozen=True, gc=False):
    """A word with its offsets; `possessive` when an 's was cut off, `clipped` when a hyphenated tail was ("Idlib-based")."""

    start: int
    end: int
    text: str
    possessive: bool = False
    clipped: bool = False

    @property
    def lower(self) -> str:
        """The word in small letters, without full stops."""
        return self.text.lower().rstrip(".")

    @property
    def is_name_like(self) -> bool:
        """Whether it is written as a name: with a capital, also behind an Arabic article."""
        return self.text[0].isupper() or (not self.text.isalpha() and bool(_ARTICLED.match(self.text)))


def words_of(text: str, start: int, end: int) -> tuple[Word, ...]:
    """Words between two offsets.

    >>> [w.text for w in words_of("Idlib-based rebels left Syria's al-Bab.", 0, 39)]
    ['Idlib', 'rebels', 'left', 'Syria', 'al-Bab']
    """
    return tuple(_word(m.start(), m.group()) for m in _WORD.finditer(text, start, end))


def _word(start: int, written: str) -> Word:
    if written.isalpha():
        return Word(start, start + len(written), written)
    bare = _POSSESSIVE.sub("", written)
    tail = _HYPHENATED.fullmatch(bare)
    if tail and tail[1][0].isupper() and "-" not in tail[1] and not _ARTICLED.match(bare):
        return Word(start, start + len(tail[1]), tail[1], clipped=True)
    return Word(start, start + len(bare), bare, possessive=bare != written)


def name_runs(text: str, words: tuple[Word, ...]) -> Iterator[tuple[int, int]]:
    """First and past-the-last index of each run of name-like words; words that only open sentences stay out.

    >>> text = "The shelling of Khan al-Wazir and Deir ez-Zor began."
    >>> words = words_of(text, 0, len(text))
    >>> [[w.text for w in words[a:b]] for a, b in name_runs(text, words)]
    [['Khan', 'al-Wazir'], ['Deir', 'ez-Zor']]
    """
    i = 0
    while i < len(words):
        if not opens_name(words[i]):
            i += 1
            continue
        end = _run_end(text, words, i)
        yield i, end
        i = end


def opens_name(word: Word) -> bool:
    """Whether a name may start with this word."""
    known = place_words()
    return word.is_name_like and (word.lower not in known.function_words or (word.text.isupper() and len(word.text) > 1))


def _run_end(text: str, words: tuple[Word, ...], first: int) -> int:
    end = first + 1
    while end < len(words) and not words[end - 1].possessive and not words[end - 1].clipped:
        step = _joined(text, words, end)
        if not step:
            break
        end += step
    return end


def _joined(text: str, words: tuple[Word, ...], i: int) -> int:
    """How many more words go on with the run that ends before word `i`: 1, 2 or 3 with joining words between, or 0."""
    joining = place_words().joining
    for step in (1, 2, 3):
        if i + step > len(words) or not _touch(text, words[i + step - 2], words[i + step - 1]):
            return 0
        word = words[i + step - 1]
        if word.is_name_like:
            said = word.text == "Said" and words[i - 1].lower in place_words().generics
            return step if said or word.lower not in place_words().function_words or word.text.isupper() or word.lower in joining else 0
        if word.text not in joining:
            return 0
    return 0


def _touch(text: str, left: Word, right: Word) -> bool:
    return bool(_GAP.fullmatch(text, left.end, right.start))
