"""One person of whom news tells the harm without a number: "the boy was shot", "killed her brother", "her son died"."""

import re
from collections.abc import Iterator

from sayso.model.articles import Span

_BESIDE = (
    r"(?:(?!(?:and|or|of|in|on|at|by|to|for|from|with|who|whom|where|when|that|which|after|while|was|were|is|are|had|has|his|her|their|the|an?)\s)"
    r"[\w.’'-]+\s+){0,3}?"
)
"""Words between "the" and the person, of one phrase: "the younger of his sons" is none."""
_WHO = (
    rf"(?:(?:the|his|her|their|an?|this)\s+|\w+[’']s\s+){_BESIDE}"
    r"(?:man|woman|boy|girl|child|teen|teenager|toddler|baby|infant|son|daughter|brother|sister|mother|father|wife|husband|girlfriend|boyfriend"
    r"|friend|uncle|aunt|cousin|nephew|niece|grandson|granddaughter|grandmother|grandfather|victim|suspect|gunman|shooter|officer|deputy|teacher"
    r"|student|\d{1,3}-year-old)"
)
_ASIDE = r"(?:,\s[^,.;\n]{1,40},)?"
"""An age or a name between the person and the verb: "the girl, 5, was shot"."""
_SUFFERS = (
    r"\s+(?:who\s+)?(?:(?:was|is|had\s+been|has\s+been|got)\s+(?:\w+ly\s+)?(?:being\s+)?"
    r"(?:shot|killed|wounded|injured|hurt|murdered|stabbed|hospitali[sz]ed|found\s+dead|pronounced\s+dead|gunned\s+down)"
    r"|(?:later\s+|has\s+|also\s+)?died|(?:\w+ly\s+)?(?:shot|killed|injured|wounded)\s+(?:him|her)self"
    r"|(?:suffered|sustained|received)\s+[^.,;\n]{0,40}?(?:wounds?|injur(?:y|ies)))\b"
)
_SUFFERING = re.compile(rf"\b(?P<one>{_WHO})(?={_ASIDE}{_SUFFERS})", re.IGNORECASE)
_STRUCK = re.compile(
    rf"\b(?:shot|shoots|shooting|killed|killing|kills|murdered|murdering|wounded|wounding|injured|injuring)\s+(?P<one>{_WHO})(?![’']s|\s+and\b|\s+or\b)\b",
    re.IGNORECASE,
)


def find_one_harmed(text: str, sentence: Span) -> Iterator[Span]:
    """Persons of a sentence who are harmed one by one, by the words that name them; of kin told together none, for they are more.

    >>> text = "The boy, 4, was shot when his uncle shot himself; a man killed her brother."
    >>> [text[slice(*span)] for span in find_one_harmed(text, (0, len(text)))]
    ['The boy', 'his uncle', 'her brother']
    """
    found = {m.span("one") for pattern in (_SUFFERING, _STRUCK) for m in pattern.finditer(text, *sentence)}
    yield from sorted(found)
