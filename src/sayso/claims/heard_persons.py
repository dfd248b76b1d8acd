"""Who is named in an article, and who of them is private: weighed by all that is seen of a name at all of its mentions."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files

import msgspec

from sayso.claims.person_candidates import Candidate, find_candidates
from sayso.claims.person_traits import ALONE, SEVERAL, SMALL, WHOLE, traits_of
from sayso.claims.weighing import Weights, flags
from sayso.knowledge.common_words import UNSEEN, rarity_of
from sayso.knowledge.persons import given_names
from sayso.knowledge.phrases import split_words
from sayso.model.articles import Article
from sayso.model.mentions import ActorMention, Mentions
from sayso.reading.sight import Sight

_RATHER_A_WORD = 0.3
"""Odds below which a name is none where its words are also written small: of 2,145 mentions of private persons none is lost by it."""


class PersonWeights(msgspec.Struct, frozen=True):
    """Weights as `training/persons.py` fitted them: that a name is a person's, and that a person is private.

    A person is taken for private where the two together reach `doubt`: a private person who is named in public is worse than a public one
    who is not.
    """

    person: Weights
    private: Weights
    doubt: float

    def odds(self, traits: Iterable[str]) -> tuple[float, float]:
        """How likely a name with these traits is a person's, and a private person's; one that the table of public persons holds is none."""
        seen = flags(traits)
        is_person = self.person.weigh(seen)
        known = WHOLE in seen or (ALONE in seen and not SEVERAL & seen.keys())
        return is_person, 0.0 if known or (SMALL in seen and is_person < _RATHER_A_WORD) else is_person * self.private.weigh(seen)


@cache
def person_weights() -> PersonWeights:
    """The weights that ship."""
    return msgspec.json.decode(files("sayso.claims").joinpath("data", "persons.json").read_bytes(), type=PersonWeights)


class Named(msgspec.Struct, frozen=True):
    """All mentions of one name in an article and what is seen of them."""

    mentions: tuple[Candidate, ...]
    traits: frozenset[str]


def gather_named(article: Article, mentions: Mentions, sight: Sight) -> tuple[Named, ...]:
    """The names of an article that may be a person's, each with its mentions in full and in part."""
    groups: dict[tuple[str, ...], list[Candidate]] = {}
    candidates = tuple(find_candidates(article, sight))
    whole = tuple(dict.fromkeys(c.telling for c in candidates if len(c.telling) > 1))
    for one in candidates:
        groups.setdefault(_whole_name(one.telling or one.folds, whole), []).append(one)
    small = frozenset(word.fold for word in split_words(article.text) if word.raw.islower())
    return tuple(Named(tuple(group), frozenset(_traits(article.text, group, mentions, sight, small))) for group in groups.values())


def _whole_name(name: tuple[str, ...], whole: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The longest name of which one is a part: its surname or given name alone, or without a middle name."""
    if len(name) == 1:
        fits = [other for other in whole if other[-1] == name[0]] or [other for other in whole if other[0] == name[0]]
    else:
        fits = [other for other in whole if len(other) > len(name) and other[0] == name[0] and other[-1] == name[-1]]
    return max(fits, key=len, default=name)


def _traits(text: str, group: Sequence[Candidate], mentions: Mentions, sight: Sight, small: frozenset[str]) -> Iterator[str]:
    for one in group:
        yield from traits_of(text, one, mentions, sight)
    if all(one.telling and (small.issuperset(one.telling) or _is_plural(one.telling)) for one in group):
        yield SMALL
    yield from (f"named {times} times" for times in (2, 3, 5) if len(group) >= times)


def _is_plural(name: tuple[str, ...]) -> bool:
    """Whether a name is one common word in the plural ("Accounts differ"): reporting has it and its singular, which is no given name."""
    word = name[0]
    common = word.endswith("s") and all(rarity_of(form) < UNSEEN for form in (word, word[:-1]))
    return len(name) == 1 and common and word[:-1] not in given_names()


def mark_persons(article: Article, mentions: Mentions, sight: Sight) -> tuple[ActorMention, ...]:
    """The actors of an article with every mention of a person, private or public; who may be private is.

    A name that is more likely a place's, or a party's that no table holds, stays one, unless it may be a private person's.
    """
    table = person_weights()
    heard: list[ActorMention] = []
    for named in gather_named(article, mentions, sight):
        is_person, is_private = table.odds(named.traits)
        private = is_private >= table.doubt
        if private or is_person >= table.person.least:
            heard += _mentions(article.text, named, private=private)
    parties = [a for a in mentions.actors if a.actor_id is not None]
    heard = [h for h in heard if not any(_overlap(h, party) and not (h.private and _is_within(party, h)) for party in parties)]
    others = [a for a in mentions.actors if not any(_overlap(a, h) for h in heard)]
    return tuple(sorted((*others, *heard), key=lambda a: (a.start, a.end)))


def _is_within(party: ActorMention, person: ActorMention) -> bool:
    """Whether a party's name is only a part of a person's ("Mariam Taliban")."""
    return person.start <= party.start and party.end <= person.end and person.end - person.start > party.end - party.start


def _overlap(one: ActorMention, other: ActorMention) -> bool:
    return one.start < other.end and other.start < one.end


def _mentions(text: str, named: Named, *, private: bool) -> Iterator[ActorMention]:
    longest = max(named.mentions, key=lambda one: (len(one.folds), -one.first))
    name = text[slice(*longest.span)]
    for one in named.mentions:
        start, end = one.span
        yield ActorMention(start=start, end=end, text=text[start:end], name=name, kind="person", private=private)
