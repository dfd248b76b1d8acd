"""Which places, which time and whose word a claim gets: every mention weighed by what the rules and the network make of it."""

import re
from collections.abc import Sequence
from typing import TypeVar

from sayso.claims.clause_actors import in_role, may_act, one_role_each, only_speaks
from sayso.claims.clause_figures import Measured, as_figures, measure_figures
from sayso.claims.clause_places import as_claim_place, in_one_list, is_theirs, without_containers
from sayso.claims.clause_times import may_date, time_of
from sayso.claims.clause_view import ClauseView, Spanned
from sayso.claims.company import Company
from sayso.claims.nominations import Nominated
from sayso.claims.place_parts import shift_place
from sayso.claims.place_recall import asks_for_one, is_of_a_person, is_of_several
from sayso.claims.slot_features import (
    SeenPlace,
    actor_features,
    figure_features,
    look_around,
    place_features,
    ranks_of,
    source_features,
    time_features,
)
from sayso.claims.weighing import Features, Weights, keep_heavy, slot_weights
from sayso.model.claims import ClaimActor, ClaimFigure, ClaimPlace, ClaimTime, Source
from sayso.model.mentions import ActorMention, Attribution, PlaceMention, TimeMention
from sayso.model.vocabulary import ActorRole

RECALLED, RECALLED_DAY = 0.65, 0.75
"""Weights from which a place named elsewhere goes ahead of what the rules choose in the sentence itself, and a day told elsewhere is taken.

A weight is about the share that is right: of the days told in another sentence that weigh 0.7 to 0.8, 0.61 of 105 on the held articles, of
those above 0.85 of 208.
"""

_GOES_ON, _POINTS_BACK = "it goes on with", "of what it points back at"
"""Reasons of the rules by which a sentence without a name or day of its own is about what was told before: these stand."""

Some = TypeVar("Some")
ACTOR_ROLES: tuple[ActorRole, ...] = ("agent", "target", "affected")
_FAR, _REACH = 1200, 4000
"""Characters between a claim and the words that name its source, and those within which places and times may be a claim's."""


def place_candidates(view: ClauseView, places: Sequence[SeenPlace], nominated: Nominated) -> list[tuple[PlaceMention, Features]]:
    """Places that a happening may be at, with what is seen of each."""
    around = look_around(view, places, _REACH)
    recalls = not (is_of_a_person(view) or is_of_several(view))
    usable = [p for p in around.places if p.site and (recalls or _is_near(view, p.mention)) and not is_theirs(view, p.mention)]
    seen = [place_features(view, p, nominated.places, around) for p in usable]
    return list(zip((p.mention for p in usable), with_rank(seen, [place_key(p.mention) for p in usable]), strict=True))


def _is_near(view: ClauseView, one: Spanned) -> bool:
    return view.sentence[0] <= one.start < view.sentence[1]


def place_key(place: PlaceMention) -> str:
    """What makes two mentions one place of a claim."""
    return place.place_id or place.text


def with_rank(seen: Sequence[dict[str, float]], keys: Sequence[str]) -> Sequence[Features]:
    """The same features, with how far each candidate is pointed at ahead of all others added to them."""
    best: dict[str, float] = {}
    for features, key in zip(seen, keys, strict=True):
        best[key] = max(best.get(key, -9.0), features["points"])
    ordered = sorted(best.values(), reverse=True)
    for features, key in zip(seen, keys, strict=True):
        top = ordered[1] if best[key] == ordered[0] and len(ordered) > 1 else ordered[0] if len(ordered) > 1 else -5.0
        rank = ordered.index(best[key])
        twin = features["points"] < best[key]
        features.update({"ahead": best[key] - top, f"rank {min(rank, 3)}": 1.0, **({"a likelier twin": 1.0} if twin else {})})
    return seen


