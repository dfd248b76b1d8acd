"""Names in the shape of a person's and what shows that they are one."""

import pytest

from sayso.knowledge.phrases import split_words
from sayso.mentions.person_names import find_names, located_names, speech_forms


def found(text):
    words = split_words(text)
    return {text[words[n.first].start : words[n.last - 1].end]: n.evidence for n in find_names(text, words)}


EVIDENCE = [
    ("Farmer Selim Darwan wept.", "Selim Darwan", "private"),
    ("Gen. Igor Petrenk spoke.", "Igor Petrenk", "office"),
    ("Foreign Minister Igor Petrenk spoke.", "Igor Petrenk", "office"),
    ("Igor Petrenk, the group's spokesman, left.", "Igor Petrenk", "office"),
    ("Selim Darwan, a farmer from Aris, left.", "Selim Darwan", "private"),
    ("Selim Darwan, 34, left.", "Selim Darwan", "private"),
    ("A man named Selim Darwan left.", "Selim Darwan", "private"),
    ("Selim Darwan said so.", "Selim Darwan", "speech"),
    ("Nothing was left, said Selim Darwan.", "Selim Darwan", "speech"),
    ("According to Selim Darwan, nothing was left.", "Selim Darwan", "speech"),
    ("Selim Darwan, from Aris, told of it.", "Selim Darwan", "speech"),
    ("Selim Darwan's brother left.", "Selim Darwan", "private"),
]


@pytest.mark.parametrize(("text", "name", "evidence"), EVIDENCE, ids=[row[0] for row in EVIDENCE])
def test_what_stands_around_a_name_tells_of_a_person(text, name, evidence):
    assert evidence in found(text)[name]


@pytest.mark.parametrize("text", ["In Khan Tuman it rained.", "Islamic State left.", "The Syrian Observatory said so.", "Snow fell on Monday.", "They left Syria."])
def test_places_parties_and_bodies_are_no_persons(text):
    assert found(text) == {}


def test_names_that_are_located_somewhere():
    assert located_names(split_words("It rained in Tarmin and near Oslan, and Ahmed left. In Ahmed we trust.")) == {"tarmin", "oslan"}


def test_forms_of_verbs_that_speak():
    assert {"said", "told", "denied", "accused"} <= speech_forms()
    assert "fled" not in speech_forms()
