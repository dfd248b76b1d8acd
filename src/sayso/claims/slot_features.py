"""What is seen of a mention that may fill a slot: where it stands, what the rules and the network make of it."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from sayso.claims.clause_extent import extent_of
from sayso.claims.clause_figures import Measured, what_is_counted
from sayso.claims.clause_places import is_site, is_somewhere
from sayso.claims.clause_view import ClauseView, Spanned
from sayso.claims.company import Shared
from sayso.claims.weighing import as_odds, flags
from sayso.model.articles import Span
from sayso.model.claims import ClaimActor, ClaimPlace, ClaimTime
from sayso.model.mentions import ActorMention, Attribution, PlaceMention, TimeMention
from sayso.model.vocabulary import CROWDS, EventClass
from sayso.reading.heads import Role
from sayso.reading.sight import Sight

_BEFORE = re.compile(r"(\w+)(?: the| a| an)? ?$")
_LEADS = frozenset({
    "in", "at", "near", "on", "from", "to", "into", "of", "outside", "around", "towards", "between", "across", "inside", "through",
    "over", "against", "by", "with", "for",
})  # fmt: skip


@lru_cache(maxsize=4)
def _stops(text: str) -> list[int]:
    """Where sentences and lines of a text end, in order."""
    return [hit.start() for hit in re.finditer(r"[.!?\n]+\W", text)]


def stand_of(view: ClauseView, one: Spanned) -> str:
    """Where a mention stands to a claim.

    In its clause, in the rest of its sentence, in a sentence or two before, further before, or after it.
    """
    if view.holds(one):
        return "clause"
    if view.sentence[0] <= one.start and one.end <= view.sentence[1]:
        return "sentence"
    if one.start >= view.sentence[1]:
        return "after"
    stops = _stops(view.text)
    between = bisect_left(stops, view.sentence[0] - 1) - bisect_left(stops, one.end)
    return "before" if between <= 1 else "two before" if between == 2 else "far before"


Ranks = Mapping[int, str]


def ranks_of(view: ClauseView, rivals: Sequence[Spanned]) -> Ranks:
    """Ranks of the mentions of the sentence nearest to the trigger among their like, by `id`; all others have the rank LAST."""
    inside = sorted((r for r in rivals if view.sentence[0] <= r.start and r.end <= view.sentence[1]), key=view.distance)
    return {id(one): str(rank) for rank, one in enumerate(inside[:3])}


LAST = "3"


def _said(view: ClauseView, one: Spanned) -> list[str]:
    if not view.said:
        return []
    names = ["in the speaker"] if any(a <= one.start and one.end <= b for a, b in view.speakers) else []
    beside = any(0 <= one.start - b <= 12 or 0 <= a - one.end <= 25 for said in view.said for a, b in said.cue)
    return [*names, *(["beside the cue"] if beside else [])]


@lru_cache(maxsize=10_000)
def lead_of(text: str, start: int) -> str:
    """The preposition before a mention, or nothing."""
    hit = _BEFORE.search(text[max(0, start - 24) : start])
    word = hit[1].lower() if hit else ""
    return word if word in _LEADS else "-"


def _common(view: ClauseView, one: Spanned, role: Role, stand: str, names: Sequence[str]) -> dict[str, float]:
    odds = as_odds(view.points(role, (one.start, one.end)))
    inside = stand in ("clause", "sentence")
    return {"points": odds, f"points {'inside' if inside else 'outside'}": odds, f"points {stand}": odds} | flags(
        [stand, f"{stand} {view.happening.event}", f"quoted {view.quotes(one)} {stand}", *_said(view, one), *names]
    )


class SeenPlace(NamedTuple):
    """A place with what is the same of it for every claim of its article; `site` tells that events may be there."""

    mention: PlaceMention
    kind: str
    lead: str
    possessive: bool
    read: float
    site: bool


def see_places(text: str, places: Sequence[PlaceMention], sight: Sight) -> tuple[SeenPlace, ...]:
    """All places of an article as its claims see them."""
    return tuple(
        SeenPlace(
            mention=p,
            kind="country" if p.is_country else "division" if p.is_division else "town",
            lead=lead_of(text, p.start),
            possessive=re.match(r"['’]s|-", text[p.end : p.end + 2]) is not None,
            read=as_odds(sight.inside_of("place", (p.start, p.end))),
            site=is_somewhere(p) and is_site(text, p, places),
        )
        for p in places
    )


class Around(NamedTuple):
    """Places around a claim and what they are to each other: how often each is named, their ranks, how many of a country are finer.

    `extent` is how much the claim's clause tells of; `last` and `most` are, kind by kind, where the last place before the claim's sentence
    starts and which is named most; `paragraph` is where the claim's paragraph starts.
    """

    places: Sequence[SeenPlace]
    often: Mapping[str | None, int]
    ranks: Ranks
    finer: Mapping[str | None, int]
    extent: Sequence[str]
    last: Mapping[str, int]
    most: Mapping[str, str | None]
    paragraph: int


def look_around(view: ClauseView, places: Sequence[SeenPlace], reach: int) -> Around:
    """The places within so many characters of a claim's sentence."""
    first, last = view.sentence
    near = [p for p in places if -reach < p.mention.start - first < reach]
    often = Counter(p.mention.place_id for p in near)
    ordered = sorted(near, key=lambda p: (often[p.mention.place_id], -p.mention.start))
    return Around(
        places=near,
        often=often,
        ranks=ranks_of(view, [p.mention for p in near]),
        finer=Counter(p.mention.country for p in near if p.kind != "country" and first <= p.mention.start < last),
        extent=extent_of(view),
        last={p.kind: p.mention.start for p in near if p.mention.start < first},
        most={p.kind: p.mention.place_id for p in ordered if p.mention.place_id},
        paragraph=view.text.rfind("\n", 0, first) + 1,
    )


