"""Which sectors of humanitarian need the words of a claim belong to."""

import re
from collections.abc import Mapping
from functools import cache

from sayso.knowledge.tables import read_table

OTHER = "other"
"""The sector of a need that no word of the table places."""


@cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    return {sector: _compile(words) for sector, words in read_table("need_sectors").items()}


def _compile(words: list[str]) -> re.Pattern[str]:
    spelled = (re.escape(word.removesuffix("*")) + (r"\w*" if word.endswith("*") else "") for word in words)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(spelled)})(?![\w-])", re.IGNORECASE)


def sectors_of(words: str) -> tuple[str, ...]:
    """Sectors whose words stand in a text, in the order of the table; `other` alone where none does.

    >>> sectors_of("The camp has one toilet for 200 people and no doctor."), sectors_of("They have lost heart.")
    (('wash', 'health', 'shelter'), ('other',))
    """
    return tuple(sector for sector, pattern in _patterns().items() if pattern.search(words)) or (OTHER,)
