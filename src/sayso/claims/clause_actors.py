"""Who does it, to whom, and who suffers it: parties of the clause by the side of the trigger on which they stand."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from sayso.claims.clause_view import ClauseView, Spanned
from sayso.knowledge.nationalities import nationality_words
from sayso.knowledge.tables import read_table
from sayso.model.articles import Span
from sayso.model.claims import ClaimActor, Source
from sayso.model.mentions import ActorMention
from sayso.model.vocabulary import CROWDS, ActorRole

_BY = re.compile(
    r"\b(?:by|of|from|under the control of|at the hands of)"
    r"(?: (?:the|a|an|its|their|some|suspected|forces|of|members?|fighters|\w+-\w+)){0,4} $",
    re.I,
)
_PASSIVE = re.compile(r"\b(?:was|were|been|being|be|is|are|get|got)(?: \w+ly| also| reportedly| allegedly)? $", re.I)
_BE = re.compile(r"\b(?:was|were|been|being|be|is|are)\b", re.I)
_PARTICIPLE = re.compile(r"(?:ed|en|hit|struck|held|taken|shot|driven|overrun|cut|lost|fought)$", re.I)
_EPITHET = re.compile(r"-(?:held|controlled|besieged|backed|run|dominated|occupied|led|allied|aligned|linked)\b", re.I)
_HELD_BY = re.compile(r"\b(?:held|controlled|occupied|backed|supported|dominated|run) by (?:the |an? )?$", re.I)
_ITSELF = re.compile(
    r"\b(?:we|they|it|our (?:forces|fighters|troops|men)|its (?:forces|fighters|troops|warplanes|jets))(?: (?:had|have|has|also))? $", re.I
)
_AGAINST_ONLY = re.compile(r"\b(?:against|targeting)\b[^,;]{0,30}$", re.I)
_SIDES = re.compile(r"\b(?:between|pitting)\b[^.;]{0,80}$", re.I)
_APPOSED = re.compile(r"^(?: \([^)]*\)|\))?, (?:the|an?) (?:\w+ ){0,2}$")
_BELONGS = (" of the ", " of ", " from the ")
_OWN = re.compile(r"\b(?:its|our|their) $", re.I)
_SPEAKS: frozenset[str] = frozenset({"threat"})


@cache
def _roles() -> Mapping[str, Mapping[str, ActorRole | None]]:
    """Class -> what a party is before the trigger, after it, and what people are on either side."""
    roles: Mapping[str, Mapping[str, ActorRole | None]] = read_table("events/roles")
    return roles


def link_actors(view: ClauseView, source: Source | None) -> tuple[ClaimActor, ...]:
    """The parties of a happening with their roles by the rules; whoever only speaks is none, save where to speak is the act."""
    table = _roles()[view.happening.event]
    near = [a for a in view.actors if (view.holds(a) or _is_whom(view, a)) and may_act(view, a) and not only_speaks(view, a)]
    found: dict[tuple[str, ActorRole], ClaimActor] = {}
    for actor in near:
        role = _role_of(view, actor, table)
        if role and actor.name:
            claimed = in_role(view, actor, role, source)
            found.setdefault((claimed.name, role), claimed)
    party = source is not None and (source.kind in ("official", "armed_group") or _helps(view, source))
    speaks = view.happening.event in _SPEAKS or (party and _speaks_of_itself(view))
    if source is not None and speaks and not any(a.role == "agent" for a in found.values()):
        speaker = ClaimActor(text=source.text, span=source.span, role="agent", name=source.name)
        found[source.name, "agent"] = speaker
    return one_role_each(sorted(found.values(), key=lambda a: a.span))


def _helps(view: ClauseView, source: Source) -> bool:
    """Whether a body of relief, and no person, tells of help or people moved, which may be its own doing."""
    persons = (a for a in view.actors if a.kind == "person" and a.start < source.span[1] and source.span[0] < a.end)
    return source.kind == "un_ngo" and view.happening.event in ("aid", "displacement", "return") and not any(persons)


_WHICH = re.compile(r"\W*(?:which|who|that)\b", re.I)


def _is_whom(view: ClauseView, actor: ActorMention) -> bool:
    """Whether a clause that opens with "which" or "who" tells of a party that stands right before it."""
    opens = _WHICH.match(view.text, *view.clause)
    return opens is not None and actor.end <= view.clause[0] and not view.text[actor.end : view.clause[0]].strip(" ,")


def may_act(view: ClauseView, actor: ActorMention) -> bool:
    """Whether a party of the sentence may have a part in a happening: it has a name, and does more than mark a place."""
    return bool(actor.name) and not _is_epithet(view, actor)


def in_role(view: ClauseView, actor: ActorMention, role: ActorRole, source: Source | None) -> ClaimActor:
    """A mention as a party of a happening, under the name of whom it belongs to where the words tell."""
    whose = _own_party(view, actor, source) or _apposed_to(view, actor) or actor
    span = whole_wording(view, actor)
    return ClaimActor(text=view.text[slice(*span)], span=span, role=role, name=whose.name or actor.text, actor_id=whose.actor_id)


_MODIFIERS = re.compile(
    r"(?:\b(?:its|their|our|other|both|these|those|many|several|various|all|local|armed|rival|masked|suspected|unidentified|unknown|allied"
    r"|opposing|warring|advancing|implementing|international|national|regional|humanitarian|foreign|islamist|jihadist|terrorist|extremist"
    r"|civil|religious|tribal|federal|(?:[A-Za-z]+-)+[a-z]+|(?-i:[A-Z][\w&-]*\w)) )+$",
    re.I,
)
"""Words before a noun for a party that say which one: "WASH Sector partners", "Iran-backed militants", "its allies"."""
_OPENS = frozenset({
    "the", "an", "and", "on", "in", "at", "as", "but", "if", "when", "while", "after", "before", "since", "with", "for", "from", "by",
    "new",
})  # fmt: skip


@cache
def _given_names() -> frozenset[str]:
    return frozenset(name.lower() for name in read_table("persons")["given"])


def _opens_a_body(word: str) -> bool:
    """Whether a capitalised word is no person's: letters that stand for a body ("WASH", "CwC"), or what groups' names begin with."""
    return sum(letter.isupper() for letter in word) > 1 or word in read_table("persons")["not_first"]


def whole_wording(view: ClauseView, actor: ActorMention) -> Span:
    """The characters of a party with the words before it that say which one, where its noun alone names none.

    Never a place, a day or a person, nor the first word of a sentence that has a capital for that alone.
    """
    span = (actor.start, actor.end)
    if actor.actor_id is not None or actor.kind == "person" or not actor.text[:1].islower():
        return span
    others: tuple[Spanned, ...] = (*view.places, *view.times, *view.actors)
    least = max([view.sentence[0], *(o.end for o in others if o.end <= actor.start and view.text[o.end] != "-")])
    found = _MODIFIERS.search(view.text, least, actor.start)
    words = found.group().split(" ")[:-1] if found else []
    opens = found is not None and found.start() == view.sentence[0]
    while words and (words[0].lower() in _OPENS or (opens and words[0].istitle() and not _MODIFIERS.match(words[0].lower() + " "))):
        words, opens = words[1:], False
    capitals = [word for word in words if word[0].isupper() and "-" not in word and word.lower() not in nationality_words()]
    if any(word.lower() in _given_names() for word in words) or (capitals and not _opens_a_body(capitals[0])):
        return span
    return actor.start - sum(len(word) + 1 for word in words), actor.end


def one_role_each(actors: Sequence[ClaimActor]) -> tuple[ClaimActor, ...]:
    """A party is not both who does it and whom it is done to; the first role told stays."""
    kept: dict[str, ClaimActor] = {}
    for actor in actors:
        kept.setdefault(actor.name, actor)
    return tuple(kept.values())


def _own_party(view: ClauseView, actor: ActorMention, source: Source | None) -> ActorMention | None:
    """ "Its fighters", "our forces" in the words of a party are that party's; None for all others."""
    before = view.text[max(view.sentence[0], actor.start - 8) : actor.start]
    if actor.actor_id is not None or source is None or source.kind not in ("official", "armed_group") or not _OWN.search(before):
        return None
    speakers = [a for a in view.actors if source.span[0] <= a.start and a.end <= source.span[1] and a.kind != "person"]
    return next((a for a in speakers if a.actor_id), None)


