"""Two words of one class tell of one claim or of two."""

import pytest

from sayso.claims.features import look_at
from sayso.claims.joins import is_one_claim
from sayso.claims.lexicon import load_lexicon
from tests.claims.reports import tokens_of

TOLD = [
    ("strike", "Shelling and air strikes hit Tarmin.", "shelling", "hit", True),
    ("displacement", "Families fled Tarmin, leaving for Aris.", "fled", "leaving", True),
    ("battle", "Clashes broke out and fighting went on into the night.", "clashes", "fighting", True),
    ("control", "Rebels seized Tarmin on Sunday and captured Aris on Monday.", "seized", "captured", False),
    ("casualties", "Two people were killed in Tarmin and three died in Aris.", "killed", "died", False),
    ("strike", "Shells hit the mill; rockets fell on the bridge.", "hit", "fell", False),
    ("displacement", "Aris hosts 3,000 refugees and more could arrive.", "hosts", "arrive", False),
    ("displacement", "Some 300 fled Tarmin and the mayor fears that more leave.", "fled", "leave", False),
]


@pytest.mark.parametrize(("event", "text", "left", "right", "one"), TOLD, ids=[row[1] for row in TOLD])
def test_words_of_one_class_are_one_claim_or_two(event, text, left, right, one):
    scene = look_at(tokens_of(text), load_lexicon())
    at = {token.form: number for number, token in enumerate(scene.tokens)}
    assert is_one_claim(scene, event, (at[left], at[left]), (at[right], at[right])) is one
