"""One country's part of a ledger: what is in it, what is not, and that names kept back anywhere stay kept back."""

import datetime as dt

import msgspec
import pytest

from sayso.errors import InputError, LedgerError
from sayso.filing import Asked, Filer, settle_country, slice_country, view_country
from sayso.model.entries import Correct, Reject, make_entry
from sayso.outputs.report import write_report_html, write_report_markdown
from sayso.pipeline import view_records
from sayso.situation import describe_situation
from sayso.store.ledger import Ledger

AT = "2026-01-01T10:00:00.000+00:00"


def fill(path, records, entries=()) -> None:
    with Ledger.open(path, write=True) as ledger:
        for record in records:
            ledger.add(record, at=AT)
        ledger.enter(entries)
        filer = Filer(ledger)
        filer.catch_up()
        filer.settle()


def whole(path):
    with Ledger.open(path) as ledger:
        return view_records(ledger.records(), entries=ledger.entries(), counted_from=ledger.counted_from())


def part(path, country="SY", on=None, days=90, **asked):
    with Ledger.open(path) as ledger:
        return view_country(ledger, country, on, days, Asked(**asked))


def abroad(record, number):
    """A page on a country of its own, years before the others."""
    places = lambda c: tuple(msgspec.structs.replace(p, country="LY", place_id=f"{p.place_id}~", admin1=None) for p in c.places)  # noqa: E731
    claims = tuple(msgspec.structs.replace(c, id=f"{c.id[:-2]}{number:02}", places=places(c), time=None) for c in record.claims)
    day = dt.date(2015, 3, number)
    published = msgspec.structs.replace(record.published, start=day, end=day)
    return msgspec.structs.replace(record, digest=f"{number:064d}", article_id=f"abroad-{number}", url=None, claims=claims, published=published)


def in_country(claim, country) -> bool:
    return any(p.country == country for p in claim.places)


def test_a_country_has_the_events_in_which_a_claim_names_a_place_in_it(path, pages):
    fill(path, [*pages, abroad(pages[0], 3), abroad(pages[5], 4)])
    seen, all_of_it = part(path, days=4000), whole(path)
    wanted = [e for e in all_of_it.events if any(in_country(f.claim, "SY") for f in all_of_it.claims if f.claim.id in e.claims)]
    assert list(seen.events) == wanted
    assert {f.claim.id for f in seen.claims} == {c for e in wanted for c in e.claims}
    assert seen.claims == tuple(f for f in all_of_it.claims if f.claim.id in {c for e in wanted for c in e.claims})
    assert seen.situation == describe_situation(seen.claims, seen.events, seen.as_of)
    assert (seen.country, seen.as_of) == ("SY", dt.date(2020, 2, 2))
    other = part(path, "LY")
    assert {a.article_id for a in other.articles} <= {"abroad-3", "abroad-4"}
    assert other.as_of == dt.date(2015, 3, 4)


def test_of_a_place_that_nobody_tells_of_any_more_the_last_word_stands(path, pages):
    day = {p.digest: p.published.day for p in pages}
    dates = sorted({d for d in day.values() if d})
    fill(path, pages)
    all_of_it = whole(path)
    with Ledger.open(path) as ledger, ledger.filed() as shelf:
        seen = slice_country(shelf, "SY", days=1)
    assert seen.first == dates[-1]
    control = describe_situation(seen.claims, seen.events, seen.day).control
    found = {s.place for s in all_of_it.situation.control if s.place_id}  # one that is not found lies in no country
    assert {s.place for s in control if s.place_id} == found
    assert len(seen.claims) < len(all_of_it.claims)


def test_a_country_on_an_earlier_day_rests_on_nothing_later(path, pages):
    fill(path, pages)
    day = sorted({p.published.day for p in pages if p.published.day})[-3]
    seen = part(path, on=day)
    assert seen.as_of == day
    assert seen.claims
    assert all(f.article.published is None or f.article.published <= day for f in seen.claims)
    assert {c for e in seen.events for c in e.claims} == {f.claim.id for f in seen.claims}


