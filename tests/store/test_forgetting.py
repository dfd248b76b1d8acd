"""What a ledger was told to forget is gone from its bytes and does not come back."""

import pytest

from sayso.errors import LedgerError
from sayso.model.forgotten import Product
from sayso.outputs.erasure import erase_forgotten, erase_in_entry, erase_whole, folded_name
from sayso.outputs.private_names import NameFilter
from sayso.store.forgetting import Eraser
from sayso.store.ledger import Ledger
from tests.store.places import all_bytes

NAME, DAY = "Selim Darwan", "2026-01-05"
TEXT = f"Shells hit the home of {NAME}."


@pytest.fixture
def filled(path, make_record):
    with Ledger.open(path, write=True) as ledger:
        for record in (naming(make_record), naming(make_record, reader="reader 2"), make_record(2)):
            ledger.add(record)
        ledger.note_product(Product(path="r.html", made=DAY, audience="public", sha256="0" * 64, articles=(f"{1:064d}", f"{2:064d}")))
    return path


def naming(make_record, **changes):
    claim = make_record(1).claims[0]
    return make_record(1, text=TEXT, title=TEXT, claims=(type(claim)(id="c-1", start=0, end=len(TEXT), evidence=TEXT, event="strike"),), **changes)


def forget_person(path, why="asked"):
    names = NameFilter([NAME])
    eraser = Eraser(lambda record: erase_whole(record, [NAME]), lambda entry: erase_in_entry(entry, names), names.finds_in)
    with Ledger.open(path, write=True) as ledger:
        return ledger.forget_persons([folded_name(NAME)], eraser, DAY, why)


def test_a_person_is_gone_from_every_byte_and_every_reading(filled):
    assert b"Darwan" in all_bytes(filled)
    erased = forget_person(filled)
    assert b"darwan" not in all_bytes(filled).lower()
    assert (len(erased.changed), erased.removed) == (1, ())
    assert [p.path for p in erased.products] == ["r.html"]
    with Ledger.open(filled) as ledger:
        assert (ledger.counts().articles, ledger.counts().readings, ledger.counts().claims) == (2, 3, 2)
        assert ledger.find_damage() is None
        assert ledger.record_of_claim("c-1").text.startswith("Shells hit the home of █")


def test_reading_the_page_again_does_not_bring_the_person_back(filled, make_record):
    forget_person(filled)
    with Ledger.open(filled, write=True) as ledger:
        assert ledger.add(naming(make_record), erase_forgotten) == "known"
        assert ledger.add(naming(make_record, reader="reader 3"), erase_forgotten) == "read again"
    assert b"darwan" not in all_bytes(filled).lower()


def test_a_ledger_with_forgotten_persons_takes_no_record_that_nobody_looked_through(filled, make_record):
    forget_person(filled)
    with Ledger.open(filled, write=True) as ledger, pytest.raises(LedgerError, match="forgotten persons"):
        ledger.add(make_record(3))


def test_an_article_is_gone_and_stays_out(filled, make_record):
    with Ledger.open(filled, write=True) as ledger:
        erased = ledger.forget_articles({f"{1:064d}"}, DAY, "withdrawn")
        assert erased.removed == (f"{1:064d}",)
        assert ledger.add(naming(make_record)) == "forgotten"
        assert [r.digest for r in ledger.records()] == [f"{2:064d}"]
        assert ledger.claim_ids("c-1") == ()
    assert b"Darwan" not in all_bytes(filled)


def test_notes_of_unread_inputs_go_too(path, make_record):
    with Ledger.open(path, write=True) as ledger:
        ledger.add(make_record(1, article_id="interview with Selim Darwan.pdf", outcome="not_read", why="no text"))
    assert forget_person(path).unread == 1
    assert b"Darwan" not in all_bytes(path)


def test_forgetting_twice_changes_nothing_more(filled):
    forget_person(filled)
    again = forget_person(filled)
    assert (again.changed, again.products) == ((), ())


def test_a_product_written_to_the_same_file_replaces_the_one_before(filled):
    with Ledger.open(filled, write=True) as ledger:
        ledger.note_product(Product(path="r.html", made="later", audience="internal", sha256="1" * 64, articles=()))
        assert [(p.path, p.made) for p in ledger.products()] == [("r.html", "later")]
