"""A piece of a page before its kind is settled, and the words in it."""

import re
from functools import lru_cache

import msgspec

from sayso.model.articles import Span
from sayso.model.vocabulary import BlockKind

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_STOPS = re.compile(r"[.!?:;…؟۔]['\"”’»)\]]*$")


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """Offsets of a piece of the text, the kind that is settled so far, and why; `group` counts the runs of lines without a blank line."""

    start: int
    end: int
    kind: BlockKind | None = None
    why: str | None = None
    group: int = 0


def words_of(text: str, span: Span) -> list[tuple[str, int, int]]:
    """Words of a stretch in lower case with their offsets.

    >>> words_of("We're here.", (0, 11))
    [("we're", 0, 5), ('here', 6, 10)]
    """
    return [(m.group().casefold().replace("’", "'"), m.start(), m.end()) for m in _WORD.finditer(text, *span)]


@lru_cache(maxsize=256)
def count_words(line: str) -> int:
    """Number of words in a line."""
    return len(_WORD.findall(line))


def ends_like_a_sentence(line: str) -> bool:
    """Whether a line ends with a mark that closes a sentence.

    >>> ends_like_a_sentence('"We left at dawn."'), ends_like_a_sentence("Thousands on the road")
    (True, False)
    """
    return bool(_STOPS.search(line))
