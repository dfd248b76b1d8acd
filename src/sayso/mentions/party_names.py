"""Names of parties at a word of the text: reviewed names, parts of states, umbrellas by the article's country, groups of people."""

import re
from collections.abc import Callable
from functools import cache

from sayso.knowledge.actors import load_parties, party_names
from sayso.knowledge.country_words import country_words
from sayso.knowledge.nationalities import nationality_words
from sayso.knowledge.phrases import PhraseIndex, Word
from sayso.knowledge.speakers import load_speakers, speaker_names
from sayso.knowledge.tables import read_table
from sayso.mentions.local_parties import local_names, name_local, name_unit, unit_size
from sayso.mentions.named import Named, Setting, known_party, part_of_state


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
    rows = [row for row in read_table("public_persons") if "party" in row or (row.get("leader") and "state" in row)]
    held = [(name, row.get("party") or row["state"]) for row in rows for name in (row["name"], *row.get("also", ()))]
    return PhraseIndex([*held, *read_table("leaders").items()])


_CALLED = (["so", "called"], ["self", "proclaimed"], ["self", "styled"])


def name_reviewed(words: list[Word], at: int, setting: Setting) -> Named | None:
    """A reviewed party by any of its names, with the noun that belongs to it ("Islamic State militants")."""
    found = party_names().longest(words, at, cased=setting.cased)
    if found is not None and [w.fold for w in words[at : at + 2]] in _CALLED:
        whole = party_names().longest(words, at + 2, cased=setting.cased)
        found = (whole[0] + 2, whole[1]) if whole and whole[0] + 2 > found[0] else found
    if found is None or (at and words[at].glued and words[at - 1].fold == "anti"):
        return None
    size, party_id = found
    end = at + size
    if end < len(words) and words[end].glued and words[end].fold in _organ_row("followers") and not words[end - 1].possessive:
        size += 1
    return known_party(party_id, size)


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


_CODE = re.compile(r"[A-Z][A-Za-z]{0,3}-?\d{1,3}[A-Z]?")
"""What kind of aircraft or gun: "TB2", "Su-25", "F16"."""


def _organ_after(words: list[Word], at: int, setting: Setting) -> tuple[int, str, bool] | None:
    """Index after the noun, the organ, and whether the noun belongs to the party's name."""
    limit = min(at + 4, len(words))
    if at < limit and words[at].glued and (unit := unit_size(words, at)):
        return at + unit, "army", True
    while at < limit and words[at].glued:
        found = _organ_nouns().longest(words, at, cased=setting.cased)
        if found and not (words[at].fold in _organ_row("modifiers") and _organ_after(words, at + 1, setting)):
            return at + found[0], *found[1]
        if words[at].fold not in _organ_row("modifiers") and not _CODE.fullmatch(words[at].raw):
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
    return part_of_state(country, part[1], part[0] - at if whole else size)


def _comes_before_leader(words: list[Word], at: int, setting: Setting) -> bool:
    nation = country_words().longest(words, at, cased=setting.cased)
    return words[at].fold in _organ_row("before_leader") or (nation is not None and nation[1][1] == "adjective")


_LED = frozenset({("loyal", "to"), ("led", "by"), ("commanded", "by"), ("allied", "to")})


def name_leaders_forces(words: list[Word], at: int, setting: Setting) -> Named | None:
    """Forces told by their leader's name: "Assad's troops", "the Assad regime", "forces loyal to President ...", "pro-... forces".

    >>> from sayso.knowledge.phrases import split_words
    >>> name_leaders_forces(split_words("troops loyal to President Bashar al-Assad"), 0, Setting("SY", True)).name
    'Syrian government forces'
    """
    loyal = words[at].fold in _organ_row("loyal") and tuple(w.fold for w in words[at + 1 : at + 3]) in _LED
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
    nouns = _organ_row("followers") | (_organ_row("of_leaders") if words[end - 1].possessive else frozenset())
    followed = end < len(words) and words[end].glued and words[end].fold in nouns
    if followed and found[1] in load_parties():
        part = (end + 1, "forces", True)
    if part is None:
        return None
    size = (part[0] if part[2] else end) - at
    if found[1] in load_parties():
        return known_party(found[1], size)
    organ = "forces" if part[1] in {"army", "air_force"} else part[1]
    return part_of_state(found[1], organ, size)


@cache
def opening_words() -> frozenset[str]:
    """Folded words at which a name of a party or country may start."""
    indexes = (_leaders(), country_words(), party_names(), speaker_names(), _umbrellas(), _people(), local_names())
    numbers = {f"{number}{ending}" for number in range(1, 1000) for ending in ("", "st", "nd", "rd", "th")}
    units = _organ_row("ordinals") | _organ_row("kinds_of_units") | _organ_row("units")
    return frozenset({"pro", "president"} | numbers | units).union(_organ_row("loyal"), *(index.openers for index in indexes))


_ORGANS = {
    "government_forces": "government_forces", "army": "army", "government": "government", "police": "police",
    "security_forces": "security_forces", "rebels": "rebels",
}  # fmt: skip
"""Parts of a state, and umbrellas by rule, that a word without a country means."""


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
    others = role in _ORGANS and at and words[at].glued and words[at - 1].fold in _organ_row("of_others")
    if others or _names_another(words, at, size):
        return None
    backed = at > 1 and words[at - 1].fold in {"backed", "led", "supported"}
    goes_on = at + size < len(words) and words[at + size].fold == "of"
    if role == "coalition" and (goes_on or (backed and words[at - 2].fold not in {"us", "saudi"})):
        return None
    row, table = read_table("umbrellas")["roles"][role], read_table("umbrellas")["countries"]
    own = table.get(setting.country, {}).get(role) if setting.country else None
    if own:
        organ, _, code = own.partition(":")
        return known_party(own, size) if own in load_parties() else part_of_state(code, organ, size)
    if role in _ORGANS and setting.country and (role != "rebels" or setting.country in _at_war()):
        return part_of_state(setting.country, _ORGANS[role], size)
    return Named(size, None, row["name"], row["kind"])


@cache
def _at_war() -> frozenset[str | None]:
    """Countries against whose states groups of rebels are listed."""
    return frozenset(party.country for party in load_parties().values() if party.kind == "rebel_group")


def _names_another(words: list[Word], at: int, size: int) -> bool:
    """Whether a word is the first of a name: "Army of Conquest", "Government of National Accord"."""
    after = at + size
    named = after + 1 < len(words) and words[after].fold == "of" and words[after].glued and words[after + 1].raw[0].isupper()
    return named and words[after - 1].raw[0].isupper()


def name_people(words: list[Word], at: int, setting: Setting) -> Named | None:
    """A group of people that is no party: civilians, children, displaced families, journalists."""
    found = _people().longest(words, at, cased=setting.cased)
    after = at + found[0] if found else at
    if found is None or (
        words[at].fold in nationality_words() and after < len(words) and words[after].glued and words[after].raw[0].isupper()
    ):
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
    name_unit,
    name_proper,
    name_state_part,
    name_reviewed,
    name_leaders_forces,
    name_organisation,
    name_umbrella,
    name_people,
)
"""Tried at every word; the longest finding wins, the earlier one where two are as long."""
