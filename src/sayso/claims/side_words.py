"""Parties that only the side of the one who speaks tells: "our forces", "the mujahideen", "the enemy"."""

import re
from collections.abc import Sequence
from functools import cache

from sayso.claims.source_party import party_of_source
from sayso.knowledge.actors import Party, party_by_id
from sayso.knowledge.tables import read_table
from sayso.model.articles import Article
from sayso.model.claims import Source
from sayso.model.mentions import ActorMention, Attribution

_SCORE = 0.8
"""How likely it is the party meant; a careful guess, not measured."""


def parties_by_side(article: Article, actors: Sequence[ActorMention], attributions: Sequence[Attribution]) -> tuple[ActorMention, ...]:
    """All parties in the order of the text, where a side's words for itself or its foe are the party that they mean, with the reason.

    Only in what a party says, and only for foes that are listed (`foes.yaml`); in an article that nobody is quoted in, nothing changes.
    """
    found: list[ActorMention] = []
    for said in attributions:
        speaker = _speaker(said)
        for start, end in said.content if speaker else ():
            found += _told_by(article, speaker, start, end)  # type: ignore[arg-type]
    spans = [(one.start, one.end) for one in found]
    left = [a for a in actors if not any(a.start < end and start < a.end for start, end in spans) or (a.actor_id and a.kind == "person")]
    kept = [one for one in found if not any(one.start < a.end and a.start < one.end for a in left)]
    once = {(one.start, one.end): one for one in kept}
    return tuple(sorted((*left, *once.values()), key=lambda one: (one.start, one.end)))


def _speaker(said: Attribution) -> Party | None:
    name = said.speaks_for or said.source_name
    return party_of_source(Source(text=name, span=(0, 0), name=name, kind=said.source_kind or "unspecified")) if name else None


@cache
def _words(row: str) -> re.Pattern[str]:
    told = sorted(read_table("foes")[row], key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, told))})\b(?!['\u2019]s\b|-)", re.I)


def _told_by(article: Article, speaker: Party, start: int, end: int) -> list[ActorMention]:
    foes = read_table("foes")["foes"]
    foe = party_by_id(foes.get(speaker.id) or foes.get(speaker.parent or "") or foes.get(speaker.country or "", ""))
    own = _mentions(article, speaker, "own_words", start, end)
    return [*own, *(_mentions(article, foe, "foe_words", start, end) if foe else ())]


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
