"""Which country an article is about, by the words for countries, the parties and the towns that it names."""

import csv
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from sayso.knowledge.actors import load_countries, load_parties, party_names
from sayso.knowledge.country_words import country_words
from sayso.knowledge.phrases import Word, fold_word
from sayso.knowledge.speakers import PublicPerson, load_speakers, public_names, speaker_names
from sayso.knowledge.tables import read_table
from sayso.mentions.place_names import PlaceName
from sayso.mentions.place_words import place_words


@cache
def _listed() -> Mapping[str, str]:
    """Names in one word that show which country an article is about: listed ones, and the towns of the supplement.

    Not towns whose name several countries have, or that is a given name or an ordinary word as well.
    """
    listed = {fold_word(word): code for code, row in read_table("umbrellas")["evidence"].items() for word in row}
    words = place_words()
    no_evidence = {fold_word(word) for word in words.ordinary | words.given_names}
    text = files("sayso.knowledge").joinpath("places", "supplement.csv").read_text(encoding="utf8")
    told: dict[str, set[str]] = {}
    for row in csv.DictReader(text.splitlines()):
        for name in (row["name"], *row["other_names"].split("|")):
            if name.isalpha() and len(name) > _SHORTEST and row["kind"] == "town":
                told.setdefault(fold_word(name), set()).add(row["country"])
    return {name: min(codes) for name, codes in told.items() if len(codes) == 1 and name not in no_evidence} | listed


_SHORTEST, _AHEAD = 4, 10.0
"""Letters of the shortest name of a place that shows a country; how many times larger its place there must be than any elsewhere."""

_SIZES = {"admin1": 500_000, "admin2": 50_000}
"""People that a division counts for besides its own, so that a province goes before a village of its name."""


_OURS = 200_000
"""People that a town of the supplement counts for: it was listed because news of a war names it."""


def countries_shown(names: Iterable[PlaceName]) -> dict[int, str]:
    """The countries of towns and provinces that a text names, by where the name starts.

    Not of names that several countries have, one of which is not ten times larger than the others, not of ordinary words, and not of
    territories that have no state of their own in Sayso's list (Hong Kong).
    """
    told = ((name.start, _country_shown(name)) for name in names if _may_show(name))
    return {start: code for start, code in told if code}


def _may_show(name: PlaceName) -> bool:
    words = place_words()
    plain = name.text.lower() in words.ordinary or name.text in words.given_names or name.text in read_table("umbrellas")["venues"]
    return not (name.person or plain or len(name.text) < _SHORTEST or name.text.isupper())


def _country_shown(name: PlaceName) -> str | None:
    sizes: Counter[str] = Counter()
    for candidate in name.found:
        place = candidate.place
        if candidate.how == "skeleton" or place.country is None:
            continue
        if place.kind == "country":
            return None
        ours = _OURS if place.place_id.startswith("sayso:") else 0
        sizes[place.country] = max(sizes[place.country], 1 + place.population + _SIZES.get(place.kind, 0) + ours)
    ranked = sizes.most_common(2)
    alone = len(ranked) == 1 or (ranked and ranked[0][1] >= _AHEAD * ranked[1][1])
    return ranked[0][0] if alone and ranked[0][0] in load_countries() else None


def country_of(words: Iterable[list[Word]], shown: Mapping[int, str] | None = None, *, cased: bool = True) -> str | None:
    """The ISO code of the country that an article is about, or None where two run close.

    `shown` are countries by the offset of a town there (`countries_shown`): they count double, each name of a town twice at most. Powers
    that act in many wars count half; a party counts for its own country.

    >>> from sayso.knowledge.phrases import split_words
    >>> country_of([split_words("Russian jets struck Idlib in Syria, the Syrian army said.")])
    'SY'
    """
    table = read_table("umbrellas")
    weight = dict.fromkeys(table["powers"]["codes"], table["powers"]["weight"])
    counts: Counter[str] = Counter()
    towns: Counter[str] = Counter()
    for block in words:
        taken = 0
        for at, word in enumerate(block):
            size, code = _code_at(block, at, cased)
            town = (shown or {}).get(word.start) if at >= taken and not size else None
            taken = max(taken, at + size)
            towns[word.fold] += town is not None
            if town and towns[word.fold] <= table["town_most"]:
                counts[town] += table["town"] * weight.get(town, 1.0)
            elif code:
                counts[code] += weight.get(code, 1.0)
    ranked = sorted(((n, c) for c, n in counts.items()), key=lambda row: (-row[0], row[1]))
    if not ranked or (len(ranked) > 1 and ranked[0][0] < table["margin"] * ranked[1][0]):
        return None
    return ranked[0][1]


def _code_at(words: list[Word], at: int, cased: bool) -> tuple[int, str | None]:
    """How many words a country, a party, person, speaker or listed word takes here, and its country."""
    named = country_words().longest(words, at, cased=cased)
    if named:
        return named[0], named[1][0]
    party = party_names().longest(words, at, cased=cased)
    person = public_names().longest(words, at, cased=cased)
    body = speaker_names().longest(words, at, cased=cased)
    told = [(party[0], load_parties()[party[1]].country)] if party else []
    told += [(person[0], _country_of_person(person[1]))] if person else []
    told += [(body[0], load_speakers()[body[1]].country)] if body else []
    if told:
        return max(told, key=lambda hit: hit[0])
    listed = _listed().get(words[at].fold)
    return (1, listed) if listed else (0, None)


def _country_of_person(person: PublicPerson) -> str | None:
    party = load_parties().get(person.party or "")
    return person.state or (party.country if party else None)
