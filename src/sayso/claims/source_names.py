"""The usual name and kind of a source from its words: known speakers, ministries, parties, persons, roles, the unnamed."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple, cast

from sayso.claims.known_speakers import speakers_of
from sayso.claims.source_persons import describe_persons, monitor_led_by, party_kind, person_kind
from sayso.claims.source_words import first_of, role_kind, role_of, role_words
from sayso.knowledge.actors import load_countries, party_by_id
from sayso.knowledge.phrases import PhraseIndex, Word, split_words
from sayso.knowledge.speakers import load_speakers, speaker_names
from sayso.knowledge.tables import read_table
from sayso.model.articles import Span
from sayso.model.mentions import ActorMention
from sayso.model.vocabulary import CROWDS, SourceKind

_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.I)


_MONITORS = frozenset({"monitor", "monitors", "monitoring", "watchdog", "observatory", "activists", "group", "groups"})
"""Words by which an article calls again the monitor that it has named; rescue workers are others."""


_BASED = frozenset({"britain-based", "uk-based", "london-based"})
_BODY = frozenset({"organisation", "organization", "body", "group", "network", "watchdog", "monitor"})
"""Words for a body that watches from abroad: "the Britain-based organisation" is the monitor that the article names."""


class SourceName(NamedTuple):
    """Usual name and kind of a source; `number` is `one` person, a `body`, or `many`; `speaks_for` the body whose spokesman it is."""

    name: str
    kind: SourceKind
    number: str
    speaks_for: str | None = None


class Scene(NamedTuple):
    """What the article as a whole tells of its sources: the one monitor that it names (or None), and the state most told of."""

    monitor: str | None = None
    country: str | None = None
    opposition_coalition: bool = False
    """Whether "the coalition" is the Syrian opposition's: the article tells of that one by its name, and of no other by name."""
    described: Mapping[str, SourceKind] = {}
    """Persons by usual name with the kind of source that the words beside their names make them, wherever the article gives these."""


def scene_of(text: str, actors: Sequence[ActorMention]) -> Scene:
    """The scene of an article, worked out once for all that ask."""
    return _see(text, tuple(actors))


@lru_cache(maxsize=1)
def _see(text: str, actors: tuple[ActorMention, ...]) -> Scene:
    """The scene of an article: "a war monitor" is the monitor that it names elsewhere, where it names one only."""
    hits = {name for _, name in speakers_of(text).values()}
    monitors = sorted({name for name in hits if load_speakers()[name].kind == "monitor"} - {"white-helmets"})
    opposition = _OPPOSITION in hits and not any(a.actor_id != _OPPOSITION and _A_COALITION.search(a.text) for a in actors)
    states = Counter(country for a in actors if (country := country_told(a)))
    top = min(states, key=lambda code: (-states[code], code), default=None)
    return Scene(monitors[0] if len(monitors) == 1 else None, top, opposition, describe_persons(text, actors))


_OPPOSITION = "syrian-national-coalition"
_A_COALITION = re.compile(r"(?!the\b)\b\w+ coalition\b", re.I)


def country_told(actor: ActorMention) -> str | None:
    """The state that a mentioned party belongs to, if any."""
    party = party_by_id(actor.actor_id) if actor.actor_id else None
    return party.country if party else None


@cache
def _ministries() -> PhraseIndex[str]:
    return PhraseIndex(list(read_table("speakers")["ministries"].items()))


@cache
def _state_media() -> PhraseIndex[str]:
    return PhraseIndex([(word, word) for word in read_table("speakers")["state_media"]])


@cache
def _states() -> PhraseIndex[tuple[str, bool]]:
    """Names and adjectives of states, each with the code and whether it is an adjective."""
    rows = load_countries().items()
    return PhraseIndex([(word, (code, word in c.adjectives)) for code, c in rows for word in (c.name, *c.also, *c.adjectives)])