def choose_places(view: ClauseView, places: Sequence[SeenPlace], nominated: Nominated) -> tuple[tuple[ClaimPlace, ...], str]:
    """The places of a happening with their roles, and the reason; a place named twice counts once, at its likeliest mention.

    What the rules choose in the sentence itself goes ahead of places named elsewhere that are not likely.
    """
    table = slot_weights()["place"]
    best: dict[str, tuple[float, PlaceMention, Features]] = {}
    for place, features in place_candidates(view, places, nominated):
        weight, key = table.weigh(features), place_key(place)
        if key not in best or weight > best[key][0]:
            best[key] = (weight, place, features)
    rows = sorted(best.values(), key=lambda row: row[1].start)
    heavy = [rows[at][1] for at in keep_heavy(table, [(at, row[0]) for at, row in enumerate(rows)])]
    moved = [(p.start, p.end) for p in nominated.places if p.role != "at"]
    ways = [row[1] for row in rows if (row[1].start, row[1].end) in moved and view.holds(row[1])]
    chosen = [*heavy, *ways]
    if not any(_is_near(view, p) for p in chosen):
        if _GOES_ON in nominated.places_why:
            return nominated.places, nominated.places_why
        named = tuple(p for p in nominated.places if _is_near(view, p))
        if named and not any(row[0] >= RECALLED for row in rows if row[1] in chosen):
            return named, nominated.places_why
        if len(chosen) > 1 and asks_for_one(view):
            chosen = [max((row for row in rows if row[1] in chosen), key=lambda row: row[0])[1]]
    whole = without_containers(view.text, with_list(view, [row[1] for row in rows], chosen))
    kept = [row for row in rows if row[1] in whole]
    clause = view.text[slice(*view.clause)]
    told = [nominated_as(nominated, p) or _placed(view, clause, p) for _, p, _ in kept]
    why = "; ".join(f'"{p.text}" {weight:.2f} ({table.loudest(features)})' for weight, p, features in kept)
    return tuple(told), f"places: {why}" if why else "places: none that is likely enough"