def _apposed_to(view: ClauseView, actor: ActorMention) -> ActorMention | None:
    """The party that "the group" or "fighters" belong to, else None.

    "The Aris Front, the group that", "fighters of the Aris Front", "Aris Front suicide bombers", "the rebel faction Aris Front".
    """
    known = [a for a in view.actors if a.actor_id and (a.kind != "state_forces" or a.end <= actor.start)]
    called = [a for a in known if actor.end + 1 == a.start and view.text[actor.end] == " " and _A_GROUP.search(actor.text)]
    if called or actor.actor_id is not None:
        return called[0] if called else None
    before = [a for a in known if a.end <= actor.start and _APPOSED.match(view.text[a.end : actor.start])]
    armed = actor.kind not in (None, "person") and actor.kind not in CROWDS
    beside = [a for a in known if armed and a.end + 1 == actor.start and view.text[a.end] == " " and not a.text.endswith("s")]
    after = [a for a in known if actor.end <= a.start and view.text[actor.end : a.start] in _BELONGS]
    return next(iter(before[-1:] or beside or after), None)


_A_GROUP = re.compile(r"(?:^|\b[a-z]+ )(?:group|faction|militia|movement|organi[sz]ation|alliance|front|affiliate)$")


def _is_epithet(view: ClauseView, actor: ActorMention) -> bool:
    """ "Rebel-held", "the village held by rebels": a party that only marks a place or another party does nothing."""
    before = view.text[max(view.sentence[0], actor.start - 40) : actor.start]
    held = view.happening.event != "control" and _HELD_BY.search(before)
    return bool(_EPITHET.match(view.text[actor.end : actor.end + 14]) or held)


