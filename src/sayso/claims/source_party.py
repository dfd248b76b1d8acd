"""Which party a source speaks for, what body it is more closely, and whether that party is in what it speaks about."""

from collections.abc import Iterable
from functools import cache

import msgspec

from sayso.knowledge.actors import Party, party_by_id, state_party
from sayso.knowledge.nationalities import nationality_words
from sayso.knowledge.phrases import split_words
from sayso.knowledge.sides import party_of_name, sides_meet
from sayso.knowledge.speakers import Speaker, load_speakers, public_names
from sayso.model.claims import ClaimActor, Source
from sayso.model.mentions import Attribution
from sayso.model.vocabulary import SourceDetail

_OF_STATE = frozenset({
    "ministry", "government", "army", "military", "foreign", "defence", "defense", "interior", "presidency", "president", "embassy",
    "state", "officials", "authorities", "police", "parliament", "cabinet", "prime", "health",
})  # fmt: skip
"""Words after a nation that make a source its government's ("Turkish Ministry of National Defence")."""

_OFFICES: tuple[tuple[str, SourceDetail], ...] = (("ministry", "ministry"), ("state media", "state_media"), ("police", "police_service"))
"""Words of names by rule ("Turkish Ministry of National Defence", "Russian state media"), and what bodies they are."""


def with_party(source: Source, actors: Iterable[ClaimActor]) -> Source:
    """The source with its detail, its party, and whether this party acts or is hit in the claim; nothing where it is no party's voice."""
    speaker = _speakers().get(source.name)
    detail = speaker.detail if speaker else next((d for word, d in _OFFICES if word in source.name.lower()), None)
    party = party_of_source(source)
    if party is None:
        return msgspec.structs.replace(source, detail=detail)
    involved = [a.name for a in actors if a.role in ("agent", "target")]
    interested = sides_meet([party.name], involved) in ("same", "compatible") if involved else None
    return msgspec.structs.replace(source, detail=detail, party=party.id, interested=interested)


def party_of_attribution(said: Attribution) -> Party | None:
    """The party whose voice somebody is who is quoted: the one spoken for, else the one that the source's name is."""
    name = said.speaks_for or said.source_name
    return party_of_source(Source(text=name, span=(0, 0), name=name, kind=said.source_kind or "unspecified")) if name else None


def party_of_source(source: Source) -> Party | None:
    """The party whose voice a source is: a party itself, a body that is one's, a person of its office, a ministry of a state.

    >>> from sayso.model.claims import Source
    >>> party_of_source(Source(text="Sana", span=(0, 4), name="SANA", kind="official")).name
    'Government of Syria'
    """
    speaker = _speakers().get(source.name)
    if speaker is not None:
        return party_by_id(speaker.party) if speaker.party else None
    named = party_of_name(source.name)
    if named is not None:
        return named
    words = split_words(source.name)
    person = public_names().longest(words, 0) if words else None
    if person and person[0] == len(words):
        public = person[1]
        return party_by_id(public.party) if public.party else state_party(public.state, "government") if public.state else None
    of_state = len(words) > 1 and source.kind == "official" and words[1].fold in _OF_STATE
    country = nationality_words().get(words[0].raw.lower()) if of_state else None
    return state_party(country, "government") if country else None


@cache
def _speakers() -> dict[str, Speaker]:
    return {speaker.name: speaker for speaker in load_speakers().values()}
