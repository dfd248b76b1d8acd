"""Parties that only the network sees: states as actors, bodies and groups of people that no table holds."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from sayso.claims.clause_view import Spanned
from sayso.claims.pronoun_parties import Told, is_pronoun, party_of_pronoun
from sayso.knowledge.actors import load_countries, state_party
from sayso.knowledge.country_words import country_words
from sayso.knowledge.nationalities import nationality_words
from sayso.knowledge.phrases import split_words
from sayso.knowledge.tables import read_table
from sayso.language.sentences import sentences_of
from sayso.language.tokens import whole_words
from sayso.model.articles import Article, Span
from sayso.model.happenings import Happening
from sayso.model.mentions import ActorMention, Attribution, Mentions, PlaceMention
from sayso.model.vocabulary import EventClass
from sayso.reading.sight import Reach, Sight

MEANT = 0.5
"""Probability from which a happening's trigger points at words as who does it."""
_MOST_WORDS = 8
_OPENS = re.compile(
    r"(?:(?:the|a|an|some|other|more|many|several|most|all|both|few|any|these|those|this|that|its|their|his|her|our|your|my|and|or|by|of|with"
    r"|from|but|as|also|around|about|over|least|up|to|than|at|[\d.,]+)\b[ ,]*)+", re.I,
)  # fmt: skip
_LETTERS = re.compile(r"[A-Z]{3,7}")
_INITIALS = re.compile(r"(?:[A-Z][a-z]?){3,7}(?<=[A-Z])")
"""Initials of a body, with or without the small ones between ("SMoH")."""
_WORD = re.compile(r"[^\W_][\w'’.&-]*")


def hear_parties(
    article: Article, mentions: Mentions, happenings: Sequence[Happening], attributions: Sequence[Attribution], sight: Sight
) -> tuple[ActorMention, ...]:
    """All parties of an article in the order of the text, with those that only the network points at as who does something.

    A country that acts is its government; a pronoun is the party that it is led back to, and none in doubt. Words with a capital that may
    be a person's name are none: the rules alone name persons.
    """
    told = Told(article.text, sentences_of(article), mentions.actors, attributions)
    named: tuple[Spanned, ...] = (*mentions.actors, *mentions.times, *mentions.figures)
    taken = [(one.start, one.end) for one in named]
    heard: list[ActorMention] = []
    for happening in happenings:
        for span in _pointed_at(article.text, sight.reach(happening.trigger)["agent"]):
            free = not _overlaps(happening.trigger, span) and not any(_overlaps(other, span) for other in taken)
            party = _party(told, span, mentions.places, happening.event) if free and article.holds_in_body(span) else None
            if party is not None:
                heard.append(party)
                taken.append((party.start, party.end))
    return tuple(sorted((*mentions.actors, *heard), key=lambda one: (one.start, one.end)))


