"""Wordings that mean a party only in an article about its country."""

import pytest

from sayso.knowledge.phrases import split_words
from sayso.mentions.local_parties import name_local, name_unit, unit_size
from sayso.mentions.named import Setting

LOCAL = [
    ("National Guard", "UA", "National Guard of Ukraine"),
    ("National Guard", None, None),
    ("AA fighters", "MM", "Arakan Army"),
    ("AA fighters", "SY", None),
    ("Gumuz gunmen", "ET", "Gumuz militia"),
    ("Druze fighters", "SY", "Druze armed groups (Syria)"),
    ("US-backed forces", "SY", "Syrian Democratic Forces"),
    ("US-backed forces", "LY", None),
]


@pytest.mark.parametrize(("words", "country", "name"), LOCAL)
def test_the_country_of_the_article_tells(words, country, name):
    found = name_local(split_words(words), 0, Setting(country, True))
    assert (found.name if found else None) == name


@pytest.mark.parametrize(("words", "country", "name"), [("22nd Infantry Division", "SD", "Sudanese Armed Forces"), ("22nd Infantry Division", "SY", None), ("22nd day", "SD", None), ("101st Airborne Division", "IQ", None), ("Third Division club", "NG", None), ("1st Brigade of the Front", "SD", None)])
def test_numbered_units_are_the_armys_where_nobody_else_numbers_them(words, country, name):
    found = name_unit(split_words(words), 0, Setting(country, True))
    assert (found.name if found else None) == name


@pytest.mark.parametrize(("words", "size"), [("47th Mechanized Brigade", 3), ("Second Army Corps", 0), ("Division 25 came", 2), ("brigade left", 0), ("10 March", 0)])
def test_how_long_the_name_of_a_unit_is(words, size):
    assert unit_size(split_words(words), 0) == size
