"""Place mentions of an article: recognise names first, look them up second, choose among their places third."""

import itertools
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from sayso.gazetteer import Gazetteer
from sayso.gazetteer.areas import Relation, area_of, corridor
from sayso.gazetteer.spelling import fold_name
from sayso.mentions.borders import find_borders
from sayso.mentions.place_choice import Asked, Choice, choose_place, setting_of
from sayso.mentions.place_recognition import Seen, count_adjectives, recognise_places, see_names
from sayso.mentions.relations import find_relation
from sayso.model.articles import Article, Span
from sayso.model.mentions import ActorMention, OtherPlace, PlaceMention
from sayso.model.places import Place
from sayso.model.vocabulary import BODY_KINDS

_ROUNDS = 2
_PRECISIONS = {
    "town": (1, 1), "admin2": (2, 3), "admin1": (3, 4), "country": (3, 6), "area": (3, 5), "road": (3, 5), "border": (1, 1), "sea": (3, 7),
}  # fmt: skip
"""(ACLED geo_precision, UCDP where_prec) of a place named without a relation."""

_SMALL_AREA_KM, _WIDE_AREA_KM = 25.0, 450.0
_HOSTS = re.compile(r"(?:, which|, who)? (?:\w+ ){0,2}?(?:hosts?|hosting|hosted|shelters|is home to|houses|has taken in|took in)\b")
"""What stands after a country that is a place although it acts: people are there ("Tarmin, which already hosts ...")."""

_COUNTRYSIDE = ("countryside", "countrysides", "suburbs", "outskirts")
_SHARED = frozenset({"around", "edge", "near"})
_LISTED = re.compile(r"(?:,| and|, and) (?:the )?")
_INSIDE = re.compile(r", (?:in )?(?:the )?| in (?:the )?")


class _Taken:
    """Stretches of the text that other mentions take up."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._reach = list(itertools.accumulate((end for _, end in ordered), max))

    def holds(self, start: int, end: int) -> bool:
        """Whether one of them holds a stretch whole."""
        before = bisect_right(self._starts, start)
        return before > 0 and self._reach[before - 1] >= end


def find_places(article: Article, gazetteer: Gazetteer, actors: Sequence[ActorMention]) -> tuple[PlaceMention, ...]:
    """Places that the body of an article names, in the order of the text, each occurrence once.

    A name inside an actor's mention is none. A name that is recognised but not resolved stays, with nulls and a `why`. A part of the
    world ("the Middle East") has neither geo_precision nor where_prec: it is no event's place.
    """
    text = article.text
    borders = [b for block in article.blocks if block.kind in BODY_KINDS for b in find_borders(text, block.start, block.end, gazetteer)]
    hosts = {(a.start, a.end) for a in actors if _HOSTS.match(text, a.end)}
    taken = _Taken({(a.start, a.end) for a in actors} - hosts | {(b.start, b.end) for b in borders})
    adjectives = count_adjectives(text)
    seen = [s for s in see_names(article, gazetteer) if not taken.holds(s.name.start, s.name.end)]
    kept = recognise_places(text, seen, adjectives)
    choices = _choose(_ask(text, kept), adjectives)
    relations = _relations(text, kept)
    named = [_mention(s, c, r) for s, c, r in zip(kept, choices, relations, strict=True)]
    return tuple(sorted([*_between(named), *borders], key=lambda m: (m.start, m.end)))


def _ask(text: str, kept: Sequence[Seen]) -> list[Asked]:
    """Questions to resolve: kinds by type words, what a name lies in, and whether the text calls it a province no less than a town."""
    spoken = Counter(fold_name(s.name.text) for s in kept if s.beside.kinds == {"admin1"})
    spoken.subtract(fold_name(s.name.text) for s in kept if not s.beside.kinds or "town" in s.beside.kinds)
    asked = []
    for i, s in enumerate(kept):
        after = kept[i + 1].name if i + 1 < len(kept) else None
        inside = after is not None and _INSIDE.fullmatch(text, s.name.end, after.start) is not None
        folded = fold_name(s.name.text)
        asked.append(Asked(s.name, s.beside.kinds, after.found if after and inside else (), folded in spoken and spoken[folded] >= 0))
    return asked


def _choose(asked: Sequence[Asked], adjectives: Mapping[str, int]) -> list[Choice]:
    """Choose with the document's countries, then again with the places chosen."""
    choices: list[Choice] = []
    for _ in range(_ROUNDS):
        setting = setting_of(asked, adjectives, choices)
        choices = [choose_place(one, setting) for one in asked]
    return choices