def with_list(view: ClauseView, all_of_them: Sequence[PlaceMention], chosen: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The chosen places and those that stand in one list with one of them in the clause ("Tarmin, Aris and Zardana")."""
    inside = [p for p in all_of_them if view.holds(p)]
    mates = [p for p in inside if any(c is not p and view.holds(c) and in_one_list(view.text, inside, p, c) for c in chosen)]
    return [p for p in all_of_them if p in chosen or p in mates]


def nominated_as(nominated: Nominated, place: PlaceMention) -> ClaimPlace | None:
    """The same place as the rules put it, with the shift and role that they give it: the same mention, else another of that place."""
    same = [p for p in nominated.places if p.place_id is not None and p.place_id == place.place_id]
    return next((p for p in nominated.places if (p.start, p.end) == (place.start, place.end)), same[0] if len(same) == 1 else None)


def _placed(view: ClauseView, clause: str, place: PlaceMention) -> ClaimPlace:
    own = view.holds(place) or (place.relation is not None and _is_near(view, place))
    return as_claim_place(view, place if own else shift_place(clause, place))


def time_candidates(view: ClauseView, times: Sequence[TimeMention], nominated: Nominated) -> list[tuple[TimeMention, Features]]:
    """Times that a happening may have, with what is seen of each."""
    around = [t for t in times if -_REACH < t.start - view.sentence[0] < _REACH]
    days = [t for t in around if may_date(view, t)]
    ranks = ranks_of(view, around)
    seen = [time_features(view, t, nominated.time, ranks) for t in days]
    return list(zip(days, with_rank(seen, [f"{t.from_} {t.to}" for t in days]), strict=True))


def choose_time(view: ClauseView, times: Sequence[TimeMention], nominated: Nominated) -> tuple[ClaimTime | None, str]:
    """The time of a happening, and the reason; None where none is likely enough.

    "The blast" has the day of the blast told before.
    """
    if _POINTS_BACK in nominated.time_why:
        return nominated.time, nominated.time_why
    table = slot_weights()["time"]
    candidates = time_candidates(view, times, nominated)
    found = _heaviest(table, candidates)
    if found is not None and not _is_near(view, found[0][0]) and (found[1] < RECALLED_DAY or _has_own_day(view)):
        found = _heaviest(table, [one for one in candidates if _is_near(view, one[0])])
    opens, closes = view.happening.evidence
    if found is None and nominated.time is not None and opens <= nominated.time.span[0] < closes:
        return nominated.time, nominated.time_why
    if found is None:
        return None, "time: none that is likely enough"
    (time, features), weight = found
    return time_of(view, time), f'time: "{time.text}" {weight:.2f} ({table.loudest(features)})'


_OWN_DAY = re.compile(
    r"\b(?:videos?|footage|photo(?:graph)?s?|images|pictures|clips?|previously|earlier|afterwards|soon after|since then)\b"
    r"|\bhad (?:\w+ ){0,2}?\w+(?:ed|en|un|ne|ft|ld|nt)\b",
    re.I,
)


def _has_own_day(view: ClauseView) -> bool:
    """Whether a claim is of a day that the words around it do not tell: what pictures show, what had happened before or did afterwards."""
    return _OWN_DAY.search(view.text[slice(*view.clause)]) is not None


_NOBODY = frozenset({"the", "a", "an", "one", "no one", "nobody"})
"""Words that the network may hear as a source and that name none."""


def source_candidates(view: ClauseView, attributions: Sequence[Attribution], nominated: Nominated) -> list[tuple[Attribution, Features]]:
    """Attributions that a happening may be on the word of, with what is seen of each."""
    told = [a for a in attributions if a.source_name and a.source_name.lower() not in _NOBODY and not a.source_name.startswith("their ")]
    named = [a for a in told if a.source or a.cue or a.content]
    near = [a for a in named if abs((a.source or a.cue or a.content)[0][0] - view.clause[0]) < _FAR]
    seen = [source_features(view, a, nominated.said) for a in near]
    return list(zip(near, with_rank(seen, [str(a.source_name) for a in near]), strict=True))


def choose_source(view: ClauseView, attributions: Sequence[Attribution], nominated: Nominated) -> tuple[Attribution | None, str]:
    """On whose word a happening stands, and the reason; None where the article says it in its own voice.

    A quotation belongs to its speaker by its marks.
    """
    if nominated.said is not None and nominated.said.direct:
        return nominated.said, "source: whose words are quoted"
    table = slot_weights()["source"]
    found = _heaviest(table, source_candidates(view, attributions, nominated))
    if found is None:
        return None, "source: none that is likely enough"
    (said, features), weight = found
    return said, f"source: {weight:.2f} ({table.loudest(features)})"


_ACTS = 0.9
"""Probability from which a speaker is taken to act as well ("the front said it had taken the town")."""


def actor_candidates(view: ClauseView, ruled: Sequence[ClaimActor]) -> list[tuple[ActorMention, Features]]:
    """Parties of the sentence with what is seen of each; who only speaks is none, unless the network is sure that it acts too."""
    ranks = ranks_of(view, view.actors)
    return [(a, actor_features(view, a, ruled, ranks)) for a in view.actors if may_act(view, a) and not _speaks_alone(view, a)]


def _speaks_alone(view: ClauseView, actor: ActorMention) -> bool:
    accuses = " by " in view.text[max(0, actor.start - 40) : actor.start]
    return only_speaks(view, actor) and (accuses or view.points("agent", (actor.start, actor.end)) < _ACTS)


def choose_actors(view: ClauseView, source: Source | None, ruled: Sequence[ClaimActor]) -> tuple[tuple[ClaimActor, ...], str]:
    """The parties of a happening, each in its likeliest role, and the reason; `ruled` are those that the rules choose.

    Who speaks and acts stays as the rules have it, and so does who holds a place where nobody else is likely to; whoever stands outside of
    the clause holds nothing.
    """
    tables = slot_weights()
    control = view.happening.event == "control"
    found: list[tuple[float, ClaimActor]] = []
    for actor, features in actor_candidates(view, ruled):
        if control and not view.holds(actor):
            continue
        weighed = [(tables[role].weigh(features), role) for role in ACTOR_ROLES]
        weight, role = max(weighed)
        if weight >= tables[role].least:
            found.append((weight, in_role(view, actor, role, source)))
    ruled_in = [r for r in ruled if r.role == "agent" and (control or (source is not None and r.span == source.span))]
    if ruled_in and not any(a.role == "agent" for _, a in found):
        found = [*((w, a) for w, a in found if a.name != ruled_in[0].name), (1.0, ruled_in[0])]
    kept = one_role_each([a for _, a in sorted(found, key=lambda pair: (-pair[0], pair[1].span))])
    actors = tuple(sorted(kept, key=lambda a: a.span))
    return actors, _told_of(actors)


def _told_of(actors: Sequence[ClaimActor]) -> str:
    told = ", ".join(f'"{a.text}" {a.role}' for a in actors)
    return f"actors: {told}" if told else "actors: none that is likely enough"


def figure_candidates(view: ClauseView, company: Company) -> list[tuple[Measured, Features]]:
    """Figures of the sentence with what is seen of each; `company` are all happenings of the sentence."""
    rivals, ranks = company.rivals_of(view), ranks_of(view, view.figures)
    return [(one, figure_features(view, one, rivals, company.shared(one.mention), ranks)) for one in measure_figures(view)]


def choose_figures(view: ClauseView, company: Company) -> tuple[tuple[ClaimFigure, ...], str]:
    """The figures of a happening, and the reason."""
    table = slot_weights()["figure"]
    kept = [one for one, features in figure_candidates(view, company) if table.weigh(features) >= table.least]
    figures = as_figures(view, kept)
    told = ", ".join(f'"{f.text}" {f.measure}' for f in figures)
    return figures, f"figures: {told}" if told else "figures: none that is likely enough"


def _heaviest(table: Weights, candidates: Sequence[tuple[Some, Features]]) -> tuple[tuple[Some, Features], float] | None:
    """The candidate that weighs most, if it weighs enough; the first of equals."""
    weighed = [(table.weigh(features), at) for at, (_, features) in enumerate(candidates)]
    best = max(weighed, key=lambda pair: (pair[0], -pair[1]), default=None)
    return (candidates[best[1]], best[0]) if best and best[0] >= table.least else None
