"""Recognising places: names with their cues, lists that share a type word, short forms of names told before."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

import msgspec

from sayso.gazetteer import Gazetteer
from sayso.gazetteer.spelling import plain_words, skeleton_of
from sayso.knowledge.tables import read_table
from sayso.mentions.place_cues import Beside, look_beside, own_cues, surroundings_of
from sayso.mentions.place_evidence import belief_in, believe, joint_cues, sums_up
from sayso.mentions.place_names import PlaceName, place_names
from sayso.mentions.place_words import place_words
from sayso.model.articles import Article, Block
from sayso.model.places import Candidate
from sayso.model.vocabulary import BODY_KINDS

_SHORTEST_FORM = 4
_NOT_SURELY_KNOWN = frozenset({"unknown", "consonants known", "ordinary word"})


class Seen(msgspec.Struct, frozen=True):
    """A name in its block with what stands beside it; `belief` is the probability that it is a place, once that was weighed."""

    name: PlaceName
    beside: Beside
    block: Block
    belief: float = 0.0


def see_names(article: Article, gazetteer: Gazetteer) -> list[Seen]:
    """All names of the body that might be places, in the order of the text."""
    text = article.text
    seen = [
        Seen(name, look_beside(text, name, block.start, block.end), block)
        for block in article.blocks
        if block.kind in BODY_KINDS
        for name in place_names(text, block.start, block.end, gazetteer)
    ]
    return share_types(text, know_short_forms(seen))


def recognise_places(text: str, seen: Sequence[Seen], adjectives: Mapping[str, int]) -> list[Seen]:
    """Names that the evidence makes places; a second look lets a list take in what stands between places."""
    cues = cues_of(text, seen, adjectives)
    believed = frozenset(i for i, own in enumerate(cues) if not seen[i].name.person and believe(own))
    again = [joint_cues(own | _listed(text, seen, believed, i)) for i, own in enumerate(cues)]
    no_names = _explained_letters(text) | _days()
    kept = [(s, own) for s, own in zip(seen, again, strict=True) if not s.name.person and s.name.text not in no_names and believe(own)]
    return [msgspec.structs.replace(s, belief=belief_in(own)) for s, own in kept]


@cache
def _days() -> frozenset[str]:
    """Days of the week, with an s behind where an apostrophe was lost ("Mondays strike")."""
    return frozenset(f"{day.capitalize()}{s}" for day in read_table("english/times")["weekdays"] for s in ("", "s"))


_IN_BRACKETS = re.compile(r"((?:[\w'\u2019-]+ ){2,6})\(([A-Z]{2,6})\)")


def _explained_letters(text: str) -> frozenset[str]:
    """Letters that a text explains by common words right before them, so that they are no place's ("severe acute malnutrition (SAM)")."""
    found = ((hit[1].split()[-len(hit[2]) :], hit[2]) for hit in _IN_BRACKETS.finditer(text))
    return frozenset(
        letters
        for words, letters in found
        if "".join(word[0] for word in words).upper() == letters and any(word.islower() for word in words)
    )


def cues_of(text: str, seen: Sequence[Seen], adjectives: Mapping[str, int]) -> list[frozenset[str]]:
    """All that speaks for or against each name."""
    around = surroundings_of(text, [(s.name, s.beside) for s in seen], adjectives)
    cues = [s.beside.cues | own_cues(s.name, around) for s in seen]
    known = frozenset(i for i, own in enumerate(cues) if not seen[i].name.person and not own & _NOT_SURELY_KNOWN)
    return [joint_cues(own | _listed(text, seen, known, i)) for i, own in enumerate(cues)]


def _listed(text: str, seen: Sequence[Seen], places: frozenset[int], i: int) -> frozenset[str]:
    """Whether a name stands in a list beside a place ("Ariha and ...")."""
    before = i - 1 in places and sums_up(text[seen[i - 1].name.end : seen[i].name.start])
    after = i + 1 in places and sums_up(text[seen[i].name.end : seen[i + 1].name.start])
    return frozenset(cue for cue, holds in (("list with place before", before), ("list with place after", after)) if holds)


def know_short_forms(seen: Sequence[Seen]) -> list[Seen]:
    """Let the first or last word of a longer name told before stand for it, where it means nothing else ("Numan" after Maarat al-Numan)."""
    told: dict[str, set[tuple[Candidate, ...]]] = {}
    known = []
    for s in seen:
        words = plain_words(s.name.text)
        if _is_unknown(s.name) and len(words) <= _SHORTEST_FORM and len(whole := told.get(_form(s.name.text), set())) == 1:
            s = msgspec.structs.replace(s, name=msgspec.structs.replace(s.name, found=next(iter(whole))))
        elif len(words) > 1 and not _is_unknown(s.name) and not s.name.site:
            for form in {_form(words[0]), _form(words[-1])} - {""}:
                told.setdefault(form, set()).add(s.name.found)
        known.append(s)
    return known


def _is_unknown(name: PlaceName) -> bool:
    return not name.person and not name.site and all(c.how == "skeleton" for c in name.found)


def _form(word: str) -> str:
    return skeleton_of(word) if len(word) >= _SHORTEST_FORM and " " not in word else ""


def share_types(text: str, seen: Sequence[Seen]) -> list[Seen]:
    """Give all names of a list the type word at its head or end ("towns of A and B", "A, B and C districts")."""
    shared, group = list[Seen](), list[Seen]()
    for s in seen:
        if group and not sums_up(text[group[-1].name.end : s.name.start]):
            shared, group = shared + _typed(group), []
        group.append(s)
    return shared + _typed(group)


def _typed(group: list[Seen]) -> list[Seen]:
    if len(group) < 2:
        return group
    first, last = group[0].beside, group[-1].beside
    giver = first if "type before" in first.cues else last if "type after" in last.cues else None
    if giver is None or not giver.kinds:
        return group
    cue = frozenset({"type before"} if giver is first else {"type after"})
    return [s if s.beside.kinds else msgspec.structs.replace(s, beside=Beside(s.beside.cues | cue, giver.kinds)) for s in group]


def count_adjectives(text: str) -> Counter[str]:
    """How often the text uses nationality adjectives, by country.

    >>> count_adjectives("Syrian and Turkish officers met a Syrian envoy.")
    Counter({'SY': 2, 'TR': 1})
    >>> count_adjectives("South Sudanese officials met a Sudanese envoy.")
    Counter({'SS': 1, 'SD': 1})
    """
    known = place_words().adjectives
    told = (found.lower() for found in re.findall(r"\b(?:(?:South|North|Central|Sri) )?[A-Z][a-z]{3,}", text))
    return Counter(known.get(words) or known[words.split()[-1]] for words in told if words in known or words.split()[-1] in known)
