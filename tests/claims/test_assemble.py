"""Claims whole: every slot of a short report, and what holds of any report."""

import pytest
from hypothesis import HealthCheck, given, settings

from sayso.claims.assemble import assemble_claims
from sayso.claims.happenings import find_happenings
from tests.claims.reports import SETTING, article_of, claim_of, claims_of, read, sight_of
from tests.expectations.reports import texts

whole = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


def test_every_slot_of_a_strike(small_gazetteer):
    text = SETTING + "Air strikes hit a market in Ariha on Sunday, killing 12 civilians, the White Helmets said."
    claim = claim_of(text, small_gazetteer)
    assert (claim.event, claim.acled_sub_event, claim.status, claim.hedged) == ("strike", "Air/drone strike", "happened", False)
    assert [(p.text, p.role, p.country) for p in claim.places] == [("Ariha", "at", "SY")]
    assert (claim.time.text, claim.time.start.isoformat(), claim.time.precision) == ("Sunday", "2020-01-26", 1)
    assert [(a.name, a.role) for a in claim.actors] == [("civilians", "affected")]
    assert [(f.text, f.low, f.high, f.measure, f.counts) for f in claim.figures] == [("12 civilians", 12, 12, "killed", "civilians")]
    assert (claim.source.name, claim.source.chain[0]) == ("Syria Civil Defence", "The Plain")
    assert claim.control is None


def test_two_happenings_of_a_sentence_are_two_claims_in_the_order_of_the_text(small_gazetteer):
    strike, flight = claims_of(SETTING + "Shells fell on Ariha while hundreds of families fled to Idlib.", small_gazetteer)
    assert (strike.event, [p.text for p in strike.places], strike.figures) == ("strike", ["Ariha"], ())
    assert (flight.event, [p.text for p in flight.places]) == ("displacement", ["Idlib"])
    assert strike.end <= flight.start


def test_every_slot_says_why(small_gazetteer):
    claim = claim_of(SETTING + "Shells fell on Ariha.", small_gazetteer)
    for slot in ("trigger", "status", "places", "time", "actors", "figures", "source"):
        assert any(reason.startswith(slot) for reason in claim.why), slot


@pytest.mark.parametrize("opinion", ["The editorial says shells fell on Ariha.", "A columnist wrote that the army took Ariha."])
def test_the_words_of_an_opinion_page_are_no_claim(small_gazetteer, opinion):
    assert claims_of(SETTING + opinion, small_gazetteer) == []


def test_control_of_a_town_that_the_sentence_does_not_name_is_nowhere(small_gazetteer):
    named = claims_of(SETTING + "Rebels captured the town of Ariha. The army captured a town near Saraqib.", small_gazetteer, "control")
    assert [[p.text for p in c.places] for c in named] == [["Ariha"], ["Saraqib"]]
    any_town = claims_of(SETTING + "Rebels captured the town of Ariha. The army captured a town on Sunday.", small_gazetteer, "control")[-1]
    assert any_town.places == ()
    assert any('"a town" may be any' in reason for reason in any_town.why)


def test_a_denied_strike_keeps_its_class_and_names_the_denial(small_gazetteer):
    claim = claim_of("The Syrian government denied any strike on Ariha.", small_gazetteer)
    assert (claim.event, claim.status, claim.denies, claim.source.name) == ("strike", "denied", "event", "Government of Syria")
    assert any("denied" in reason for reason in claim.why)


def test_a_threat_is_the_speakers_own_act(small_gazetteer):
    claim = claim_of("Turkey warned on Monday that it would strike Syrian forces.", small_gazetteer)
    assert (claim.event, claim.status, claim.time.text) == ("threat", "happened", "Monday")
    assert [(a.name, a.role) for a in claim.actors] == [("Government of Turkey", "agent"), ("Syrian government forces", "target")]


def test_the_order_in_which_happenings_are_handed_over_does_not_matter(small_gazetteer):
    text = SETTING + "Shells fell on Ariha while families fled to Idlib. The camp has no water."
    article, record = article_of(text), read(text, small_gazetteer)
    sight = sight_of(article, record.mentions)
    told = find_happenings(article, record.mentions.actors, sight)
    assert len(told) > 1
    assert assemble_claims(article, told[::-1], record.mentions, record.attributions, sight) == record.claims


@given(text=texts())
@whole
def test_claims_quote_the_text_and_stand_in_its_order(small_gazetteer, text):
    claims = read(text, small_gazetteer).claims
    assert [text[c.start : c.end] for c in claims] == [c.evidence for c in claims]
    assert [c.start for c in claims] == sorted(c.start for c in claims)
    assert all(0.0 < c.score < 1.0 for c in claims)


@given(text=texts())
@whole
def test_ids_are_unique_and_depend_on_the_text_alone(small_gazetteer, text):
    ids = [c.id for c in read(text, small_gazetteer).claims]
    assert len(ids) == len(set(ids))
    assert ids == [c.id for c in read(text, small_gazetteer).claims]


@given(text=texts())
@whole
def test_a_part_points_to_a_figure_told_before_it(small_gazetteer, text):
    for claim in read(text, small_gazetteer).claims:
        assert all(f.part_of is None or f.part_of < index for index, f in enumerate(claim.figures))


@given(text=texts())
@whole
def test_every_place_and_actor_of_a_claim_was_mentioned(small_gazetteer, text):
    record = read(text, small_gazetteer)
    places = {(p.start, p.end) for p in record.mentions.places}
    actors = {(a.start, a.end) for a in record.mentions.actors}
    for claim in record.claims:
        assert {(p.start, p.end) for p in claim.places} <= places
        speaker = {claim.source.span} if claim.source else set()
        assert {a.span for a in claim.actors} <= actors | speaker
