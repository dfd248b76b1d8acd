"""The words that tell places from other names: reviewed tables of knowledge/places, loaded once."""

from functools import lru_cache

import msgspec

from sayso.knowledge.nationalities import nationality_words
from sayso.knowledge.tables import read_table
from sayso.model.places import PlaceKind


class PlaceWords(msgspec.Struct, frozen=True):
    """Sets of lower-case words by what they do beside a name; the fields are explained in words.yaml.

    `adjectives` gives the country of a nationality adjective; `followers` are types, sites and bodies together, `no_names` the
    directions, titles and adjectives that are no name by themselves, `passed_over` what may stand between a preposition and a name.
    """

    types_before: dict[str, tuple[PlaceKind, ...]]
    types_after: dict[str, tuple[PlaceKind, ...]]
    sites: frozenset[str]
    bodies: frozenset[str]
    titles: frozenset[str]
    said: frozenset[str]
    locating: frozenset[str]
    leaning: frozenset[str]
    suffering: frozenset[str]
    joining: frozenset[str]
    directions: dict[str, float]
    generics: frozenset[str]
    function_words: frozenset[str]
    ordinary: frozenset[str]
    given_names: frozenset[str]
    adjectives: dict[str, str]
    short_states: dict[str, str]
    followers: frozenset[str]
    no_names: frozenset[str]
    passed_over: frozenset[str]


@lru_cache(maxsize=1)
def place_words() -> PlaceWords:
    """The tables; nationality adjectives, in small letters, come with the code of their country.

    >>> place_words().adjectives["turkish"], "north-east" in place_words().directions
    ('TR', True)
    """
    words = read_table("places/words")
    adjectives = nationality_words()
    ern = {f"{d}ern" for d in words["directions"]}
    return msgspec.convert(
        {
            **words,
            "ordinary": read_table("places/ordinary_words")["words"].split(),
            "given_names": read_table("places/given_names")["names"].split(),
            "adjectives": adjectives,
            "followers": list({*words["types_after"], *words["sites"], *words["bodies"]}),
            "no_names": list({*words["directions"], *ern, *words["titles"], *adjectives, "central", "rural", "downtown"}),
            "passed_over": list({*words["directions"], *words["types_before"], *adjectives, "the", "a"}),
        },
        PlaceWords,
    )
