"""Words by which persons are told: titles and offices, given names."""

from functools import cache

from sayso.knowledge.phrases import PhraseIndex, fold_word
from sayso.knowledge.tables import read_table


@cache
def office_words() -> PhraseIndex[str]:
    """Titles and offices ("Governor", "Prime Minister")."""
    persons = read_table("persons")
    return PhraseIndex([(str(phrase), "office") for row in ("titles", "offices") for phrase in persons[row]])


@cache
def given_names() -> frozenset[str]:
    """Given names, folded, of persons and of those that places are named after."""
    listed = (*read_table("persons")["given"], *str(read_table("places/given_names")["names"]).split())
    return frozenset(fold_word(str(name)) for name in listed)
