"""Parties that only the side of the one who speaks tells: "our forces", "the mujahideen", "the enemy"."""

import re
from collections.abc import Sequence, Set
from functools import cache

from sayso.claims.source_party import party_of_attribution
from sayso.knowledge.actors import Party, party_by_id
from sayso.knowledge.tables import read_table
from sayso.model.articles import Article, Span
from sayso.model.mentions import ActorMention, Attribution, Mentions

_SCORE = 0.8
"""How likely it is the party meant; a careful guess, not measured."""


def parties_by_side(article: Article, mentions: Mentions, attributions: Sequence[Attribution]) -> tuple[ActorMention, ...]:
    """All parties in the order of the text, where a side's words for itself or its foe are the party that they mean, with the reason.

    Only in what a party says, and only for foes that are listed (`foes.yaml`), where the places told lie in the country of either. A
    person's name stays, and so does a longer name of a party ("Hizb-ul-Mujahideen").
    """
    where = {p.country for p in mentions.places if p.country}
    found: dict[Span, ActorMention] = {}
    for said in attributions:
        speaker = party_of_attribution(said)
        if speaker is not None:
            for start, end in said.content:
                found |= {(one.start, one.end): one for one in _told_by(article, speaker, where, start, end)}
    taken = [a for a in mentions.actors if any(a.start < end and start < a.end for start, end in found)]
    kept = [one for one in found.values() if not any(one.start < a.end and a.start < one.end and _goes_before(a, one) for a in taken)]
    spans = [(one.start, one.end) for one in kept]
    left = [a for a in mentions.actors if not any(a.start < end and start < a.end for start, end in spans)]
    return tuple(sorted((*left, *kept), key=lambda one: (one.start, one.end)))


def _goes_before(known: ActorMention, told: ActorMention) -> bool:
    """Whether a mention is a person's, or a longer name that holds the words of a side."""
    longer = known.start <= told.start and told.end <= known.end and len(known.text) > len(told.text)
    return known.kind == "person" or (known.actor_id is not None and longer)


@cache
def _words(row: str) -> re.Pattern[str]:
    told = sorted(read_table("foes")[row], key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, told))})\b(?!['\u2019]s\b|-)", re.I)


def _told_by(article: Article, speaker: Party, where: Set[str], start: int, end: int) -> list[ActorMention]:
    table = read_table("foes")
    own = _mentions(article, speaker, "own_words", start, end)
    holy = _mentions(article, speaker, "holy_words", start, end) if speaker.id in table["holy"] else []
    foe = party_by_id(table["foes"].get(speaker.id) or (table["foes"].get(speaker.country or "") if speaker.state else None) or "")
    near = foe is not None and (not where or bool(where & {foe.country, speaker.country}))
    return [*own, *holy, *(_mentions(article, foe, "foe_words", start, end) if foe is not None and near else ())]


def _mentions(article: Article, party: Party, row: str, start: int, end: int) -> list[ActorMention]:
    text = article.text
    return [
        ActorMention(
            start=hit.start(), end=hit.end(), text=hit.group(), actor_id=party.id, name=party.name, kind=party.kind, score=_SCORE,
            why=f'"{hit.group()}" means {party.name}, by the side of who speaks',
        )
        for hit in _words(row).finditer(text, start, end)
        if article.holds_in_body(hit.span())
    ]  # fmt: skip
