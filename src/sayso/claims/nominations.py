"""What the rules alone would put into the slots of every happening: one voice of those that `slot_choice` weighs."""

from collections.abc import Sequence

import msgspec

from sayso.claims.clause_places import link_places
from sayso.claims.clause_times import link_time
from sayso.claims.clause_view import ClauseView
from sayso.claims.place_recall import Told, recall_of
from sayso.claims.speakers import source_of, with_speakers
from sayso.claims.time_recall import recall_times
from sayso.model.articles import Article
from sayso.model.claims import ClaimPlace, ClaimTime
from sayso.model.mentions import Attribution, Mentions


class Nominated(msgspec.Struct, frozen=True):
    """Places, time and attribution of one happening by the rules, each with the reason where the rule gives one."""

    places: tuple[ClaimPlace, ...]
    places_why: str
    time: ClaimTime | None
    time_why: str
    said: Attribution | None


def nominate(article: Article, views: Sequence[ClauseView], mentions: Mentions, attributions: Sequence[Attribution]) -> list[Nominated]:
    """What the rules choose for every happening of an article, in the order given."""
    times = recall_times(views, [link_time(view) for view in views])
    places = _places_of(article, views, mentions, attributions)
    told = with_speakers(attributions)
    said = [source_of(view.clause, told) for view in views]
    return [Nominated(*where, *when, who) for where, when, who in zip(places, times, said, strict=True)]


def _places_of(
    article: Article, views: Sequence[ClauseView], mentions: Mentions, attributions: Sequence[Attribution]
) -> list[tuple[tuple[ClaimPlace, ...], str]]:
    """The places of every happening: those of its sentence, else the one that the article spoke of before."""
    own = [link_places(view) for view in views]
    speaking = [*((a.start, a.end) for a in mentions.actors if a.kind != "person"), *(s for a in attributions for s in a.source)]
    recall = recall_of(article, mentions.places, [places for places, _ in own], speaking)
    found: list[tuple[tuple[ClaimPlace, ...], str]] = []
    told: list[Told] = []
    for view, where in zip(views, own, strict=True):
        found.append(where if where[0] else recall.recall(view, told))
        told.append(Told(view, found[-1][0], bool(where[0])))
    return found
