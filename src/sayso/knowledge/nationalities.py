"""Adjectives of nationality, and whose they are."""

from collections.abc import Mapping
from functools import cache

from sayso.knowledge.tables import read_table


@cache
def nationality_words() -> Mapping[str, str]:
    """Nationality adjectives in small letters with the code of their country.

    >>> nationality_words()["turkish"]
    'TR'
    """
    return {word.lower(): code for code, entry in read_table("places/countries").items() for word in entry.get("adjectives", ())}
