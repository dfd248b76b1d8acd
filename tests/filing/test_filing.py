"""What filing keeps comes to the same as gathering everything at once, in whatever order things come and whatever people do to them."""

import datetime as dt
import random

import msgspec
import pytest

from sayso.filing import Filer, is_up_to_date, kept_events
from sayso.filing.keys import put_keys
from sayso.model.entries import Accept, ClaimRef, Correct, Merge, Reject, Split, Undo, make_entry
from sayso.outputs.erasure import erase_found, erase_found_in_entry, find_forgotten
from sayso.pipeline import view_records
from sayso.store.ledger import Ledger
from sayso.store.striking import Striker
from tests.store.places import all_bytes, run_sql

STRIKER = Striker(find_forgotten, erase_found, erase_found_in_entry)


NEXT_DAY = dt.date(2020, 2, 2)


def moment(number: int) -> str:
    return f"2026-01-01T10:{number // 60:02}:{number % 60:02}.000+00:00"


def gathered(ledger: Ledger):
    """The view with all gathered at once."""
    return view_records(ledger.records(), entries=ledger.entries(), counted_from=ledger.counted_from())


def looked_at(ledger: Ledger):
    """The view by the events that are kept; fails where they are not those of the ledger as it is."""
    taken = []

    def kept(stamps):
        with ledger.filed() as shelf:
            taken.append(kept_events(shelf, stamps))
        return taken[-1]

    view = view_records(ledger.records(), entries=ledger.entries(), counted_from=ledger.counted_from(), kept=kept)
    assert taken[-1] is not None
    return view


def brought_up_to_date(ledger: Ledger, filer: Filer | None = None) -> Filer:
    filer = filer or Filer(ledger)
    filer.catch_up()
    filer.settle()
    return filer


def check(ledger: Ledger, filer: Filer | None = None) -> Filer:
    """Bring a ledger up to date and compare."""
    filer = brought_up_to_date(ledger, filer)
    one, other = looked_at(ledger), gathered(ledger)
    assert one.events == other.events
    assert one == other
    with ledger.filed() as shelf:
        copies = {row.claim_id: row.copy_of for row in shelf.claims_named([f.claim.id for f in other.claims])}
    assert copies == {f.claim.id: f.copy_of for f in other.claims}
    return filer


def ref(digest, claim) -> ClaimRef:
    return ClaimRef(digest, claim.id, claim.event, claim.start, claim.end)


@pytest.mark.parametrize("seed", range(4))
def test_pages_in_any_order_and_looked_at_in_between(path, pages, seed):
    order = random.Random(seed)
    shuffled = order.sample(pages, len(pages))
    with Ledger.open(path, write=True) as ledger:
        filer = Filer(ledger)
        for number, record in enumerate(shuffled):
            ledger.add(record, at=moment(number))
            if order.random() < 0.6:
                filer.catch_up()
            if order.random() < 0.3:
                check(ledger, filer if order.random() < 0.5 else None)
        view = check(ledger, filer) and gathered(ledger)
        assert len(view.events) > 100
        assert any(len(e.claims) > 5 for e in view.events)
        assert any(f.copy_of for f in view.claims)


def test_what_people_do_is_filed(path, pages):
    with Ledger.open(path, write=True) as ledger:
        for number, record in enumerate(pages):
            ledger.add(record, at=moment(number))
        filer = check(ledger)
        view = gathered(ledger)
        event = max(view.events, key=lambda e: len(e.claims))
        digest = {f.claim.id: f.article.digest for f in view.claims}
        claims = {f.claim.id: f.claim for f in view.claims}
        first, second, third, *_ = (claims[c] for c in event.claims)
        other = next(claims[e.claims[0]] for e in view.events if e.event == event.event and e.event_id != event.event_id)
        acts = [
            Reject(digest[first.id], first),
            Correct(digest[second.id], second, "time", "2020-01-20"),
            Merge((ref(digest[third.id], third), ref(digest[other.id], other))),
            Split((ref(digest[second.id], second),), tuple(ref(digest[c], claims[c]) for c in event.claims[2:])),
            Accept(digest[third.id], third),
        ]
        entered = []
        for number, act in enumerate(acts, 100):
            entered.append(make_entry(act, "ada", moment(number)))
            ledger.enter([entered[-1]])
            assert not is_up_to_date(ledger)
            check(ledger, filer)
        held = next(e for e in gathered(ledger).events if third.id in e.claims)
        assert other.id in held.claims
        for number, entry in enumerate(entered, 200):
            ledger.enter([make_entry(Undo(entry.entry_id), "ben", moment(number))])
            check(ledger, filer)
        assert gathered(ledger).events == view.events


def test_a_reading_that_takes_the_place_of_another_is_filed(path, pages):
    with Ledger.open(path, write=True) as ledger:
        for number, record in enumerate(pages):
            ledger.add(record, at=moment(number))
        filer = check(ledger)
        before = gathered(ledger)
        fewer = msgspec.structs.replace(pages[3], claims=pages[3].claims[::2], read_by=msgspec.structs.replace(pages[3].read_by, reader="reader 2"))
        assert ledger.add(fewer, at=moment(100)) == "read again"
        check(ledger, filer)
        assert gathered(ledger).events != before.events
        assert ledger.add(pages[3], at=moment(101)) == "known"
        check(ledger, filer)
        assert gathered(ledger).events == before.events


