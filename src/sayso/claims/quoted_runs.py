"""Quotations of a paragraph, and whose they are where their own sentence does not say so."""

import re
from collections.abc import Sequence

from sayso.model.articles import Span

_QUOTATION = re.compile(
    '\u201c[^\u201c\u201d"\n]*(?:[\u201d"]|(?=\u201c|\n|$))|\u00ab[^\u00ab\u00bb\n]*(?:\u00bb|(?=\n|$))|"[^"\u201d\n]*(?:["\u201d]|(?=\n|$))'
)
LONG = 60
"""Characters from which a quotation inside a sentence is speech and not a word held at arm's length."""


def quotations_of(text: str, span: Span) -> tuple[Span, ...]:
    """Quotations of a paragraph; one that opens with a curved mark may close with a straight one, or with the next that opens.

    >>> text = "\u201cWe ran,\\" he said. \u201cIt was dark.\u201d"
    >>> [text[a:b] for a, b in quotations_of(text, (0, len(text)))]
    ['\u201cWe ran,"', '\u201cIt was dark.\u201d']
    """
    return tuple(m.span() for m in _QUOTATION.finditer(text, *span))


def is_speech(quote: Span, sentences: Sequence[Span]) -> bool:
    """Whether a quotation is a sentence of speech: it opens a sentence, or it is long."""
    opens = any(start <= quote[0] <= start + 1 for start, _ in sentences)
    return (opens and quote[1] - quote[0] > 12) or quote[1] - quote[0] > LONG


def loose_quotations(quotes: Sequence[Span], taken: Sequence[Span], sentences: Sequence[Span]) -> list[Span]:
    """Quotations of speech that none of the spans taken touches."""
    return [q for q in quotes if is_speech(q, sentences) and not any(a < q[1] and q[0] < b for a, b in taken)]


def owner_of(text: str, quote: Span, spoken: Sequence[Sequence[Span]]) -> int | None:
    """Which attribution a loose quotation goes on with: the one whose words end just before it, else the one that starts just after.

    `spoken` holds the spans of each attribution, in the order of the text, none for one that owns no quotation; a plain sentence between
    the two parts them.
    """
    owners = [index for index, spans in enumerate(spoken) if spans]
    for index in reversed(owners):
        end = max(e for _, e in spoken[index])
        if end <= quote[0]:
            return index if _touch(text, end, quote[0]) else None if index == owners[-1] else _next_owner(text, quote, spoken)
    return _next_owner(text, quote, spoken)


def _next_owner(text: str, quote: Span, spoken: Sequence[Sequence[Span]]) -> int | None:
    for index, spans in enumerate(spoken):
        start = min((s for s, _ in spans), default=-1)
        if start >= quote[1]:
            return index if _touch(text, quote[1], start) else None
    return None


def _touch(text: str, end: int, start: int) -> bool:
    """Whether nothing but a few words of the same sentence and marks stand between two offsets."""
    between = text[end:start]
    return len(between) < NEAR and not re.search(r"[.!?][\u201d\"']?\s+\w.*[.!?]", between)


NEAR = 80
"""Characters that may part a quotation from the words that say whose it is ("on Monday in a statement.")."""
