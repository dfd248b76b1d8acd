"""The order of the stages, from documents to the situation: the one page to read first."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, BinaryIO

import msgspec

from sayso.claims.assemble import assemble_claims
from sayso.claims.happenings import find_happenings
from sayso.claims.harmed_persons import tell_harmed
from sayso.claims.heard import hear_attributions
from sayso.claims.heard_parties import hear_parties
from sayso.claims.heard_persons import mark_persons
from sayso.claims.heard_places import hear_places
from sayso.claims.hints import list_hints
from sayso.claims.side_words import parties_by_side
from sayso.claims.speakers import find_attributions
from sayso.claims.unread_sentences import list_unread
from sayso.documents import DocumentOptions, Fetch, read_documents
from sayso.gazetteer import Gazetteer
from sayso.language.sentences import spans_of
from sayso.ledger import (
    Signs,
    compare_versions,
    file_claims,
    find_replacements,
    group_claims,
    group_versions,
    sign_settings,
    sign_text,
)  # fmt: skip
from sayso.mentions.parties_and_places import find_parties_and_places
from sayso.mentions.persons import private_names_of_title
from sayso.mentions.place_resolution import rank_places
from sayso.mentions.quantities import find_figures
from sayso.mentions.times import find_times
from sayso.model.articles import Article, SetAside
from sayso.model.claims import Claim
from sayso.model.entries import Entry, Grade, Pairings
from sayso.model.events import ArticleHeader, Event, FiledClaim
from sayso.model.mentions import Mentions
from sayso.model.records import ReadBy, Reading, Record, join_record
from sayso.model.situation import HouseholdSize
from sayso.model.stages import Reader
from sayso.model.versions import VersionChanges
from sayso.model.views import LedgerView, ListedPerson, Superseded, UnreadDocument
from sayso.model.vocabulary import BODY_KINDS, Handling, stricter
from sayso.reading.network import Network, load_network
from sayso.reviews.grades import grade_of
from sayso.reviews.overlay import Reviewed, group_by_article, is_rejected, lay_over
from sayso.reviews.pairings import pair_claims
from sayso.reviews.stamps import stamp_claims
from sayso.reviews.standing import standing_entries
from sayso.situation import describe_situation
from sayso.version import __version__

READ_LANGUAGES = ("en",)

KeptEvents = Callable[[dict[str, str]], tuple[Event, ...] | None]
"""Gives the events of articles, in any order, by the stamps of the articles, if they are kept."""


class TrainedReader:
    """Mentions by grammar and tables; one pass of the network over the words and what these say of them; claims from both."""

    name = f"network {__version__}"

    def __init__(self, gazetteer: Gazetteer, network: Network) -> None:
        self._gazetteer = gazetteer
        self._network = network

    def read(self, article: Article) -> Reading:
        """Read one article; one in another language keeps its blocks and says why its claims are left unread."""
        if article.language not in READ_LANGUAGES:
            why = f"claims are read in English only; this text is in another language ({article.language or 'unknown'})"
            return Reading(set_aside=(SetAside(0, len(article.text), why),))
        (actors, places), times = find_parties_and_places(article, self._gazetteer), find_times(article)
        mentions = Mentions(places=places, actors=actors, times=times, figures=find_figures(article, times))
        by_rule = find_attributions(article, actors)
        sight = self._network.look_at(article.text, spans_of(article), list_hints(article, mentions, by_rule))
        attributions = hear_attributions(article, actors, by_rule, sight)
        mentions = msgspec.structs.replace(mentions, actors=parties_by_side(article, mentions, attributions))
        happenings = find_happenings(article, mentions.actors, sight)
        mentions = msgspec.structs.replace(mentions, places=hear_places(article, mentions, happenings, sight))
        mentions = msgspec.structs.replace(mentions, actors=hear_parties(article, mentions, happenings, attributions, sight))
        claims = assemble_claims(article, happenings, mentions, attributions, sight)
        mentions = msgspec.structs.replace(mentions, actors=mark_persons(article, mentions, sight))
        claims = tell_harmed(article, mentions, claims)
        return Reading(mentions=mentions, attributions=attributions, claims=claims, set_aside=list_unread(article, claims))


def read_article(article: Article, reader: Reader, gazetteer_version: str) -> Record:
    """Read one article into its record; whatever goes wrong inside stays with this article and is written down."""
    read_by = ReadBy(__version__, reader.name, gazetteer_version)
    if article.outcome == "not_read":
        return join_record(article, Reading(), read_by)
    try:
        reading = reader.read(article)
    except Exception as problem:  # one broken article must not take the batch with it
        why = f"the reader failed on this article ({type(problem).__name__}: {problem}); please report it"
        return join_record(msgspec.structs.replace(article, outcome="not_read", why=why), Reading(), read_by)
    if article.language not in READ_LANGUAGES:
        article = msgspec.structs.replace(article, outcome="partly_read", why=reading.set_aside[0].reason)
    return join_record(article, reading, read_by)


def read_inputs(
    inputs: Iterable[str],
    gazetteer: Gazetteer,
    *,
    options: DocumentOptions,
    stdin: BinaryIO | None = None,
    fetch: Fetch | None = None,
) -> Iterator[Record]:
    """Read files, folders, addresses, JSON Lines or standard input; a record comes for every input, read or not."""
    reader = TrainedReader(gazetteer, load_network())
    for article in read_documents(inputs, options=options, stdin=stdin, fetch=fetch):
        yield read_article(article, reader, gazetteer.version)


def view_records(
    records: Iterable[Record],
    *,
    as_of: dt.date | None = None,
    since: dt.date | None = None,
    unread: Iterable[UnreadDocument] = (),
    households: Sequence[HouseholdSize] = (),
    listed: Sequence[ListedPerson] = (),
    audience: Handling = "confidential",
    entries: Iterable[Entry] = (),
    known_at: str | None = None,
    counted_from: Mapping[str, str] | None = None,
    kept: KeptEvents | None = None,
) -> LedgerView:
    """Gather records into events and the situation of a day; without a day, of the last day that an article was published on.

    `households` is an operator's table of people a household, `listed` their list of persons, `entries` what people judged by
    `known_at` (a moment, ISO 8601, UTC; the records are to be those of that moment too). Records above what the `audience` may see
    are left out before anything is gathered. `counted_from` tells, by digest, from which moment an article counted: of two versions of
    a page the later one takes the place of the earlier one. `kept` gives events where a ledger keeps them.
    """
    standing = standing_entries(entries, known_at)
    held, day = _records_of_day(records, as_of, audience)
    known, superseded = _leave_out_superseded(held, counted_from or {})
    filed, rejected, pairings = _lay_reviews_over(known, standing)
    events = _find_kept(kept, filed, known, standing) or _group(filed, known, pairings)
    return LedgerView(
        as_of=day,
        articles=tuple(header for header, _ in known),
        claims=filed,
        events=events,
        situation=describe_situation(filed, events, day, households),
        unread=tuple(u for u in unread if stricter(u.handling, audience) == audience),
        readers=tuple(sorted({r.read_by.reader for _, r in known})),
        since=since,
        listed=tuple(listed),
        rejected=rejected,
        known_at=known_at,
        superseded=superseded,
    )


def _group(filed: Sequence[FiledClaim], known: Sequence[tuple[ArticleHeader, Record]], pairings: Pairings) -> tuple[Event, ...]:
    signs = sign_records([record for _, record in known], filed)
    return group_claims(filed, [header for header, _ in known], pairings, signs)


def _find_kept(
    kept: KeptEvents | None, filed: Sequence[FiledClaim], known: Sequence[tuple[ArticleHeader, Record]], standing: Sequence[Entry]
) -> tuple[Event, ...] | None:
    """The events that are kept of these articles, in order of their earliest claims; None where those that are kept are of others."""
    if kept is None:
        return None
    claims: dict[str, list[Claim]] = {}
    for one in filed:
        claims.setdefault(one.article.digest, []).append(one.claim)
    events = kept(stamp_claims(claims, (header for header, _ in known), standing))
    order = {f.claim.id: f.filing_order for f in filed}
    return None if events is None else tuple(sorted(events, key=lambda e: order[e.claims[0]]))


def _records_of_day(records: Iterable[Record], as_of: dt.date | None, audience: Handling) -> tuple[list[Record], dt.date]:
    """Records that an audience may see and that were out by the day, by digest; of several of one article the last counts."""
    held = {r.digest: r for r in records if stricter(r.handling, audience) == audience}
    day = as_of or max((r.published.day for r in held.values() if r.published.day), default=dt.date.min)
    return [record for _, record in sorted(held.items()) if (record.published.day or day) <= day], day


def _leave_out_superseded(
    records: Sequence[Record], counted_from: Mapping[str, str]
) -> tuple[list[tuple[ArticleHeader, Record]], tuple[Superseded, ...]]:
    """Records that count, with their headers, and the earlier versions of pages, whose claims count no more."""
    gone = {r.earlier: r for r in find_replacements(records, counted_from)}
    replaced = {r.following: r.earlier for r in gone.values()}
    headers = {r.digest: header_of(r, replaced.get(r.digest)) for r in records}
    known = [(headers[r.digest], r) for r in records if r.digest not in gone]
    return known, tuple(Superseded(headers[digest], gone[digest].by, gone[digest].why) for digest in sorted(gone))


def _lay_reviews_over(
    records: Sequence[tuple[ArticleHeader, Record]], standing: Sequence[Entry]
) -> tuple[tuple[FiledClaim, ...], tuple[FiledClaim, ...], Pairings]:
    """Claims filed as people leave them: those that count, those that reviewers reject, and the pairs that people judged."""
    by_article = group_by_article(standing)
    read = [(header, lay_over(r.claims, by_article.get(r.digest, ()))) for header, r in records]
    said = {one.claim.id: one for _, reviewed in read for one in reviewed}
    counted, rejected = ([(h, [r.claim for r in reviewed if is_rejected(r) == wanted]) for h, reviewed in read] for wanted in (False, True))
    pairings = pair_claims(standing, {header.digest: claims for header, claims in counted})
    stands, falls = (mark_claims(file_claims(part), said, standing) for part in (counted, rejected))
    return stands, falls, pairings


def mark_claims(filed: Iterable[FiledClaim], said: Mapping[str, Reviewed], standing: Sequence[Entry]) -> tuple[FiledClaim, ...]:
    """Filed claims with what people say of each and how they grade its source."""
    grades = [e for e in standing if isinstance(e.act, Grade)]
    marks = ((f, said.get(f.claim.id, Reviewed(f.claim))) for f in filed)
    return tuple(
        msgspec.structs.replace(f, review=one.review, credibility=one.credibility, grade=grade_of(f, grades)) for f, one in marks
    )


def compare_page(
    asked: Callable[[Record], bool], records: Iterable[Record], counted_from: Mapping[str, str]
) -> tuple[tuple[Record, ...], tuple[VersionChanges, ...]]:
    """Versions of the page that is asked for, the earliest first, and what each later one changed; nothing where there is one alone."""
    page = next((p for p in group_versions(records, counted_from) if any(map(asked, p))), ())
    return page, tuple(compare_versions(earlier, later) for earlier, later in pairwise(page))


def sign_records(records: Sequence[Record], filed: Iterable[FiledClaim]) -> Signs:
    """What merging knows of the words of articles and around claims."""
    claims: defaultdict[str, list[Claim]] = defaultdict(list)
    for f in filed:
        claims[f.article.digest].append(f.claim)
    settings = {r.digest: sign_settings(r.text, [(c.start, c.end) for c in claims[r.digest]]) for r in records}
    return Signs(
        articles={r.digest: sign_text(_telling_text(r)) for r in records},
        settings={c.id: setting for digest, told in settings.items() for c, setting in zip(claims[digest], told, strict=True)},
    )


def _title_apart(record: Record) -> str:
    """The title where it does not stand in the text."""
    return record.title if record.title and record.title not in record.text else ""


def _telling_text(record: Record) -> str:
    """The words of an article's body, each once, below its title."""
    body = (record.text[b.start : b.end] for b in record.blocks if b.kind in BODY_KINDS and not b.repeats)
    return "\n".join([_title_apart(record), *body])