def test_a_later_version_of_a_page_takes_the_place_of_the_earlier_one_and_gives_it_back(new_place, pages):
    page = next(p for p in pages if p.claims and p.published.day)
    later = msgspec.structs.replace(
        page, digest="f" * 64, claims=tuple(msgspec.structs.replace(c, id=f"{c.id}2") for c in page.claims[:-1]),
        published=msgspec.structs.replace(page.published, start=NEXT_DAY, end=NEXT_DAY),
    )  # fmt: skip
    for order in ((page, later), (later, page)):
        with Ledger.open(new_place(), write=True) as ledger:
            filer = Filer(ledger)
            for number, record in enumerate((*(p for p in pages if p is not page), *order)):
                ledger.add(record, at=moment(number))
                filer.catch_up()
            check(ledger, filer)
            assert [s.article.digest for s in gathered(ledger).superseded] == [page.digest]
            ledger.forget_articles({later.digest}, "2026-01-02", "asked")
            check(ledger)
            assert not gathered(ledger).superseded


def test_what_is_forgotten_is_filed_nowhere(path, pages):
    with Ledger.open(path, write=True) as ledger:
        for number, record in enumerate(pages):
            ledger.add(record, at=moment(number))
        check(ledger)
        gone = max(pages, key=lambda p: len(p.claims))
        others = "".join(p.text for p in pages if p is not gone)
        kept = all_bytes(path)  # the database may have packed some of the words
        openings = [c.evidence[:40] for c in gone.claims if c.evidence[:40] not in others]
        words = next(opening.encode() for opening in openings if opening.encode() in kept)
        ledger.forget_articles({gone.digest}, "2026-01-02", "asked")
    assert words not in all_bytes(path)
    with Ledger.open(path, write=True) as ledger:
        check(ledger)
        assert gone.digest not in {f.article.digest for f in gathered(ledger).claims}
    assert words not in all_bytes(path)


def test_what_comes_from_another_ledger_is_filed(new_place, pages):
    ours, theirs = new_place(), new_place()
    for path, held in ((ours, pages[:12]), (theirs, pages[6:])):
        with Ledger.open(path, write=True) as ledger:
            for number, record in enumerate(held):
                ledger.add(record, at=moment(number))
            brought_up_to_date(ledger)
    with Ledger.open(ours, write=True) as ledger, Ledger.open(theirs) as other:
        ledger.merge(other, STRIKER, moment(300), "ada", "theirs")
        assert not is_up_to_date(ledger)
        check(ledger)
        assert len(gathered(ledger).articles) == len(pages)


def test_an_article_is_filed_whole_or_not_at_all_and_keeps_no_other_from_it(path, pages, monkeypatch):
    last = max(p.digest for p in pages[:4])

    def fail(shelf, numbers, profiles, day):
        if any(p.filed.article.digest == last for p in profiles):
            raise ZeroDivisionError("by nothing")
        return put_keys(shelf, numbers, profiles, day)

    with Ledger.open(path, write=True) as ledger:
        for number, record in enumerate(pages[:4]):
            ledger.add(record, at=moment(number))
        filer = Filer(ledger)
        with monkeypatch.context() as broken:
            broken.setattr("sayso.filing.articles.put_keys", fail)
            assert filer.catch_up() == 3
        assert filer.failed == {last: "ZeroDivisionError: by nothing; please report it"}
        with ledger.filed() as shelf:
            assert shelf.next_to_file() == last
            assert shelf.count_to_file() == 1
            assert shelf.stamps().keys() == {p.digest for p in pages[:4]} - {last}
        assert filer.catch_up() == 0
        check(ledger)


def test_all_is_filed_anew_by_another_version_of_sayso(path, pages):
    with Ledger.open(path, write=True) as ledger:
        for number, record in enumerate(pages[:5]):
            ledger.add(record, at=moment(number))
        brought_up_to_date(ledger)
    run_sql(path, "UPDATE about SET value = 'an older one' WHERE key = 'filed by'")
    with Ledger.open(path, write=True) as ledger:
        assert not is_up_to_date(ledger)
        assert brought_up_to_date(ledger)
        check(ledger)


def test_events_of_other_articles_are_not_taken(path, pages):
    with Ledger.open(path, write=True) as ledger:
        for number, record in enumerate(pages[:6]):
            ledger.add(record, at=moment(number))
        brought_up_to_date(ledger)
        asked = []

        def kept(stamps):
            with ledger.filed() as shelf:
                asked.append(kept_events(shelf, stamps))
            return asked[-1]

        day = min(p.published.day for p in pages[:6] if p.published.day)
        view = view_records(ledger.records(), as_of=day, kept=kept, counted_from=ledger.counted_from())
        assert asked == [None]
        assert view == view_records(ledger.records(), as_of=day, counted_from=ledger.counted_from())


def test_the_same_articles_are_filed_in_the_same_words(new_place, pages):
    kept = []
    for order in (pages, pages[::-1]):
        path = new_place()
        with Ledger.open(path, write=True) as ledger:
            for record in order:
                ledger.add(record, at=moment(1))
            brought_up_to_date(ledger)
            with ledger.filed() as shelf:
                kept.append(sorted(row.event for row in shelf.events()))
    assert kept[0] == kept[1]
