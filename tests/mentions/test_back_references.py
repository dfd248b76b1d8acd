"""Words that point back to a party lead to the one that was named, or to none."""

import pytest

from sayso.mentions.actors import find_actors
from tests.mentions.articles import article

MEANT = [
    ("Hezbollah fired rockets at the town. The group said it had hit a base.", "The group", "Hezbollah"),
    ("Al-Shabaab attacked the base in Somalia. The militant group claimed to have killed ten soldiers.", "The militant group", "Al-Shabaab"),
    ("Al-Shabaab attacked the base in Somalia. The militants fled at dawn.", "The militants", "Al-Shabaab"),
    ("The Rapid Support Forces took the town and its fighters looted shops in Sudan.", "its fighters", "Rapid Support Forces"),
    ("Hezbollah and Hamas met. The group said nothing.", "The group", None),
    ("Hezbollah met Hamas in Beirut. Fighting went on. The militants fled.", "The militants", None),
    ("A group of men came. The group of men left.", "The group", None),
    ("Hezbollah fired. The group Hamas did not.", "The group", None),
    ("Opposition commanders dispute the statement and say that their fighters are still in the west of Aleppo in Syria.", "their fighters", "Syrian opposition fighters"),
    ("Turkey said it would strike back. Its warplanes took off.", "Its warplanes", "Turkish Armed Forces"),
    ("The group arrived at noon.", "The group", None),
    ("The Turkish army advanced. Its fighters were tired.", "Its fighters", "Turkish Armed Forces"),
]


@pytest.mark.parametrize(("text", "words", "name"), MEANT, ids=[row[0] for row in MEANT])
def test_the_party_that_is_meant(text, words, name):
    at = text.rindex(words)
    found = [a for a in find_actors(article(text)) if a.start == at and a.actor_id]
    assert [a.name for a in found] == ([name] if name else [])
    assert all(a.why and 0 < a.score < 1 for a in found)
