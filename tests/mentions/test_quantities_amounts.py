"""Numbers and the words that bound them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.mentions.quantities_amounts import find_amounts


def amounts(text, taken=()):
    return [(text[a.start : a.end], a.bounds.low, a.bounds.high) for a in find_amounts(text, (0, len(text)), taken)]


READ = [
    ("at least 40 came", [("at least 40", 40, None)]),
    ("between 5 and 10 came", [("between 5 and 10", 5, 10)]),
    ("up to 50 came", [("up to 50", None, 50)]),
    ("dozens came", [("dozens", 24, 99)]),
    ("2 to 3 million came", [("2 to 3 million", 2_000_000, 3_000_000)]),
    ("the toll rose from 10 to 20", [("10", 10, 10), ("20", 20, 20)]),
    ("they took over two fields", [("two", 2, 2)]),
    ("over two fields", [("over two", 2, None)]),
    ("at least some 50 came", [("at least some 50", 50, None)]),
    ("50 or more came", [("50 or more", 50, None)]),
    ("12 and 13 came", [("12", 12, 12), ("13", 13, 13)]),
    ("Resolution 2254, aged 12, at 0300, 2.5 metres", []),
    ("nobody came", []),
]


@pytest.mark.parametrize(("text", "found"), READ, ids=[row[0] for row in READ])
def test_numbers_with_their_bounds(text, found):
    assert amounts(text) == found


def test_what_a_date_has_taken_is_no_number():
    text = "12 May and 40 more"
    assert amounts(text, [(0, 6)]) == [("40", 40, 40)]


@pytest.mark.parametrize(
    ("text", "quantifier", "assumed", "money"),
    [
        ("at least 40", "More than", False, False),
        ("up to 40", "Less than", False, False),
        ("about 40", "Approximately", False, False),
        ("40", "Exact", False, False),
        ("hundreds", "Approximately", True, False),
        ("$5 million", "Exact", False, True),
    ],
)
def test_how_exact_a_number_is(text, quantifier, assumed, money):
    (found,) = find_amounts(text, (0, len(text)), ())
    assert (found.quantifier, found.assumed, found.money) == (quantifier, assumed, money)


@given(st.lists(st.sampled_from(["12", "3,000", "to", "and", "between", "at", "least", "up", "some", "dozens", "million", "-", ",", ".", "two", "May", "5"]), max_size=12).map(" ".join))
def test_amounts_stand_in_order_and_apart_and_low_is_not_above_high(text):
    end = 0
    for amount in find_amounts(text, (0, len(text)), ()):
        assert amount.start >= end
        assert amount.bounds.low is None or amount.bounds.high is None or amount.bounds.low <= amount.bounds.high
        end = amount.end
