"""Who speaks in news on conflict: agencies, monitors, UN bodies, ministries, state media, public persons."""

from functools import cache

import msgspec

from sayso.knowledge.phrases import PhraseIndex
from sayso.knowledge.tables import read_table
from sayso.model.vocabulary import SourceDetail, SourceKind


class Speaker(msgspec.Struct, frozen=True, kw_only=True):
    """A known speaker: usual name, kind of source, what body it is, spellings; `party` is the party whose voice it is."""

    id: str
    name: str
    kind: SourceKind
    detail: SourceDetail | None = None
    country: str | None = None
    party: str | None = None
    aliases: tuple[str, ...] = ()
    arabic: tuple[str, ...] = ()


class PublicPerson(msgspec.Struct, frozen=True, kw_only=True):
    """A person of public office who is named in news, the office, and for whom they speak (a state, a party or a body)."""

    name: str
    also: tuple[str, ...] = ()
    office: str | None = None
    state: str | None = None
    party: str | None = None
    body: str | None = None


@cache
def load_speakers() -> dict[str, Speaker]:
    """Known speakers by id."""
    return {row["id"]: msgspec.convert(row, Speaker) for row in read_table("speakers")["speakers"]}


@cache
def speaker_names() -> PhraseIndex[str]:
    """Names and spellings of the known speakers, each with the speaker's id."""
    return PhraseIndex([(alias, s.id) for s in load_speakers().values() for alias in (s.name, *s.aliases, *s.arabic)])


@cache
def load_public_persons() -> tuple[PublicPerson, ...]:
    """Persons of public office who are named without it."""
    return tuple(
        msgspec.convert({k: v for k, v in row.items() if k not in ("leader", "to")}, PublicPerson) for row in read_table("public_persons")
    )


@cache
def public_names() -> PhraseIndex[PublicPerson]:
    """Names of persons of public office."""
    return PhraseIndex([(name, person) for person in load_public_persons() for name in (person.name, *person.also)])
