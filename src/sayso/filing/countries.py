"""One country's part of a ledger: the claims of its last weeks with their events, and of each place whoever was last said to have it."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec

from sayso.errors import InputError, LedgerError
from sayso.filing.filer import is_all_filed
from sayso.filing.known import read_claim, read_header, read_stored_header
from sayso.filing.preparing import Entered
from sayso.knowledge.actors import load_countries
from sayso.ledger import file_claims
from sayso.model.days import add_days
from sayso.model.events import ArticleHeader, Event, FiledClaim
from sayso.model.situation import HouseholdSize
from sayso.model.views import LedgerView, ListedPerson
from sayso.model.vocabulary import Handling, stricter
from sayso.pipeline import mark_claims, view_records
from sayso.reviews.overlay import Reviewed, is_rejected, lay_over
from sayso.situation import describe_situation
from sayso.situation.toll_sums import DAYS as SUMMED_DAYS
from sayso.store.filed import ClaimRow, Shelf
from sayso.store.ledger import Ledger

DAYS = 90
"""Days up to the one that is asked for, of whose articles a country's picture is made unless another number is asked for."""

LAST_TOLD_DAYS = 30
"""Of a place of whom nobody wrote in these days, whoever had it is told by the articles of the last month in which somebody did."""

_EVENT = msgspec.json.Decoder(Event)


