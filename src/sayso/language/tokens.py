"""Words and marks of a sentence, with offsets: what the rules of claims are written in."""

import re
from functools import lru_cache

import msgspec

from sayso.model.articles import Span

_TOKEN = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z](?!\w)\.?(?:-\w+)*|\d+(?:[.,]\d+)*(?:-\w+)*|\w+(?:['\u2019-]\w+)*|[^\w\s]")


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word or mark: `form` is its lower-case spelling with a straight apostrophe, `capital` tells of its first letter."""

    start: int
    end: int
    form: str
    capital: bool = False


@lru_cache(maxsize=2048)
def tokenize(text: str, span: Span) -> tuple[Token, ...]:
    """Cut a stretch of text into words and marks; a word with inner hyphens stays whole.

    >>> [t.form for t in tokenize("Rebel-held Tarmin fell, U.N. staff said.1,200 fled.", (0, 51))]
    ['rebel-held', 'tarmin', 'fell', ',', 'u.n.', 'staff', 'said', '.', '1,200', 'fled', '.']
    """
    return tuple(
        Token(m.start(), m.end(), m.group().lower().replace("\u2019", "'"), m.group()[0].isupper())
        for m in _TOKEN.finditer(text, *span)
    )


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch of text widened to the whole words that it touches.

    >>> text = "near al-Qarvat today"
    >>> text[slice(*whole_words(text, 9, 12))]
    'al-Qarvat'
    """
    while start > 0 and (text[start - 1].isalnum() or text[start - 1] in "-'\u2019"):
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return start, end
