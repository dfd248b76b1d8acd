"""What kind of source a person is: by the body or party beside the name, by role, by what the article says of them elsewhere."""

import re
from collections.abc import Mapping, Sequence
from typing import cast

from sayso.claims.source_phrases import is_verb
from sayso.claims.source_words import cue_verbs, first_of, role_kind, role_of, role_words
from sayso.knowledge.actors import party_by_id
from sayso.knowledge.phrases import Word, split_words
from sayso.knowledge.speakers import PublicPerson, load_speakers, public_names, speaker_names
from sayso.model.mentions import ActorMention
from sayso.model.vocabulary import SourceKind

_BESIDE = re.compile(r", (?:who (?:is|was) )?([^,.;:\n()\u201c\u201d\"]{3,90})[,.;]")
_FAR = 60
"""Characters before a person's name in which the words stand that tell who it is."""


def describe_persons(text: str, actors: Sequence[ActorMention]) -> dict[str, SourceKind]:
    """What the article says that persons are: "Salim Darwan, a nurse in Aris, ...", "Aris mayor Salim Darwan"; the first time counts."""
    told: dict[str, SourceKind] = {}
    for person in (a for a in actors if a.kind == "person" and a.name not in told):
        beside = _BESIDE.match(text, person.end)
        far = max(0, person.start - _FAR)
        before = max(far, 1 + max(text.rfind(mark, far, person.start) for mark in ",.;:\n\u201c\u201d\"("))
        for start, end in ([beside.span(1)] if beside else []) + [(before, person.start)]:
            words = split_words(text, start, end)
            role = role_of(words)
            if role is None or role_kind(role) in ("anonymous", "unspecified") or (end == person.start and not _ends_with_role(words)):
                continue
            if any(w.fold in cue_verbs() or (at and is_verb(words, at)) for at, w in enumerate(words)):
                continue
            inside = [a for a in actors if start <= a.start and a.end <= end and a.kind != "person"]
            told[person.name or person.text] = person_kind(text, words, person, inside, role)
            break
    return told


def _ends_with_role(words: Sequence[Word]) -> bool:
    return any(at + hit[0] == len(words) for at in range(len(words)) if (hit := role_words().longest(words, at, cased=False)))


def person_kind(
    text: str,
    words: Sequence[Word],
    person: ActorMention,
    actors: Sequence[ActorMention],
    role: int | None,
    described: Mapping[str, SourceKind] | None = None,
) -> SourceKind:
    """What a person speaks as: for the body, party or state beside the name, else by role, here or elsewhere; a private one a witness."""
    public = _first_public(person)
    if public is not None:
        return public
    known = first_of(speaker_names(), words)
    if known:
        return load_speakers()[known[1]].kind
    side = next(
        (a for a in actors if a.kind in ("state_forces", "rebel_group", "political_militia", "identity_militia", "external_forces")), None
    )
    if (
        role is not None
        and role_kind(role) not in ("anonymous", "unspecified")
        and (side is None or role_kind(role) in ("witness", "monitor", "un_ngo"))
    ):
        return cast(SourceKind, role_kind(role))
    if side is not None:
        return party_kind(side)
    return (described or {}).get(person.name or person.text) or ("witness" if person.private else "official")


def _public_of(person: ActorMention) -> PublicPerson | None:
    words = split_words(person.name or person.text)
    found = public_names().longest(words, 0)
    return found[1] if found and (found[0] > 1 or len(words) == 1) else None


def _first_public(person: ActorMention) -> SourceKind | None:
    public = _public_of(person)
    if public is None:
        return None
    if public.body:
        return load_speakers()[public.body].kind
    if public.party:
        party = party_by_id(public.party)
        return "official" if party and party.state else "armed_group"
    return "official"


def monitor_led_by(person: ActorMention, words: Sequence[Word]) -> str | None:
    """The monitor that a person speaks for, as known or by the words beside the name: its word is meant, as annotators take it.

    Of 163 sources of gold/train and the further articles whose words name the Observatory's head, 88 are called by the Observatory alone.
    """
    public, known = _public_of(person), first_of(speaker_names(), words)
    for speaker in (public.body if public else None, known[1] if known else None):
        if speaker and load_speakers()[speaker].kind == "monitor":
            return load_speakers()[speaker].name
    return None


def party_kind(actor: ActorMention) -> SourceKind:
    """What a party is as a source: official where it is of a state."""
    party = party_by_id(actor.actor_id or "")
    if actor.actor_id in ("un", "un-security-council"):
        return "un_ngo"
    if actor.actor_id == "us-led-coalition" or (party and party.state) or actor.kind == "state_forces":
        return "official"
    return "armed_group"
