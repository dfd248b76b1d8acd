"""The place that a sentence without a name is about: the one that the article speaks of most and told last."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

import msgspec

from sayso.claims.clause_extent import A_STATE
from sayso.claims.clause_places import as_claim_place, is_site, is_somewhere
from sayso.claims.clause_view import ClauseView
from sayso.claims.place_parts import shift_place, tells_part
from sayso.knowledge.actors import load_countries
from sayso.model.articles import Article, Span
from sayso.model.claims import ClaimPlace
from sayso.model.mentions import PlaceMention
from sayso.model.vocabulary import EventClass

_CLAIMED, _A_POINT, _LEAST = 1.0, 500.0, 0.0
"""Weight of the claims that name a place, characters that cost one point, and the score below which no place is recalled.

On gold/train, places of sentences that name none: 275 of 615 right so, 216 by the place named last, 251 by the most frequent.
"""

_A_HEADING = 1.5
"""Points that a heading between a place and a sentence costs."""

_KIND_ASKED: tuple[tuple[re.Pattern[str], frozenset[int]], ...] = (
    (re.compile(r"\b(?:the|this|that) (?:town|city|village|neighbou?rhood|district|suburb|enclave)\b", re.I), frozenset({1, 2})),
    (re.compile(rf"\b(?:the|this|that) (?:province|governorate|{A_STATE}|region)\b", re.I), frozenset({3})),
)
"""Words that point back, with the geo_precision of what they point to."""


_JUST_NOW = 150
"""Characters within which "the town" is the one that something was told of last."""

_OF_A_PERSON = re.compile(
    r"\b(?:[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[Oo]ur|[A-Z][\w-]+(?:'s|\u2019s)) (?:\w+ )?"
    r"(?:home|house|hut|flat|shop|farm|father|mother|brother|sister|son|daughter|wife|husband|cousin|family)"
    r" (?:was|were|had been|is|has been)\b"
)
"""What happens to a person's own home or kin takes no place from what was told before (ANNOTATION.md, settled point 8)."""


def is_of_a_person(view: ClauseView) -> bool:
    """Whether a clause tells of somebody's own home or kin."""
    return _OF_A_PERSON.search(view.text[slice(*view.clause)]) is not None


def asks_for_one(view: ClauseView) -> bool:
    """Whether a clause points back at one place by its kind ("the town has no water")."""
    return any(pattern.search(view.text[slice(*view.clause)]) for pattern, _ in _KIND_ASKED)


_SEVERAL = re.compile(r"\b(?:villages|towns|settlements|hamlets)\b", re.I)


def is_of_several(view: ClauseView) -> bool:
    """Whether a clause tells of who holds several places without their names ("many villages taken"): no single one is meant."""
    return view.happening.event == "control" and _SEVERAL.search(view.text[slice(*view.clause)]) is not None


_ITS_PART = re.compile(
    r"\bits (?:\w+ )?(?:outskirts|edges?|suburbs|cent(?:re|er)|streets|entrances?|gates|districts|neighbou?rhoods)\b", re.I
)
_HELD: frozenset[EventClass] = frozenset({"control", "battle"})
_FOLLOWS_UP: frozenset[EventClass] = frozenset({"casualties", "damage"})
_NEXT = 120
"""Characters after a claim within which a toll or damage goes on with its place.

On gold/train 58 of 126 right so, 57 by what is named most.
"""


_OBJECT = re.compile(r"\b(?:[Aa]n?|[Tt]he|[Ii]ts) (?P<whose>[A-Z]\w+) (?:\w+ )?(?:posts?|points?|bases?|convoys?|checkpoints?)\b")
_SAME_OBJECT = 1500
"""Characters within which "the Turkish post" is the one told of before."""


class Told(msgspec.Struct, frozen=True):
    """A claim told before: what it saw, where it was, and whether its sentence names that place."""

    view: ClauseView
    places: tuple[ClaimPlace, ...]
    named: bool

    def tells_of_same(self, view: ClauseView, whose: str | None) -> bool:
        """Whether both clauses tell of one object ("a Turkish observation post near Aris ... the Turkish post"): `whose` the later's is."""
        if whose is None or not self.named or len(self.places) != 1 or view.clause[0] - self.view.clause[1] > _SAME_OBJECT:
            return False
        return any(whose == hit["whose"] for hit in _OBJECT.finditer(view.text, *self.view.clause))

    def is_fought_over(self, view: ClauseView) -> bool:
        """Whether a part of a town ("the western edge") is one of the town that this claim tells who holds or fights for."""
        fought = {self.view.happening.event, view.happening.event} <= _HELD and self.named and len(self.places) == 1
        town = fought and self.places[0].geo_precision in (1, 2) and view.clause[0] - self.view.clause[1] <= _SAME_OBJECT
        return town and tells_part(view.text[slice(*view.clause)])

    def goes_on_with(self, view: ClauseView) -> bool:
        """Whether a happening of the same paragraph goes on with the place of this one."""
        if not self.places or self.view.block != view.block or self.places[-1].geo_precision not in (1, 2):
            return False
        if _ITS_PART.search(view.text[slice(*view.clause)]):
            return True
        return view.happening.event in _FOLLOWS_UP and view.clause[0] - self.view.clause[1] <= _NEXT


_SENTENCE_OPENS = re.compile(r"(?:^|\n|[.!?][\"\u201d]? )(?:The (?:town|city|village) of )?$")