class CountrySlice(NamedTuple):
    """What is kept of a country and some days: claims in the order of filing, events by their first claim, articles by digest.

    `later` says whether some of it rests on articles that were published after the day that was asked for.
    """

    day: dt.date
    first: dt.date
    claims: tuple[FiledClaim, ...]
    events: tuple[Event, ...]
    articles: tuple[ArticleHeader, ...]
    later: bool


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What a view of a country is to be like: as for a view of all."""

    since: dt.date | None = None
    households: tuple[HouseholdSize, ...] = ()
    listed: tuple[ListedPerson, ...] = ()
    audience: Handling = "confidential"


OF_ALL = Asked()


def view_country(ledger: Ledger, country: str, on: dt.date | None = None, days: int = DAYS, asked: Asked = OF_ALL) -> LedgerView:
    """The picture of a country on a day, by what was published in the days up to it, and by whoever was last said to have each place.

    InputError where no claim names a place in it, or the days are fewer than those whose killed are summed; LedgerError where
    not all of the ledger is filed.
    """
    if days < SUMMED_DAYS:
        raise InputError(f"a country's picture sums the killed of {SUMMED_DAYS} days: take as many days at least, --days {SUMMED_DAYS}")
    with ledger.filed() as shelf:
        if not is_all_filed(shelf):
            raise LedgerError("the ledger holds reports that are not filed yet; run any command where it may be written to")
        part = slice_country(shelf, country, on, days)
        if part is None:
            raise InputError(_tell_countries(shelf, country, on, days))
        if asked.audience == "public":  # a name that any article of the ledger keeps back is kept back here too
            private = (ListedPerson(name, private=True) for name in private_names_in(shelf))
            asked = msgspec.structs.replace(asked, listed=(*asked.listed, *private))
        above = any(stricter(a.handling, asked.audience) != asked.audience for a in part.articles)
        view = _gather_anew(shelf, part, asked) if part.later or above else _take_kept(shelf, part, asked)
    return msgspec.structs.replace(view, country=country, first=part.first)


def _gather_anew(shelf: Shelf, part: CountrySlice, asked: Asked) -> LedgerView:
    """The view of a part of which not all may be shown: what is kept rests on more."""
    digests = [a.digest for a in part.articles]
    return view_records(
        [r for d in digests if (r := shelf.record(d)) is not None],
        as_of=part.day,
        since=asked.since,
        households=asked.households,
        listed=asked.listed,
        audience=asked.audience,
        entries=shelf.entries(),
        counted_from=shelf.counted_from(digests),
    )


def _take_kept(shelf: Shelf, part: CountrySlice, asked: Asked) -> LedgerView:
    """The view of what is kept, with what people say of it."""
    entered = Entered(shelf.entries())
    digests = [a.digest for a in part.articles]
    judged = [r for d in digests if d in entered.by_article and (r := shelf.record(d)) is not None]
    headers = {a.digest: a for a in part.articles}
    said = {r.digest: lay_over(r.claims, entered.by_article[r.digest]) for r in judged}
    rejected = file_claims([(headers[d], [r.claim for r in found if is_rejected(r)]) for d, found in said.items()])
    by_id: dict[str, Reviewed] = {one.claim.id: one for found in said.values() for one in found}
    claims = mark_claims(part.claims, by_id, entered.standing)
    return LedgerView(
        as_of=part.day,
        articles=part.articles,
        claims=claims,
        events=part.events,
        situation=describe_situation(claims, part.events, part.day, asked.households),
        readers=shelf.readers(digests),
        since=asked.since,
        listed=asked.listed,
        rejected=mark_claims(rejected, by_id, entered.standing),
    )


def private_names_in(shelf: Shelf) -> list[str]:
    """The words that name private persons in any article."""
    return sorted({name for header in shelf.headers() for name in read_stored_header(header).private_names})


def settle_country(named: str) -> str:
    """The code (ISO 3166 alpha-2) of a country that a user names, by code or name; InputError where there is none.

    >>> settle_country("sy"), settle_country("Syria")
    ('SY', 'SY')
    """
    if named.upper() in load_countries():
        return named.upper()
    found = [c.code for c in load_countries().values() if named.casefold() in {n.casefold() for n in (c.name, c.with_article, *c.also)}]
    if not found:
        raise InputError(f"{named!r} is no country; write its name or its code of two letters, as in --country SY")
    return found[0]


def _tell_countries(shelf: Shelf, country: str, on: dt.date | None, days: int) -> str:
    """What is wrong where nothing is kept of a country, and where there is something."""
    counts = sorted(shelf.countries().items(), key=lambda item: (-item[1], item[0]))
    if any(code == country for code, _ in counts) and on:
        return f"no claim published in the {days} days to {on} names a place in {country}; look at another day, or at more: --days N"
    known = ", ".join(f"{code} ({count:,})" for code, count in counts[:8])
    return f"no claim names a place in {country}; countries with the most claims: {known or 'none'}"


def slice_country(shelf: Shelf, country: str, on: dt.date | None = None, days: int = DAYS) -> CountrySlice | None:
    """What is kept of a country (ISO 3166 alpha-2) up to a day, by default the last on which an article told of it.

    An event comes whole, with claims of other countries and of no country; None where there is nothing, or not all is filed.
    """
    if not is_all_filed(shelf):
        return None
    last = on.toordinal() if on else shelf.last_day_of(country)
    numbers = _claims_of(shelf, country, last - days + 1, last) if last else []
    if not numbers:
        return None
    found = {row.event_id for row in shelf.claims(numbers) if row.event_id}
    rows = shelf.claims_of_events(sorted(found))
    articles = shelf.articles({row.article for row in rows})
    headers = {n: read_header(row) for n, row in articles.items()}
    claims = sorted(_read_claims(shelf, rows, headers), key=lambda f: f.filing_order)
    order = {f.claim.id: at for at, f in enumerate(claims)}
    events = sorted((_EVENT.decode(row.event) for row in shelf.events(sorted(found))), key=lambda e: order[e.claims[0]])
    return CountrySlice(
        dt.date.fromordinal(last),
        add_days(dt.date.fromordinal(last), 1 - days),
        tuple(claims),
        tuple(events),
        tuple(sorted(headers.values(), key=lambda h: h.digest)),
        any(row.day > last for row in articles.values()),
    )


def _claims_of(shelf: Shelf, country: str, first: int, last: int) -> list[int]:
    numbers = shelf.claims_in(country, first, last)
    for place, told in sorted(shelf.last_told_of_places(country, last).items()):
        if told < first:
            numbers += shelf.control_of(country, place, told - LAST_TOLD_DAYS, told)
    return sorted(set(numbers))


def _read_claims(shelf: Shelf, rows: Sequence[ClaimRow], headers: Mapping[int, ArticleHeader]) -> Iterable[FiledClaim]:
    texts = shelf.claim_texts(row.number for row in rows)
    return (FiledClaim(claim=read_claim(texts[row.number]), article=headers[row.article], copy_of=row.copy_of) for row in rows)
