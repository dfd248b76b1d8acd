"""Returns, detentions, homes, people in need: rows as told."""

import pytest

from sayso.situation.counts import claims_of_day
from sayso.situation.other_totals import describe_other_totals


@pytest.mark.parametrize("measure", ["returned", "detained", "missing", "besieged", "houses", "facilities", "in_need", "aided"])
def test_each_measure_has_rows_of_its_own_where_rivals_make_a_range(by_hand, measure):
    x = by_hand
    where = [x.place("Tarmin", "to")]
    told = [
        x.claim(x.exact(n, measure), x.exact(7, "displaced"), by=by, places=where, time="2021-03-02")
        for n, by in ((1_200, "Relief Office"), (900, "Council"))
    ]
    (row,) = describe_other_totals(claims_of_day(told, x.day("2021-03-31")), (), x.day("2021-03-31"))
    assert (row.measure, row.low, row.high) == (measure, 900, 1_200)
    assert row.destinations == ("Tarmin",)


def test_detained_men_who_are_said_not_to_be_are_left_out_of_the_number(by_hand):
    x = by_hand
    told = x.claim(x.exact(9, "detained"), by="Relatives", event="detention", places=[x.place("Qasr")])
    denied = x.claim(x.exact(9, "detained"), by="Governor", kind="official", event="detention", places=[x.place("Qasr")], status="denied")
    (row,) = describe_other_totals(claims_of_day([told, denied], x.day("2021-03-31")), (), x.day("2021-03-31"))
    assert (row.low, row.sources, [o.why for o in row.left_out]) == (9, ("Relatives",), ["Governor denies it"])
