"""Reasons why two articles are mainly about one happening, each on its own, and what comes of their sum."""


import pytest

from sayso.ledger import Signs, group_claims, sign_text
from sayso.ledger.leads import Lead, find_leads
from sayso.ledger.profiles import profile_claims
from sayso.ledger.same_story import (
    SAME_STORY,
    compare_claims,
    compare_publication,
    compare_rare_words,
    compare_told_days,
    compare_tolls,
    compare_towns,
    compare_wordings,
    judge_stories,
)
from sayso.ledger.stories import choose_main
from sayso.model.events import ArticleHeader
from tests.ledger.reports import article, day, file, groups, killed

SHOT = "A gunman shot Ilmar Quellin, 37, outside the Brevko bakery on Hollin Lane; Quellin, a locksmith from Tarmin, died at Sorvik hospital."
AGAIN = "Locksmith Ilmar Quellin was shot outside the Brevko bakery on Hollin Lane and died at Sorvik hospital, relatives said."
OTHER = "Thieves took copper cable from a warehouse in Ostbergen; dockers of the Vantaan yard found the gate open in the morning."


def lead(digest, published, *claims, text=SHOT):
    """The lead of an article with these words and claims; with none, of one that no claim was read from."""
    header, told = article(digest, published, *claims)
    signs = Signs({digest: sign_text(text)})
    (found,) = find_leads([header], profile_claims(file((header, told)), signs), signs)
    return found


def violence(**fields):
    return {"event": "violence"} | fields


def degree(compare, one, other):
    finding = compare(one, other)
    return None if finding is None else finding.degree


@pytest.mark.parametrize(("text", "least", "most"), [(SHOT, 1.0, 1.0), (AGAIN, 0.5, 1.0), (OTHER, 0.0, 0.0)])
def test_uncommon_words_in_common(text, least, most):
    found = degree(compare_wordings, lead("a", 6), lead("b", 6, text=text)) or 0.0
    assert least <= found <= most


def test_rare_words_are_counted_and_weigh_less_where_both_tell_of_fighting():
    assert degree(compare_rare_words, lead("a", 6), lead("b", 6, text=OTHER)) is None
    plain = degree(compare_rare_words, lead("a", 6, violence()), lead("b", 6, violence(), text=AGAIN))
    arms = degree(compare_rare_words, lead("a", 6, {"event": "strike"}), lead("b", 6, {"event": "battle"}, text=AGAIN))
    assert arms == pytest.approx(0.4 * plain)


@pytest.mark.parametrize(("one", "other", "expected"), [(6, 6, None), (6, 8, None), (6, 9, "little"), (6, 28, "more"), (None, 6, "little more")])
def test_articles_far_apart_speak_against_one_happening(one, other, expected):
    found = degree(compare_publication, lead("a", one), lead("b", other))
    least = {None: None, "little": -0.2, "little more": -0.7, "more": -0.8}[expected]
    assert found is None if least is None else least <= found < 0


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [({"on": 5}, {"on": 5}, 0.6), ({"on": 5}, {"on": 9}, -1.0), ({"on": 5}, {"on": 6}, None), ({"on": 5}, {}, None), ({"on": 1, "until": 9}, {"on": 20}, None)],
)
def test_the_days_that_they_open_with(one, other, expected):
    assert degree(compare_told_days, lead("a", 21, violence(**one)), lead("b", 21, violence(**other))) == expected


@pytest.mark.parametrize(("one", "other", "expected"), [("Tarmin", "Tarmin", 1.0), ("Tarmin", "Sahl", None), ("Syria", "Syria", None)])
def test_the_places_that_they_open_with(one, other, expected):
    assert degree(compare_towns, lead("a", 6, violence(at=one)), lead("b", 6, violence(at=other))) == expected


@pytest.mark.parametrize(("one", "other", "expected"), [(3, 3, 1.0), (3, 40, -0.6), (3, None, None)])
def test_the_numbers_that_they_open_with(one, other, expected):
    told = [violence(figures=[killed(n)] if n else []) for n in (one, other)]
    assert degree(compare_tolls, lead("a", 6, told[0]), lead("b", 6, told[1])) == expected


def test_their_claims_are_compared_and_acts_of_war_must_agree():
    near = lead("a", 6, violence(on=5)), lead("b", 6, violence(on=5))
    far = lead("a", 6, violence(on=5)), lead("b", 6, violence(on=5, at="Sahl"))
    assert degree(compare_claims, *near) > 0.5
    assert degree(compare_claims, *far) == -0.25
    raids = lead("a", 6, {"on": 5}), lead("b", 6, {"on": 5, "at": "Sahl"})
    assert compare_claims(*raids).forbids
    assert judge_stories(*raids).forbidden
    assert compare_claims(lead("a", 6), lead("b", 6)) is None


def test_one_killing_told_twice_is_one_story_and_another_is_not():
    told = lead("a", 6, violence(on=5)), lead("b", 7, violence(at="Sahl"), text=AGAIN)
    assert judge_stories(*told).score >= SAME_STORY > judge_stories(told[0], lead("c", 6, violence(), text=OTHER)).score


def test_what_is_only_expected_or_denied_leads_nothing():
    found = lead("a", 6, violence(status="expected"), violence(status="denied"), {"event": "aid"}, violence())
    assert [p.claim.id for p in found.claims] == ["a4"]


def test_the_main_claim_is_the_one_nearest_to_the_other_articles():
    two = lead("a", 9, violence(on=1, at="Sahl"), violence(on=8))
    assert choose_main(two, [lead("b", 9, violence(on=8))]).claim.id == "a2"
    assert choose_main(two, []).claim.id == "a1"


def test_articles_of_one_story_bring_their_main_claims_together_whatever_their_places():
    pages = article("a", 6, violence(at="Sahl")), article("b", 7, violence(at="Tarmin")), article("c", 6, violence())
    signs = Signs({"a": sign_text(SHOT), "b": sign_text(AGAIN), "c": sign_text(OTHER)})
    events = group_claims(file(*pages), signs=signs)
    assert groups(events) == {frozenset({"a1", "b1"}), frozenset({"c1"})}
    assert {e.articles for e in events} == {("a", "b"), ("c",)}
    assert all(why.startswith("by their articles: ") for why in events[0].why[0].split(" points: ")[1].split("; "))


def test_an_article_without_claims_is_about_what_its_words_tell_and_one_that_stands_alone_about_nothing():
    header, _ = article("b", 7)
    signs = Signs({"a": sign_text(SHOT), "b": sign_text(AGAIN)})
    (event,) = group_claims(file(article("a", 6, violence())), [header], signs=signs)
    assert event.articles == ("a", "b")
    assert group_claims(file(), [header], signs=signs) == ()


def test_a_lead_without_claims_is_of_no_arms():
    assert not Lead(ArticleHeader(article_id="a", digest="a", published=day(6))).is_of_arms
