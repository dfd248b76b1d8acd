"""Who does it, to whom, and who suffers it."""

import pytest

from tests.claims.reports import SETTING, claim_of, claims_of

ARMY, FORCES, REBELS = "Syrian Arab Army", "Syrian government forces", "Syrian opposition fighters"

ROLES = [
    ("The Syrian army launched an offensive against rebels near Ariha.", "battle", [(ARMY, "agent"), (REBELS, "target")]),
    ("Rebels were ambushed by the Syrian army near Ariha.", "battle", [(REBELS, "target"), (ARMY, "agent")]),
    ("Clashes between the Syrian army and rebels went on near Ariha.", "battle", [(ARMY, "agent"), (REBELS, "agent")]),
    ("Rebels fought against the Syrian army near Ariha.", "battle", [(REBELS, "agent"), (ARMY, "target")]),
    ("Russian jets bombed a school in Ariha.", "strike", [("Russian Armed Forces", "agent")]),
    ("Civilians fled Ariha.", "displacement", [("civilians", "affected")]),
    ("Gunmen kidnapped two villagers in Ariha.", "detention", [("armed group", "agent"), ("civilians", "affected")]),
    ("Turkey and Russia agreed on a ceasefire in Idlib.", "agreement", [("Government of Turkey", "agent"), ("Government of Russia", "agent")]),
    ("Rebels were driven out of Ariha by the Syrian army.", "control", [(REBELS, "target"), (ARMY, "agent")]),
    ("Rebels lost Ariha to the Syrian army.", "control", [(REBELS, "target"), (ARMY, "agent")]),
    ("Between 5 and 9 soldiers were killed in Ariha.", "casualties", [(FORCES, "target")]),
    pytest.param(
        "The army took 14 towns and killed 20 rebels in Aleppo.",
        "battle",
        [(REBELS, "target")],
        marks=pytest.mark.xfail(reason="whoever acts in the clause before is taken to act in this one too", strict=True),
    ),
    ("Protesters marched through Idlib on Friday.", "protest", [("protesters", "agent")]),
    ("At least 40 people died in Ariha.", "casualties", [("civilians", "affected")]),
]


@pytest.mark.parametrize(("text", "event", "actors"), ROLES, ids=lambda x: x if isinstance(x, str) and " " in x else "")
def test_roles(small_gazetteer, text, event, actors):
    assert [(a.name, a.role) for a in claim_of(SETTING + text, small_gazetteer, event).actors] == actors


@pytest.mark.parametrize(
    "text",
    ["Shells fell on rebel-held Ariha.", "The Syrian army said that shells fell on Ariha.", "Shells fell on a village held by rebels near Ariha."],
)
def test_who_only_speaks_or_marks_a_place_does_nothing(small_gazetteer, text):
    assert claim_of(SETTING + text, small_gazetteer, "strike").actors == ()


def test_a_party_that_tells_of_itself_is_the_agent(small_gazetteer):
    claim = claim_of("The Syrian army said that it had captured Ariha.", small_gazetteer)
    assert [(a.name, a.role) for a in claim.actors] == [(ARMY, "agent")]


@pytest.mark.parametrize("text", ["UNICEF said it had delivered water to Ariha.", '"We delivered water to Ariha," UNICEF said.'])
def test_a_body_that_tells_of_its_own_help_is_the_agent(small_gazetteer, text):
    assert [(a.name, a.role) for a in claim_of(text, small_gazetteer, "aid").actors] == [("UNICEF", "agent")]


def test_a_body_of_relief_that_comes_under_fire_does_not_shoot(small_gazetteer):
    assert claim_of("UNICEF said it came under fire in Ariha.", small_gazetteer, "strike").actors == ()


def test_those_named_beside_a_group_are_not_the_group(small_gazetteer):
    claim = claim_of(SETTING + "In a raid on Hezbollah medics were killed in Ariha.", small_gazetteer, "strike")
    assert {a.name for a in claim.actors if a.text == "medics"} == {"medical workers"}


def test_accusers_do_nothing(small_gazetteer):
    claim = claim_of("Israel was accused by Iran and Hamas of bombing Ariha.", small_gazetteer, "strike")
    assert [a.name for a in claim.actors if a.role == "agent"] == ["Government of Israel"]


def test_a_person_who_says_we_is_no_party(small_gazetteer):
    text = '"We delivered water to Ariha," said Karim Haddad, a nurse of the Red Cross.'
    assert claim_of(text, small_gazetteer, "aid").actors == ()


def test_what_others_tell_of_it_has_another_agent(small_gazetteer):
    claim = claim_of("Rebels in Syria said that Russian jets bombed Ariha.", small_gazetteer)
    assert [(a.name, a.role) for a in claim.actors] == [("Russian Armed Forces", "agent")]


def test_a_witness_who_says_we_is_no_party(small_gazetteer):
    assert claim_of(SETTING + 'A teacher said: "We shelled nobody in Ariha."', small_gazetteer, "strike").actors == ()


WORDINGS = [
    ("Iran-backed militants shelled Ariha.", [("Iran-backed militants", "Iranian-backed militias")]),
    ("On Monday militants shelled Ariha.", [("militants", "armed group")]),
    ("Meanwhile militants shelled Ariha.", [("militants", "armed group")]),
    ("In Aleppo militants shelled Ariha.", [("militants", "armed group")]),
    ("Near Karim Haddad militants shelled Ariha.", [("militants", "armed group")]),
    ("The rebel faction Jaysh al-Islam shelled Ariha.", [("rebel faction Jaysh al-Islam", "Jaysh al-Islam")]),
    ("Dorvash Kemril militants shelled Ariha.", [("militants", "armed group")]),
    ("Anti-Taliban militants shelled Ariha.", [("Anti-Taliban militants", "armed group")]),
    ("ISIS suicide bombers attacked Ariha.", [("ISIS", "Islamic State")]),
]


@pytest.mark.parametrize(("text", "agents"), WORDINGS, ids=[row[0] for row in WORDINGS])
def test_a_party_without_a_name_keeps_the_words_that_say_which(small_gazetteer, text, agents):
    claims = claims_of(SETTING + text, small_gazetteer)
    assert [(a.text, a.name) for claim in claims[:1] for a in claim.actors if a.role == "agent"] == agents


def test_a_party_told_of_twice_counts_once(small_gazetteer):
    (claim,) = claims_of(SETTING + "The Syrian army ambushed rebels near Ariha, where the rebels had a base.", small_gazetteer, "battle")
    assert [a.name for a in claim.actors].count(REBELS) == 1


def test_actors_stand_in_the_order_of_the_text_and_quote_it(small_gazetteer):
    text = SETTING + "Syrian army troops ambushed rebels near Ariha."
    actors = claim_of(text, small_gazetteer).actors
    assert [text[slice(*a.span)] for a in actors] == [a.text for a in actors] == ["Syrian army troops", "rebels"]
