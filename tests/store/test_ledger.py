"""What is kept stays kept: once, whole, and beside what was read before."""

import datetime as dt

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import LedgerError, UnknownIdError
from sayso.model.articles import Published
from sayso.store.adding import run_id_of
from sayso.store.address import ServerAddress
from sayso.store.ledger import Ledger
from tests.store.places import run_sql


def test_what_is_added_comes_back_equal_and_in_the_order_of_digests(path, make_record):
    records = [make_record(n) for n in (3, 1, 2)]
    with Ledger.open(path, write=True) as ledger:
        assert [ledger.add(r) for r in records] == ["new", "new", "new"]
    with Ledger.open(path) as ledger:
        assert list(ledger.records()) == sorted(records, key=lambda r: r.digest)


def test_a_ledger_is_extended_and_the_same_reading_is_kept_once(path, make_record):
    for expected in ("new", "known"):
        with Ledger.open(path, write=True) as ledger:
            assert ledger.add(make_record(1)) == expected
    with Ledger.open(path, write=True) as ledger:
        assert ledger.add(make_record(2)) == "new"
        assert msgspec.structs.astuple(ledger.counts()) == (2, 2, 2, 0)


def test_the_same_article_under_another_name_is_known(path, make_record):
    with Ledger.open(path, write=True) as ledger:
        ledger.add(make_record(1))
        assert ledger.add(make_record(1, article_id="a copy in another folder")) == "known"


CHANGED = {
    "another reader": {"reader": "reader 2"},
    "another date": {"published": Published(start=dt.date(2020, 2, 1), end=dt.date(2020, 2, 1), basis="given")},
    "another address": {"url": "https://example.org/1"},
    "other claims": {"claims": ()},
}


@pytest.mark.parametrize("changes", CHANGED.values(), ids=CHANGED)
def test_another_reading_stands_beside_the_old_one_and_the_last_asked_for_is_current(path, make_record, changes):
    old, new = make_record(1), make_record(1, **changes)
    with Ledger.open(path, write=True) as ledger:
        assert [ledger.add(r) for r in (old, new)] == ["new", "read again"]
        assert list(ledger.records()) == [new]
        assert (ledger.counts().articles, ledger.counts().readings) == (1, 2)
        assert ledger.add(old) == "known"
        assert list(ledger.records()) == [old]


def test_a_corrected_page_is_a_new_article(path, make_record):
    with Ledger.open(path, write=True) as ledger:
        ledger.add(make_record(1))
        assert ledger.add(make_record(2, article_id="report-1")) == "new"
        assert ledger.counts().articles == 2


def test_a_claim_is_found_in_the_current_reading_first(path, make_record):
    old, new = make_record(1), make_record(1, reader="reader 2")
    with Ledger.open(path, write=True) as ledger:
        for record in (old, new, old):
            ledger.add(record)
        assert ledger.record_of_claim("c-1") == old
        ledger.add(make_record(1, reader="reader 3", claims=()))
        assert ledger.record_of_claim("c-1") == new, "no current reading holds it: the newest that does"
        with pytest.raises(UnknownIdError, match=r"No claim c-9 .* sayso claims"):
            ledger.record_of_claim("c-9")


def test_what_was_not_read_is_listed_with_its_reason_until_it_is_read(path, make_record):
    unread = [make_record(n, article_id=name, outcome="not_read", why=f"reason {n}") for n, name in enumerate(("b", "a"))]
    with Ledger.open(path, write=True) as ledger:
        assert [ledger.add(r) for r in (*unread, unread[0])] == ["not read"] * 3
        assert [msgspec.structs.astuple(u) for u in ledger.unread()] == [("a", "reason 1", "public"), ("b", "reason 0", "public")]
        assert list(ledger.records()) == []
        ledger.add(make_record(5, article_id="a"))
        assert [u.article_id for u in ledger.unread()] == ["b"]


def test_a_second_run_clears_what_it_could_read_this_time_and_nothing_else(path, make_record):
    names = ("in/one.html", "in/two.html", "inner/one.html", "day.jsonl line 2", "day.jsonl line 3", "other.txt")
    with Ledger.open(path, write=True) as ledger:
        for number, name in enumerate(names):
            ledger.add(make_record(number, article_id=name, outcome="not_read", why="broken"))
        ledger.clear_unread(["in/", "day.jsonl"], still=["in/two.html", "day.jsonl line 3"])
        assert {u.article_id for u in ledger.unread()} == {"in/two.html", "inner/one.html", "day.jsonl line 3", "other.txt"}


@settings(max_examples=25, deadline=None)
@given(order=st.permutations(range(6)), twice=st.lists(st.integers(0, 5), max_size=6))
def test_the_order_of_reading_does_not_matter(new_place, make_record, order, twice):
    path = new_place()
    with Ledger.open(path, write=True) as ledger:
        for number in (*order, *twice):
            ledger.add(make_record(number))
        assert list(ledger.records()) == [make_record(n) for n in range(6)]


def test_run_ids_tell_readings_apart_and_not_their_names(make_record):
    same = {run_id_of(make_record(1, article_id=name)) for name in ("a", "b")}
    other = {run_id_of(make_record(1, **changes)) for changes in CHANGED.values()}
    assert (len(same), len(other), same & other) == (1, len(CHANGED), set())


def test_a_sound_ledger_has_no_damage(path, make_record):
    with Ledger.open(path, write=True) as ledger:
        ledger.add(make_record(1))
        assert ledger.find_damage() is None
    with Ledger.open(path) as ledger:
        assert ledger.find_damage() is None


def test_names_are_sorted_by_their_characters_and_any_character_is_kept_or_replaced(path, make_record):
    names = ["b", "B", "ä", "a", "الف", "a b", "a\x00b"]
    with Ledger.open(path, write=True) as ledger:
        for number, name in enumerate(names):
            ledger.add(make_record(number, article_id=name, outcome="not_read", why="broken"))
        kept = [u.article_id.replace("\ufffd", "\x00") for u in ledger.unread()]
        assert sorted(kept) == sorted(names)
        assert [n for n in kept if "\x00" not in n] == sorted(n for n in names if "\x00" not in n)


def test_a_record_that_cannot_be_decoded_says_what_to_do(path, make_record):
    with Ledger.open(path, write=True) as ledger:
        ledger.add(make_record(1))
    run_sql(path, "UPDATE runs SET record = CAST('{\"digest\": 1}' AS " + ("bytea)" if isinstance(path, ServerAddress) else "BLOB)"))
    with Ledger.open(path) as ledger, pytest.raises(LedgerError, match="read the sources into a new ledger"):
        list(ledger.records())
