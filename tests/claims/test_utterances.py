"""Attributions inside one sentence."""

import pytest

from sayso.claims.utterances import find_utterances
from tests.claims.reports import frame_of


def read(text, quotes=(), known=()):
    found = find_utterances(frame_of(text, quotes, known))
    return [(text[slice(*u.source)] if u.source else None, text[slice(*u.cue)], [text[a:b] for a, b in u.content]) for u in found]


FOUND = [
    ("The mayor said that shells fell.", [("The mayor", "said", ["shells fell"])]),
    ("Shells fell, the mayor said on Monday.", [("the mayor", "said", ["Shells fell"])]),
    ("The mayor told reporters on Tuesday that shells fell.", [("The mayor", "told", ["shells fell"])]),
    ("The mayor vowed to rebuild the mill.", [("The mayor", "vowed", ["to rebuild the mill"])]),
    ("According to residents, shells fell.", [("residents", "According to", ["shells fell"])]),
    ("Shells fell, according to residents.", [("residents", "according to", ["Shells fell"])]),
    ("Two people were reportedly killed.", [(None, "reportedly", ["Two people were reportedly killed"])]),
    ("Clashes were reported near Aris.", [(None, "reported", ["Clashes were reported near Aris"])]),
    ("Fighting went on with reported raids near Aris.", [(None, "reported", ["reported raids near Aris"])]),
    ("Clashes reported over the past week cut the road.", [(None, "reported", ["Clashes reported over the past week cut the road"])]),
    ("There is calm, with no fighting reported.", [(None, "reported", ["There is calm, with no fighting reported"])]),
    ("The base is believed to be empty.", [(None, "believed to", ["The base is believed to be empty"])]),
    ("Power was lost on the island, Aris News reported.", [("Aris News", "reported", ["Power was lost on the island"])]),
    ("Four people thought to be smugglers were held.", []),
    ("The monitor raised the death toll to 61.", [("The monitor", "raised", ["the death toll to 61"])]),
    ("The army raised a flag on the citadel.", []),
    ("Friday's bombing in Aris raised the death toll to 61.", []),
    ("The army put a number of checkpoints around Aris.", []),
    ("The agency raised the number of guards to 500.", []),
    ("An official put the number of dead at 12.", [("An official", "put", ["the number of dead at 12"])]),
    ("Gunmen with brigade signs claiming to be police came.", [(None, "claiming", ["to be police came"])]),
    ("Soldiers clashed with the group saying that it fled.", [(None, "saying", ["it fled"])]),
    ("Fighting went on said Ali 12 people were killed.", []),
    ("They left, citing the risk of raids.", []),
    ("Raids went on with the agency recording 44 of them.", [("the agency", "recording", ["44 of them"])]),
    ("We have no water said Omar 45 near the gate.", [("Omar", "said", ["We have no water"])]),
    ("According to the agency MSF two clinics were hit.", [("the agency MSF", "According to", ["two clinics were hit"])]),
    ("It is understood that the road was cut.", [(None, "It is understood that", ["It is understood that the road was cut"])]),
    ("The agency quoted a merchant as saying bread had run out.", [("a merchant", "as saying", ["bread had run out"])]),
    ("The dead were identified by the relief agency.", [("the relief agency", "identified", ["The dead were identified"])]),
    ("The army was accused by the mayor of Aris of looting.", [("the mayor of Aris", "accused", ["The army was", "of looting"])]),
    ("The army is accused of looting.", [(None, "accused of", ["The army is accused of looting"])]),
    ("Residents accused the army of looting.", [("Residents", "accused", ["the army of looting"])]),
    ("The army disputed the toll and says that nobody died.", [("The army", "disputed", ["the toll and says that nobody died"]), (None, "says", ["nobody died"])]),
    ("Both Moscow and Ankara say that shells fell.", [("Both Moscow and Ankara", "say", ["shells fell"])]),
    ("Others say that snow fell.", [("Others", "say", ["snow fell"])]),
    ("On Sunday the council described fighting in the streets.", [("the council", "described", ["fighting in the streets"])]),
    ("The army rejects reports of looting.", [("The army", "rejects", ["reports of looting"])]),
    ("In a letter, a spokesman for the army said the council \u201crobs the poor\u201d.", [("a spokesman for the army", "said", ["the council \u201crobs the poor\u201d"])]),
    ("A guard close to it said that shells fell.", [("A guard close to it", "said", ["shells fell"])]),
    ("The army announced the raid; two people died, the mayor said.", [("The army", "announced", ["the raid; two people died, the mayor said"]), ("the mayor", "said", ["two people died"])]),
    ("The army denied looting.", [("The army", "denied", ["looting"])]),
    ("The mayor fled on Sunday and said that shells fell.", [(None, "said", ["shells fell"])]),
    ("The road was cut, residents said.", [("residents", "said", ["The road was cut"])]),
    ("The road was cut, she said.", [("she", "said", ["The road was cut"])]),
    ("The commander told reporters the bridge was lost.", [("The commander", "told", ["the bridge was lost"])]),
    ("A security source who asked not to be named said the road was cut.", [("A security source who asked not to be named", "said", ["the road was cut"])]),
    ("Residents left, adding that shells fell.", [(None, "adding", ["shells fell"])]),
]


@pytest.mark.parametrize(("text", "utterances"), FOUND, ids=[row[0] for row in FOUND])
def test_who_the_words_that_say_so_and_what(text, utterances):
    assert read(text) == utterances


@pytest.mark.parametrize(
    "text",
    ["The claims were false.", "He was told to leave.", "The mayor opened the road.", "The envoy would answer later.", "The road was said to be long."],
)
def test_nobody_says_anything(text):
    assert [source for source, _, _ in read(text) if source] == []


def test_verbs_inside_quotations_are_left_alone():
    text = '"My son said that shells fell," the baker said.'
    assert read(text, quotes=['"My son said that shells fell,"']) == [("the baker", "said", ['"My son said that shells fell,"'])]


def test_doubt_inside_a_quotation_is_the_speakers():
    text = '"They were reportedly killed," the baker said.'
    assert read(text, quotes=['"They were reportedly killed,"']) == [("the baker", "said", ['"They were reportedly killed,"'])]


def test_a_quotation_before_an_inverted_verb():
    text = '"We ran," said the baker.'
    assert read(text, quotes=['"We ran,"']) == [("the baker", "said", ['"We ran,"'])]


def test_doubt_covers_its_own_clause():
    text = "Two left, while three were reportedly killed."
    assert read(text) == [(None, "reportedly", ["while three were reportedly killed"])]


def test_cues_stand_in_order():
    text = "Residents said that shells fell, the agency reported."
    starts = [u.cue[0] for u in find_utterances(frame_of(text))]
    assert starts == sorted(starts)
