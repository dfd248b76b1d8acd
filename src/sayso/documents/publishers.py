"""Who published a text, from its own notices."""

from collections.abc import Sequence

from sayso.documents.page_words import PageWords
from sayso.documents.pieces import Piece

_PRONOUNS = frozenset({"we", "it", "this", "he", "she", "they", "the site", "our site", "the article"})


def find_publisher(text: str, pieces: Sequence[Piece], words: PageWords) -> str | None:
    """The outlet that a licence or about-the-outlet notice names; None where none does so clearly.

    >>> from sayso.documents.page_words import page_words
    >>> note = "Harbour Post delivers independent coverage of the coast."
    >>> find_publisher(note, [Piece(start=0, end=len(note), kind="licence")], page_words())
    'Harbour Post'
    """
    notices = [text[p.start : p.end] for p in pieces if p.kind == "licence"]
    for pattern in words.outlets:
        for notice in notices:
            found = pattern.search(notice)
            if found and found["outlet"].strip().casefold() not in _PRONOUNS:
                return found["outlet"].strip()
    return None
