"""Place mentions of an article: recognise names first, look them up second, choose among their places third."""

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

import msgspec

from sayso.gazetteer import Gazetteer
from sayso.gazetteer.areas import Relation
from sayso.mentions.borders import find_borders
from sayso.mentions.place_areas import area_beside, draw_between, draw_borders, in_area
from sayso.mentions.place_choice import Choice
from sayso.mentions.place_recognition import Seen, count_adjectives, recognise_places, see_names
from sayso.mentions.place_resolution import resolve_names
from sayso.mentions.relations import find_relation
from sayso.model.articles import Article, Span
from sayso.model.mentions import ActorMention, OtherPlace, PlaceMention
from sayso.model.places import Place
from sayso.model.vocabulary import BODY_KINDS

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


def find_places(
    article: Article, gazetteer: Gazetteer, actors: Sequence[ActorMention], seen: Sequence[Seen] | None = None
) -> tuple[PlaceMention, ...]:
    """Places that the body of an article names, in the order of the text, each occurrence once.

    `seen` are its names as `see_names` gives them, if they were looked for before. A name inside an actor's mention is none. A name that
    is recognised but not resolved stays, with nulls and a `why`. A part of the world ("the Middle East") has neither geo_precision nor
    where_prec: it is no event's place.
    """
    text = article.text
    borders = [b for block in article.blocks if block.kind in BODY_KINDS for b in find_borders(text, block.start, block.end, gazetteer)]
    hosts = {(a.start, a.end) for a in actors if _HOSTS.match(text, a.end)}
    taken = _Taken({(a.start, a.end) for a in actors} - hosts | {(b.start, b.end) for b in borders})
    adjectives = count_adjectives(text)
    free = [s for s in (see_names(article, gazetteer) if seen is None else seen) if not taken.holds(s.name.start, s.name.end)]
    kept = recognise_places(text, free, adjectives)
    choices = resolve_names(text, kept, gazetteer, adjectives)
    relations = _relations(text, kept)
    named = [_mention(s, c, r) for s, c, r in zip(kept, choices, relations, strict=True)]
    drawn = draw_borders([*draw_between(named), *borders], adjectives)
    return tuple(sorted(drawn, key=lambda m: (m.start, m.end)))


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
    seats = (c.place for c in name.found if c.place.kind == "town" and (c.place.country, c.place.admin1) == (place.country, place.admin1))
    return in_area(mention, area_beside(place, relation, next(seats, None)))


def _site_mention(bare: PlaceMention, place: Place, score: float) -> PlaceMention:
    """A building or street named for a town: placed in or near it, with no id of its own."""
    if place.kind not in ("town", "admin2") or place.lat is None:
        return msgspec.structs.replace(bare, why="a site that the gazetteer does not know")
    there = msgspec.structs.replace(bare, country=place.country, admin1=place.admin1, lat=place.lat, lon=place.lon, score=score)
    return there.as_site_of(place.name)


def _precision(place: Place) -> tuple[int | None, int | None]:
    if place.kind == "area" and (place.radius_km or 0) <= _SMALL_AREA_KM:
        return 2, 2
    if place.kind == "area" and (place.radius_km or 0) > _WIDE_AREA_KM:
        return None, None
    return _PRECISIONS[place.kind]