def _overlaps(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _pointed_at(text: str, reach: Reach) -> Iterator[Span]:
    """Runs of whole words that a trigger points at, without articles and numbers before them."""
    if max(reach.probabilities, default=0.0) < MEANT:
        return
    pieces, first = reach.pieces, reach.window.first
    heavy = [first + at for at, odds in enumerate(reach.probabilities) if odds >= MEANT]
    opening = [at for number, at in enumerate(heavy) if number == 0 or heavy[number - 1] < at - 1]
    closing = [at for number, at in enumerate(heavy) if number + 1 == len(heavy) or heavy[number + 1] > at + 1]
    for one, last in zip(opening, closing, strict=True):
        start, end = whole_words(text, pieces.starts[one], pieces.ends[last])
        opens = None if is_pronoun(text[start:end]) else _OPENS.match(text, start, end)
        start = opens.end() if opens else start
        if start < end and len(text[start:end].split()) <= _MOST_WORDS:
            yield start, end


def _party(told: Told, span: Span, places: Sequence[PlaceMention], event: EventClass) -> ActorMention | None:
    """A mention of a party: a pronoun's, a state's, else a body or group under the words that name it."""
    text = told.text
    if is_pronoun(text[slice(*span)]):
        return party_of_pronoun(told, span)
    state = _state(text, span, places, event)
    if state is not None:
        return state
    if any(p.is_country and p.country and _overlaps((p.start, p.end), span) for p in places):
        return None
    name = text[slice(*span)]
    words = _WORD.findall(name)
    if not words or not (_names_a_body(text, name, words) or _is_initials(text, span) or _names_no_person(words)):
        return None
    return ActorMention(start=span[0], end=span[1], text=name, name=name)


_WAR = frozenset({"strike", "battle", "deployment", "control"})
"""What a nation does by its forces ("a Russian air blitz"); all else is its government's."""


def _state(text: str, span: Span, places: Sequence[PlaceMention], event: EventClass) -> ActorMention | None:
    """A state by its name, its seat of government, an adjective of nationality or its people's name; None for anything else."""
    words = text[slice(*span)]
    country = next((p for p in places if p.is_country and p.country and _overlaps((p.start, p.end), span)), None)
    if country is not None:
        alone = text[span[0] : country.start].lower().strip() in ("", "government of", "government of the") and country.end == span[1]
        code, organ = (country.country if alone else None), "government"
    else:
        told = split_words(words)
        found = country_words().longest(told, 0) if told else None
        code = found[1][0] if found and found[0] == len(told) and words[0].isupper() else None
        code = code or nationality_words().get(words.lower())
        organ = "forces" if found and found[1][1] == "adjective" and event in _WAR else "government"
    if code not in load_countries():
        return None
    party = state_party(code, organ)
    return ActorMention(start=span[0], end=span[1], text=words, actor_id=party.id, name=party.name, kind=party.kind)


def _names_a_body(text: str, name: str, words: Sequence[str]) -> bool:
    """Whether words name a body whatever their capitals: a body's word ends them, or the text explains the letters of one.

    "The Patient Relief Fund", "ADRA" after "Adventist Relief Agency (ADRA)"; never what belongs to somebody ("Darwan's team"), lists two,
    or holds a given name or a title.
    """
    bodies, last = read_table("party_words")["bodies"], words[-1].lower()
    if len(words) == 1:
        explained = _LETTERS.fullmatch(name) and re.search(rf"\b(\w+) \({name}\)", text)
        return bool(explained) and explained[1].lower() in bodies  # type: ignore[index]
    red = last not in ("cross", "crescent") or words[-2].lower() == "red"
    of_a_person = any(word.lower() in _given_names() | _TITLES for word in words[:-1])
    return last in bodies and red and not of_a_person and _PARTED.search(name) is None


_AROUND = re.compile(r"(?:^|(?P<end>[.\n:;!?(]\s*)|(?P<before>[\w'\u2019-]+)\W{1,2})$")
_NEXT = re.compile(r"\W{1,2}([\w'\u2019-]+)")


def _is_initials(text: str, span: Span) -> bool:
    """Whether words are the initials of a body that the text need not explain: behind "the" ("the GIFMM"), or without a vowel ("NRCS").

    In a line of capitals, and right behind a name or a title, they may be a person's.
    """
    name = text[slice(*span)]
    if not _INITIALS.fullmatch(name):
        return False
    around, following = _AROUND.search(text[max(0, span[0] - 30) : span[0]]), _NEXT.match(text, span[1])
    before, after = (around["before"] or "") if around else "", following[1] if following else ""
    shouted = any(len(word) > 1 and word.isupper() and word.isalpha() for word in (before, after))
    if shouted or (before[:1].isupper() and before != "The"):
        return False
    return before.lower() == "the" or not re.search("[aeiou]", name, re.I)


_PARTED = re.compile(r"['\u2019]s?\b|,| of | and | or ")
_TITLES = frozenset({
    "mr", "mrs", "ms", "dr", "prof", "professor", "captain", "capt", "colonel", "col", "major", "general", "gen", "lieutenant", "lt",
    "commander", "sergeant", "sheikh", "imam", "father", "sister", "brother", "witness", "family",
})  # fmt: skip


@cache
def _given_names() -> frozenset[str]:
    return frozenset(read_table("places/given_names")["names"].lower().split())


def _names_no_person(words: Sequence[str]) -> bool:
    """Whether words are a body's or a group's by their form: a listed word or a plural at the end, and no capital that may be a name's."""
    table, last = read_table("party_words"), words[-1]
    plural = last.islower() and last.endswith("s") and not last.endswith(("ss", "'s", "’s")) and last not in table["not"]
    of_many = plural or last.lower() in table["one"] or last in table["many"]
    return of_many and all(word.islower() or word.lower() in _no_names() for word in words)


@cache
def _no_names() -> frozenset[str]:
    """Words that a capital makes no name of: nationalities, words of bodies, ordinary words; given names are names."""
    ordinary = set(read_table("places/ordinary_words")["words"].lower().split())
    return frozenset(({*nationality_words()} | ordinary | set(read_table("party_words")["one"])) - _given_names())
