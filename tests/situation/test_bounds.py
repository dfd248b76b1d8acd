"""Ranges of accounts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.situation.bounds import join_bounds


def account(low, width, shape):
    return {"closed": (low, low + width), "least": (low, None), "most": (None, low)}[shape]


accounts = st.lists(st.builds(account, st.integers(0, 10**6), st.integers(0, 10**5), st.sampled_from(["closed", "least", "most"])), min_size=1)


@pytest.mark.parametrize(
    ("told", "range_"),
    [
        ([(11, 11)], (11, 11)),
        ([(11, 11), (14, 14), (12, 13)], (11, 14)),
        ([(12, None)], (12, None)),
        ([(12, None), (12, 12)], (12, 12)),
        ([(50, 50), (60, None)], (50, None)),
        ([(None, 50)], (None, 50)),
        ([(None, 30), (40, 40)], (None, 40)),
        ([(None, 50), (40, 40)], (40, 50)),
        ([(None, None)], (None, None)),
        ([], (None, None)),
    ],
)
def test_a_range_runs_from_the_lowest_to_the_highest_number_told(told, range_):
    assert join_bounds(told) == range_


@given(accounts)
def test_low_never_exceeds_high_and_order_does_not_matter(told):
    low, high = join_bounds(told)
    assert low is None or high is None or low <= high
    assert join_bounds(told[::-1]) == (low, high)


@given(accounts)
def test_a_range_invents_no_number_and_knows_no_midpoint(told):
    numbers = {n for bounds in told for n in bounds} | {None}
    assert set(join_bounds(told)) <= numbers
