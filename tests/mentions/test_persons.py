"""Persons, public by office or private, at every mention."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.mentions.actors import find_actors
from tests.mentions.articles import article


def persons(text):
    return [(a.text, a.name, a.private) for a in find_actors(article(text)) if a.kind == "person"]


PERSONS = [
    ("Karim Haddad, a baker, lost his house. Haddad fled.", [("Karim Haddad", "Karim Haddad", True), ("Haddad", "Karim Haddad", True)]),
    ("Gen. Igor Petrenk spoke. Petrenk left.", [("Igor Petrenk", "Igor Petrenk", False), ("Petrenk", "Igor Petrenk", False)]),
    ("Ahmed, 34, fled with his sons.", [("Ahmed", "Ahmed", True)]),
    ('"We ran," said Huda, a mother of three.', [("Huda", "Huda", True)]),
    ("A man named Omar Shaheen was killed.", [("Omar Shaheen", "Omar Shaheen", True)]),
    ("One of the wounded was Amal Khalid, the mayor said. Khalid wept.", [("Amal Khalid", "Amal Khalid", True), ("Khalid", "Amal Khalid", True)]),
    ("President Vladimir Putin spoke.", [("Vladimir Putin", "Vladimir Putin", False)]),
    ("Nurse Amal Khalid wept.\nKhalid has two sons.", [("Amal Khalid", "Amal Khalid", True), ("Khalid", "Amal Khalid", True)]),
    ("Shells fell on Tarmin.", []),
    # whom news calls by one name, and others who have it too
    ("Hadi met envoys in Aden.", [("Hadi", "Abd Rabbu Mansour Hadi", False)]),
    ("A baker, Hadi Karam, lost his house.", [("Hadi Karam", "Hadi Karam", True)]),
    ("The Hadi Government met in Aden.", []),
    ("Putin Russian troops shelled Tarmin.", [("Putin", "Vladimir Putin", False)]),
    ("Hadi's Aden palace stood.", [("Hadi", "Abd Rabbu Mansour Hadi", False)]),
    ("Hadi Accuses Rebels Of Shelling Marib", [("Hadi", "Abd Rabbu Mansour Hadi", False)]),
]


@pytest.mark.parametrize(("text", "found"), PERSONS, ids=[row[0] for row in PERSONS])
def test_every_mention_is_marked(text, found):
    assert persons(text) == found


def test_an_office_told_later_makes_every_mention_public():
    text = "Igor Petrenk said so.\nThe talks were led by Gen. Igor Petrenk."
    assert {private for _, _, private in persons(text)} == {False}


def test_in_doubt_a_person_is_private():
    assert persons("Igor Petrenk said so.") == [("Igor Petrenk", "Igor Petrenk", True)]


def test_a_surname_that_two_share_is_private_if_either_is():
    text = "Gen. Igor Petrenk spoke.\nNadia Petrenk, a nurse, wept.\nPetrenk left."
    assert persons(text)[-1][2] is True


def test_a_possessive_belongs_to_no_name():
    assert persons("Karim Haddad, a baker, left. Haddad's house burned.")[-1][0] == "Haddad"


NAMES = st.sampled_from(["Karim Haddad", "Huda Shaheen", "Selim Darwan"])
ROLES = st.sampled_from(["a baker", "a nurse from Aris", "a teacher", "34"])
LATER = st.sampled_from(["Then {last} left.", "Nobody saw {full} again.", "{last}'s house burned.", "\u201cWe ran,\u201d {last} said."])


@given(NAMES, ROLES, st.lists(LATER, max_size=4))
def test_no_later_mention_of_a_private_person_escapes(full, role, later):
    text = "\n".join([f"{full}, {role}, said that shells fell.", *(line.format(full=full, last=full.split()[1]) for line in later)])
    marked = [(a.start, a.end) for a in find_actors(article(text)) if a.private]
    last = full.split()[1]
    starts = [i for i in range(len(text)) if text.startswith(last, i)]
    assert all(any(a <= i and i + len(last) <= b for a, b in marked) for i in starts)
