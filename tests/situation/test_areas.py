"""Places of counts: names in print, roles, and what may overlap."""

import pytest

from sayso.model.claims import ClaimPlace
from sayso.situation.areas import area_of, spot_of, spots_overlap


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        ("Tarmin", "Tarmin", True),
        ("Tarmin", "North Aris", True),
        ("Tarmin", "Syria", True),
        ("North Aris", "Syria", True),
        ("Tarmin", "Sahl", False),
        ("Qasr", "North Aris", False),
        ("Tarmin", "Turkey", False),
        ("Syria", "Turkey", False),
    ],
)
def test_a_division_shares_ground_with_its_towns_and_two_towns_do_not(by_hand, one, other, overlap):
    a, b = spot_of(by_hand.place(one)), spot_of(by_hand.place(other))
    assert (spots_overlap(a, b), spots_overlap(b, a)) == (overlap, overlap)


def test_an_unresolved_name_is_the_resolved_place_of_that_name_but_not_of_another_country():
    plain = spot_of(ClaimPlace(start=0, end=5, text="Sálem"))
    here = spot_of(ClaimPlace(start=0, end=5, text="Salem", name="Salem", place_id="geonames:1", country="US"))
    there = spot_of(ClaimPlace(start=0, end=5, text="Salem", name="Salem", place_id="geonames:2", country="IN"))
    assert spots_overlap(plain, here)
    assert spots_overlap(there, plain)
    assert not spots_overlap(here, there)


def test_origins_and_destinations_stand_apart_and_a_place_passed_through_is_neither(by_hand):
    area = area_of([by_hand.place("Tarmin", "from"), by_hand.place("Sahl", "via"), by_hand.place("Turkey", "towards"), by_hand.place("Qasr")])
    assert [s.name for s in area.origins] == ["Qasr", "Tarmin"]
    assert [s.name for s in area.destinations] == ["Turkey"]
