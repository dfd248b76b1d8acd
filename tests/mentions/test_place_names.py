"""Names of a text that may be places."""

import pytest
from hypothesis import given, settings

from sayso.mentions.place_names import place_names
from tests.expectations.reports import broken_texts, texts
from tests.mentions.articles import name, names

CUT = [
    ("They fled the town of Ariha.", ["Ariha"]),
    ("They crossed the Gulf of Aden.", ["Gulf of Aden"]),
    ("They camped in Cox\u2019s Bazar.", ["Cox\u2019s Bazar"]),
    ("They wrote to Trinidad and Tobago.", ["Trinidad and Tobago"]),
    ("They walked along the Euphrates valley.", ["Euphrates valley"]),
    ("They met in eastern Ghouta.", ["eastern Ghouta"]),
    ("They left northern Idlib.", ["Idlib"]),
    ("They left Syria and Iraq.", ["Syria", "Iraq"]),
    ("They met on the Syria-Iraq road.", ["Syria", "Iraq"]),
    ("They won Syrias war.", ["Syria"]),
    ("They left Syria's Ariha.", ["Syria", "Ariha"]),
    ("they left", []),
]


@pytest.mark.parametrize(("text", "found"), CUT, ids=[row[0] for row in CUT])
def test_names_are_cut_where_the_gazetteer_knows_them(small_gazetteer, text, found):
    assert [n.text for n in names(text, small_gazetteer) if n.text != "They"] == found


def test_a_person_is_no_place_even_with_a_towns_name(small_gazetteer):
    person = name("They met Karim Salem there.", "Karim Salem", small_gazetteer)
    assert person.person
    assert person.found == ()
    assert name("President Salem Haddad spoke.", "Salem Haddad", small_gazetteer).person


def test_a_site_keeps_the_place_that_it_is_named_for(small_gazetteer):
    site = name("They met at Damascus Central Prison.", "Damascus Central Prison", small_gazetteer)
    assert site.site
    assert [c.place.name for c in site.found] == ["Damascus"]


def test_possessives_and_clipped_tails_are_told(small_gazetteer):
    assert name("They left Syria's coast.", "Syria", small_gazetteer).possessive
    assert name("The Idlib-based group left.", "Idlib", small_gazetteer).clipped
    assert not name("They left Idlib.", "Idlib", small_gazetteer).clipped


def test_all_places_of_one_name_are_candidates(small_gazetteer):
    assert {c.place.country for c in name("They left Salem.", "Salem", small_gazetteer).found} == {"US", "IN"}


@given(text=texts() | broken_texts())
@settings(max_examples=60, deadline=None)
def test_names_quote_the_text_in_order(small_gazetteer, text):
    end = 0
    for found in place_names(text, 0, len(text), small_gazetteer):
        assert text[found.start : found.end] == found.text
        assert found.start >= end
        end = found.end
