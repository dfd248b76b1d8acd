"""One event told by two opposed outlets gives the same parties under the same neutral names."""

import pytest

from sayso.knowledge.actors import load_parties
from sayso.mentions.actors import find_actors
from tests.mentions.articles import article

PAIRS = [
    (
        "Syria", "The Syrian Arab Army and its allies took Saraqeb in Syria from Hay'at Tahrir al-Sham.",
        "In Syria the Syrian regime army took Saraqeb from Hayat Tahrir al-Sham.", {"Syrian Arab Army", "Hay'at Tahrir al-Sham"},
    ),
    (
        "Palestine", "Israeli forces shelled Gaza City, and the Qassam Brigades fired rockets at Ashkelon in Israel.",
        "The Zionist army shelled Gaza City in Palestine, and the Izz ad-Din al-Qassam Brigades fired rockets at Ashkelon in Israel.",
        {"Israel Defense Forces", "Al-Qassam Brigades"},
    ),
    (
        "Yemen", "Ansar Allah shelled Marib in Yemen.", "The Houthi militia shelled Marib in Yemen.", {"Houthi movement"},
    ),
    (
        "Ukraine", "Russian forces shelled Nikopol in Ukraine.", "The orcs shelled Nikopol in Ukraine.", {"Russian Armed Forces"},
    ),
    (
        "Sudan", "The Rapid Support Forces took Wad Madani in Sudan.", "Hemedti's militia took Wad Madani in Sudan.", {"Rapid Support Forces"},
    ),
    (
        "Islamic State", "Islamic State attacked a post near Mosul in Iraq.", "Daesh terrorists attacked a post near Mosul in Iraq.", {"Islamic State"},
    ),
    (
        "Somalia", "Al-Shabaab attacked Adan Yabal in Somalia.", "The Khawarij attacked Adan Yabal in Somalia.", {"Al-Shabaab"},
    ),
    (
        "Myanmar", "The Myanmar military bombed a school in Sagaing, Myanmar.", "The junta's jets bombed a school in Sagaing, Myanmar.",
        {"Myanmar Armed Forces"},
    ),
]  # fmt: skip


def parties_of(text: str) -> set[str]:
    return {a.name for a in find_actors(article(text)) if a.actor_id and a.name}


@pytest.mark.parametrize(("one", "other", "names"), [p[1:] for p in PAIRS], ids=[p[0] for p in PAIRS])
def test_two_sides_tell_of_the_same_parties(one, other, names):
    assert names <= parties_of(one)
    assert names <= parties_of(other)


def test_no_display_name_holds_a_word_that_takes_a_side():
    words = {"terrorist", "terrorists", "regime", "mercenaries", "bandits", "thugs", "infidels", "zionist", "takfiri", "crusader", "puppet"}
    assert [p.name for p in load_parties().values() if words & set(p.name.lower().split())] == []
