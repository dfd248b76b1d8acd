"""Recognising places by themselves, in lists, and by short forms."""

import pytest

from sayso.mentions.place_recognition import count_adjectives, recognise_places, see_names
from tests.mentions.articles import article

SETTING = "Winters in Syria are mild. "


def recognised(text, gazetteer):
    page = article(SETTING + text)
    seen = recognise_places(page.text, see_names(page, gazetteer), count_adjectives(page.text))
    return [s.name.text for s in seen][1:]


PLACES = [
    ("Shells hit the villages of Tarbin and Oslan.", ["Tarbin", "Oslan"]),
    ("Shells hit the village of Oslan.", ["Oslan"]),
    ("Oslan was glad.", []),
    ("Karim Haddad was glad.", []),
    ("Early shells fell.", []),
    ("Shells hit Ariha and Saraqib.", ["Ariha", "Saraqib"]),
    ("Shells hit Damascus Central Prison.", ["Damascus Central Prison"]),
    ("Shells hit the villages of Tarbin and Mondays.", ["Tarbin"]),
    ("Shells hit Ariha and IDLIB.", ["Ariha", "IDLIB"]),
    ("The internally displaced living in barns (IDLIB) left Ariha. Many of IDLIB went to Saraqib.", ["Ariha", "Saraqib"]),
    ("Later they met in Maarat al-Numan. In Numan it rained.", ["Maarat al-Numan", "Numan"]),
]


@pytest.mark.parametrize(("text", "names"), PLACES, ids=[row[0] for row in PLACES])
def test_what_is_taken_for_a_place(small_gazetteer, text, names):
    assert recognised(text, small_gazetteer) == names


def test_a_type_word_holds_for_the_whole_list(small_gazetteer):
    page = article("They left the towns of Tarbin and Oslan.")
    kinds = {s.name.text: s.beside.kinds for s in see_names(page, small_gazetteer)}
    assert kinds["Oslan"] == kinds["Tarbin"] == {"town"}


def test_a_short_form_stands_for_the_longer_name_before_it(small_gazetteer):
    page = article(SETTING + "They met in Maarat al-Numan. In Numan it rained.")
    long, short = see_names(page, small_gazetteer)[-2:]
    assert short.name.found == long.name.found


def test_every_kept_name_was_believed(small_gazetteer):
    page = article(SETTING + "Shells hit Ariha and Saraqib near the village of Oslan.")
    kept = recognise_places(page.text, see_names(page, small_gazetteer), {})
    assert all(0.5 < s.belief < 1 for s in kept)


def test_adjectives_are_counted_by_country():
    assert count_adjectives("Syrian and Turkish officers met a Syrian envoy. syrian") == {"SY": 2, "TR": 1}
