"""Sectors of need by words."""

import pytest

from sayso.knowledge.need_sectors import sectors_of


@pytest.mark.parametrize(
    ("words", "sectors"),
    [
        ("The pumping station has been out of order for a week.", ("wash",)),
        ("Bread is baked every third day.", ("food security",)),
        ("Two wards of the hospital have no oxygen.", ("health",)),
        ("Nine families share one tent.", ("shelter",)),
        ("A litre of diesel costs twice what it did.", ("livelihoods",)),
        ("Some 300 people are trapped between the lines.", ("protection",)),
        ("Bread prices doubled.", ("food security", "livelihoods")),
        ("The watercolours were lost.", ("other",)),
        ("Nothing is left.", ("other",)),
    ],
)
def test_words_place_a_need_in_its_sectors(words, sectors):
    assert sectors_of(words) == sectors
