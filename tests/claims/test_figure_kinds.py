"""Flow or stock: tolls and moves are flows, those who are there and those in need are stocks."""

import pytest

from sayso.claims.figure_kinds import kind_of_figure

ROWS = [
    ("Aris now hosts 3,000 displaced people.", "3,000 displaced people", "displaced", "displacement", "stock"),
    ("3,000 refugees live in Aris.", "3,000 refugees", "displaced", "displacement", "stock"),
    ("There are 3,000 internally displaced people in the district.", "3,000 internally displaced people", "displaced", "displacement", "stock"),
    ("3,000 people fled Aris on Sunday.", "3,000 people", "displaced", "displacement", "flow"),
    ("3,000 people were displaced by the fighting.", "3,000 people", "displaced", "displacement", "flow"),
    ("Some 350 families arrived in the town last week.", "350 families", "displaced", "displacement", "flow"),
    ("At least 12 people were killed.", "12 people", "killed", "strike", "flow"),
    ("The toll now stands at 400 dead.", "400 dead", "killed", "casualties", "flow"),
    ("Shells destroyed 60 houses.", "60 houses", "houses", "damage", "flow"),
    ("Some 40,000 people are in need of food.", "40,000 people", "in_need", "need", "stock"),
    ("About 5,000 people are trapped in the besieged quarter.", "5,000 people", "besieged", "control", "stock"),
    ("The group reached 900 families with food parcels.", "900 families", "aided", "aid", "flow"),
    ("Some 6,800 migrants are held in detention centres.", "6,800 migrants", "detained", "detention", "stock"),
    ("Police arrested 15 men on Monday.", "15 men", "detained", "detention", "flow"),
    ("Some 200 families returned to Tarmin.", "200 families", "returned", "return", "flow"),
]


@pytest.mark.parametrize(("text", "words", "measure", "event", "kind"), ROWS, ids=[row[0][:40] for row in ROWS])
def test_a_state_is_a_stock_and_what_happens_a_flow(text, words, measure, event, kind):
    start = text.index(words)
    unit = "households" if "families" in words else "structures" if "houses" in words else "people"
    assert kind_of_figure(text, (start, start + len(words)), measure, event, unit) == kind


def test_words_of_another_sentence_tell_nothing():
    alone = "3,000 people fled Aris."
    told = f"The town hosts refugees and camps. {alone} It is home to many who remain there."
    kinds = [kind_of_figure(t, (t.index("3,000"), t.index(" fled")), "displaced", "displacement", "people") for t in (alone, told)]
    assert kinds == ["flow", "flow"]