def _relations(text: str, kept: Sequence[Seen]) -> list[Relation | None]:
    """The relation of every name; "the countryside of A and B" and "the A and B countryside" hold for both."""
    found: list[Relation | None] = []
    for i, seen in enumerate(kept):
        own = find_relation(text, seen.name.start, seen.name.end, (seen.block.start, seen.block.end))
        before = found[-1] if found else None
        lead = text[max(0, kept[i - 1].name.start - 8) : kept[i - 1].name.start] if i else ""
        shared = before is not None and before.shape in _SHARED and lead.endswith(("of ", "around ", "near ", "the "))
        listed = i > 0 and _LISTED.fullmatch(text, kept[i - 1].name.end, seen.name.start) is not None
        found.append(before if own is None and shared and listed else own)
    for i in reversed(range(len(kept) - 1)):
        after = found[i + 1]
        between = text[kept[i].name.end : kept[i + 1].name.start]
        told = text[kept[i + 1].name.end : kept[i + 1].name.end + 40]
        stands_after = after is not None and after.words.lower().endswith(_COUNTRYSIDE) and told.find(after.words.rstrip("s")) in (0, 1)
        if found[i] is None and stands_after and _LISTED.fullmatch(between):
            found[i] = after
    return found


def _mention(seen: Seen, choice: Choice, relation: Relation | None) -> PlaceMention:
    name = seen.name
    bare = PlaceMention(
        start=name.start, end=name.end, text=name.text, relation=relation.words if relation else None,
        others=tuple(OtherPlace(c.place.place_id, c.place.name, score) for c, score in choice.others), why=choice.why,
    )  # fmt: skip
    if choice.candidate is None:
        return bare
    place = choice.candidate.place
    if name.site:
        return _site_mention(bare, place, round(choice.score * seen.belief, 3))
    geo, where = _precision(place)
    mention = msgspec.structs.replace(
        bare, name=place.name, place_id=place.place_id, country=place.country, admin1=place.admin1, lat=place.lat, lon=place.lon,
        radius_km=place.radius_km, geo_precision=geo, where_prec=where, score=round(choice.score * seen.belief, 3),
    )  # fmt: skip
    return _shifted(mention, relation, place) if relation else mention


def _site_mention(bare: PlaceMention, place: Place, score: float) -> PlaceMention:
    """A building or street named for a town: placed in or near it, with no id of its own."""
    if place.kind not in ("town", "admin2") or place.lat is None:
        return msgspec.structs.replace(bare, why="a site that the gazetteer does not know")
    there = msgspec.structs.replace(bare, country=place.country, admin1=place.admin1, lat=place.lat, lon=place.lon, score=score)
    return there.as_site_of(place.name)


def _shifted(mention: PlaceMention, relation: Relation, place: Place) -> PlaceMention:
    """The mention with the area that its relation makes of the place."""
    if place.lat is None or place.lon is None:
        return mention
    area = area_of(relation, place.lat, place.lon, place.radius_km or 1.0, place.kind)
    if area is None:
        return mention
    return msgspec.structs.replace(
        mention, geometry=area.geometry, radius_km=area.radius_km, geo_precision=area.geo_precision, where_prec=area.where_prec
    )


def _between(mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Draw the corridor of "between A and B" on both mentions."""
    drawn = list(mentions)
    for i, (a, b) in enumerate(itertools.pairwise(mentions)):
        if a.relation == b.relation == "between" and None not in (a.lat, a.lon, b.lat, b.lon):
            area = corridor((a.lat or 0.0, a.lon or 0.0), (b.lat or 0.0, b.lon or 0.0))
            for k in (i, i + 1):
                drawn[k] = msgspec.structs.replace(
                    drawn[k], geometry=area.geometry, radius_km=area.radius_km, geo_precision=area.geo_precision, where_prec=area.where_prec
                )
    return drawn


def _precision(place: Place) -> tuple[int | None, int | None]:
    if place.kind == "area" and (place.radius_km or 0) <= _SMALL_AREA_KM:
        return 2, 2
    if place.kind == "area" and (place.radius_km or 0) > _WIDE_AREA_KM:
        return None, None
    return _PRECISIONS[place.kind]
