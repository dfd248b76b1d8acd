"""The words of a source without what stands before and behind them: "and", "from the", "in a statement to", an age, a day of release."""

import re

from sayso.knowledge.persons import given_names
from sayso.knowledge.phrases import fold_word, split_words
from sayso.knowledge.speakers import speaker_names
from sayso.model.articles import Span

_BEFORE = re.compile(
    r"(?:[^\w\"\u201c\u2018'(\[@#]|[\u00bd\u00bf]|\u00ef(?=\u00bf)|[^\n]*[\u2022|] )+"
    r"|(?:from|by|to|and|but|gathered by|[^\n]* by what|[Oo]verall,) +(?=\S)"
    r"|(?:[Ii]n )?[Aa]n? (?:\w+ )?(?:statement|interview|comment|letter|remark)s? (?:to|with) (?:[A-Z][\w-]*,? ){1,3}(?=an? |the )"
)
"""What stands before a source: marks, words that go on, bullets, and whom it spoke to; all in the letters that they have there."""
_BEHIND = re.compile(
    r" (?:released|issued|published|posted|aired|dated) (?:on|last|earlier|this|late|today|yesterday)\b.*$"
    r"|,? in (?:an?|his|her|its|their) (?:\w+ )?(?:letter|statement|interview|report|post|tweet|video)$"
    r"|,? in the (?:letter|statement|interview)$",
    re.S,
)
_HALF_A_NAME = re.compile(r" (?:in|of|at|from|near) (?:the )?(?:(?:North|South|East|West)(?:ern)?|Central|New|Upper|Lower)$")
_GOES_ON = re.compile(r" [A-Z]")
"""A place of which only the first word is told, and what shows that it goes on."""
_AGED = re.compile(r"([A-Z][\w'\u2019-]+)(?: [A-Z][\w'\u2019-]+){0,3}(,? \d\d)$")
_TO_AN_OUTLET = re.compile(r"\b(?:speaking|talking) (?:to|with) $", re.I)
_LOOKS_BACK = 24


def without_what_is_around(text: str, span: Span) -> Span:
    """The stretch without words that name nobody at its ends; as it is where nothing would be left.

    An outlet that was spoken to ("speaking to AFP ...") may stand before a source that no comma parts off.

    >>> text = "findings from the relief office released last week"
    >>> start, end = without_what_is_around(text, (9, len(text)))
    >>> text[start:end]
    'the relief office'
    """
    start, end = span
    before = _BEFORE.match(text, start, end)
    while before and before.end() > start:
        start = before.end()
        before = _BEFORE.match(text, start, end)
    start += _heard_by(text, start, end)
    behind = _BEHIND.search(text[start:end]) or (_HALF_A_NAME.search(text[start:end]) if _GOES_ON.match(text, end) else None)
    end = start + behind.start() if behind else end
    aged = _AGED.fullmatch(text, start, end)
    if aged and fold_word(aged[1]) in given_names():
        end = aged.start(2)
    return (start, end) if any(c.isalpha() for c in text[start:end]) else span


def _heard_by(text: str, start: int, end: int) -> int:
    """Characters of the outlet that a source spoke to, at the start of the words that should name the source alone."""
    if not _TO_AN_OUTLET.search(text[max(0, start - _LOOKS_BACK) : start]):
        return 0
    words = split_words(text, start, end)
    outlet = speaker_names().longest(words, 0)
    return words[outlet[0]].start - start if outlet and outlet[0] < len(words) else 0
