"""When two counts are one number, and which periods share a day."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.situation import Period
from sayso.situation.counts import counts_of
from sayso.situation.matching import days_meet, pairs_of_days, tells_same_number

NIL = Period()
periods = st.builds(
    lambda start, length: Period(dt.date(2021, 3, 1) + dt.timedelta(days=start), dt.date(2021, 3, 1) + dt.timedelta(days=start + length)),
    st.integers(0, 30),
    st.integers(0, 12),
)


@given(st.lists(st.one_of(periods, st.just(NIL)), max_size=12))
def test_pairs_are_those_of_every_two_periods_that_share_a_day(told):
    pairs = [frozenset(pair) for pair in pairs_of_days(told)]
    assert len(pairs) == len(set(pairs))
    assert set(pairs) == {frozenset((a, b)) for a in range(len(told)) for b in range(a) if days_meet(told[a], told[b])}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({"by": "Observatory"}, {"by": "Observatory", "outlet": "Herald"}, True),
        ({"by": "Observatory"}, {"by": "Council"}, True),
        ({"by": "Observatory"}, {"by": "Council", "outlet": "Herald"}, False),
        ({"by": "Observatory", "time": "2021-03-02", "at": "Tarmin"}, {"by": "Council", "outlet": "Herald", "time": "2021-03-02", "at": "North Aris"}, True),
        ({"by": "Observatory", "at": "Tarmin"}, {"by": "Council", "outlet": "Herald", "at": "Tarmin"}, False),
        ({"by": "Observatory", "time": "2021-03-02"}, {"by": "Council", "outlet": "Herald", "time": "2021-03-02"}, False),
        ({"by": "Observatory", "time": "2021-03-02"}, {"by": "Observatory", "time": "2021-03-03"}, False),
        ({"by": "Observatory", "at": "Tarmin"}, {"by": "Observatory", "at": "Sahl"}, False),
        ({"by": "Observatory", "kind": "flow"}, {"by": "Observatory", "kind": None}, True),
        ({"by": "Observatory", "kind": "flow"}, {"by": "Observatory", "kind": "stock"}, False),
        ({"by": "Observatory", "population": "idp"}, {"by": "Observatory", "population": "refugee"}, False),
        ({"by": "Observatory"}, {"by": "Observatory", "number": 8_000}, False),
    ],
)
def test_equal_numbers_are_one_where_days_and_places_meet_and_one_voice_speaks_where_they_are_untold(by_hand, one, other, same):
    x = by_hand

    def count(by, outlet="Post", time=None, at=None, number=7_000, **rest):
        filed = x.claim(x.exact(number, **rest), by=by, outlet=outlet, time=time, places=[x.place(at)] if at else ())
        return counts_of([filed], ["displaced"])[0]

    a, b = count(**one), count(**other)
    assert (tells_same_number(a, b), tells_same_number(b, a)) == (same, same)
