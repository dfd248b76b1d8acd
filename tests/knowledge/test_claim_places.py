"""What a claim makes of a place: how fine it is, and how it is printed."""

import pytest

from sayso.knowledge.claim_places import level_of, print_place, shifts_place
from sayso.model.claims import ClaimPlace


@pytest.mark.parametrize(
    ("relation", "printed"),
    [(None, "Sahl"), ("to", "Sahl"), ("near", "near Sahl"), ("northern", "northern Sahl"), ("countryside", "countryside of Sahl"), ("Western fringe", "Western fringe of Sahl"), ("5 km south of", "5 km south of Sahl")],
)
def test_a_place_is_printed_with_what_shifts_it(relation, printed):
    assert print_place("Sahl", relation) == printed
    assert shifts_place(relation) == (printed != "Sahl")


@pytest.mark.parametrize(
    ("fields", "level"),
    [
        ({"place_id": "geonames:1", "radius_km": 2.0}, "town"),
        ({"place_id": "sayso:plain", "radius_km": 40.0}, "division"),
        ({"place_id": "sayso:plain", "radius_km": 40.0, "relation": "south of"}, "town"),
        ({"place_id": "admin1:XX.1"}, "division"),
        ({"place_id": "country:XX"}, "country"),
        ({}, "unresolved"),
    ],
)
def test_a_place_is_as_fine_as_what_it_resolves_to(fields, level):
    assert level_of(ClaimPlace(start=0, end=4, text="Sahl", **fields)) == level