def name_source(text: str, span: Span, actors: Sequence[ActorMention], scene: Scene) -> SourceName:
    """The usual name and kind of the source that stands at `span`; `actors` are the mentions inside it.

    `scene` tells whose the ministries, state media and monitors are that stand without a name ("the defence ministry").

    >>> text = "a security source who asked not to be named"
    >>> name_source(text, (0, len(text)), (), Scene())
    SourceName(name='security source', kind='anonymous', number='one', speaks_for=None)
    """
    inside = split_words(text, *span)
    if len(inside) > 2 and inside[0].fold in {"those", "people"} and inside[1].fold == "who" and inside[2].fold in _SAW:
        return SourceName(text[slice(*span)], "witness", "many")
    words = _first_of_two(inside)
    wording = _ARTICLE.sub("", text[span[0] : words[-1].end] if words else text[span[0] : span[1]]).strip()
    person = next((a for a in actors if a.kind == "person" and not _only_near(words, a)), None)
    role = 0 if role_of(inside) == 0 else role_of(words)
    if role is not None and role_kind(role) == "anonymous" and person is None:
        if _OF_A_BODY.search(wording):
            return SourceName(_unnamed(wording), "official", "many" if words[-1].fold == "sources" else "one")
        return SourceName(_unnamed(wording), "anonymous", "many" if words[-1].fold.endswith("s") else "one")
    counted_by = words[-1].fold in _COUNTS if words else False
    if role is not None and role_kind(role) == "unspecified" and person is None and not (counted_by and first_of(speaker_names(), words)):
        return SourceName("unspecified", "unspecified", "many")
    if person is not None:
        kind = person_kind(text, words, person, actors, role, scene.described)
        monitor = monitor_led_by(person, words) if kind == "monitor" else None
        return SourceName(monitor or person.name or person.text, kind, "one")
    known = first_of(speaker_names(), words)
    if known and known[1] == "white-helmets" and _OF_A_STATE.search(wording) and not re.search("syria|helmets", wording, re.I):
        return SourceName(wording, "official", "body")
    if scene.opposition_coalition and wording.lower() == "coalition":
        known = (0, _OPPOSITION)
    if known and not _speaks_for_self(words, role):
        speaker = load_speakers()[known[1]]
        return SourceName(speaker.name, speaker.kind, "body")
    based = any(w.fold in _BASED for w in words) and words[-1].fold in _BODY
    if scene.monitor and (based or (role is not None and role_kind(role) == "monitor" and any(w.fold in _MONITORS for w in words))):
        speaker = load_speakers()[scene.monitor]
        return SourceName(speaker.name, speaker.kind, "body")
    return _state_organ(words, actors, scene.country) or _party_or_role(wording, words, actors, role)


_COUNTS = frozenset({"estimates", "figures", "data", "statistics", "numbers", "reports"})
"""What a body puts out: "WFP estimates" are the body's word."""

_OF_A_BODY = re.compile(
    r"^source at .*\b(?:police|governorate|province|ministry)\b|\bpolice (?:command )?sources?\b"
    r"|^(?!rebel|opposition|former)(?:\w+ )?(?:official|government|regime) sources?\b",
    re.I,
)
"""A source without a name that speaks for an office of the state ("a source at Aleppo Police Command", "regime sources").

Those at an office are called official in 4 of 6 claims of gold/train and in 40 of 51 of the further annotated articles, else anonymous.
"""


_OFFICE = r"(?:office|institute|department|directorate|authority|bureau)"
_OF_A_STATE = re.compile(rf"^(?:\w+(?:'s|\u2019s) )?{_OFFICE} (?:of|for) civil defen[cs]e\b|\bcivil defen[cs]e {_OFFICE}\b", re.I)
"""A state's office of civil defence, which is not the rescue workers of the Syrian opposition's side."""


def _unnamed(wording: str) -> str:
    """What an unnamed source is called: the role that the text gives it, without what it asked for ("on condition of ...")."""
    role = re.split(r",| (?:speaking|who|which|on condition|familiar|close|with knowledge)\b", wording)[0].strip()
    return role if 0 < len(role) <= 60 else "anonymous"


def _first_of_two(words: list[Word]) -> list[Word]:
    """The words that name a source: of two ("a monitor and a medical source") the first, no relative clause."""
    for at in range(1, len(words) - 1):
        if (
            words[at].fold == "and"
            and any(role_words().longest(words, k, cased=False) for k in range(at))
            and (words[at + 1].fold in {"a", "an", "the"} or words[at - 1].fold.endswith("s"))
        ):
            return words[:at]
    relative = next(
        (at for at in range(1, len(words)) if words[at].fold in {"who", "which", "whose"} and not words[at].raw.isupper()), len(words)
    )
    return words[:relative]


def _speaks_for_self(words: Sequence[Word], role: int | None) -> bool:
    return (
        role is not None
        and role_kind(role) == "witness"
        and words[0].fold in {"a", "one", "another", "residents", "activists", "resident", "activist"}
    )


