"""Names of parties at a word of the text: reviewed names, parts of states, umbrellas by the article's country, groups of people."""

import datetime as dt
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from sayso.knowledge.actors import load_parties, party_by_id, party_names, state_party
from sayso.knowledge.phrases import PhraseIndex, Word
from sayso.knowledge.speakers import load_speakers, speaker_names
from sayso.knowledge.tables import read_table
from sayso.mentions.article_country import country_words


class Named(NamedTuple):
    """A party found at a word: how many words it takes, its id (None for no reviewed party), display name, kind and country."""

    size: int
    actor_id: str | None
    name: str
    kind: str
    country: str | None = None


class Setting(NamedTuple):
    """What holds for a whole article: the country that it is about, whether its text has capitals, and the day it is from."""

    country: str | None
    cased: bool
    day: dt.date | None = None


def _known(party_id: str, size: int) -> Named:
    party = load_parties()[party_id]
    return Named(size, party.id, party.name, party.kind, party.country)


def _state(country: str, organ: str, size: int) -> Named:
    party = state_party(country, organ)
    return Named(size, party.id, party.name, party.kind, country)


@cache
def _organ_nouns() -> PhraseIndex[tuple[str, bool]]:
    rows: list[tuple[str, tuple[str, bool]]] = []
    for organ, row in read_table("organs")["organs"].items():
        rows += [(noun, (organ, True)) for noun in (*row["nouns"], *row.get("loaded", ()))]
        rows += [(noun, (organ, False)) for noun in row.get("act_nouns", ())]
    return PhraseIndex(rows)


@cache
def _organ_row(row: str) -> frozenset[str]:
    return frozenset(read_table("organs")[row])


@cache
def _umbrellas() -> PhraseIndex[str]:
    roles = read_table("umbrellas")["roles"].items()
    return PhraseIndex([(word, role) for role, row in roles for word in (*row["words"], *row.get("loaded", ()))])


@cache
def _people() -> PhraseIndex[str]:
    groups = {name: words for name, words in read_table("people_groups").items() if name != "kinds"}
    return PhraseIndex([(word, name) for name, words in groups.items() for word in words])


@cache
def _leaders() -> PhraseIndex[str]:
    """Names of leaders, each with the state or the id of the party whose forces are called after them."""
    rows = [row for row in read_table("public_persons") if row.get("leader") and "state" in row]
    held = [(name, row["state"]) for row in rows for name in (row["name"], *row["also"])]
    return PhraseIndex([*held, *read_table("leaders").items()])


@cache
def _local_names() -> PhraseIndex[dict[str, str]]:
    return PhraseIndex(list(read_table("local_names").items()))


def name_local(words: list[Word], at: int, setting: Setting) -> Named | None:
    """A wording that means a party only in an article about its country ("the AA" in Myanmar).

    >>> from sayso.knowledge.phrases import split_words
    >>> name_local(split_words("AA fighters came"), 0, Setting("MM", True)).name
    'Arakan Army'
    """
    found = _local_names().longest(words, at, cased=setting.cased)
    party_id = found[1].get(setting.country or "") if found else None
    party = party_by_id(party_id) if party_id else None
    if found is None or party is None or (at and words[at].glued and words[at - 1].fold in {"anti", "pro"}):
        return None
    end = at + found[0]
    size = found[0] + (end < len(words) and words[end].glued and words[end].fold in _organ_row("followers"))
    return Named(size, party.id, party.name, party.kind, party.country)


def name_reviewed(words: list[Word], at: int, setting: Setting) -> Named | None:
    """A reviewed party by any of its names, with the noun that belongs to it ("Islamic State militants")."""
    found = party_names().longest(words, at, cased=setting.cased)
    if found is None or (at and words[at].glued and words[at - 1].fold == "anti"):
        return None
    size, party_id = found
    end = at + size
    if end < len(words) and words[end].glued and words[end].fold in _organ_row("followers") and not words[end - 1].possessive:
        size += 1
    return _known(party_id, size)


def name_proper(words: list[Word], at: int, setting: Setting) -> Named | None:
    """A reviewed party by a proper name, every word of it with a capital: it goes before a part of a state of the same words.

    >>> from sayso.knowledge.phrases import split_words
    >>> name_proper(split_words("Syrian National Army units came"), 0, Setting("SY", True)).name
    'Syrian National Army'
    """
    found = name_reviewed(words, at, setting)
    if found is None:
        return None
    name = [word for word in words[at : at + found.size] if word.fold not in _organ_row("followers")]
    return found if len(name) > 1 and all(word.raw[0].isupper() for word in name) else None


def _organ_after(words: list[Word], at: int, setting: Setting) -> tuple[int, str, bool] | None:
    """Index after the noun, the organ, and whether the noun belongs to the party's name."""
    limit = min(at + 4, len(words))
    while at < limit and words[at].glued:
        found = _organ_nouns().longest(words, at, cased=setting.cased)
        if found and not (words[at].fold in _organ_row("modifiers") and _organ_after(words, at + 1, setting)):
            return at + found[0], *found[1]
        if words[at].fold not in _organ_row("modifiers"):
            return None
        at += 1
    return None


