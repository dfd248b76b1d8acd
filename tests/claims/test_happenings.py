"""Which clauses of a text tell of something, of which class, and how sure."""

import pytest

from sayso.claims.happenings import as_deployment
from sayso.model.happenings import Happening
from sayso.model.mentions import ActorMention
from tests.claims.reports import SETTING, happenings_of

CLASSES = [
    ("Clashes between rebels and the army went on near Tarmin.", "battle"),
    ("Syrian army troops captured the town of Ariha.", "control"),
    ("Air strikes hit a market in Tarmin on Sunday.", "strike"),
    ("A landmine killed two farmers near Tarmin.", "strike"),
    ("Gunmen killed two villagers in Tarmin.", "violence"),
    ("Security forces arrested 15 men in Tarmin.", "detention"),
    ("Some 3,000 people fled Tarmin.", "displacement"),
    ("Hundreds of families returned to Tarmin last week.", "return"),
    ("At least 40 people died in Tarmin.", "casualties"),
    ("Homes in Tarmin were destroyed.", "damage"),
    ("The camp has no water and no bread.", "need"),
    ("The Red Cross delivered aid to 400 families in Tarmin.", "aid"),
    ("Turkish troops set up a new observation post near Tarmin.", "deployment"),
    ("Turkey and Russia agreed on a ceasefire on Friday.", "agreement"),
    ("Turkey warned that it would strike Syrian forces.", "threat"),
    ("Protesters marched through Tarmin on Friday.", "protest"),
]


@pytest.mark.parametrize(("text", "event"), CLASSES, ids=[row[0] for row in CLASSES])
def test_classes(text, event):
    assert [h.event for h in happenings_of(SETTING + text)] == [event]


NOTHING = [
    "The governor opened a library.",
    "A dollar bought 1,100 Syrian pounds.",
    "She held back tears.",
    "A table of the province: who holds what, and who says so.",
    "Idlib: who holds what, and who says so",
    "The National Liberation Front is led by a former teacher.",
    "He won the election by ten points.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_other_news_idioms_and_names_tell_of_nothing(text):
    assert happenings_of(SETTING + text) == ()


def test_the_trigger_stands_in_the_clause_and_the_clause_in_its_sentence():
    text = SETTING + "Shells fell on Ariha while families fled to Idlib."
    for happening in happenings_of(text):
        assert happening.start <= happening.trigger[0] < happening.trigger[1] <= happening.end
        assert happening.start >= len(SETTING)


def test_why_names_the_trigger_with_its_words():
    (told,) = happenings_of(SETTING + "Some 3,000 people fled Tarmin.")
    assert 'trigger displacement.flee: "fled"' in told.why


def test_menus_and_licences_are_not_read():
    body = "Shells fell on the mill of Tarmin on Sunday, and many residents left the town on foot."
    text = f"Home | World | Sport\n\nShells fall on Tarmin\n\n{body}\n\nThis work is licensed under a Creative Commons licence after the attack."
    evidence = [text[h.start : h.end] for h in happenings_of(text)]
    assert evidence
    assert all("licence" not in words and "Sport" not in words for words in evidence)


def test_the_same_text_gives_the_same_happenings():
    text = SETTING + "Shells fell on Ariha while families fled to Idlib."
    assert happenings_of(text) == happenings_of(text)


MOVES = "Turkish troops crossed into Tarmin."
FLIGHT = Happening(start=0, end=len(MOVES), event="displacement", trigger=(15, 22))


@pytest.mark.parametrize(("kind", "event"), [("state_forces", "deployment"), ("rebel_group", "deployment"), ("civilians", "displacement")])
def test_forces_that_move_are_a_deployment_and_people_are_not(kind, event):
    party = ActorMention(start=0, end=14, text="Turkish troops", name="x", kind=kind)
    assert as_deployment(FLIGHT, [party], MOVES).event == event


def test_without_a_party_a_move_stays_a_flight():
    assert as_deployment(FLIGHT, [], MOVES) == FLIGHT
