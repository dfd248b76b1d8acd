"""Word tables and patterns made of them."""

import re

from hypothesis import given
from hypothesis import strategies as st

from sayso.mentions.words import any_of, word_table


def test_the_longest_word_wins_and_any_white_space_fits():
    assert re.match(any_of(["up", "up to"]), "up\n to 50").group() == "up\n to"


def test_marks_are_taken_as_they_are():
    assert re.fullmatch(any_of(["a.m.", "(x)"]), "a.m.")
    assert not re.fullmatch(any_of(["a.m."]), "aXmX")


@given(st.lists(st.text(st.characters(categories=["L"]), min_size=1, max_size=6), min_size=1, max_size=6))
def test_each_word_matches_and_order_and_repeats_do_not_matter(words):
    assert all(re.fullmatch(any_of(words), word) for word in words)
    assert any_of(words) == any_of(words[::-1]) == any_of([*words, *words])


def test_tables_of_a_language():
    assert word_table("times")["months"]["may"] == 5