def _opens_sentence_before(view: ClauseView, place: PlaceMention) -> bool:
    """Whether a place is what the sentence just before speaks of: "Aris stands on the river. They had held the town for a year." """
    between = view.text[place.end : view.sentence[0]].rstrip()
    alone = "\n" not in between and not re.search(r"[.!?][\"\u201d]? [A-Z\u201c]", between)
    return alone and _SENTENCE_OPENS.search(view.text[max(0, place.start - 30) : place.start]) is not None


_TOWN = (1, 2)
_RECALLED: frozenset[EventClass] = frozenset(
    {"battle", "control", "strike", "violence", "casualties", "damage", "need", "deployment"}
)
_COUNTRY_TOO: frozenset[EventClass] = frozenset({"casualties", "need"})
"""Classes whose place may be recalled, and those for which that may be a country.

On gold/train recalled towns are right in 141 of 214 cases for these classes and in 35 of 102 for the others (displacement 15 of 42);
countries in 29 of 50 for the two and in 26 of 116 for the others; provinces in 14 of 63.
"""


def _may_be_recalled(view: ClauseView, place: PlaceMention) -> bool:
    event = view.happening.event
    if event not in _RECALLED:
        return False
    return place.geo_precision in _TOWN or (event in _COUNTRY_TOO and place.is_country)


class PlaceRecall(msgspec.Struct, frozen=True):
    """How often an article names each place, in how many claims, and where the places of claims stand."""

    places: tuple[PlaceMention, ...]
    named: Counter[str]
    claimed: Counter[str]
    told: frozenset[int]
    headings: tuple[int, ...] = ()

    def recall(self, view: ClauseView, told: Sequence[Told] = ()) -> tuple[tuple[ClaimPlace, ...], str]:
        """The place of a happening whose sentence names none, with the reason; none where no place is near or told often enough.

        `told` are the claims before it: a toll, damage or "its outskirts" go on with the last one's place, "the Turkish post" with that of
        the last that told of that post.
        """
        if is_of_a_person(view):
            return (), "places: none named; it is told of a person's own"
        goes_on = _told_before(view, told)
        if goes_on is not None:
            place = shift_place(view.text[slice(*view.clause)], goes_on.places[-1])
            return (as_claim_place(view, place),), f'places: none in its sentence; it goes on with "{place.text}"'
        before = [p for p in self.places if p.end <= view.sentence[0]]
        asked = next((kinds for pattern, kinds in _KIND_ASKED if pattern.search(view.text[slice(*view.clause)])), None)
        fits = [p for p in before if (p.geo_precision in asked if asked else _may_be_recalled(view, p))]
        best = max(fits, key=lambda p: (self._score(view, p), p.start), default=None)
        just_told = [p for p in fits if p.start in self.told and view.sentence[0] - p.end <= _JUST_NOW]
        topic = [p for p in fits if asked and _opens_sentence_before(view, p)]
        if topic or (asked and just_told):
            best = (topic or just_told)[-1]
        if best is None or (not topic and self._score(view, best) < _LEAST):
            return (), "places: the text names none"
        why = f'places: none in its sentence; "{best.text}" is the place that the text spoke of before it'
        return (as_claim_place(view, shift_place(view.text[slice(*view.clause)], best)),), why

    def _score(self, view: ClauseView, place: PlaceMention) -> float:
        key = key_of(place)
        far = (view.sentence[0] - place.end) / _A_POINT + _A_HEADING * sum(place.end <= at <= view.sentence[0] for at in self.headings)
        return math.log(max(self.named[key], 1)) + _CLAIMED * math.log(1 + self.claimed[key]) - far


def _told_before(view: ClauseView, told: Sequence[Told]) -> Told | None:
    """The claim whose place a happening goes on with: the one before it, else the last that tells of the same object or town."""
    if told and told[-1].goes_on_with(view):
        return told[-1]
    asked = _OBJECT.search(view.text[slice(*view.clause)])
    whose = asked["whose"] if asked else None
    return next((t for t in reversed(told) if t.tells_of_same(view, whose) or t.is_fought_over(view)), None)


def key_of(place: PlaceMention) -> str:
    """What makes two mentions one place: the id, else the words."""
    return place.place_id or place.text


@cache
def _seats() -> frozenset[str]:
    return frozenset(country.seat for country in load_countries().values())


def recall_of(
    article: Article, places: Sequence[PlaceMention], linked: Sequence[tuple[ClaimPlace, ...]], speaking: Sequence[Span] = ()
) -> PlaceRecall:
    """Count the places of an article and of its claims; a heading between parts what is spoken of.

    Names inside the words for a source or a party (`speaking`) tell of no place, and a seat of government only where a claim is placed in
    it: "Damascus says", "Ankara: posts stay where they are".
    """
    told = [p for row in linked for p in row]
    at = frozenset(p.start for p in told)
    usable = tuple(
        p
        for p in places
        if is_somewhere(p)
        and is_site(article.text, p, places)
        and (p.start in at or p.name not in _seats())
        and not any(a <= p.start and p.end <= b for a, b in speaking)
    )
    headings = tuple(b.start for b in article.blocks if b.kind == "heading")
    return PlaceRecall(usable, Counter(map(key_of, usable)), Counter(map(key_of, told)), at, headings)
