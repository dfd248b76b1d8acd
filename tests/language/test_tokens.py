"""Words and marks of a sentence."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Rebel-held towns", ["rebel-held", "towns"]),
        ("1,200 people; 3.5 million", ["1,200", "people", ";", "3.5", "million"]),
        ("Don’t go to Ma’arrat", ["don't", "go", "to", "ma'arrat"]),
        ("U.N. staff", ["u.n.", "staff"]),
        ("a 12-year-old", ["a", "12-year-old"]),
        ("said.Then", ["said", ".", "then"]),
        ("إدلب سقطت", ["إدلب", "سقطت"]),
        ("", []),
    ],
)
def test_forms(text: str, forms: list[str]) -> None:
    assert [t.form for t in tokenize(text, (0, len(text)))] == forms


def test_capital_tells_of_the_first_letter() -> None:
    assert [t.capital for t in tokenize("The town of Aris", (0, 16))] == [True, False, False, True]


@given(st.text(max_size=80))
def test_tokens_hold_every_character_that_is_no_blank(text: str) -> None:
    tokens = tokenize(text, (0, len(text)))
    assert all(a.end <= b.start for a, b in itertools.pairwise(tokens))
    assert "".join(text[t.start : t.end] for t in tokens) == "".join(text.split())
