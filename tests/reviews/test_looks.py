"""When somebody last looked, and what others entered since."""

from sayso.model.entries import Grade, Look, Undo, make_entry
from sayso.reviews.looks import entered_by_others, last_look
from sayso.reviews.standing import standing_entries

MOMENTS = [f"2020-01-28T1{hour}:00:00.000+00:00" for hour in range(5)]


def test_the_last_look_counts_and_can_be_undone():
    looks = [make_entry(Look(), "ada", at) for at in MOMENTS[:2]]
    assert last_look([], "ada") is None
    assert last_look(looks, "ben") is None
    assert last_look(looks, "ada") == MOMENTS[1]
    undone = standing_entries([*looks, make_entry(Undo(looks[1].entry_id), "ada", MOMENTS[2])])
    assert last_look(undone, "ada") == MOMENTS[0]


def test_what_others_entered_since():
    grades = [make_entry(Grade("SANA", "C"), who, at) for who, at in zip(("ben", "ada", "ben", "cem"), MOMENTS, strict=False)]
    entries = [*reversed(grades), make_entry(Look(), "ben", MOMENTS[4])]
    assert [e.author for e in entered_by_others(entries, "ada", MOMENTS[0])] == ["ben", "cem"]
    assert len(entered_by_others(entries, "ada", None)) == 3
