"""Tolls of persons told one by one."""

import msgspec
import pytest

from sayso.model.claims import HarmedPersons
from sayso.situation.casualties import describe_casualties
from sayso.situation.counts import claims_of_day


@pytest.fixture
def tell(by_hand):
    def describe(filed, *events):
        on = by_hand.day("2021-03-31")
        found = describe_casualties(claims_of_day(filed, on), events, on)
        return {(r.event_id, r.measure): r for r in found if r.event_id}

    return describe


def persons(measure, *who, at=0):
    return HarmedPersons((at, at + 5), measure, who)


def test_each_person_counts_once_however_many_claims_tell_of_them(by_hand, tell):
    x = by_hand
    first = x.claim(event="casualties", name="1", harmed=(persons("killed", 0), persons("injured", 1, 2)))
    again = x.claim(event="casualties", name="2", harmed=(persons("killed", 0),))
    rows = tell([first, again], x.happening(first, again, name="e1"))
    killed, injured = rows["e1", "killed"], rows["e1", "injured"]
    assert (killed.low, killed.high, set(killed.claims)) == (1, 1, {first.claim.id, again.claim.id})
    assert (injured.low, injured.high) == (2, 2)
    assert "2 persons told one by one" in injured.method
    assert injured.sources == ("Aris Post",)


def test_who_is_hit_in_one_article_and_dies_in_a_later_one_is_killed(by_hand, tell):
    x = by_hand
    early = x.claim(event="violence", harmed=(persons("injured", 0, 1, 2),))
    late = x.claim(event="violence", published="2021-03-12", harmed=(persons("killed", 0), persons("injured", 1, 2)))
    rows = tell([early, late], x.happening(early, late, name="e1"))
    assert [(rows["e1", m].low, rows["e1", m].high) for m in ("killed", "injured")] == [(1, 1), (2, 2)]


def test_a_number_stands_whoever_is_told_beside_it(by_hand, tell):
    x = by_hand
    toll = x.claim(x.exact(9, "killed", text="nine people"), event="strike", harmed=(persons("killed", 0, 1, at=20),))
    more = x.claim(x.exact(2, "injured", text="two"), event="violence", harmed=(persons("injured", 0, 1, 2, 3, at=20),))
    rows = tell([toll, more], x.happening(toll, name="e1"), x.happening(more, name="e2"))
    assert [(rows[key].low, rows[key].high) for key in (("e1", "killed"), ("e2", "injured"))] == [(9, 9), (2, 2)]


def test_of_those_who_were_hit_the_dead_of_the_same_article_are_not_injured(by_hand, tell):
    x = by_hand
    three = x.exact(3, "injured", text="three people")
    hit = persons("injured", 0, 1, 2)
    shot = x.claim(three, event="violence", harmed=(persons("killed", 0, at=30), msgspec.structs.replace(hit, hit=True)))
    hurt = x.claim(three, event="violence", harmed=(persons("killed", 0, at=30), hit))
    rows = tell([shot, hurt], x.happening(shot, name="e1"), x.happening(hurt, name="e2"))
    assert rows["e1", "injured"].high == 2
    assert "hit" in rows["e1", "injured"].left_out[0].why
    assert rows["e2", "injured"].high == 3


@pytest.mark.parametrize(("counts", "high"), [(("fighters", "children"), 18), (("civilians", "children"), 17)])
def test_a_list_adds_to_its_number_unless_it_may_tell_parts(by_hand, tell, counts, high):
    x = by_hand
    figures = (x.exact(17, "killed", span=(0, 5), counts=counts[0]), x.exact(1, "killed", span=(10, 15), counts=counts[1]))
    child = msgspec.structs.replace(persons("killed", 17, at=10), beside=True)
    told = x.claim(*figures, event="strike", harmed=(persons("killed", *range(17)), child))
    assert tell([told], x.happening(told, name="e1"))["e1", "killed"].high == high


def test_a_strike_with_more_than_a_few_dead_leaves_its_hurt_unknown(by_hand, tell):
    x = by_hand
    strike = x.claim(x.exact(9, "killed"), event="strike", harmed=(persons("injured", 0, at=20),))
    event = msgspec.structs.replace(x.happening(strike, name="e1"), event="strike")
    assert ("e1", "injured") not in tell([strike], event)


def test_what_is_unconfirmed_bounds_the_high_side_alone(by_hand, tell):
    x = by_hand
    told = x.claim(event="violence", hedged=True, harmed=(persons("killed", 0, 1),))
    row = tell([told], x.happening(told, name="e1"))["e1", "killed"]
    assert (row.low, row.high) == (None, 2)


def test_what_an_article_opens_with_counts_in_the_event_that_it_is_about(by_hand, tell):
    x = by_hand
    main = x.claim(event="violence", name="main", harmed=(persons("injured", 0),))
    beside = x.claim(event="casualties", name="beside", harmed=(persons("killed", 1),))
    elsewhere = x.claim(event="casualties", name="elsewhere", places=(x.place("Qasr"),), harmed=(persons("killed", 2),))
    about = msgspec.structs.replace(x.happening(main, name="e1"), articles=(main.article.digest,))
    rows = tell([main, beside, elsewhere], about, x.happening(beside, name="e2"), x.happening(elsewhere, at=("Qasr",), name="e3"))
    assert (rows["e1", "killed"].high, rows["e1", "injured"].high) == (1, 1)
    assert rows["e3", "killed"].high == 1
    assert ("e2", "killed") not in rows


def test_persons_of_a_period_or_of_a_number_taken_back_do_not_count(by_hand, tell):
    x = by_hand
    month = x.claim(x.exact(9, "killed", scope="period"), event="casualties", harmed=(persons("killed", 0, 1),))
    back = x.claim(
        event="casualties", evidence="An earlier version said that five people had died.", harmed=(persons("killed", *range(5)),)
    )
    assert ("e1", "killed") not in tell([month, back], x.happening(month, back, name="e1"))
