"""Who denies what."""

import pytest

from tests.claims.reports import SETTING, claim_of

DENIED = [
    ("The Syrian army denied that it shelled Ariha.", "strike", "denied", "responsibility"),
    ("The Syrian government denied any strike on Ariha.", "strike", "denied", "event"),
    ("Russia said no strike took place in Ariha on Monday.", "strike", "denied", "event"),
    ("Syrian rebels said that the town of Ariha had not fallen.", "control", "denied", "event"),
    ("The Syrian army denied responsibility for the shelling of Ariha.", "strike", "denied", "responsibility"),
    ("The Syrian army said no strike by the Syrian army took place in Ariha.", "strike", "denied", "event"),
    ("The mayor denied that rebels shelled Ariha.", "strike", "denied", "event"),
    ("Ariha was not shelled.", "strike", "denied", "negation"),
    ("Residents said that shells fell on Ariha.", "strike", "happened", None),
    ("Rebels accused the army of shelling Ariha.", "strike", "happened", None),
]


@pytest.mark.parametrize(("text", "event", "status", "denies"), DENIED, ids=[row[0] for row in DENIED])
def test_what_is_denied(small_gazetteer, text, event, status, denies):
    claim = claim_of(SETTING + text, small_gazetteer, event)
    assert (claim.status, claim.denies) == (status, denies)


def test_the_reason_names_the_word_that_denies(small_gazetteer):
    claim = claim_of(SETTING + "The Syrian army denied that it shelled Ariha.", small_gazetteer, "strike")
    assert 'denial: "denied", by the side that is said to have done it' in claim.why


def test_an_accuser_is_no_denier(small_gazetteer):
    claim = claim_of(SETTING + "Rebels accused the army of shelling Ariha.", small_gazetteer, "strike")
    assert claim.source.name == "Syrian opposition fighters"
