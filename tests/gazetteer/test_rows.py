"""Which names are worth keeping, and what is made of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.gazetteer.rows import is_kept, kept_names, plain_name, town_radius


@pytest.mark.parametrize(("name", "kept"), [("Idleb", True), ("إدلب", True), ("Идлиб", True), ("IDL", False), ("Ur", False), ("yi de li bo", False), ("伊德利卜", False), ("123", False)])
def test_names_worth_keeping(name, kept):
    assert is_kept(name) is kept


@given(st.lists(st.sampled_from(["Idlib", "Idleb", "IDL", "Ur", "إدلب"]), max_size=6))
def test_the_usual_name_comes_first_and_each_name_once_whatever_the_order(others):
    names = kept_names("Idlib", others)
    assert names[0] == "Idlib"
    assert len(names) == len(set(names))
    assert names == kept_names("Idlib", others[::-1])


@pytest.mark.parametrize(("name", "country", "plain"), [("Ma‘arratmişrīn", "SY", "Ma'arratmisrin"), ("‘Afrīn", "SY", "Afrin"), ("Málaga", "ES", "Málaga")])
def test_marks_of_transliteration_go_where_they_are_no_letters(name, country, plain):
    assert plain_name(name, country) == plain


@pytest.mark.parametrize(("population", "km"), [(0, 1.0), (400, 1.0), (100_000, 2.8), (2_000_000, 12.7)])
def test_a_larger_town_has_a_larger_radius(population, km):
    assert town_radius(population) == km
