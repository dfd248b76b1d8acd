"""Private names are found in full and in part, whatever their case, accents and apostrophes; other words are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.outputs.private_names import NameFilter, names_nobody, role_of

NAMES = NameFilter(["Qasim al-Feradani", "Hope Willan", "Dr. Nour O'Shayan", "قاسم فراداني"], known=["Qasim Hills", "Nour"])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("said Qasim al-Feradani, a florist", "said X, a florist"),
        ("QASIM AL-FERADANI fled", "X fled"),
        ("Feradani’s home", "X’s home"),
        ("Mr Feradani and al-Feradani", "X and X"),
        ("Féradânî spoke", "X spoke"),
        ("they hope to return; Hope stayed", "they hope to return; X stayed"),
        ("HOPE WILLAN", "X"),
        ("in Qasim Hills", "in Qasim Hills"),
        ("Oshayan and O’Shayan", "X and X"),
        ("قال قاسم فراداني", "قال X"),
        ("Feradanian villages", "Feradanian villages"),
        ("nobody", "nobody"),
    ],
)
def test_names_are_replaced_and_other_words_stay(text: str, told: str) -> None:
    assert NAMES.replace(text, "X") == told
    assert NAMES.finds_in(text) == (told != text)


def test_a_name_in_an_address_is_found() -> None:
    assert NAMES.finds_in("https://paper.example/2020/qasim-al-feradani-speaks")
    assert NAMES.finds_in("https://paper.example/qasimalferadani")
    assert not NAMES.finds_in("https://paper.example/2020/roads")


def test_a_single_name_that_is_a_resolved_place_is_the_place() -> None:
    assert NameFilter(["Idlib"], known=["Idlib"]).replace("in Idlib", "X") == "in Idlib"


@given(st.text(alphabet="abc ’-.\nAQ", max_size=30), st.text(alphabet="abc ’-.\nAQ", max_size=30))
def test_a_full_name_never_stays_whatever_stands_around_it(before: str, after: str) -> None:
    assert "Feradani" not in NAMES.replace(f"{before} Qasim al-Feradani {after}", "X")


@pytest.mark.parametrize(
    ("words", "kind", "role"),
    [
        ("a nurse at the town's clinic", "witness", "a medical worker"),
        ("an activist displaced from Ariha", "witness", "a displaced activist"),
        ("a rebel fighter", "anonymous", "a fighter"),
        ("she", "witness", "a resident"),
        ("he", "anonymous", "an unnamed source"),
        ("he", "official", "a private person"),
    ],
)
def test_roles_are_general(words: str, kind: str, role: str) -> None:
    assert role_of(words, kind) == role


@pytest.mark.parametrize(("name", "nobody"), [("residents of Ariha", True), ("a military source", True), ("Nour Shayan", False)])
def test_general_words_for_speakers_name_nobody(name: str, nobody: bool) -> None:
    assert names_nobody(name) is nobody


@pytest.mark.parametrize("name", ["a", "Ali"[:2], "Syrian", "the", "Courier"])
def test_one_word_that_names_nobody_masks_nothing(name):
    names = NameFilter([name], known=["Orontes Courier"])
    assert names.replace("At a fair the Syrian Courier of Al sold a paper.", "X") == "At a fair the Syrian Courier of Al sold a paper."
