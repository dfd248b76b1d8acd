"""Which country an article is about, by the words for countries that it uses."""

import csv
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from sayso.knowledge.actors import load_countries, load_parties, party_names
from sayso.knowledge.phrases import PhraseIndex, Word, fold_word
from sayso.knowledge.tables import read_table


@cache
def country_words() -> PhraseIndex[tuple[str, str]]:
    """Names, adjectives and seats of states, each as (code, `name` | `adjective` | `seat`)."""
    rows: list[tuple[str, tuple[str, str]]] = []
    for code, state in load_countries().items():
        rows += [(name, (code, "name")) for name in (state.name, *state.also)]
        rows += [(name, (code, "adjective")) for name in state.adjectives]
        if state.metonym:
            rows.append((state.seat, (code, "seat")))
    return PhraseIndex(rows)


@cache
def _places() -> Mapping[str, str]:
    """Names of places in one word that show which country an article is about: listed ones, and the towns of the supplement.

    Not towns whose name several countries have, or that is a given name or an ordinary word as well.
    """
    listed = {fold_word(word): code for code, row in read_table("umbrellas")["evidence"].items() for word in row}
    plain = f"{read_table('places/ordinary_words')['words']} {read_table('places/given_names')['names']}"
    no_evidence = {fold_word(word) for word in plain.split()}
    text = files("sayso.knowledge").joinpath("places", "supplement.csv").read_text(encoding="utf8")
    told: dict[str, set[str]] = {}
    for row in csv.DictReader(text.splitlines()):
        for name in (row["name"], *row["other_names"].split("|")):
            if name.isalpha() and len(name) >= _LONG and row["kind"] == "town":
                told.setdefault(fold_word(name), set()).add(row["country"])
    return {name: min(codes) for name, codes in told.items() if len(codes) == 1 and name not in no_evidence} | listed


_LONG = 5
"""Letters of the shortest name of a town that shows a country."""


def country_of(words: Iterable[list[Word]], *, cased: bool = True) -> str | None:
    """The ISO code of the country that an article is about, or None where two run close.

    Powers that act in many wars count half; a party counts for its own country.

    >>> from sayso.knowledge.phrases import split_words
    >>> country_of([split_words("Russian jets struck Idlib in Syria, the Syrian army said.")])
    'SY'
    """
    table, places = read_table("umbrellas"), _places()
    weight = dict.fromkeys(table["powers"]["codes"], table["powers"]["weight"])
    counts: Counter[str] = Counter()
    for block in words:
        for at, word in enumerate(block):
            code = places.get(word.fold) or _code_at(block, at, cased)
            if code:
                counts[code] += 1
    ranked = sorted(((n * weight.get(c, 1.0), c) for c, n in counts.items()), key=lambda row: (-row[0], row[1]))
    if not ranked or (len(ranked) > 1 and ranked[0][0] < table["margin"] * ranked[1][0]):
        return None
    return ranked[0][1]


def _code_at(words: list[Word], at: int, cased: bool) -> str | None:
    named = country_words().longest(words, at, cased=cased)
    if named:
        return named[1][0]
    party = party_names().longest(words, at, cased=cased)
    return load_parties()[party[1]].country if party else None