def place_features(view: ClauseView, seen: SeenPlace, ruled: Sequence[ClaimPlace], around: Around) -> dict[str, float]:
    """What is seen of a place; `ruled` are those that the rules choose."""
    place, kind, stand = seen.mention, seen.kind, stand_of(view, seen.mention)
    same = any((r.place_id == place.place_id and r.place_id is not None) or r.text == place.text for r in ruled)
    inside = "in" if stand in ("clause", "sentence") else "out"
    itself = kind != "country" and view.sentence[0] <= place.start < view.sentence[1]
    finer = kind != "town" and around.finer[place.country] > itself
    names = [
        f"{kind} {inside}", f"{kind} {stand}", f"lead {seen.lead} {inside}", f"near {around.ranks.get(id(place), LAST)}",
        f"named {min(around.often[place.place_id], 4)} {inside}", *([f"has a finer one {inside}"] if finer else []),
        *([f"possessive {inside}"] if seen.possessive else []),
        *([f"by rule {inside}"] if same else [f"not by rule {inside}"]), *(["title"] if view.title else []),
        *([f"no place in its sentence {kind}"] if inside == "out" and not view.places else []),
        *(["rules choose none"] if not ruled else []),
    ]  # fmt: skip
    if same and any(r.start == place.start for r in ruled):
        names.append(f"this one by rule {inside} {view.happening.event}")
    names += [f"{kind} {inside}, {told}" for told in around.extent]
    if inside == "out":
        names.append(f"{kind} out {view.happening.event}")
        names += [f"last {kind}"] if around.last.get(kind) == place.start else []
        names += [f"most named {kind}"] if place.place_id and around.most.get(kind) == place.place_id else []
        names += [f"{kind} of another paragraph"] if place.start < around.paragraph else []
    names.append(f"{'known' if place.place_id else 'in no gazetteer'} {inside}")
    read = {"read": seen.read, f"read {inside}": seen.read, f"read {kind}": seen.read}
    return _common(view, place, "place", stand, names) | read


_SHAPE = re.compile(r"since|past|last|this|ago|day|week|month|year|night|morning|now|current", re.I)


@lru_cache(maxsize=1_000)
def _shape_of(words: str) -> tuple[str, ...]:
    """What tells how a time is told, in the order of the alphabet."""
    return tuple(sorted({hit.lower() for hit in _SHAPE.findall(words)}))


def time_features(view: ClauseView, time: TimeMention, ruled: ClaimTime | None, ranks: Ranks) -> dict[str, float]:
    """What is seen of a time expression; `ruled` is the one that the rules choose, `ranks` those of all times around."""
    stand = stand_of(view, time)
    same = ruled is not None and ruled.span == (time.start, time.end)
    inside = "in" if stand in ("clause", "sentence") else "out"
    names = [
        f"{time.type} {inside}", f"precision {time.date_prec} {inside}", *(f"word {w} {inside}" for w in _shape_of(time.text)),
        f"near {ranks.get(id(time), LAST)}", f"{'by rule' if same else 'not by rule'} {stand}", f"{view.happening.status} {stand}",
        f"lead {lead_of(view.text, time.start)} {inside}", *(["opens"] if time.start - view.sentence[0] < 16 and inside == "in" else []),
        *(["title"] if view.title else []), *(["rules choose none"] if ruled is None else []),
    ]  # fmt: skip
    if same:
        names.append(f"by rule {view.happening.event}")
    return _common(view, time, "time", stand, names)


