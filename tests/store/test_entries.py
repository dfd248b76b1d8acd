"""What people entered is kept once, in order; forgetting strikes it in the file's bytes too."""

import sqlite3

import msgspec
import pytest

from sayso.errors import LedgerError
from sayso.model.entries import Accept, ClaimRef, Correct, Grade, Merge, Note, Rate, Split, Undo, make_entry
from sayso.outputs.erasure import erase_forgotten_in_entry, erase_in_entry, erase_whole, folded_name
from sayso.outputs.private_names import NameFilter
from sayso.store.forgetting import Eraser
from sayso.store.ledger import Ledger

NAME, DAY, AT = "Selim Darwan", "2026-01-05", "2026-01-04T10:00:00.000+00:00"


@pytest.fixture
def path(tmp_path, make_record):
    path = tmp_path / "ledger.sqlite"
    with Ledger.open(path, write=True) as ledger:
        for number in (1, 2, 3):
            ledger.add(make_record(number), at=AT)
    return path


def entry(act, author="ada", why=""):
    return make_entry(act, author, AT, why)


def enter(path, *entries):
    with Ledger.open(path, write=True) as ledger:
        return ledger.enter(entries)


def forget_person(path):
    names = NameFilter([NAME])
    eraser = Eraser(lambda record: erase_whole(record, [NAME]), lambda one: erase_in_entry(one, names), names.finds_whole)
    with Ledger.open(path, write=True) as ledger:
        return ledger.forget_persons([folded_name(NAME)], eraser, DAY, "asked")


def ref(make_record, number):
    (claim,) = make_record(number).claims
    return ClaimRef(make_record(number).digest, claim.id, claim.event, claim.start, claim.end)


def test_entries_come_back_equal_in_order_and_the_same_one_is_kept_once(path, make_record):
    (claim,) = make_record(1).claims
    entries = [entry(Note("c-1"), why="b"), entry(Accept(make_record(1).digest, claim)), entry(Note("c-1"), why="a")]
    assert enter(path, *entries) == tuple(entries)
    assert enter(path, entries[0]) == ()
    with Ledger.open(path) as ledger:
        assert list(ledger.entries()) == entries
        assert ledger.find_damage() is None


def naming(make_record):
    record = make_record(1)
    (claim,) = record.claims
    told = msgspec.structs.replace(claim, evidence=f"{NAME} fled.", start=10, end=28)
    return [
        entry(Accept(record.digest, told)),
        entry(Correct(record.digest, claim, "source", NAME)),
        entry(Correct(record.digest, claim, "place", [{"text": NAME, "name": NAME}])),
        entry(Rate(record.digest, told, "2")),
        entry(Grade(NAME, "B")),
        entry(Note(NAME)),
        entry(Note("c-2"), why=f"ask {NAME} again"),
        entry(Note("c-3"), author=NAME),
    ]


def test_a_person_is_struck_out_of_all_that_was_entered_and_out_of_every_byte(path, make_record):
    enter(path, *naming(make_record), other := entry(Note("c-2"), why="Darwan Street"))
    assert forget_person(path).entries == 8
    assert b"selim" not in path.read_bytes().lower()
    with Ledger.open(path) as ledger:
        kept = ledger.entries()
        assert [e.kind for e in kept] == [e.kind for e in (*naming(make_record), other)]
        assert kept[-1] == other, "a part of the name elsewhere is not taken for the person"
        assert kept[-2].author == "an erased person"
        assert ledger.find_damage() is None


def test_entries_that_name_nobody_forgotten_are_kept_to_the_byte(path, make_record):
    record = make_record(1)
    claim = record.claims[0]
    pointed = msgspec.structs.replace(claim, start=5, end=12, evidence=claim.evidence[5:12])
    held = entry(Accept(record.digest, pointed), why="as it is")
    enter(path, held, *naming(make_record))
    forget_person(path)
    with Ledger.open(path) as ledger:
        assert ledger.entries()[0] == held


def test_a_forgotten_person_does_not_come_back_by_an_entry(path):
    forget_person(path)
    with Ledger.open(path, write=True) as ledger:
        with pytest.raises(LedgerError, match="forgotten persons"):
            ledger.enter([entry(Note("c-1"), why=NAME)])
        ledger.enter([entry(Note("c-1"), why=f"call {NAME}")], erase_forgotten_in_entry)
        assert ledger.entries()[0].why == "call an erased person"
    assert b"Selim" not in path.read_bytes()


def test_what_was_entered_on_a_forgotten_article_goes_with_it(path, make_record):
    (claim,) = make_record(1).claims
    judged = entry(Accept(make_record(1).digest, claim), why="seen by me")
    three = entry(Merge(tuple(ref(make_record, n) for n in (1, 2, 3))))
    two = entry(Merge(tuple(ref(make_record, n) for n in (1, 2))))
    parted = entry(Split((ref(make_record, 1),), (ref(make_record, 2),)))
    undone = entry(Undo(judged.entry_id), why="not so sure")
    note, other = entry(Note("c-1"), why="a word on it"), entry(Note("c-2"), why="stays")
    enter(path, judged, three, two, parted, undone, note, other)
    with Ledger.open(path, write=True) as ledger:
        assert ledger.forget_articles({make_record(1).digest}, DAY, "withdrawn").entries == 6
        kept = ledger.entries()
        assert [e.act for e in kept] == [Merge(tuple(ref(make_record, n) for n in (2, 3))), other.act]
        assert ledger.find_damage() is None
        assert ledger.enter([other]) == ()
    for words in (b"seen by me", b"not so sure", b"a word on it", make_record(1).digest.encode(), judged.entry_id.encode()):
        assert words not in path.read_bytes()


CHANGES = {
    "changed": "UPDATE entries SET entry = replace(CAST(entry AS TEXT), 'first', 'other') WHERE number = 1",
    "deleted": "DELETE FROM entries WHERE number = 1",
    "added": "INSERT INTO entries (entry_id, at, author, kind, entry) SELECT 'n-x', at, author, kind, entry FROM entries",
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_an_entry_changed_by_another_hand_is_found(path, change):
    enter(path, entry(Note("c-1"), why="first"))
    with sqlite3.connect(path) as db:
        db.execute(change)
    with Ledger.open(path) as ledger:
        assert "changed by another hand: the trail does not tell of n-" in (ledger.find_damage() or "")
