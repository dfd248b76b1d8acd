"""What a time expression is read against."""

import pytest

from tests.mentions.articles import setting

FORWARD = [
    ("Envoys will meet on Friday in Tarmin.", True),
    ("On Friday, they are to meet.", True),
    ("Talks are due on Friday.", True),
    ("Envoys met on Friday.", False),
    ("The army said on Friday it would attack.", False),
    ("He vowed to answer the Friday attack.", False),
    ("He vowed to answer Friday's attack.", False),
    ("They will go, but on Friday shells fell.", False),
]


@pytest.mark.parametrize(("text", "forward"), FORWARD, ids=[row[0] for row in FORWARD])
def test_whether_the_clause_tells_of_the_future(text, forward):
    assert setting(text, "Friday").forward is forward


def test_the_words_around_stay_in_the_sentence():
    at = setting("They left. It fell on Friday in Tarmin. They came.", "Friday")
    assert (at.before, at.after) == ("It fell on ", " in Tarmin")


def test_far_words_are_not_seen():
    at = setting("x" * 300 + " Friday " + "y" * 300, "Friday")
    assert (len(at.before), len(at.after)) == (120, 80)