def figure_features(view: ClauseView, one: Measured, rivals: Sequence[EventClass], shared: Shared, ranks: Ranks) -> dict[str, float]:
    """What is seen of a figure.

    `rivals` are the classes of the other happenings of its sentence, `shared` is what all make of it, `ranks` are those of its figures.
    """
    figure, event = one.mention, view.happening.event
    span = (figure.start, figure.end)
    stand = stand_of(view, figure)
    odds = as_odds(view.points("figure", span))
    ahead = odds - (shared.next_highest if odds == shared.highest else shared.highest)
    nearest = view.distance(figure) == shared.nearest
    own, told = "own" if one.own else "not own", figure.measure or "none"
    number = figure.low if figure.low is not None else figure.high or 0
    kind = what_is_counted(figure.text)
    names = [
        stand, f"{stand} {event}", f"quoted {view.quotes(figure)} {stand}", f"quoted {view.quotes(figure)} {own}", f"{own} {stand}",
        f"{own} {event}", f"measure {one.measure} {own}", f"unit {figure.unit} {event}",
        f"told {told} {event}", f"told {told} {stand}", f"near {ranks.get(id(figure), LAST)}", f"holders {min(shared.holders, 3)}",
        f"{'nearest' if nearest else 'not nearest'} {stand}", "alone" if not rivals else "with others",
        *(f"beside {rival}, told {told}" for rival in rivals), f"digits {len(str(number))}", f"quantifier {figure.quantifier}",
        f"{'before' if figure.end <= view.happening.trigger[0] else 'after'} {event}", f"status {view.happening.status} {told}",
        f"counts {kind} {event}", f"counts {kind} {stand}",
    ]  # fmt: skip
    return {"points": odds, f"points {stand}": odds, f"points {own}": odds, "ahead": ahead} | flags(names)


def _covers(said: Attribution, span: Span) -> float:
    shared = sum(max(0, min(span[1], b) - max(span[0], a)) for a, b in said.content)
    own = sum(max(0, min(span[1], b) - max(span[0], a)) for a, b in (*said.source, *said.cue))
    return min(1.0, shared / max(span[1] - span[0] - own, 1))


class _Words(NamedTuple):
    """A stretch of text that names a source."""

    start: int
    end: int


def source_features(view: ClauseView, said: Attribution, ruled: Attribution | None) -> dict[str, float]:
    """What is seen of an attribution; `ruled` is the one that the rules choose."""
    span = (said.source or said.cue or said.content)[0]
    one = _Words(*span)
    stand = stand_of(view, one)
    covered = _covers(said, view.clause)
    trigger = any(a <= view.happening.trigger[0] < b for a, b in said.content)
    voice = as_odds(view.points("voice", span))
    names = [
        "by rule" if said is ruled else "not by rule", f"{'by rule' if said is ruled else 'not by rule'} {stand}",
        f"covers {int(covered * 4)}", "trigger inside" if trigger else "trigger outside", *(["direct"] if said.direct else []),
        f"kind {said.source_kind}", *(["no words"] if not said.source else []), *(["rules choose none"] if ruled is None else []),
        *(["nested"] if said.within is not None else []), *([f"headline, {'by rule' if said is ruled else 'not'}"] if view.title else []),
        *([f"cue {view.text[slice(*said.cue[0])].lower()}"] if said.source_kind == "unspecified" and not said.source else []),
        *(["another by rule, covered"] if ruled is not None and ruled is not said and covered >= 0.5 else []),
    ]  # fmt: skip
    return {f"voice {stand}": voice, "voice": voice} | _common(view, one, "source", stand, names)


def actor_features(view: ClauseView, actor: ActorMention, ruled: Sequence[ClaimActor], ranks: Ranks) -> dict[str, float]:
    """What is seen of a party of the sentence; `ruled` are the parties and roles that the rules choose, `ranks` those of its parties."""
    span, event = (actor.start, actor.end), view.happening.event
    stand = "clause" if view.holds(actor) else "sentence"
    by_rule = next((r.role for r in ruled if r.span == span), None)
    named = next((r.role for r in ruled if r.name == actor.name), None)
    side = "before" if actor.end <= view.happening.trigger[0] else "after" if actor.start >= view.happening.trigger[1] else "inside"
    people = "people" if actor.kind == "person" or actor.kind in CROWDS else "party"
    rank = ranks.get(id(actor), LAST)
    odds = {f"{role} {stand}": as_odds(view.points(role, span)) for role in ("agent", "target", "affected")}
    names = [
        f"rule {by_rule}", f"rule {by_rule} {event}", f"rule names it {named}", f"{stand} {event}", f"{side} {people} {event}",
        f"quoted {view.quotes(actor)} {stand}",
        f"kind {actor.kind}", f"{people} {stand}", f"near {rank} {stand}", f"{side} near {rank}",
        f"lead {lead_of(view.text, actor.start)} {side}", *_said(view, actor), *([] if actor.actor_id else ["in no table"]),
    ]  # fmt: skip
    return odds | flags(names)
