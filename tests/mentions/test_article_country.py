"""Which country an article is about."""

import pytest

from sayso.knowledge.country_words import country_words
from sayso.knowledge.phrases import split_words
from sayso.mentions.article_country import country_of


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


def test_blocks_are_counted_together():
    assert country_of([split_words("Syria and Iraq met."), split_words("Iraq's Iraqi envoy left Iraq.")]) == "IQ"


def test_the_order_of_blocks_does_not_matter():
    blocks = [split_words(t) for t in ("Syria and Iraq met.", "Iraq waits.", "An Iraqi envoy left.", "Snow fell.")]
    assert country_of(blocks) == country_of(blocks[::-1]) == "IQ"


@pytest.mark.parametrize(("word", "code", "sort"), [("Turkey", "TR", "name"), ("Turkish", "TR", "adjective"), ("Ankara", "TR", "seat"), ("Ivory", None, None)])
def test_words_for_countries(word, code, sort):
    found = country_words().longest(split_words(word), 0)
    assert (found[1] if found else (None, None)) == (code, sort)
