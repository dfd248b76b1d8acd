"""One party told by two wordings that stand together is one mention under its name."""

import pytest

from tests.mentions.articles import actors

JOINED = [
    ("They met fighters from the Lebanese Shiite Muslim group Hezbollah.", [("fighters from the Lebanese Shiite Muslim group Hezbollah", "Hezbollah")]),
    ("Damascus ally Hezbollah came.", [("Hezbollah", "Hezbollah")]),
    ("Al-Qaeda affiliate Al-Nusra Front came.", [("Al-Nusra Front", "Al-Nusra Front")]),
    ("Free Syrian Army (FSA) fighters came.", [("Free Syrian Army (FSA) fighters", "Free Syrian Army")]),
    ("The army of the Assad regime came.", [("The army of the Assad regime", "Syrian government forces")]),
    ("A unit of the Syrian army came.", [("Syrian army", "Syrian Arab Army")]),
    ("Palmyra was retaken by the army from Islamic State in Syria.", [("the army", "Syrian government forces"), ("Islamic State in Syria", "Islamic State")]),
    ("A source told the army Hamas would strike Israel.", [("the army", "Israel Defense Forces"), ("Hamas", "Hamas")]),
    ("Hezbollah and the Syrian army came.", [("Hezbollah", "Hezbollah"), ("Syrian army", "Syrian Arab Army")]),
]


@pytest.mark.parametrize(("text", "found"), JOINED, ids=[row[0] for row in JOINED])
def test_wordings_of_one_party(text, found):
    assert actors(text) == found