def test_what_an_audience_may_not_see_is_not_in_its_country(path, pages):
    closed = [msgspec.structs.replace(p, handling="confidential") for p in pages[:4]]
    fill(path, [*closed, *pages[4:]])
    told = {a.digest for a in part(path, audience="public").articles}
    assert told
    assert not told & {p.digest for p in closed}
    assert {a.digest for a in part(path).articles} & {p.digest for p in closed}


def test_reviews_are_told_in_a_country_as_in_all(path, pages):
    page = next(p for p in pages if len(p.claims) > 3 and all(in_country(c, "SY") for c in p.claims[:3]))
    entries = [
        make_entry(Reject(page.digest, page.claims[0]), "ada", AT),
        make_entry(Correct(page.digest, page.claims[1], "killed", "12"), "ada", AT),
    ]
    fill(path, pages, entries)
    seen, all_of_it = part(path, days=4000), whole(path)
    reviews = {f.claim.id: f.review for f in all_of_it.claims if f.review}
    assert {f.claim.id: f.review for f in seen.claims if f.review} == reviews
    assert [f.claim.id for f in seen.rejected] == [page.claims[0].id]


def test_a_name_that_is_kept_back_in_another_country_is_kept_back_here(path, pages):
    page = next(p for p in pages if len(p.claims) > 2)
    words = page.claims[0].evidence
    named = "Salma Darwish"
    told = msgspec.structs.replace(page.claims[0], evidence=f"{named} {words}"[: len(words)])
    here = msgspec.structs.replace(page, claims=(told, *page.claims[1:]))
    elsewhere = abroad(pages[5], 4)
    marked = [msgspec.structs.replace(a, text=named, private=True) for a in pages[5].mentions.actors[:1]]
    elsewhere = msgspec.structs.replace(elsewhere, mentions=msgspec.structs.replace(elsewhere.mentions, actors=tuple(marked)))
    fill(path, [here, elsewhere])
    view = part(path, audience="public", days=4000)
    assert any(named in f.claim.evidence for f in view.claims)
    assert named not in write_report_html(view, "public")


def test_a_report_of_a_country_says_what_it_is_made_of(path, pages):
    fill(path, pages)
    told = "Syria alone: claims published since 5 November 2019 that name a place in it, and their events"
    assert told in write_report_markdown(part(path, audience="public"), "public")
    assert told in write_report_html(part(path, audience="public"), "public")
    assert "alone" not in write_report_markdown(whole(path), "public").split("## ")[0]


def test_nothing_kept_is_told_with_what_there_is(path, pages):
    fill(path, [p for p in pages if p.published.day])  # a page without a date may be of any day
    with pytest.raises(InputError, match=r"no claim names a place in MM; countries with the most claims: SY \(\d+\)"):
        part(path, "MM")
    with pytest.raises(InputError, match=r"no claim published in the 90 days to 2011-01-01 names a place in SY; look at another day"):
        part(path, on=dt.date(2011, 1, 1))


def test_a_ledger_that_is_not_filed_says_so(path, pages):
    with Ledger.open(path, write=True) as ledger:
        ledger.add(pages[0], at=AT)
    with pytest.raises(LedgerError, match="not filed yet"):
        part(path)


@pytest.mark.parametrize(("named", "code"), [("SY", "SY"), ("sy", "SY"), ("Syria", "SY"), ("the United States", "US"), ("south sudan", "SS")])
def test_a_country_is_named_by_code_or_name(named, code):
    assert settle_country(named) == code


@pytest.mark.parametrize("named", ["", "Atlantis", "S", "idlib"])
def test_what_is_no_country_is_refused(named):
    with pytest.raises(InputError, match="is no country"):
        settle_country(named)
