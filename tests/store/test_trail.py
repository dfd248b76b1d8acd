"""The trail tells who changed what; a row that was changed or taken out shows; a ledger remembers what it held when."""

import sqlite3

import pytest

from sayso.model.entries import Note, make_entry
from sayso.store.ledger import Ledger
from sayso.store.schema import SCHEMA_VERSION
from sayso.store.trail import MACHINE, STRUCK, seal_row
from tests.store.places import NEW_IN_5


@pytest.fixture
def path(tmp_path):
    return tmp_path / "ledger.sqlite"


def moment(minute):
    return f"2026-01-04T10:{minute:02}:00.000+00:00"


@pytest.fixture
def filled(path, make_record):
    with Ledger.open(path, write=True) as ledger:
        ledger.add(make_record(1), at=moment(1))
        ledger.add(make_record(1), at=moment(2))
        ledger.add(make_record(1, reader="reader 2"), at=moment(3))
        ledger.enter([make_entry(Note("c-1"), "ada", moment(4), "why")])
        ledger.add(make_record(2), at=moment(5))
    return path


def test_every_change_is_a_row(filled, make_record):
    with Ledger.open(filled) as ledger:
        rows = ledger.trail()
        assert [(r.at, r.author, r.action) for r in rows] == [
            (moment(1), MACHINE, "read"), (moment(3), MACHINE, "read again"), (moment(4), "ada", "note"), (moment(5), MACHINE, "read"),
        ]  # fmt: skip
        assert [r.subject for r in rows] == [make_record(1).digest, make_record(1).digest, ledger.entries()[0].entry_id, make_record(2).digest]
        assert ledger.find_damage() is None


def test_each_row_is_sealed_onto_the_one_before(filled):
    with Ledger.open(filled) as ledger, sqlite3.connect(filled) as db:
        seal = ""
        for row, (stored,) in zip(ledger.trail(), db.execute("SELECT seal FROM trail ORDER BY number"), strict=True):
            seal = seal_row(seal, row)
            assert seal == stored


CHANGES = {
    "another author": ("UPDATE trail SET author = 'ben' WHERE number = 3", "row 3 does not fit"),
    "another moment": ("UPDATE trail SET at = '2025' WHERE number = 1", "row 1 does not fit"),
    "a row taken out": ("DELETE FROM trail WHERE number = 2", "row 3 does not fit"),
    "the first row taken out": ("DELETE FROM trail WHERE number = 1", "row 2 does not fit"),
    "the row of an entry taken out, and the rest": ("DELETE FROM trail WHERE number >= 3", "the trail does not tell of n-"),
}


@pytest.mark.parametrize(("change", "told"), CHANGES.values(), ids=CHANGES)
def test_a_change_by_another_hand_is_found(filled, change, told):
    with sqlite3.connect(filled) as db:
        db.execute(change)
    with Ledger.open(filled) as ledger:
        damage = ledger.find_damage() or ""
        assert "changed by another hand" in damage
        assert told in damage


def test_a_forgotten_article_is_struck_and_the_trail_stays_whole(filled, make_record):
    with Ledger.open(filled, write=True) as ledger:
        ledger.forget_articles({make_record(1).digest}, "2026-01-05", "withdrawn")
        rows = ledger.trail()
        assert [r.subject for r in rows[:3]] == [STRUCK] * 3, "readings and the note on its claim"
        assert {r.detail for r in rows[:3]} == {STRUCK}
        assert (rows[-1].action, rows[-1].subject, rows[-1].detail) == ("forget article", "0 struck, 1 removed", "withdrawn")
        assert ledger.find_damage() is None


def test_what_counted_at_a_moment_is_known_later(filled, make_record):
    first, second, other = make_record(1), make_record(1, reader="reader 2"), make_record(2)
    held = {0: [], 1: [first], 2: [first], 3: [second], 4: [second], 5: [second, other]}
    with Ledger.open(filled, write=True) as ledger:
        for minute, records in held.items():
            assert list(ledger.records(moment(minute))) == records
        ledger.add(first, at=moment(6))
        assert [next(iter(ledger.records(moment(m)))) for m in (5, 6)] == [second, first]
        assert list(ledger.records()) == [first, other]


def test_a_record_without_a_moment_counts_from_the_beginning(path, make_record):
    with Ledger.open(path, write=True) as ledger:
        ledger.add(make_record(1))
        assert list(ledger.records(moment(0))) == [make_record(1)]


def test_a_ledger_of_an_older_version_is_brought_up_to_date(filled, make_record):
    with sqlite3.connect(filled) as db:
        for statement in (*NEW_IN_5, *(f"DROP TABLE {table}" for table in ("counted", "entries", "trail", "frozen"))):
            db.execute(statement)
        db.execute("UPDATE about SET value = '2' WHERE key = 'schema'")
    with Ledger.open(filled) as ledger:
        assert list(ledger.records()) == list(ledger.records(moment(0))) == [make_record(1, reader="reader 2"), make_record(2)]
        assert (ledger.entries(), ledger.trail(), ledger.find_damage()) == ((), (), None)
    with Ledger.open(filled, write=True) as ledger:
        ledger.add(make_record(3), at=moment(9))
        assert len(ledger.trail()) == 1
        assert len(list(ledger.records(moment(8)))) == 2
    with sqlite3.connect(filled) as db:
        assert db.execute("SELECT value FROM about WHERE key = 'schema'").fetchone() == (str(SCHEMA_VERSION),)
