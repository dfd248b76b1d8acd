"""Happenings to claims: every slot filled from the mentions of the clause, its sentence and what was said before."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from sayso.claims.article_day import with_article_day
from sayso.claims.claim_identity import number_claims
from sayso.claims.claim_source import in_few_words, link_source
from sayso.claims.clause_actors import link_actors
from sayso.claims.clause_control import describe_control
from sayso.claims.clause_view import ClauseView, view_clauses
from sayso.claims.company import Company, company_of
from sayso.claims.denials import find_denial
from sayso.claims.nominations import Nominated, nominate
from sayso.claims.slot_choice import choose_actors, choose_figures, choose_places, choose_source, choose_time
from sayso.claims.slot_features import SeenPlace, see_places
from sayso.claims.source_party import with_party
from sayso.claims.source_words import cue_verbs
from sayso.knowledge.phrases import split_words
from sayso.model.articles import Article
from sayso.model.claims import Claim
from sayso.model.happenings import Happening
from sayso.model.mentions import Attribution, Mentions
from sayso.model.vocabulary import EventClass
from sayso.reading.sight import Sight


def assemble_claims(
    article: Article, happenings: Sequence[Happening], mentions: Mentions, attributions: Sequence[Attribution], sight: Sight
) -> tuple[Claim, ...]:
    """Make a claim of every happening, in the order of the text, each with its id and the reasons for every slot."""
    views = tuple(v for v in view_clauses(article, happenings, mentions, attributions, sight) if not (_is_opinion(v) or _only_says(v)))
    nominated = nominate(article, views, mentions, attributions)
    ruled = zip(views, company_of(views), nominated, strict=True)
    places = see_places(article.text, mentions.places, sight)
    bare = [_claim(view, company, mentions, places, by_rule, article, attributions) for view, company, by_rule in ruled]
    ordered = sorted(with_article_day(article.text, bare), key=lambda claim: claim.start)
    return tuple(_name_claims(article.digest, ordered))


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
    speech = any(word.fold in cue_verbs() for word in split_words(view.text, start, end))
    return spoken and speech and view.happening.event not in _DONE_IN_WORDS


_ANY_TOWN = re.compile(r"\ban? (?:\w+ )?(?:town|village|city|district)\b", re.I)
_BESIDE = 30
"""Characters on either side of the word that tells of control in which "a town" is what is held or lost."""


def _is_of_any_town(view: ClauseView, mentions: Mentions) -> bool:
    """Whether control is told of "a town" in a sentence that names none ("A town lost and a town waiting"): where that is, is not told."""
    (start, end), (first, last) = view.sentence, view.happening.trigger
    if view.happening.event != "control" or any(start <= p.start < end for p in mentions.places):
        return False
    return _ANY_TOWN.search(view.text, max(start, first - _BESIDE), min(end, last + _BESIDE)) is not None


def _name_claims(digest: str, bare: Sequence[Claim]) -> Iterator[Claim]:
    for claim_id, claim in number_claims(digest, bare):
        yield msgspec.structs.replace(claim, id=claim_id)


def _claim(
    view: ClauseView,
    company: Company,
    mentions: Mentions,
    seen: Sequence[SeenPlace],
    nominated: Nominated,
    article: Article,
    attributions: Sequence[Attribution],
) -> Claim:
    happening = view.happening
    said, said_why = choose_source(view, attributions, nominated)
    source, source_why = link_source(view, said, attributions, article.publisher, said_why)
    places, places_why = choose_places(view, seen, nominated)
    if _is_of_any_town(view, mentions):
        places, places_why = (), 'places: none, "a town" may be any'
    time, time_why = choose_time(view, mentions.times, nominated)
    ruled = link_actors(view, source)
    actors, actors_why = choose_actors(view, source, ruled)
    figures, figures_why = choose_figures(view, company)
    denial, denial_why = find_denial(view, ruled)
    denied = denial is not None and happening.status != "expected"
    return Claim(
        id="",
        start=happening.evidence[0],
        end=happening.evidence[1],
        evidence=article.text[slice(*happening.evidence)],
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
        source=source and with_party(in_few_words(source), actors),
        score=happening.score,
        why=(*happening.why, *([denial_why] if denied else []), places_why, time_why, actors_why, figures_why, source_why),
    )
