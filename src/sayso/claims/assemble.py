"""Happenings to claims: every slot filled from the mentions of the clause, its sentence and what was said before."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from sayso.claims.claim_identity import number_claims
from sayso.claims.claim_source import link_source
from sayso.claims.clause_actors import link_actors
from sayso.claims.clause_control import describe_control
from sayso.claims.clause_figures import link_figures
from sayso.claims.clause_places import link_places
from sayso.claims.clause_times import link_time
from sayso.claims.clause_view import ClauseView, view_clauses
from sayso.claims.denials import find_denial
from sayso.claims.place_recall import Told, recall_of
from sayso.claims.time_recall import recall_times
from sayso.model.articles import Article
from sayso.model.claims import Claim, ClaimPlace, ClaimTime
from sayso.model.happenings import Happening
from sayso.model.mentions import Attribution, Mentions
from sayso.model.vocabulary import EventClass

Where = tuple[tuple[ClaimPlace, ...], str]
When = tuple[ClaimTime | None, str]


def assemble_claims(
    article: Article, happenings: Sequence[Happening], mentions: Mentions, attributions: Sequence[Attribution]
) -> tuple[Claim, ...]:
    """Make a claim of every happening, in the order of the text, each with its id and the reasons for every slot."""
    views = tuple(v for v in view_clauses(article, happenings, mentions, attributions) if not (_is_opinion(v) or _only_says(v)))
    times = recall_times(views, [link_time(view) for view in views])
    slots = zip(views, _places_of(article, views, mentions, attributions), times, strict=True)
    bare = [_claim(view, where, when, article, attributions) for view, where, when in slots]
    return tuple(_name_claims(article.digest, bare))


def _places_of(article: Article, views: Sequence[ClauseView], mentions: Mentions, attributions: Sequence[Attribution]) -> list[Where]:
    """The places of every happening: those of its sentence, else the one that the article spoke of before."""
    own = [link_places(view) for view in views]
    speaking = [*((a.start, a.end) for a in mentions.actors if a.kind != "person"), *(s for a in attributions for s in a.source)]
    recall = recall_of(article, mentions.places, [places for places, _ in own], speaking)
    found: list[Where] = []
    told: list[Told] = []
    for view, where in zip(views, own, strict=True):
        found.append(where if where[0] else recall.recall(view, told))
        told.append(Told(view, found[-1][0], bool(where[0])))
    return found


_OPINION = re.compile(
    r"\b(?:leader writers?|leading article|editorial(?:ist)?|columnists?) (?:\w+ )?(?:argues?|writes?|wrote|says?|said|asks?)\b", re.I
)


def _is_opinion(view: ClauseView) -> bool:
    """Whether the words are those of an outlet's opinion page, which tell of no event (ANNOTATION.md)."""
    return _OPINION.search(view.text[slice(*view.sentence)]) is not None


_DONE_IN_WORDS: frozenset[EventClass] = frozenset({"threat", "agreement", "aid"})


def _only_says(view: ClauseView) -> bool:
    """Whether the trigger is the verb of speech itself ("The office again denied"), which tells of nothing but the saying."""
    start, end = view.happening.trigger
    spoken = any(a <= start and end <= b for said in view.said for a, b in said.cue)
    return spoken and view.happening.event not in _DONE_IN_WORDS


def _name_claims(digest: str, bare: Sequence[Claim]) -> Iterator[Claim]:
    for claim_id, claim in number_claims(digest, bare):
        yield msgspec.structs.replace(claim, id=claim_id)


def _claim(view: ClauseView, where: Where, when: When, article: Article, attributions: Sequence[Attribution]) -> Claim:
    happening = view.happening
    source, source_why = link_source(view, attributions, article.publisher)
    places, places_why = where
    time, time_why = when
    actors, actors_why = link_actors(view, source)
    figures, figures_why = link_figures(view)
    denial, denial_why = find_denial(view, actors)
    denied = denial is not None and happening.status != "expected"
    return Claim(
        id="",
        start=happening.start,
        end=happening.end,
        evidence=article.text[happening.start : happening.end],
        event=happening.event,
        acled_sub_event=happening.acled_sub_event,
        status="denied" if denied else happening.status,
        denies=denial if denied else happening.denies,
        hedged=happening.hedged,
        places=places,
        time=time,
        actors=actors,
        figures=figures,
        control=describe_control(view, happening.transition, actors, places, source),
        source=source,
        score=happening.score,
        why=(*happening.why, *([denial_why] if denied else []), places_why, time_why, actors_why, figures_why, source_why),
    )