def name_state_part(words: list[Word], at: int, setting: Setting) -> Named | None:
    """A part of a state: "Russian warplanes", "Turkey's defence ministry", "Syrian and Russian jets" (each nation apart).

    >>> from sayso.knowledge.phrases import split_words
    >>> name_state_part(split_words("Turkish military convoys crossed"), 0, Setting("SY", True)).name
    'Turkish Armed Forces'
    """
    found = country_words().longest(words, at, cased=setting.cased)
    if found is None or (found[1][1] == "seat" and not words[at].possessive):
        return None
    size, (country, sort) = found
    end = at + size
    owned = words[end - 1].possessive or words[end - 1].fold.endswith("s")
    if sort == "name" and not owned and country not in {"US", "GB"}:
        return None
    after = end
    while after + 1 < len(words) and words[after].fold in {"and", "or"}:
        other = country_words().longest(words, after + 1, cased=setting.cased)
        if other is None or other[1][1] != "adjective":
            break
        after += 1 + other[0]
    part = _organ_after(words, after, setting)
    if part is None:
        return None
    whole = after == end and part[2]
    return _state(country, part[1], part[0] - at if whole else size)


def _comes_before_leader(words: list[Word], at: int, setting: Setting) -> bool:
    nation = country_words().longest(words, at, cased=setting.cased)
    return words[at].fold in _organ_row("before_leader") or (nation is not None and nation[1][1] == "adjective")


def name_leaders_forces(words: list[Word], at: int, setting: Setting) -> Named | None:
    """Forces told by their leader's name: "Assad's troops", "the Assad regime", "forces loyal to President ...", "pro-... forces".

    >>> from sayso.knowledge.phrases import split_words
    >>> name_leaders_forces(split_words("troops loyal to President Bashar al-Assad"), 0, Setting("SY", True)).name
    'Syrian government forces'
    """
    loyal = words[at].fold in _organ_row("loyal") and [w.fold for w in words[at + 1 : at + 3]] == ["loyal", "to"]
    start = at + 3 if loyal else at + (words[at].fold in {"pro", "president"})
    while loyal and start < len(words) and _comes_before_leader(words, start, setting):
        start += 1
    if start >= len(words):
        return None
    found = _leaders().longest(words, start, cased=setting.cased)
    if found is None:
        return None
    end = start + found[0]
    part = (end, "forces", True) if loyal else _organ_after(words, end, setting)
    followed = end < len(words) and words[end].glued and words[end].fold in _organ_row("followers")
    if part is None and followed and found[1] in load_parties():
        part = (end + 1, "forces", True)
    if part is None:
        return None
    size = (part[0] if part[2] else end) - at
    if found[1] in load_parties():
        return _known(found[1], size)
    organ = "forces" if part[1] in {"army", "air_force"} else part[1]
    return _state(found[1], organ, size)


@cache
def opening_words() -> frozenset[str]:
    """Folded words at which a name of a party or country may start."""
    indexes = (_leaders(), country_words(), party_names(), speaker_names(), _umbrellas(), _people(), _local_names())
    return frozenset({"pro", "president"}).union(_organ_row("loyal"), *(index.openers for index in indexes))


_ORGANS = {"government_forces": "forces", "army": "army", "government": "government", "police": "police"}


def name_umbrella(words: list[Word], at: int, setting: Setting) -> Named | None:
    """A party without a country in its name, narrowed by the article's country or left with a neutral name.

    >>> from sayso.knowledge.phrases import split_words
    >>> [name_umbrella(split_words("rebels fled"), 0, Setting(country, True)).name for country in ("SY", None)]
    ['Syrian opposition fighters', 'rebels']
    """
    found = _umbrellas().longest(words, at, cased=False)
    if found is None or (at and words[at].glued and words[at - 1].fold in {"pro", "anti"}):
        return None
    size, role = found
    backed = at > 1 and words[at - 1].fold in {"backed", "led", "supported"}
    goes_on = at + size < len(words) and words[at + size].fold == "of"
    if role == "coalition" and (goes_on or (backed and words[at - 2].fold not in {"us", "saudi"})):
        return None
    row, table = read_table("umbrellas")["roles"][role], read_table("umbrellas")["countries"]
    own = table.get(setting.country, {}).get(role) if setting.country else None
    if own:
        organ, _, code = own.partition(":")
        return _known(own, size) if own in load_parties() else _state(code, organ, size)
    if role in _ORGANS and setting.country:
        return _state(setting.country, _ORGANS[role], size)
    return Named(size, None, row["name"], row["kind"])


def name_people(words: list[Word], at: int, setting: Setting) -> Named | None:
    """A group of people that is no party: civilians, children, displaced families, journalists."""
    found = _people().longest(words, at, cased=setting.cased)
    if found is None:
        return None
    kind = read_table("people_groups")["kinds"].get(found[1], "civilians")
    return Named(found[0], None, found[1], kind)


def name_organisation(words: list[Word], at: int, setting: Setting) -> Named | None:
    """A UN body, relief organisation or rescue service, which acts in reports as often as it speaks."""
    found = speaker_names().longest(words, at, cased=setting.cased)
    speaker = load_speakers()[found[1]] if found else None
    if found is None or speaker is None or (speaker.kind != "un_ngo" and speaker.id != "white-helmets"):
        return None
    return Named(found[0], speaker.id, speaker.name, "external_forces")


FINDERS: tuple[Callable[[list[Word], int, Setting], Named | None], ...] = (
    name_local,
    name_proper,
    name_leaders_forces,
    name_state_part,
    name_reviewed,
    name_organisation,
    name_umbrella,
    name_people,
)
"""Tried at every word; the longest finding wins, the earlier one where two are as long."""
