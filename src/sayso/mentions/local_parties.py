"""Wordings that mean a party only in an article about its country: acronyms, bare names, peoples and their armed men, numbered units."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from sayso.knowledge.actors import Party, load_countries, load_parties, party_by_id, party_names
from sayso.knowledge.country_words import country_words
from sayso.knowledge.phrases import PhraseIndex, Word, split_words
from sayso.knowledge.tables import read_table
from sayso.mentions.named import Named, Setting, part_of_state

_QUALIFIED = re.compile(r" \([^)]*\)$")
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)?$", re.I)
_MOST = 6
"""Words of the longest name of a numbered unit."""


def name_local(words: list[Word], at: int, setting: Setting) -> Named | None:
    """A wording that means a party only in an article about its country ("the AA" in Myanmar, "National Guard" in Ukraine).

    >>> from sayso.knowledge.phrases import split_words
    >>> name_local(split_words("AA fighters came"), 0, Setting("MM", True)).name
    'Arakan Army'
    >>> name_local(split_words("Gumuz armed men came"), 0, Setting("ET", True)).name
    'Gumuz militia'
    """
    found = local_names().longest(words, at, cased=setting.cased)
    party_id = found[1].get(setting.country or "") if found else None
    party = party_by_id(party_id) if party_id else None
    if found is None or party is None or (at and words[at].glued and words[at - 1].fold in {"anti", "pro"}):
        return None
    end = at + found[0]
    if _of_another(words, at, end, setting.country):
        return None
    size = found[0] + (end < len(words) and words[end].glued and words[end].fold in read_table("organs")["followers"])
    return Named(size, party.id, party.name, party.kind, party.country)


def _of_another(words: Sequence[Word], at: int, end: int, country: str | None) -> bool:
    """Whether "of" ties words[at:end] to another country, or to anybody where no country is given ("the Armed Forces of Turkey")."""
    if end + 1 >= len(words) or words[end].fold not in {"of", "in"} or not words[end].glued or end == at:
        return False
    if country is None:
        return words[end].fold == "of"
    named = country_words().longest(words, end + 1 + (words[end + 1].fold == "the" and end + 2 < len(words)))
    return named is not None and named[1][0] != country


@cache
def local_names() -> PhraseIndex[dict[str, str]]:
    """Listed wordings, names without the country in them, and peoples with a word for armed men, each by country."""
    listed: dict[str, dict[str, str]] = {words: dict(row) for words, row in read_table("local_names").items()}
    told: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for party in load_parties().values():
        for words in (*_bare_names(party), *_armed_people(party)):
            told[words][party.country or ""].add(party.id)
    for words, row in told.items():
        sure = {code: min(ids) for code, ids in row.items() if code and len(ids) == 1}
        listed[words] = sure | listed.get(words, {})
    return PhraseIndex([(words, row) for words, row in listed.items() if row])


def _bare_names(party: Party) -> Iterator[str]:
    """The names of a party without what tells its country ("Sudanese", "of Ukraine", "(Yemen)"), where two words with capitals stay."""
    country = load_countries().get(party.country or "")
    if country is None or party.umbrella:
        return
    owners = (*country.adjectives, country.name, *country.also)
    before = re.compile(rf"(?:{'|'.join(map(re.escape, owners))})(?:['\u2019]s?)? ")
    after = re.compile(rf" (?:of|in) (?:the )?(?:{'|'.join(map(re.escape, (country.name, *country.also)))})$")
    for name in (party.name, *party.aliases):
        bare = after.sub("", before.sub("", _QUALIFIED.sub("", name), count=1) if before.match(name) else _QUALIFIED.sub("", name))
        if bare != name and _is_proper(bare) and party_names().longest(split_words(bare), 0) is None:
            yield bare


def _is_proper(name: str) -> bool:
    """Whether every longer word of a name has a capital, and it has two.

    >>> _is_proper("Border Guard"), _is_proper("army"), _is_proper("Army")
    (True, False, False)
    """
    longer = [word for word in name.split() if len(word) > _SHORT]
    return len(longer) > 1 and all(word[0].isupper() for word in longer)


_SHORT = 3


def _armed_people(party: Party) -> Iterator[str]:
    """A people or clan with a word for its armed men, where the party is named by it ("Gumuz militia": "Gumuz gunmen")."""
    if party.kind != "identity_militia":
        return
    table = read_table("organs")
    for name in (party.name, *party.aliases):
        people = re.fullmatch(r"((?:[A-Z][\w'\u2019-]+ ?){1,3}) (?:clan |ethnic |tribal )?militias?(?: \([^)]*\))?", name)
        if people:
            yield from (f"{people[1].strip()} {noun}" for noun in table["armed_people"])


def name_unit(words: list[Word], at: int, setting: Setting) -> Named | None:
    """A numbered unit in an article about a country whose army alone numbers its units ("the 22nd Infantry Division" in Sudan).

    >>> from sayso.knowledge.phrases import split_words
    >>> name_unit(split_words("22nd Infantry Division came"), 0, Setting("SD", True)).name
    'Sudanese Armed Forces'
    """
    size, country = unit_size(words, at), setting.country
    owned = bool(at) and words[at].glued and (words[at - 1].possessive or words[at - 1].raw[0].isupper())
    alone = size and _ORDINAL.match(words[at].raw) is not None and not owned and not _of_another(words, at, at + size, None)
    if not alone or country is None or country not in read_table("organs")["numbers_its_units"]:
        return None
    return part_of_state(country, "army", size)


def unit_size(words: Sequence[Word], at: int) -> int:
    """How many words a numbered unit takes that starts at a word, or 0.

    >>> from sayso.knowledge.phrases import split_words
    >>> [unit_size(split_words(t), 0) for t in ("47th Mechanized Brigade", "Light Infantry Division 99", "47th day")]
    [3, 4, 0]
    """
    table = read_table("organs")
    units, kinds = table["units"], table["kinds_of_units"]
    numbered = _ORDINAL.match(words[at].raw) is not None or words[at].fold in table["ordinals"]
    end = at + numbered
    while end < min(len(words), at + _MOST) and (end == at or words[end].glued) and words[end].fold in kinds:
        end += 1
    if end >= len(words) or words[end].fold not in units or not (end == at or words[end].glued) or not words[end].raw[0].isupper():
        return 0
    if numbered:
        return end + 1 - at
    follows = end + 1 < len(words) and words[end + 1].glued and words[end + 1].raw.isdigit()
    return end + 2 - at if follows else 0
