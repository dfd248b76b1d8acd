"""A frozen report stays as it went out, whatever happens, until what it rests on is forgotten."""

import datetime as dt
import hashlib

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.errors import InputError, UnknownIdError
from sayso.model.entries import Accept, ClaimRef, Merge, Reject, make_entry
from sayso.model.stated import FrozenProduct, Stated, StatedView
from sayso.outputs.erasure import erase_forgotten, erase_forgotten_in_entry, erase_in_entry, erase_whole, folded_name
from sayso.outputs.private_names import NameFilter
from sayso.store.forgetting import Eraser
from sayso.store.ledger import Ledger
from tests.store.places import NEW_IN_5, all_bytes, run_sql

AT = "2020-02-01T10:00:00.000+00:00"
DATA = b"# Situation\n\n\x00\xff as it went out\n"
NAME = "Selim Darwan"
STATED = StatedView(
    as_of=dt.date(2020, 1, 28), audience="public", known_at=AT, articles=(f"{1:064d}",),
    stated=(Stated(key="c-1", kind="claim", subject="strike", says={"words": ("Shells hit.",)}, claims=("c-1",)),),
)  # fmt: skip


def product(name="r.md", articles=(1,), **changes):
    fields = {
        "name": name, "made": AT, "author": "ada", "as_of": STATED.as_of, "known_at": AT, "audience": "public", "format": "md",
        "sha256": hashlib.sha256(DATA).hexdigest(), "size": len(DATA), "articles": tuple(f"{n:064d}" for n in articles),
    }  # fmt: skip
    return FrozenProduct(**fields | changes)


@pytest.fixture
def path(new_place, make_record):
    found = new_place()
    with Ledger.open(found, write=True) as ledger:
        for number in (1, 2, 3):
            ledger.add(make_record(number), at=AT)
        ledger.freeze(product(), DATA, STATED)
    return found


def opened(path):
    with Ledger.open(path) as ledger:
        return ledger.open_frozen("r.md")


def test_it_comes_back_byte_for_byte_with_what_it_states(path):
    assert opened(path) == (DATA, STATED)
    with Ledger.open(path) as ledger:
        assert ledger.frozen() == (product(),)
        assert (ledger.trail()[-1].action, ledger.trail()[-1].subject) == ("freeze", "r.md")
        assert ledger.find_damage() is None


def test_a_name_is_given_once(path):
    with Ledger.open(path, write=True) as ledger, pytest.raises(InputError, match="--name"):
        ledger.freeze(product(), b"another", STATED)
    assert opened(path) == (DATA, STATED)


def test_a_name_that_is_not_there_is_told(path):
    with Ledger.open(path) as ledger, pytest.raises(UnknownIdError, match="sayso frozen"):
        ledger.open_frozen("other.md")


def forget_article(path, number):
    with Ledger.open(path, write=True) as ledger:
        return ledger.forget_articles({f"{number:064d}"}, "2020-02-02", "asked")


def forget_person(path):
    names = NameFilter([NAME])
    eraser = Eraser(lambda record: erase_whole(record, [NAME]), lambda entry: erase_in_entry(entry, names), names.finds_whole)
    with Ledger.open(path, write=True) as ledger:
        return ledger.forget_persons([folded_name(NAME)], eraser, "2020-02-02", "asked")


def read_again(path, make_record):
    with Ledger.open(path, write=True) as ledger:
        ledger.add(make_record(1, reader="reader 2", claims=()), erase_forgotten, at=AT)


def judge(path, make_record):
    record = make_record(1)
    with Ledger.open(path, write=True) as ledger:
        ledger.enter([make_entry(act(record.digest, record.claims[0]), "ben", AT) for act in (Accept, Reject)], erase_forgotten_in_entry)


def join(path, make_record):
    refs = tuple(ClaimRef(r.digest, r.claims[0].id, "strike", 0, 9) for r in map(make_record, (1, 2)))
    with Ledger.open(path, write=True) as ledger:
        ledger.enter([make_entry(Merge(refs), "ben", AT)], erase_forgotten_in_entry)


def freeze_more(path, make_record):
    with Ledger.open(path, write=True) as ledger:
        ledger.freeze(product(f"r{len(ledger.frozen())}.md", (1, 2)), b"more", STATED)


HAPPENINGS = (read_again, judge, join, freeze_more, lambda path, _: forget_article(path, 3), lambda path, _: forget_person(path))


@given(st.lists(st.sampled_from(HAPPENINGS), max_size=6))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_it_stays_whatever_happens_to_anything_else(new_place, make_record, happenings):
    path = new_place()
    with Ledger.open(path, write=True) as ledger:
        for number in (1, 2, 3):
            ledger.add(make_record(number), at=AT)
        ledger.freeze(product(articles=(1, 2)), DATA, STATED)
    for happen in happenings:
        happen(path, make_record)
    assert opened(path) == (DATA, STATED)
    with Ledger.open(path) as ledger:
        assert ledger.find_damage() is None


def test_forgetting_an_article_that_it_rests_on_strikes_it(path):
    erased = forget_article(path, 1)
    assert [p.path for p in erased.products] == ["frozen as r.md"]
    with Ledger.open(path) as ledger:
        assert ledger.frozen() == (msgspec.structs.replace(product(), struck="2020-02-02"),)
        with pytest.raises(UnknownIdError, match="struck on 2020-02-02"):
            ledger.open_frozen("r.md")
        assert ledger.find_damage() is None
    assert forget_article(path, 2).products == ()


def test_forgetting_a_person_strikes_it_and_its_name(path, make_record):
    text = f"Shells hit the home of {NAME}."
    with Ledger.open(path, write=True) as ledger:
        ledger.add(make_record(4, text=text, title=text), at=AT)
        ledger.freeze(product(f"{NAME}.md", (4,)), DATA, STATED)
        ledger.freeze(product(f"not on {NAME}.md", (2,)), DATA, STATED)
    forget_person(path)
    assert b"darwan" not in all_bytes(path).lower()
    with Ledger.open(path) as ledger:
        assert [(p.name.split()[0], p.struck) for p in ledger.frozen()] == [("r.md", None), ("struck", "2020-02-02"), ("struck", None)]
        assert ledger.find_damage() is None
    assert opened(path) == (DATA, STATED)


def test_a_name_that_stands_in_a_report_alone_strikes_it(path):
    with Ledger.open(path, write=True) as ledger:
        ledger.freeze(product("named.md", (2,)), f"said <b>{NAME}</b> &amp; others".encode(), STATED)
    assert [p.path for p in forget_person(path).products] == ["frozen as named.md"]
    assert opened(path) == (DATA, STATED)


def test_an_author_who_is_forgotten_is_struck_and_the_report_stays(path):
    with Ledger.open(path, write=True) as ledger:
        ledger.freeze(product("theirs.md", (2,), author=NAME), DATA, STATED)
    forget_person(path)
    with Ledger.open(path) as ledger:
        assert [(p.name, p.author, p.struck) for p in ledger.frozen()] == [("r.md", "ada", None), ("theirs.md", "struck", None)]
        assert ledger.find_damage() is None
    assert b"darwan" not in all_bytes(path).lower()


def test_a_ledger_of_the_version_before_can_freeze(path, make_record):
    run_sql(path, *NEW_IN_5, "DROP TABLE frozen", "UPDATE about SET value = '3' WHERE key = 'schema'")
    with Ledger.open(path, write=True) as ledger:
        ledger.freeze(product(), DATA, STATED)
    assert opened(path) == (DATA, STATED)