def rank_names(name: str, beside: Iterable[str], gazetteer: Gazetteer) -> tuple[list[dict[str, Any]], str]:
    """Rows of the places that a name may mean where others are named beside it, the likeliest first, and a sentence on which is taken."""
    ranked, choice = rank_places(name, list(beside), gazetteer)
    taken = choice.candidate.place if choice.candidate else None
    rows = [
        msgspec.to_builtins(one.candidate.place)
        | {"matched": one.candidate.matched, "how": one.candidate.how, "share": one.share}
        | {"taken": one.candidate.place == taken, "reasons": [{"weight": weight, "reason": words} for weight, words in one.reasons]}
        for one in ranked
    ]
    return rows, f"{f'{taken.name} ({taken.place_id})' if taken else 'no place'} is taken: {choice.why}"


def header_of(record: Record, replaces: str | None = None) -> ArticleHeader:
    """What the ledger and its outputs need to know of a record's article, and which version of the page (by digest) it replaces."""
    apart = _title_apart(record)
    marked = {a.text for a in record.mentions.actors if a.private} | set(private_names_of_title(apart))
    return ArticleHeader(
        article_id=record.article_id,
        digest=record.digest,
        publisher=record.publisher,
        url=record.url,
        title=record.title,
        published=record.published.day,
        private_names=tuple(sorted(marked)),
        unmarked=record.language not in READ_LANGUAGES,
        handling=record.handling,
        replaces=replaces,
    )
