"""Parties that are meant and not named: "the group", "the militants", "its troops", led back to one that was named before."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple

import msgspec

from sayso.knowledge.actors import load_countries, party_by_id, state_party
from sayso.knowledge.tables import read_table
from sayso.model.articles import Span
from sayso.model.mentions import ActorMention

_ARMED = frozenset({"rebel_group", "political_militia", "identity_militia"})
_FORCES = _ARMED | {"state_forces", "external_forces"}
_SENTENCE = re.compile(r"[.!?][”\"’)]*\s+(?=[A-Z“\"‘])|\n")

Kind = Literal["groups", "bands", "owned", "heads", "latter"]


class Pointing(NamedTuple):
    """Words that point back, and of which kind they are."""

    span: Span
    kind: Kind


@cache
def _patterns() -> dict[Kind, re.Pattern[str]]:
    table = read_table("back_references")

    def either(row: str) -> str:
        return "|".join(re.escape(word) for word in sorted(table[row], key=len, reverse=True))

    return {
        "groups": re.compile(rf"\b[Tt]he (?:(?i:{either('beside')}) ){{0,2}}(?:{either('groups')})\b(?!['’]?s\b (?=of)| of\b| [A-Z]|-)"),
        "bands": re.compile(rf"\b[Tt]he (?:(?i:{either('beside')}) )?(?:{either('bands')})\b(?! of\b| from\b| in\b| who\b| [A-Z]|-)"),
        "heads": re.compile(rf"\b[Tt]he (?:{either('heads')})\b(?! of\b| [A-Z]|-)"),
        "latter": re.compile(r"\b[Tt]he latter\b(?!-)"),
        "owned": re.compile(rf"\b(?i:{either('owners')}) (?:(?i:{either('beside')}) )?(?:{either('owned')})\b"),
    }


def find_back_references(text: str, blocks: Sequence[Span], named: Sequence[ActorMention]) -> tuple[ActorMention, ...]:
    """Mentions of parties by words that point back, each with the reason; what fits two parties or none is left alone.

    "Their" means a party of its own sentence: across sentences it is too often people's.

    `named` are the mentions by name, in the order of the text.
    """
    found = [hit for block in blocks for pointing in _pointing(text, block) if (hit := _resolve(text, pointing, named)) is not None]
    return tuple(found)


def _pointing(text: str, block: Span) -> Iterator[Pointing]:
    for kind, pattern in _patterns().items():
        yield from (Pointing(hit.span(), kind) for hit in pattern.finditer(text, *block))


def _resolve(text: str, pointing: Pointing, named: Sequence[ActorMention]) -> ActorMention | None:
    (start, end), kind = pointing
    inside = [a for a in named if a.start < end and start < a.end and a.actor_id is not None]
    if any(kind != "owned" or not a.text.islower() or a.start <= start for a in inside):
        return None
    before = [a for a in named if a.end <= start and _may_be_meant(text, pointing, a)]
    near = [a for a in before if start - a.end <= read_table("back_references")["far"][kind]]
    meant = _the_one(text, kind, before, near)
    if meant is None or not (kind == "owned" or _is_definite(meant)):
        return None
    if text[start : start + 5].lower() == "their" and _SENTENCE.search(text, meant.end, start + 1):
        return None
    if kind == "owned":
        meant = _forces_of(meant)
    why = f'"{text[start:end]}" points back to {meant.name}, named before'
    return msgspec.structs.replace(meant, start=start, end=end, text=text[start:end], score=_SCORES[kind], why=why)


def _may_be_meant(text: str, pointing: Pointing, actor: ActorMention) -> bool:
    if pointing.kind == "latter":
        return actor.kind in _FORCES and actor.actor_id is not None
    if pointing.kind == "heads":
        head = text[slice(*pointing.span)].split()[-1].lower()
        return head in (actor.name or "").lower().split() and actor.actor_id is not None
    return actor.kind in (_FORCES if pointing.kind == "owned" else _ARMED)


_SCORES: dict[Kind, float] = {"groups": 0.8, "bands": 0.7, "owned": 0.8, "heads": 0.8, "latter": 0.9}
"""How likely it is the party meant; a careful guess, not measured."""


def _is_definite(actor: ActorMention) -> bool:
    party = party_by_id(actor.actor_id or "")
    return party is not None and not party.umbrella


def _forces_of(actor: ActorMention) -> ActorMention:
    """A government's armed forces in its place: it is theirs that fight."""
    organ, _, country = (actor.actor_id or "").partition(":")
    if organ != "government" or country not in load_countries():
        return actor
    forces = state_party(country, "forces")
    return msgspec.structs.replace(actor, actor_id=forces.id, name=forces.name, kind=forces.kind)


def _the_one(text: str, kind: Kind, before: Sequence[ActorMention], near: Sequence[ActorMention]) -> ActorMention | None:
    """The party meant: the last one of the nearest sentence that names one; of bands, the only one named at all; None in doubt.

    "The latter" is the last of two or more, every other the only one of its sentence.
    """
    if not near:
        return None
    last = near[-1]
    if kind == "bands":
        return last if {a.name for a in before} == {last.name} else None
    opens = max((hit.end() for hit in _SENTENCE.finditer(text, 0, last.start)), default=0)
    beside = {a.name for a in near if a.start >= opens}
    return last if (len(beside) > 1 if kind == "latter" else len(beside) == 1) else None
