"""Parties, governments, groups of people and persons of an article."""

import pytest
from hypothesis import given, settings

from sayso.mentions.actors import find_actors
from tests.expectations.reports import broken_texts, texts
from tests.mentions.articles import actors, article

FOUND = [
    ("Russian warplanes and Syrian helicopters struck.", [("Russian warplanes", "Russian Armed Forces"), ("Syrian helicopters", "Syrian government forces")]),
    ("Turkey's defence ministry said its soldiers were hurt.", [("Turkey's defence ministry", "Government of Turkey"), ("its soldiers", "Turkish Armed Forces")]),
    ("Rebels fled the town in Syria.", [("Rebels", "Syrian opposition fighters")]),
    ("Rebels fled the town.", [("Rebels", "rebels")]),
    ("Assad's troops entered.", [("Assad's troops", "Syrian government forces")]),
    ("Islamic State militants attacked a post.", [("Islamic State militants", "Islamic State")]),
    ("Ankara has repeatedly warned Damascus.", [("Ankara", "Government of Turkey"), ("Damascus", "Government of Syria")]),
    ("Russia, Turkey and Iran agreed on a truce.", [("Russia", "Government of Russia"), ("Turkey", "Government of Turkey"), ("Iran", "Government of Iran")]),
    ("Women and children fled.", [("Women and children", "civilians")]),
    ("The Syrian Arab Army (SAA) advanced.", [("Syrian Arab Army (SAA)", "Syrian Arab Army")]),
    ("The regime said so in Syria.", [("The regime", "Government of Syria")]),
    ("The White Helmets came.", [("The White Helmets", "Syria Civil Defence")]),
    ("The Iraqi army and police advanced.", [("Iraqi army", "Iraqi Army"), ("police", "Iraqi Police")]),
    ("Two shells hit Ankara on Monday.", []),
    ("Snow fell.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found"), FOUND, ids=[row[0] for row in FOUND])
def test_parties_under_their_neutral_names(text, found):
    assert actors(text) == found


def test_loaded_words_lead_to_the_party_and_never_become_its_name():
    (regime,) = find_actors(article("The Assad regime said so."))
    assert (regime.text, regime.name) == ("Assad regime", "Government of Syria")


def test_only_the_body_is_read():
    assert find_actors(article("Rebels fled Syria.", kind="navigation")) == ()


def test_a_text_that_lost_its_capitals_is_still_read():
    text = "the syrian army and islamic state militants fought in syria."
    assert [name for _, name in actors(text)][:2] == ["Syrian Arab Army", "Islamic State"]
    assert [name for _, name in actors(text * 6 + "(X)")][:2] == ["Syrian Arab Army", "Islamic State"]


def test_an_umbrella_keeps_no_id_where_the_country_is_unclear():
    (rebels,) = find_actors(article("Rebels fled the town."))
    assert (rebels.actor_id, rebels.kind) == (None, "rebel_group")


@given(text=texts() | broken_texts())
@settings(max_examples=60, deadline=None)
def test_mentions_quote_the_text_in_order_and_do_not_overlap(text):
    end = 0
    for actor in find_actors(article(text)):
        assert text[actor.start : actor.end] == actor.text
        assert actor.start >= end
        assert actor.name
        end = actor.end


@given(text=texts())
@settings(max_examples=20, deadline=None)
def test_only_persons_are_private(text):
    assert {a.kind for a in find_actors(article(text)) if a.private} <= {"person"}
