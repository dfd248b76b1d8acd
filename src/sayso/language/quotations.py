"""Quotations of a text, with offsets: what stands between quotation marks, also over several sentences."""

import re

from sayso.model.articles import Span

_PAIRS = re.compile("\u201c[^\u201c\u201d\n]*(?:\u201d|\"|(?=\n|$))|\u00ab[^\u00ab\u00bb\n]*(?:\u00bb|(?=\n|$))|\"[^\"\u201d\n]*(?:[\"\u201d]|(?=\n|$))")


def find_quotations(text: str, span: Span) -> tuple[Span, ...]:
    """Spans of quotations, marks included; one that is left open ends with its line.

    >>> text = '"We fled," she said. \u201cThen it rained."'
    >>> [text[a:b] for a, b in find_quotations(text, (0, len(text)))]
    ['"We fled,"', '\u201cThen it rained."']
    """
    return tuple(m.span() for m in _PAIRS.finditer(text, *span))
