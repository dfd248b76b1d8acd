"""The words that name a source, and no more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.claims.source_wording import without_what_is_around

AROUND = [
    # words before, words heard, the words that name the source
    ("Shells fell, ", "and activists", "activists"),
    ("According to ", "findings from the Aris Relief Office", "findings from the Aris Relief Office"),
    ("Shells fell, ", "from the Aris Relief Office", "the Aris Relief Office"),
    ("Shells fell. ", "Overall, partners in the hub", "partners in the hub"),
    ("Shells fell. ", "In a statement to SANA a source at the police", "a source at the police"),
    ("Shells fell. ", "A statement by the relief office released last week", "A statement by the relief office"),
    ("", "the mayor in a letter", "the mayor"),
    ("Speaking to ", "AFP Observatory director Nabil Haddar", "Observatory director Nabil Haddar"),
    ("The dead, ", "Ahmed 24", "Ahmed"),
    ("", "Chad, which hosts 600 refugees", "Chad, which hosts 600 refugees"),
    ("The group ", "Article 19", "Article 19"),
    ("Shells fell ", ", ", ", "),
    ("", "A statement to the press", "A statement to the press"),
    ("", "To Lam", "To Lam"),
    ("", "A study published in the Aris Gazette", "A study published in the Aris Gazette"),
    ("", "Soldiers in the border post", "Soldiers in the border post"),
]


@pytest.mark.parametrize(("before", "heard", "named"), AROUND, ids=[row[1] for row in AROUND])
def test_words_that_name_the_source_alone(before, heard, named):
    text = f"{before}{heard} said that shells fell."
    start, end = without_what_is_around(text, (len(before), len(before) + len(heard)))
    assert text[start:end] == named


def test_half_a_name_of_a_place_is_left_out():
    text = "The aid commission in South Darfur said that shells fell."
    start, end = without_what_is_around(text, (0, len("The aid commission in South")))
    assert text[start:end] == "The aid commission"


PIECES = ["and ", "from ", "In a statement to Aris Radio ", "a mayor ", ", ", "Ahmed ", "24", " released on Monday", " in a letter", " in South", "\n", "\u2022 "]


@given(text=st.lists(st.sampled_from(PIECES), max_size=8).map("".join), at=st.tuples(st.integers(0, 60), st.integers(0, 60)))
def test_what_is_left_lies_inside_and_is_not_empty(text, at):
    start, end = (min(one, len(text)) for one in sorted(at))
    first, last = without_what_is_around(text, (start, end))
    assert start <= first <= last <= end
    assert first < last or start == end or not any(c.isalpha() for c in text[start:end])
