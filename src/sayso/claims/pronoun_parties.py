"""Parties that act under a pronoun: "it said it had struck", "they took the town", "which shelled", "we will go on"."""

import re
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from sayso.claims.source_party import party_of_attribution
from sayso.knowledge.actors import Party, party_by_id
from sayso.language.sentences import Sentence
from sayso.model.articles import Span
from sayso.model.mentions import ActorMention, Attribution
from sayso.model.vocabulary import CROWDS

_SPEAKER = frozenset({"we", "our", "us", "i"})
_RIGHT_BEFORE = frozenset({"who", "which", "that"})
_ONE = frozenset({"it", "its"})
_MANY = frozenset({"they", "their", "them"})
_PRONOUNS = _SPEAKER | _RIGHT_BEFORE | _ONE | _MANY
_NO_PARTY = CROWDS | {"person", None}
_SCORE = 0.7
"""How likely it is the party meant; a careful guess, not measured."""


class Told(NamedTuple):
    """What an article tells before a pronoun is led back: its text, sentences, parties in the order of the text, and who says what."""

    text: str
    sentences: Sequence[Sentence]
    actors: Sequence[ActorMention]
    attributions: Sequence[Attribution]


def is_pronoun(words: str) -> bool:
    """Whether words are a pronoun that may mean a party, and not letters that stand for a body.

    >>> is_pronoun("They"), is_pronoun("WHO")
    (True, False)
    """
    return words.lower() in _PRONOUNS and not words[1:].isupper()


def party_of_pronoun(told: Told, span: Span) -> ActorMention | None:
    """The party that a pronoun means, as a mention of the pronoun under the party's name, with the reason; None in doubt.

    "We" is the party whose voice the speaker is, "which" the one right before, "it" and "they" the speaker of their own sentence, else
    the only party that does something before them in it, else the one that the sentence before is about.
    """
    word = told.text[slice(*span)].lower()
    if word in _SPEAKER:
        return _speaking(told, span, 0)
    if word in _RIGHT_BEFORE:
        return _mention(told, span, _right_before(told, span))
    return _named_before(told, span, many=word in _MANY)


def _mention(told: Told, span: Span, meant: ActorMention | None) -> ActorMention | None:
    if meant is None or any(a.name == meant.name and 0 <= a.start - span[1] < _OBJECT for a in told.actors):
        return None
    words = told.text[slice(*span)]
    why = f'"{words}" means {meant.name}, named before'
    return msgspec.structs.replace(meant, start=span[0], end=span[1], text=words, score=_SCORE, why=why)


_OBJECT = 80
"""Characters after a pronoun in which the party is not named anew if the pronoun means it ("they drove the rebels back")."""


def _speaking(told: Told, span: Span, opens: int) -> ActorMention | None:
    """The party for which the one speaks in whose words the pronoun stands, named from `opens` on."""
    inmost = _said(told, span)
    if inmost is None or not any(start >= opens for start, _ in inmost.source) or _are_several(told, inmost):
        return None
    party = party_of_attribution(inmost)
    if party is None:
        return None
    words = told.text[slice(*span)]
    why = f'"{words}" means {party.name}, who speaks'
    return ActorMention(
        start=span[0], end=span[1], text=words, actor_id=party.id, name=party.name, kind=party.kind, score=_SCORE, why=why
    )  # fmt: skip


def _are_several(told: Told, said: Attribution) -> bool:
    """Whether more than one party speaks."""
    named = {a.name for a in told.actors if _may_be_meant(a) and any(s < a.end and a.start < e for s, e in said.source)}
    return len(named) > 1 or any(told.text[:start].endswith(" and ") for start, _ in said.source)


def _said(told: Told, span: Span) -> Attribution | None:
    """The inmost attribution in whose content a pronoun stands."""
    said = [a for a in told.attributions if a.source_name and any(start <= span[0] < end for start, end in a.content)]
    return min(said, key=lambda a: sum(end - start for start, end in a.content), default=None)


def _right_before(told: Told, span: Span) -> ActorMention | None:
    near = (a for a in told.actors if a.end <= span[0] and _may_be_meant(a) and not told.text[a.end : span[0]].strip(" ,)"))
    return next(near, None)


def _named_before(told: Told, span: Span, *, many: bool) -> ActorMention | None:
    at = next((n for n, s in enumerate(told.sentences) if s.start <= span[0] < s.end), None)
    if at is None:
        return None
    sentence = told.sentences[at]
    said, here = _said(told, span), _doers(told, (sentence.start, span[0]), many=many)
    if many and _others(told, sentence.start, span[0]):
        return None
    begins = min((start for start, _ in said.content), default=0) if said else 0
    if said and any(sentence.start <= start < span[0] for start, _ in said.source):
        opens = span[0] - begins <= _OPENING
        return _speaking(told, span, sentence.start) if opens and not any(a.start >= begins for a in here) else None
    if here:
        return _mention(told, span, here[0]) if len({a.name for a in here}) == 1 else None
    crowded = any(sentence.start <= a.start and a.end <= span[0] for a in told.actors)
    before = told.sentences[at - 1] if at else sentence
    if crowded or said or before.block != sentence.block or at == 0 or (many and _others(told, before.start, before.end)):
        return None
    first = next(iter(_doers(told, (before.start, before.end), many=many)), None)
    about = first is not None and len(told.text[before.start : first.start].split()) <= _LEAD
    return _mention(told, span, first) if about else None


_LEAD = 4
"""Words of a sentence after which its subject is another's."""


_OPENING = 8
"""Characters from where reported words begin in which a pronoun is their subject ("that it had")."""


def _others(told: Told, start: int, end: int) -> bool:
    """Whether people are told of who are no party: "they" may be those."""
    return any(start <= a.start and a.end <= end for a in told.actors if a.kind in _NO_PARTY)


def _doers(told: Told, span: Span, *, many: bool) -> list[ActorMention]:
    """Parties in a stretch of text that fit in number and hang on no preposition."""
    near = [a for a in told.actors if span[0] <= a.start and a.end <= span[1] and _may_be_meant(a)]
    fit = [a for a in near if (party := party_by_id(a.actor_id or "")) is not None and _fits(party, many=many)]
    return [a for a in fit if not _HANGS.search(told.text, span[0], a.start) and not _OWNS.match(told.text, a.end)]


_OWNS = re.compile(r"['\u2019]s?\b")
_HANGS = re.compile(
    r"(?:\b(?:of|from|by|against|in|on|near|with|at|to|for|between|among|under|over|into|targeting|including|like|as|towards?|and|or)"
    r"(?: the| a| an| its| their| \w+-\w+| [A-Z]\w+)* |\w-)$"
)
"""What stands before a name that is no subject: a preposition, or a word it is hyphened to."""


def _may_be_meant(actor: ActorMention) -> bool:
    return actor.actor_id is not None and actor.kind not in _NO_PARTY


def _fits(party: Party, *, many: bool) -> bool:
    """ "They" are no government, "it" is no crowd of rebels."""
    return not party.id.startswith("government:") if many else not party.umbrella
