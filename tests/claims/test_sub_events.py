"""ACLED's sub-events by the words of a claim."""

import pytest

from sayso.claims.lexicon import Rule
from sayso.claims.sub_events import find_sub_event, sub_event_rules
from tests.claims.reports import SETTING, claim_of

ACLED = {
    "Armed clash", "Government regains territory", "Non-state actor overtakes territory", "Chemical weapon", "Air/drone strike", "Suicide bomb",
    "Shelling/artillery/missile attack", "Remote explosive/landmine/IED", "Grenade", "Peaceful protest", "Protest with intervention",
    "Excessive force against protesters", "Violent demonstration", "Mob violence", "Sexual violence", "Attack", "Abduction/forced disappearance",
    "Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use", "Headquarters or base established",
    "Looting/property destruction", "Non-violent transfer of territory", "Other",
}  # fmt: skip

TOLD = [
    ("A suicide bomber struck the gate of Ariha.", "strike", "Suicide bomb"),
    ("A landmine killed two farmers near Ariha.", "strike", "Remote explosive/landmine/IED"),
    ("Air strikes hit a market in Ariha on Sunday.", "strike", "Air/drone strike"),
    ("Shells fell on Ariha.", "strike", "Shelling/artillery/missile attack"),
    ("Syria used chlorine gas against Ariha.", "strike", "Chemical weapon"),
    ("Rebels captured the town of Ariha.", "control", "Non-state actor overtakes territory"),
    ("Syrian army troops captured the town of Ariha.", "control", "Government regains territory"),
    ("Security forces arrested 15 men in Aleppo.", "detention", "Arrests"),
    ("Gunmen kidnapped two villagers in Ariha.", "detention", "Abduction/forced disappearance"),
    ("Protesters marched through Idlib on Friday.", "protest", "Peaceful protest"),
    ("The people of Ariha have no bread.", "need", None),
]


@pytest.mark.parametrize(("text", "event", "sub_event"), TOLD, ids=[row[0] for row in TOLD])
def test_the_sub_event_that_the_words_tell(small_gazetteer, text, event, sub_event):
    assert claim_of(SETTING + text, small_gazetteer, event).acled_sub_event == sub_event


def test_where_the_words_tell_nothing_the_rule_does():
    zones = {"clause": "it went on", "sentence": "it went on"}
    assert find_sub_event(zones, Rule(rule_id="x", event="battle", sub_event="Armed clash")) == "Armed clash"
    assert find_sub_event(zones, Rule(rule_id="x", event="strike")) is None


def test_only_acleds_names_are_used():
    assert {row.sub_event for rows in sub_event_rules().values() for row in rows} <= ACLED
