"""The usual name and kind of a source from its words: known speakers, ministries, parties, persons, roles, the unnamed."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple, cast

from sayso.claims.source_words import role_kind, role_words
from sayso.knowledge.actors import load_countries, party_by_id
from sayso.knowledge.phrases import PhraseIndex, Word, split_words
from sayso.knowledge.speakers import PublicPerson, load_speakers, public_names, speaker_names
from sayso.knowledge.tables import read_table
from sayso.model.articles import Span
from sayso.model.mentions import ActorMention
from sayso.model.vocabulary import SourceKind

_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.I)


_MONITORS = frozenset({"monitor", "monitors", "monitoring", "watchdog", "observatory", "activists", "group", "groups"})
"""Words by which an article calls again the monitor that it has named; rescue workers are others."""


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


def scene_of(text: str, actors: Sequence[ActorMention]) -> Scene:
    """The scene of an article: "a war monitor" is the monitor that it names elsewhere, where it names one only."""
    words = split_words(text)
    hits = {hit[1] for at in range(len(words)) if (hit := speaker_names().longest(words, at))}
    monitors = sorted({name for name in hits if load_speakers()[name].kind == "monitor"} - {"white-helmets"})
    others = any(re.search(r"(?!the\b)\b\w+ coalition\b", a.text, re.I) and a.actor_id != _OPPOSITION for a in actors)
    states = Counter(country for a in actors if (country := country_told(a)))
    top = min(states, key=lambda code: (-states[code], code), default=None)
    return Scene(monitors[0] if len(monitors) == 1 else None, top, _OPPOSITION in hits and not others)


_OPPOSITION = "syrian-national-coalition"


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


def _first(index: PhraseIndex[str], words: Sequence[Word], *, cased: bool = True) -> tuple[int, str] | None:
    """The longest phrase of an index among the words (the first of equals): where it starts, and what it means."""
    hits = [(found[0], at, found[1]) for at in range(len(words)) if (found := index.longest(words, at, cased=cased))]
    best = max(hits, key=lambda hit: (hit[0], -hit[1]), default=None)
    return (best[1], best[2]) if best else None


_LINKS = frozenset({"of", "in", "at", "from", "for", "with", "near", "who", "which", "on"})


def _role(words: Sequence[Word]) -> int | None:
    """The row of the roles that words tell of, the first of several; a witness by the head is no fighter ("opposition activists")."""
    found = [(at, hit) for at in range(len(words)) if (hit := role_words().longest(words, at, cased=False))]
    hits = [(at + hit[0], hit[1]) for at, hit in found if not any(o < at and at + hit[0] <= o + other[0] for o, other in found)]
    first = min((row for _, row in hits), default=None)
    head = next((at for at, word in enumerate(words) if word.fold in _LINKS), len(words))
    heads = [row for end, row in hits if end == head and role_kind(row) == "witness"]
    return heads[0] if heads and first is not None and role_kind(first) in ("armed_group", "media") else first


def name_source(text: str, span: Span, actors: Sequence[ActorMention], scene: Scene) -> SourceName:
    """The usual name and kind of the source that stands at `span`; `actors` are the mentions inside it.

    `scene` tells whose the ministries, state media and monitors are that stand without a name ("the defence ministry").

    >>> text = "a security source who asked not to be named"
    >>> name_source(text, (0, len(text)), (), Scene())
    SourceName(name='security source', kind='anonymous', number='one', speaks_for=None)
    """
    words = _first_of_two(split_words(text, *span))
    wording = _ARTICLE.sub("", text[span[0] : words[-1].end] if words else text[span[0] : span[1]]).strip()
    person = next((a for a in actors if a.kind == "person"), None)
    role = 0 if _role(split_words(text, *span)) == 0 else _role(words)
    if role is not None and role_kind(role) == "anonymous" and person is None:
        if _OF_A_BODY.search(wording):
            return SourceName(_unnamed(wording), "official", "one")
        return SourceName(_unnamed(wording), "anonymous", "many" if words[-1].fold.endswith("s") else "one")
    if role is not None and role_kind(role) == "unspecified" and person is None:
        return SourceName("unspecified", "unspecified", "many")
    if person is not None:
        kind = _person_kind(text, words, person, actors, role)
        monitor = _monitor_led_by(person, words) if kind == "monitor" else None
        return SourceName(monitor or person.name or person.text, kind, "one")
    known = _first(speaker_names(), words)
    if scene.opposition_coalition and wording.lower() == "coalition":
        known = (0, _OPPOSITION)
    if known and not _speaks_for_self(words, role):
        speaker = load_speakers()[known[1]]
        return SourceName(speaker.name, speaker.kind, "body")
    if scene.monitor and role is not None and role_kind(role) == "monitor" and any(w.fold in _MONITORS for w in words):
        speaker = load_speakers()[scene.monitor]
        return SourceName(speaker.name, speaker.kind, "body")
    return _state_organ(words, actors, scene.country) or _party_or_role(wording, words, actors, role)


_OF_A_BODY = re.compile(r"^source at .*\b(?:police command|governorate|province)\b|\bpolice command source\b", re.I)
"""A source without a name that speaks for an office of the state ("a source at Aleppo Police Command").