def _state_organ(words: Sequence[Word], actors: Sequence[ActorMention], country: str | None) -> SourceName | None:
    """A ministry or state medium of a state, named by rule."""
    told = (hit for k in range(len(words)) if (hit := _states().longest(words, k)) and (hit[1][1] or words[k + hit[0] - 1].possessive))
    own = next((code for a in actors if (code := country_told(a))), None) or next((hit[1][0] for hit in told), None)
    state = load_countries().get(own or country or "")
    adjective = f"{state.adjectives[0]} " if state else ""
    ministry = first_of(_ministries(), words, cased=False)
    if ministry:
        return SourceName(f"{adjective}{ministry[1]}", "official", "body")
    if first_of(_state_media(), words, cased=False):
        return SourceName(
            f"{adjective}state television" if words[-1].fold in {"tv", "television", "broadcaster"} else f"{adjective}state media",
            "official",
            "body",
        )
    if any(w.fold == "ministry" and w.raw[0].isupper() for w in words[:3]):
        return SourceName(_ARTICLE.sub("", " ".join(w.raw for w in words)), "official", "body")
    return None


def is_person_role(words: Sequence[Word]) -> bool:
    """Whether the words tell of one person by office or role ("the commander", "a shopkeeper in the old town")."""
    persons = read_table("persons")
    roles = {w for row in ("offices", "private_roles") for phrase in persons[row] for w in phrase.lower().split()} - {"local", "syrian"}
    return any(w.fold in roles for w in words)


_NEAR_TO = frozenset({"close", "loyal", "linked", "sympathetic", "affiliated", "allied", "backed", "supportive"})

_LIVES_THERE = re.compile(
    r"\b(?:areas?|territory) (?:of|under|held by|controlled by)(?: the)?$|\b(?:fled|fleeing|escaped|left|under)(?: the)?$"
)
"""Words before a party of where a source lives or what it has left ("one man living in an area of Islamic State control")."""
_LIVES = frozenset({"living", "fled", "fleeing", "escaped"})
_SAW = frozenset(
    {"fled", "live", "lived", "saw", "witnessed", "survived", "escaped", "were", "had", "remain", "remained", "stayed", "left"}
)
"""What people who are told of by nothing else have lived through: "those who remain in the town"."""

_FRIENDS = frozenset({"ally", "allies", "proxy", "proxies"})


def _only_near(words: Sequence[Word], party: ActorMention) -> bool:
    """Whether a party is only the one that a source stands or lives near ("pages close to the government", "Moscow ally Hezbollah")."""
    before = [w.fold for w in words if w.end <= party.start][-3:]
    after = next((w.fold for w in words if w.start >= party.end), "")
    lives = party.kind != "person" and _LIVES_THERE.search(" ".join(before)) is not None
    return lives or any(w in _NEAR_TO for w in before) or after in _FRIENDS


_ABOUT = re.compile(r"(?<=\w) (?:speaking|contacted|reached|interviewed) .*$", re.S)
"""What is told of a witness besides who that is ("a resident speaking from a bus")."""


def _party_or_role(wording: str, words: Sequence[Word], actors: Sequence[ActorMention], role: int | None) -> SourceName:
    parties = [a for a in actors if a.kind != "person" and a.kind not in CROWDS and not _only_near(words, a)]
    party = next((a for a in parties if a.actor_id), parties[0] if parties else None)
    many = "many" if words and words[-1].fold.endswith("s") and not words[-1].raw.isupper() else "body"
    if party is not None and not (role is not None and role_kind(role) == "witness"):
        number = "one" if many == "body" and is_person_role(words) else many if party.actor_id is None else "body"
        return SourceName(party.name or party.text, party_kind(party), number)
    if role is not None:
        wording = _ABOUT.sub("", wording) if role_kind(role) == "witness" else wording
        return SourceName(wording, cast(SourceKind, role_kind(role)), "one" if many == "body" and is_person_role(words) else many)
    if any(w.fold in _LIVES for w in words):
        return SourceName(wording, "witness", "one" if words[0].fold in {"a", "an", "one", "another"} else many)
    named = any(w.raw[:1].isupper() for w in words[1:]) or (len(words) == 1 and wording[:1].isupper())
    return SourceName(wording, "official" if named else "unspecified", many)
