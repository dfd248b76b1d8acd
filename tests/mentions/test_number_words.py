import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.mentions.number_words import Bounds, ordinal_value, parse_number, vague_bounds


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("twelve", 12),
        ("twenty-five", 25),
        ("a hundred", 100),
        ("a dozen", 12),
        ("half a dozen", 6),
        ("two dozen", 24),
        ("two hundred and fifty", 250),
        ("two hundred and fifty thousand", 250000),
        ("three thousand two hundred", 3200),
        ("one and a half million", 1500000),
        ("a quarter of a million", 250000),
        ("ten thousand million", 10_000_000_000),
        ("3.5 million", 3500000),
        ("2.8M", 2800000),
        ("200k", 200000),
        ("200 000", 200000),
        ("1,234,567", 1234567),
        ("12 lakh", 1200000),
        ("people", None),
        ("", None),
    ],
)
def test_number_is_parsed(words, value):
    assert parse_number(words) == value


@pytest.mark.parametrize(
    ("words", "bounds"),
    [
        ("tens", (20, 99)),
        ("dozens", (24, 99)),
        ("scores", (40, 99)),
        ("several dozen", (24, 99)),
        ("many hundreds", (200, 999)),
        ("Tens of thousands", (20000, 99999)),
        ("hundreds of thousands", (200000, 999999)),
        ("tens of millions", (20000000, 99999999)),
    ],
)
def test_words_without_a_number_have_bounds(words, bounds):
    assert vague_bounds(words) == Bounds(*bounds)


def test_several_has_no_bounds():
    assert vague_bounds("several") is None


@pytest.mark.parametrize(("word", "rank"), [("third", 3), ("21st", 21), ("Fourth", 4), ("people", None)])
def test_ordinal(word, rank):
    assert ordinal_value(word) == rank


@given(st.integers(0, 10**9))
def test_grouped_digits_are_read_back(number):
    assert parse_number(f"{number:,}") == number
