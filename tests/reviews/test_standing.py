"""Entries count until a standing entry undoes them, whatever their order and whatever was noted later."""

import random

import pytest

from sayso.model.entries import Note, Undo, make_entry
from sayso.reviews.standing import standing_entries, undone_ids


def at(minute):
    return f"2020-02-01T10:{minute:02}:00.000+00:00"


NOTE = make_entry(Note("c-1"), "ada", at(1), "first")
UNDO = make_entry(Undo(NOTE.entry_id), "ben", at(2))
REDO = make_entry(Undo(UNDO.entry_id), "ada", at(3))
UNDO_REDO = make_entry(Undo(REDO.entry_id), "ben", at(4))

STANDS = {
    "alone": ([NOTE], [NOTE]),
    "undone": ([NOTE, UNDO], []),
    "undoing it is undone": ([NOTE, UNDO, REDO], [NOTE]),
    "and that too": ([NOTE, UNDO, REDO, UNDO_REDO], []),
    "an undo of what is not there": ([UNDO, REDO], []),
    "the same entry twice": ([NOTE, NOTE], [NOTE]),
}


@pytest.mark.parametrize(("entries", "standing"), STANDS.values(), ids=STANDS)
def test_undoing_may_itself_be_undone(entries, standing):
    assert list(standing_entries(entries)) == standing
    assert list(standing_entries(reversed(entries))) == standing


def test_an_undone_undo_is_told_as_undone():
    assert undone_ids([NOTE, UNDO, REDO]) == {UNDO.entry_id}


def test_only_what_was_entered_by_a_moment_counts():
    told = [len(standing_entries([NOTE, UNDO, REDO], at(minute))) for minute in range(5)]
    assert told == [0, 1, 0, 1, 1]


def test_an_undo_that_was_made_before_what_it_names_undoes_nothing():
    late = make_entry(Note("c-1"), "ada", at(9))
    assert standing_entries([make_entry(Undo(late.entry_id), "ben", at(1)), late]) == (late,)


def test_entries_stand_in_the_order_of_their_moments():
    notes = [make_entry(Note("c-1"), "ada", at(minute)) for minute in (3, 1, 2)]
    assert [e.at for e in standing_entries(notes)] == [at(1), at(2), at(3)]


def test_undoing_within_one_moment_does_not_hang_on_the_order_of_ids():
    for number in range(30):
        note = make_entry(Note("c-1"), "ada", at(1), str(number))
        undo = make_entry(Undo(note.entry_id), "ada", at(1))
        redo = make_entry(Undo(undo.entry_id), "ada", at(1))
        entries = [note, undo, redo]
        random.Random(number).shuffle(entries)
        assert standing_entries(entries) == (note,)
        assert standing_entries([undo, note]) == ()
