"""What words for persons look like, apart from names: nouns, ages, pairs, pronouns, parts of a group, and what stands after them."""

import re
from functools import cache

from sayso.knowledge.tables import read_table

NUMBERS = {
    word: number for number, word in enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), start=1)
}


@cache
def sort_of(name: str) -> frozenset[str]:
    """Words of one sort: men, women, anyone, young, grown."""
    return frozenset(str(read_table("events/harmed")[name]).split())


@cache
def _nouns() -> str:
    nouns = sort_of("men") | sort_of("women") | sort_of("anyone")
    return "|".join(map(re.escape, sorted(nouns, key=lambda n: (-len(n), n))))


_OLD = r"(?:\d{1,3}|\w+)[- ](?:year|month|week|day)s?[- ]old"
_THINGS = r"casualt\w+|deaths?|tolls?|loss\w*|targets?|positions?|areas?|homes?|houses?|groups?|attacks?|bodies"
"""Nouns after which a noun for a person is no person: "civilian casualties"."""

_NO_NOUN = (
    r"(?:and|or|of|in|on|at|by|to|for|from|with|who|whom|where|when|that|which|after|while|was|were|is|are|had|has|his|her|their|the|an?"
    r"|as|but|then|before|be|been|shot|killed|killing|shooting|wounded|said)\b"
)
"""Words that no phrase for one person goes over."""


@cache
def one_person() -> tuple[re.Pattern[str], ...]:
    """What one person is told by, from the fullest words ("a 31-year-old man") to a noun in a headline ("Teen shot")."""
    nouns, between = _nouns(), rf"(?:(?!{_NO_NOUN})[\w’'.-]+\s+)"
    opens = r"(?:a|an|the|his|her|their|this|that|another|one|second|third|\w+[’']s)"
    aged = rf"{_OLD}(?!\s+(?:{nouns})\b)(?!\s+[a-z]+)"
    whole = rf"\b{opens}\s+{between}{{0,4}}?(?:{aged}|(?:{nouns})(?!\s+(?:{_THINGS})\b))\b(?!-)(?P<owner>[’']s?)?"
    first = rf"^(?:[A-Z][\w. ]+[:–-]+ ?)?{between}{{0,3}}?(?:{nouns}|\d{{1,3}}-year-old)\b(?![’'-]s?\b)"
    after = (
        r"(?:^|[:,;] |\b(?:after|as|when|while|and|kills?|shoots?|shot|killing|shooting|of|wounds?|wounding|injures?|leaves?|identif\w+"
        r"|finds?|says|by) )"
    )
    bare = rf"{after}(?!suspect|victim|shooter)(?P<one>(?:\d{{1,2}}-year-old )?(?:{nouns}))\b(?![’'-])(?! (?:{nouns}|{_THINGS})\b)"
    fate = r"(?= (?:killed|shot|dead|wounded|injured|dies|died|fatally|critically|found dead)\b)"
    headline = rf"\b(?P<one>(?:\d{{1,2}}-year-old )?(?:{nouns})){fate}"
    return tuple(re.compile(pattern, re.I) for pattern in (whole, first, bare, headline))


@cache
def in_list() -> re.Pattern[str]:
    """A bare noun for a person in a list ("a woman and child")."""
    return re.compile(rf"(?:(?<=, )|(?<=and ))(?:{_nouns()}|\d{{1,3}}-year-old(?: (?:{_nouns()}))?)\b(?![’'-])(?! (?:{_THINGS})\b)", re.I)


PAIR = re.compile(
    r"\b(?:an?|the)\s+(?:\w+\s+){0,3}?(?:couple|pair)\b(?![’'-])|\b(?:his|her|their|the)\s+(?:\w+\s+)?(?:parents|twins)\b(?![’'-])", re.I
)
SOME_OF = re.compile(
    r"\b(?P<number>one|two|three|four|five|another)(?: of (?:whom|them"
    r"|the (?:\w+ )?(?:victims?|men|women|people|wounded|injured|boys|girls|teens|children|officers|soldiers|civilians))\b|(?= fatally\b))",
    re.I,
)
ALL_OF = re.compile(
    r"(?:^|(?<=[.,;] )|(?<=said ))(?:both|all (?P<number>three|four|five|six|seven|eight|nine|ten))\b"
    r"(?: of them| victims| men| women| people)?",
    re.I,
)
PRONOUN = re.compile(
    r"\b(?:he|she|him|her)\b(?! [a-z]*(?:mother|father|son|wife|husband|daughter|home|house|car|head|leg|arm|chest|body|back|name))", re.I
)
NO_TOLL = re.compile(
    r"\b(?:suspect|gunm|shooter|shots?|shootings?|counts?|rounds?|times|image|incidents?|homicides?|murders?|killings?)\w*"
    r"|\bofficers? (?:who )?fired"
    r"|^(?:he|she|him|her|i)$",
    re.I,
)
"""Figures that count no persons who may have been harmed."""

AGED = re.compile(r"\b(\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)[- ]years?[- ]old", re.I)
MONTHS = re.compile(r"(?:month|week|day)s?[- ]old", re.I)
AGE_AFTER = re.compile(r"(?:,| ?\()\s*(?:aged?\s+)?(\d{1,3})(?=[,.;)\s]|$)\)?")
OTHER = re.compile(r"\b(?:another|others?|second|third|fourth|fifth|additional|more)\b", re.I)
GROWN_AT = 18

ASIDES: tuple[re.Pattern[str], ...] = (
    re.compile(r"(?:,\s*(?:aged?\s+)?\d{1,3}(?:\s+years?\s+old)?|\s*\(\d{1,3}\))"),
    re.compile(r",\s*(?:both\s+)?(?:of|from)\s+[A-Z][\w. ]+"),
    re.compile(r",(?=\s+(?:was|were|is|who|had|died|has|and|got|suffered|sustained)\b)"),
    re.compile(
        r"\s*(?:--|—|–|,|\()\s*(?:including|one|two|all|both|among them|most|ages?|aged)\b[^.;]{1,90}?(?:--|—|–|,|\))"
        r"(?=\s+(?:were|was|are|is|had|have|suffered|died)\b)", re.I
    ),
    re.compile(r",?\s+(?:including|among them)\s[^.;]{1,60}?(?=,?\s+(?:was|were|are|is|had|have|died|suffered)\b)", re.I),
    re.compile(
        r"\s+(?:in|from|of|at|on|near|inside|outside)\s+(?:(?:the|his|her|their|a)\s+)?[\w.’'-]+(?:\s+(?!who\b)[\w.’'-]+){0,3}?"
        r"(?=\s+(?:was|were|is|are|has|had|died|suffered)\b)"
    ),
)  # fmt: skip
"""What stands between persons and what happened to them, in this order: an age, a home, a comma, "including a child", a place."""
