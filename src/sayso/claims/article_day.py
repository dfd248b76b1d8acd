"""The one day of a report: an article that dates all of its attacks to one day tells of the others without saying it again."""

import re
from collections.abc import Sequence

from msgspec import structs

from sayso.model.claims import Claim
from sayso.model.vocabulary import EventClass

_HARM: frozenset[EventClass] = frozenset({"strike", "casualties", "damage", "violence"})
_ENOUGH, _ENOUGH_AT_ALL = 2, 5
"""Dated claims of harm that must agree for a strike that something ties to them, and for any harm.

On 263 held texts and the held fifth of gold/train: 60 of 96 such claims have that day by the annotators, 13 another, 23 none.
"""
_LEAD = 300
"""Characters from the start of a text that tell what it is about."""
_POINTS = re.compile(
    r"\b(?:the|this|that) (?:\w+ ){0,2}(?:attacks?|blasts?|bombings?|(?:air ?)?strikes?|raids?|shelling|explosions?|massacre|incident"
    r"|assault|killings?|shooting|bombardment)\b",
    re.IGNORECASE,
)

_OTHER_TIMES = re.compile(
    r"\b(?:previous(?:ly)?|in the past|earlier (?:this|last|attacks?|strikes?)|(?:repeated|regular|routine|frequent|constant|often)(?:ly)?"
    r"|campaigns?|(?:civil|long|the|this|a) wars?|conflicts?|years?(?!-old)|months?|decades?|weeks?|so far|since|uprising"
    r"|recent(?:ly)?|last)\b",
    re.IGNORECASE,
)
"""Words of a claim that is of more than a day, or of another: of 18 that took the day of their article one had it."""
_OF_A_WAR = 2_000
"""Dead from which a toll is that of a war: none of eight that took the day of their article had it."""


def with_article_day(text: str, claims: Sequence[Claim]) -> list[Claim]:
    """The claims of an article, those of harm without a time on the one day that all dated ones share; with the reason."""
    dated = [c for c in claims if c.event in _HARM and c.time is not None and c.time.start == c.time.end and c.status != "expected"]
    times = {c.time.start: c.time for c in dated if c.time is not None}
    if len(times) != 1 or len(dated) < _ENOUGH:
        return list(claims)
    (time,) = times.values()
    why = f'time: "{time.text}", on which the article puts {len(dated)} such claims and no other'
    return [_on_day(c, structs.replace(c, time=time), why) if _is_of_day(text, c, dated) else c for c in claims]


def _on_day(claim: Claim, placed: Claim, why: str) -> Claim:
    return structs.replace(placed, why=tuple(why if reason.startswith("time: ") else reason for reason in claim.why))


def _is_of_day(text: str, claim: Claim, dated: Sequence[Claim]) -> bool:
    if claim.event not in _HARM or claim.time is not None or claim.status == "expected":
        return False
    if _OTHER_TIMES.search(claim.evidence) or any((f.low or 0) >= _OF_A_WAR for f in claim.figures):
        return False
    return len(dated) >= _ENOUGH_AT_ALL or (claim.event == "strike" and _is_tied(text, claim, dated))


def _is_tied(text: str, claim: Claim, dated: Sequence[Claim]) -> bool:
    """Whether a place, a number, the words, or where it stands make a claim one of the dated attack."""
    places = {p.place_id or p.text for p in claim.places}
    numbers = {(f.low, f.high) for f in claim.figures}
    shared = any(places & {p.place_id or p.text for p in d.places} or numbers & {(f.low, f.high) for f in d.figures} for d in dated)
    return shared or claim.start < _LEAD or _POINTS.search(text, claim.start, claim.end) is not None
