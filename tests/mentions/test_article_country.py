"""Which country an article is about."""

import pytest

from sayso.knowledge.country_words import country_words
from sayso.knowledge.phrases import split_words
from sayso.mentions.article_country import countries_shown, country_of
from sayso.mentions.place_names import place_names


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Syrian rebels left. Syria waits.", "SY"),
        ("Russian jets struck a town in Syria, the Syrian army said.", "SY"),
        ("Syria and Iraq met.", None),
        ("Hezbollah fighters left Beirut. Lebanon waits.", "LB"),
        ("Snow fell.", None),
        ("US and Russian envoys met in Ukraine on Ukraine's future.", "UA"),
    ],
)
def test_the_country_that_most_words_tell_of(text, country):
    assert country_of([split_words(text)]) == country


TOWNS = [
    ("Russian jets struck Kafr Nabl, the Russian ministry said.", "SY"),
    ("Emirati jets bombed a valley near Bosaso.", "SO"),
    ("Envoys met in Geneva. Syria's envoy left Geneva.", "SY"),
    ("Talks on Syria went on in Vienna, the Syrian envoy said.", "SY"),
    ("He March said so.", None),
    ("Shops closed in Kowloon and Tuen Mun.", None),
]


@pytest.mark.parametrize(("text", "country"), TOWNS, ids=[row[0] for row in TOWNS])
def test_a_town_shows_where_an_article_is_and_a_place_of_talks_does_not(text, country, full_gazetteer):
    assert country_of([split_words(text)], countries_shown(place_names(text, 0, len(text), full_gazetteer))) == country


def test_a_town_counts_twice_at_most():
    text = "Aris, Aris, Aris, Aris. Syria met Syria, Syria, Syria and Syrian Syrians."
    starts = {at: "YE" for at in range(len(text)) if text.startswith("Aris", at)}
    assert country_of([split_words(text)], starts) == "SY"


def test_blocks_are_counted_together():
    assert country_of([split_words("Syria and Iraq met."), split_words("Iraq's Iraqi envoy left Iraq.")]) == "IQ"


def test_the_order_of_blocks_does_not_matter():
    blocks = [split_words(t) for t in ("Syria and Iraq met.", "Iraq waits.", "An Iraqi envoy left.", "Snow fell.")]
    assert country_of(blocks) == country_of(blocks[::-1]) == "IQ"


@pytest.mark.parametrize(("word", "code", "sort"), [("Turkey", "TR", "name"), ("Turkish", "TR", "adjective"), ("Ankara", "TR", "seat"), ("Ivory", None, None)])
def test_words_for_countries(word, code, sort):
    found = country_words().longest(split_words(word), 0)
    assert (found[1] if found else (None, None)) == (code, sort)