Such are called official in 4 of 6 claims of gold/train and in 40 of 51 of the further annotated articles, else anonymous.
"""


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


def _person_kind(text: str, words: Sequence[Word], person: ActorMention, actors: Sequence[ActorMention], role: int | None) -> SourceKind:
    """A person speaks for the body, party or state that stands beside the name; else by role; a private one is a witness."""
    public = _first_public(person)
    if public is not None:
        return public
    known = _first(speaker_names(), words)
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
        return _party_kind(side)
    return "witness" if person.private else "official"


def _public_of(person: ActorMention) -> PublicPerson | None:
    found = public_names().longest(split_words(person.name or person.text), 0)
    return found[1] if found else None


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


def _monitor_led_by(person: ActorMention, words: Sequence[Word]) -> str | None:
    """The monitor that a person speaks for, as known or by the words beside the name: its word is meant, as annotators take it.

    Of 163 sources of gold/train and the further articles whose words name the Observatory's head, 88 are called by the Observatory alone.
    """
    public, known = _public_of(person), _first(speaker_names(), words)
    for speaker in (public.body if public else None, known[1] if known else None):
        if speaker and load_speakers()[speaker].kind == "monitor":
            return load_speakers()[speaker].name
    return None


def _party_kind(actor: ActorMention) -> SourceKind:
    party = party_by_id(actor.actor_id or "")
    if actor.actor_id in ("un", "un-security-council"):
        return "un_ngo"
    if actor.actor_id == "us-led-coalition" or (party and party.state) or actor.kind == "state_forces":
        return "official"
    return "armed_group"


def _state_organ(words: Sequence[Word], actors: Sequence[ActorMention], country: str | None) -> SourceName | None:
    """A ministry or state medium of a state, named by rule."""
    own = next((code for a in actors if (code := country_told(a))), None)
    state = load_countries().get(own or country or "")
    adjective = f"{state.adjectives[0]} " if state else ""
    ministry = _first(_ministries(), words, cased=False)
    if ministry:
        return SourceName(f"{adjective}{ministry[1]}", "official", "body")
    if _first(_state_media(), words, cased=False):
        return SourceName(
            f"{adjective}state television" if words[-1].fold in {"tv", "television", "broadcaster"} else f"{adjective}state media",
            "official",
            "body",
        )
    return None


def is_person_role(words: Sequence[Word]) -> bool:
    """Whether the words tell of one person by office or role ("the commander", "a shopkeeper in the old town")."""
    persons = read_table("persons")
    roles = {w for row in ("offices", "private_roles") for phrase in persons[row] for w in phrase.lower().split()} - {"local", "syrian"}
    return any(w.fold in roles for w in words)


_NEAR_TO = frozenset({"close", "loyal", "linked", "sympathetic", "affiliated", "allied", "backed", "supportive"})


def _only_near(words: Sequence[Word], party: ActorMention) -> bool:
    """Whether a party is only the one that a source stands near ("pages close to the government")."""
    before = [w.fold for w in words if w.end <= party.start][-3:]
    return any(w in _NEAR_TO for w in before)


_ABOUT = re.compile(r"(?<=\w) (?:speaking|contacted|reached|interviewed) .*$", re.S)
"""What is told of a witness besides who that is ("a resident speaking from a bus")."""


def _party_or_role(wording: str, words: Sequence[Word], actors: Sequence[ActorMention], role: int | None) -> SourceName:
    parties = [a for a in actors if a.kind != "person" and a.kind not in ("civilians", "protesters") and not _only_near(words, a)]
    party = next((a for a in parties if a.actor_id), parties[0] if parties else None)
    many = "many" if words and words[-1].fold.endswith("s") and not words[-1].raw.isupper() else "body"
    if party is not None and not (role is not None and role_kind(role) == "witness"):
        number = "one" if many == "body" and is_person_role(words) else many if party.actor_id is None else "body"
        return SourceName(party.name or party.text, _party_kind(party), number)
    if role is not None:
        wording = _ABOUT.sub("", wording) if role_kind(role) == "witness" else wording
        return SourceName(wording, cast(SourceKind, role_kind(role)), "one" if many == "body" and is_person_role(words) else many)
    named = any(w.raw[:1].isupper() for w in words[1:]) or (len(words) == 1 and wording[:1].isupper())
    return SourceName(wording, "official" if named else "unspecified", many)
