"""Letters that only look like others when case is ignored."""

_PLAIN = str.maketrans({"\u0130": "I", "\u0131": "i", "\u017f": "s"})


def plain_letters(text: str) -> str:
    """The same text, as long, with the Turkish dotted I and dotless i and the long s as plain letters.

    A pattern that ignores case takes them for "i" and "s"; a table of words in small letters does not hold them.

    >>> plain_letters("5 Apr\u0131l, FR\u0130DAY")
    '5 April, FRIDAY'
    """
    return text.translate(_PLAIN)