def _speaks_of_itself(view: ClauseView) -> bool:
    """Whether the trigger's subject is "we", "they" or "it": the party that speaks tells of its own doing."""
    lead = view.text[max(view.sentence[0], view.happening.trigger[0] - 25) : view.happening.trigger[0]]
    return bool(_ITSELF.search(lead))


def only_speaks(view: ClauseView, actor: ActorMention) -> bool:
    """Whether a party is the source of what the sentence says."""
    return any(a < actor.end and actor.start < b for said in view.said for a, b in said.source)


def _role_of(view: ClauseView, actor: ActorMention, table: Mapping[str, ActorRole | None]) -> ActorRole | None:
    """People suffer it or do it as the class has it; a party acts where it stands before an active verb or after "by"."""
    start, end = view.happening.trigger
    if actor.kind in ("civilians", "person"):
        return table["people"]
    before = view.text[max(view.sentence[0], actor.start - 60) : actor.start]
    if view.happening.event in ("battle", "agreement") and _SIDES.search(view.text[max(view.sentence[0], actor.start - 90) : actor.start]):
        return "agent"
    if _AGAINST_ONLY.search(before):
        return table["object"]
    if actor.end <= start:
        return table["object"] if _is_passive(view) and not _BY.search(before) else table["subject"]
    if actor.start < end:
        return table["object"] if _suffers_inside(view, actor) else table["subject"]
    if _BY.search(before):
        return table["subject"] if re.search(r"\bby\b[^,;]*$", before, re.I) or table.get("of") == "agent" else table["object"]
    return table["object"]


def _suffers_inside(view: ClauseView, actor: ActorMention) -> bool:
    """Whether the words of the trigger hold a party as the one to whom it is done ("killed 20 rebels", "rebels were driven out")."""
    start, end = view.happening.trigger
    before = view.text[start : actor.start].split()
    if not before:
        return bool(_BE.search(view.text[actor.end : end]))
    return "by" not in before and bool(_PARTICIPLE.search(before[0]))


def _is_passive(view: ClauseView) -> bool:
    start, end = view.happening.trigger
    lead = view.text[max(view.sentence[0], start - 30) : start]
    words = view.text[start:end].split()
    if _BE.match(words[0]) and len(words) > 1:
        return bool(_PARTICIPLE.search(words[-1]) or _PARTICIPLE.search(words[1]))
    return bool(_PASSIVE.search(lead)) and bool(_PARTICIPLE.search(words[0]))
