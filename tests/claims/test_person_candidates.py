"""Names that may be a person's, cut out of what stands around them."""

import pytest

from sayso.claims.person_candidates import find_candidates
from tests.claims.reports import article_of


class Seen:
    """A network that takes no word for a person's, or the words it is given."""

    def __init__(self, text="", persons=()):
        self.persons = [(text.index(p), text.index(p) + len(p)) for p in persons]

    def inside_of(self, kind, span):
        return 0.9 if kind == "person" and any(a <= span[0] and span[1] <= b for a, b in self.persons) else 0.0


CUT = [
    ("Foreign Minister Nour Qabbani spoke.", ["Nour Qabbani"], {"office"}),
    ("Zarmin Provincial Governor Salim Darwan spoke.", ["Salim Darwan"], {"office"}),
    ("Mr Salim Darwan spoke.", ["Salim Darwan"], {"honorific"}),
    ("Syrian Salim Darwan spoke.", ["Salim Darwan"], {"nation"}),
    ("Abu Omar al-Darwan spoke.", ["Abu Omar al-Darwan"], set()),
    ("As Dylan Alkins said, it rained.", ["Dylan Alkins"], set()),
    ("Syrias president Bashar al-Assad spoke.", ["Bashar al-Assad"], set()),
    ("Former First Lady Vladimir Putin spoke.", ["Vladimir Putin"], set()),
    ("It rained on Monday.", [], set()),
    ("It rained at Tarmin.", ["Tarmin"], set()),
    ("Nour at-Tarmini spoke.", ["Nour at-Tarmini"], set()),
    ("Salim Darwan’s Nour Qabbani came.", ["Salim Darwan", "Nour Qabbani"], set()),
]


@pytest.mark.parametrize(("text", "names", "led_by"), CUT, ids=[row[0] for row in CUT])
def test_what_leads_a_name_is_cut_off_and_remembered(text, names, led_by):
    found = list(find_candidates(article_of(text), Seen()))
    assert [text[slice(*one.span)] for one in found] == names
    assert set().union(*(one.led_by for one in found)) == led_by


def test_words_that_the_network_takes_for_something_else_are_cut_off_a_persons_name():
    text = "Housing Salim Darwan Hospital burned."
    (one,) = find_candidates(article_of(text), Seen(text, ["Salim Darwan"]))
    assert text[slice(*one.span)] == "Salim Darwan"
