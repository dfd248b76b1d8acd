"""One person harmed, told without a number; the words of each case are an invented report."""

import pytest

from sayso.mentions.quantities_one import find_one_harmed

CASES = {
    "The 5-year-old girl who was shot is at home.": ["The 5-year-old girl"],
    "Her son died three months ago.": ["Her son"],
    "Mara’s brother was killed in Aris.": ["Mara’s brother"],
    "A man shot his girlfriend, then turned the gun on himself.": ["his girlfriend"],
    "The boy, 4, was fatally shot.": ["The boy"],
    "The suspect shot himself.": ["The suspect"],
    "The victim suffered a gunshot wound.": ["The victim"],
    "He killed his mother and sister.": [],
    "The girl was taken home.": [],
    "They killed the officer’s dog.": [],
    "The boys were shot.": [],
}


@pytest.mark.parametrize(("text", "found"), CASES.items())
def test_persons_harmed_one_by_one(text, found):
    assert [text[slice(*span)] for span in find_one_harmed(text, (0, len(text)))] == found
