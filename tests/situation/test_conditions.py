"""Needs, damage and aid by sector and place."""

import pytest

from sayso.situation.conditions import describe_conditions
from sayso.situation.counts import claims_of_day


@pytest.fixture
def conditions(by_hand):
    def describe(*filed, as_of="2021-03-31"):
        on = by_hand.day(as_of)
        return describe_conditions(claims_of_day(filed, on), on)

    return describe


def test_a_need_stands_under_every_sector_that_its_words_name(by_hand, conditions):
    x = by_hand
    told = x.claim(event="need", evidence="There is no clean water and no doctor in Tarmin.", places=[x.place("Tarmin")], by="Council")
    found = conditions(told)
    assert [(c.sector, c.place, c.place_id, c.claims, c.sources) for c in found] == [
        (sector, "Tarmin", "town:1", (told.claim.id,), ("Council",)) for sector in ("health", "wash")
    ]


def test_damage_and_aid_are_sectors_of_their_own_and_several_claims_share_a_row(by_hand, conditions):
    x = by_hand
    told = [
        x.claim(event="damage", evidence="Shells tore open the school.", places=[x.place("Sahl")], by="Council"),
        x.claim(event="damage", evidence="The school lost its roof.", places=[x.place("Sahl", relation="northern")]),
        x.claim(event="aid", evidence="Lorries brought flour.", places=[x.place("Sahl"), x.place("Qasr")]),
    ]
    found = conditions(*told)
    assert [(c.sector, c.place, len(c.claims)) for c in found] == [("aid", "Qasr", 1), ("aid", "Sahl", 1), ("damage", "Sahl", 2)]
    assert found[2].sources == ("Aris Post", "Council")


def test_a_condition_without_a_place_or_a_known_sector_is_kept(by_hand, conditions):
    x = by_hand
    (found,) = conditions(x.claim(event="need", evidence="They lack everything."))
    assert (found.sector, found.place, found.place_id) == ("other", "place not told", None)


@pytest.mark.parametrize(
    ("claim", "why"),
    [({"status": "expected"}, "promised"), ({"status": "denied"}, "Council denies it"), ({"time": "2021-04-20"}, "begins after"), ({"copy_of": "c-first"}, "one voice")],
)
def test_what_is_no_condition_of_the_day_is_listed_with_its_reason(by_hand, conditions, claim, why):
    x = by_hand
    first = x.claim(event="aid", evidence="Tents came.", places=[x.place("Sahl")], id="c-first", outlet="Herald")
    told = x.claim(event="aid", evidence="Tents will come.", places=[x.place("Sahl")], by="Council", **claim)
    (found,) = conditions(first, told)
    assert found.claims == ("c-first",)
    assert [o.claim for o in found.left_out] == [told.claim.id]
    assert why in found.left_out[0].why


def test_other_classes_tell_no_condition(by_hand, conditions):
    assert conditions(by_hand.claim(event="strike", evidence="A shell hit the well.", places=[by_hand.place("Sahl")])) == ()
