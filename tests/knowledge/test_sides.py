import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.knowledge.actors import load_parties
from sayso.knowledge.sides import compare_sides, is_umbrella, party_of_name, sides_meet

VERDICTS = {
    ("Syrian government forces", "Syrian Arab Army"): "compatible",
    ("Government of Syria", "Syrian Arab Air Force"): "compatible",
    ("Syrian opposition fighters", "National Front for Liberation"): "compatible",
    ("Syrian Democratic Forces", "People's Protection Units"): "compatible",
    ("Hay'at Tahrir al-Sham", "Al-Nusra Front"): "same",
    ("rebels", "Hay'at Tahrir al-Sham"): "compatible",
    ("government forces", "Iraqi Army"): "compatible",
    ("Hay'at Tahrir al-Sham", "National Front for Liberation"): "different",
    ("Syrian opposition fighters", "Syrian Democratic Forces"): "different",
    ("Syrian Arab Army", "Russian Armed Forces"): "different",
    ("Turkish Armed Forces", "rebels"): "different",
    ("civilians", "rebels"): "unknown",
}


@pytest.mark.parametrize(("names", "expected"), VERDICTS.items(), ids=map(" and ".join, VERDICTS))
def test_two_names_mean_one_side_or_not(names, expected):
    assert compare_sides(*names) == expected == compare_sides(*reversed(names))


@given(st.sampled_from(sorted(p.name for p in load_parties().values())), st.sampled_from(sorted(p.name for p in load_parties().values())))
def test_the_verdict_does_not_depend_on_the_order(one, other):
    assert compare_sides(one, other) == compare_sides(other, one)
    assert compare_sides(one, one) == "same"


def test_lists_meet_by_their_closest_pair():
    assert sides_meet(["Syrian Arab Army", "Russian Armed Forces"], ["Government of Russia"]) == "compatible"
    assert sides_meet([], ["rebels"]) == "unknown"


def test_display_names_lead_to_parties_and_umbrellas():
    assert party_of_name("Liwa al-Quds").id == "liwa-al-quds"
    assert is_umbrella("rebels")
    assert not is_umbrella("civilians")
