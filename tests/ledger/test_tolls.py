import pytest

from sayso.ledger import group_claims
from tests.ledger.reports import article, file, killed

RAID = {"on": 5, "words": "Aircraft bombed the vegetable market."}


def toll(number, by="Rescuers", **rest):
    return RAID | {"figures": [killed(number)], "by": by} | rest


UPDATES = {
    # name: (day, claim) of each article in turn; expected updates; number of contradictions
    "a toll that grew": ([(5, toll(5)), (6, toll(10))], [("grew", "a1", "b1")], 0),
    "a toll that grew, by another": ([(5, toll(5)), (6, toll(10, "Monitor"))], [("grew", "a1", "b1")], 0),
    "a toll that grew twice": ([(5, toll(5)), (6, toll(10)), (7, toll(12))], [("grew", "a1", "b1"), ("grew", "b1", "c1")], 0),
    "an earlier toll told again": ([(5, toll(5)), (6, toll(10, "Monitor")), (7, toll(5))], [], 1),
    "a toll that its own source lowers": ([(5, toll(9)), (6, toll(7))], [("corrected", "a1", "b1")], 0),
    "a lower toll by another": ([(5, toll(9)), (6, toll(7, "Monitor"))], [], 1),
    "two tolls of one day": ([(5, toll(9)), (5, toll(7, "Monitor"))], [], 1),
    "fighters and civilians": ([(5, RAID | {"figures": [killed(9, counts="fighters")]}), (6, toll(12))], [], 1),
}


@pytest.mark.parametrize(("told", "updates", "contradictions"), UPDATES.values(), ids=UPDATES.keys())
def test_numbers_of_one_event_through_the_days(told, updates, contradictions):
    (event,) = group_claims(file(*(article(d, published, claim) for d, (published, claim) in zip("abc", told, strict=False))))
    assert [(u.kind, u.earlier, u.later) for u in event.updates] == updates
    assert len([c for c in event.contradictions if c.issue == "how many"]) == contradictions


def test_a_correction_takes_the_place_of_the_figure_that_it_gives_up():
    page = (
        toll(11),
        RAID | {"event": "casualties", "figures": [killed(17)], "words": "An earlier version of this article said that 17 had died at the market."},
        RAID | {"event": "casualties", "figures": [killed(11)], "words": "The correct figure for the market is 11."},
    )
    (event,) = group_claims(file(article("a", 6, *page)))
    assert [(u.kind, u.earlier) for u in event.updates] == [("corrected", "a2")]
    assert [a.says for a in event.accounts] == ["a strike, 11 killed"]
    assert event.contradictions == ()
