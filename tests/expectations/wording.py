"""Where a literal stands in a text, whether names agree, whether a name stands in a text as whole words."""

import re

from sayso.model.articles import Span

_GENERIC = {"the", "of", "forces", "force", "armed", "army", "troops", "and", "fighters"}


def spans_of(literal: str, text: str) -> list[Span]:
    """Every occurrence of a literal, in the order of the text; a literal that stands nowhere is a mistake of the expectation.

    >>> spans_of("ab", "ab cab")
    [(0, 2), (4, 6)]
    """
    found = [(m.start(), m.end()) for m in re.finditer(re.escape(literal), text)]
    assert found, f"the page does not hold the words {literal!r}"
    return found


def span_within(word: str, context: str, text: str) -> Span:
    """The occurrence of a word inside the words around it.

    >>> span_within("Kyiv", "In Kyiv,", "Kyiv waits. In Kyiv, it rains.")
    (15, 19)
    """
    (start, _), *_ = spans_of(context, text)
    offset = start + context.index(word)
    return offset, offset + len(word)


def overlaps(span: Span, other: Span) -> bool:
    """Whether two spans share a character."""
    return span[0] < other[1] and other[0] < span[1]


def contain_each_other(one: str, other: str) -> bool:
    """Whether one name stands inside the other, case ignored."""
    a, b = one.casefold(), other.casefold()
    return a in b or b in a


def names_agree(expected: str, found: str | None) -> bool:
    """Whether a party's name is the expected one, in full, by its initials, or with another word for its forces.

    >>> [names_agree("Rapid Support Forces", n) for n in ("RSF", "Rapid Support Forces", "Sudanese Armed Forces", None)]
    [True, True, False, False]
    """
    if not found:
        return False
    initials = "".join(w[0] for w in expected.split() if w[0].isupper())
    telling = _words(expected) - _GENERIC
    return contain_each_other(expected, found) or initials in found.split() or (bool(telling) and telling <= _words(found))


def _words(name: str) -> set[str]:
    return set(re.findall(r"[\w'’-]+", name.casefold()))


def stands_in(name: str, published: str) -> bool:
    """Whether a name stands in a text as whole words, in any case, across line breaks.

    >>> [stands_in("Ana Koro", t) for t in ("said ANA\\nKORO.", "Ana Korova", "Koro")]
    [True, False, False]
    """
    pattern = r"\s+".join(re.escape(w) for w in name.split())
    return re.search(rf"(?<!\w){pattern}(?!\w)", published, re.IGNORECASE) is not None
