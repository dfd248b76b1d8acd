"""On whose word a claim stands, and through whom it came."""

import pytest

from sayso.claims.claim_source import in_few_words, link_source
from sayso.model.claims import Source
from sayso.model.mentions import Attribution
from tests.claims.reports import SETTING, claim_of, claims_of, view_of

SOURCES = [
    ("Shells fell on Ariha, residents said.", "residents", "residents", "witness", ("The Plain", "residents")),
    ("According to the White Helmets, shells fell on Ariha.", "the White Helmets", "Syria Civil Defence", "monitor", ("The Plain", "Syria Civil Defence")),
    ("Shells reportedly fell on Ariha.", "reportedly", "unspecified", "unspecified", ("The Plain",)),
    ("Turkey's defence ministry said shells fell on Ariha.", "Turkey's defence ministry", "Turkish Ministry of Defence", "official", ("The Plain", "Turkish Ministry of Defence")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "name", "kind", "chain"), SOURCES, ids=[row[0] for row in SOURCES])
def test_who_says_it(small_gazetteer, text, words, name, kind, chain):
    source = claim_of(SETTING + text, small_gazetteer).source
    assert (source.text, source.name, source.kind, source.chain) == (words, name, kind, chain)


def test_in_its_own_voice_an_article_has_no_source(small_gazetteer):
    claim = claim_of(SETTING + "Shells fell on Ariha.", small_gazetteer)
    assert claim.source is None
    assert any(reason.startswith("source: none") and "its own voice" in reason for reason in claim.why)


def test_without_a_known_outlet_the_chain_starts_with_the_speaker(small_gazetteer):
    assert claim_of("Shells fell on Ariha in Syria, residents said.", small_gazetteer, publisher=None).source.chain == ("residents",)


def test_the_next_plain_sentence_is_the_articles_own(small_gazetteer):
    first, second = claims_of(SETTING + "Shells fell on Ariha, residents said. Shells fell on Saraqib too.", small_gazetteer)
    assert first.source.name == "residents"
    assert second.source is None


def test_a_spokesman_leads_to_the_body_that_he_speaks_for(small_gazetteer):
    source = claim_of("Omar Shaheen, a spokesman for the Turkish army, said shells fell on Ariha in Syria.", small_gazetteer).source
    assert (source.name, source.chain) == ("Omar Shaheen", ("The Plain", "Omar Shaheen", "Turkish Armed Forces"))


def test_who_passes_it_on_stands_between_the_outlet_and_the_original_claimant(small_gazetteer):
    view = view_of("Shells fell on Ariha in Syria.", small_gazetteer)
    agency = Attribution(source=((0, 6),), content=((0, 30),), source_name="Harbour Post", source_kind="media")
    nurse = Attribution(source=((7, 11),), content=((0, 29),), source_name="nurse", source_kind="witness", within=0)
    source, why = link_source(view, nurse, (agency, nurse), "The Plain", "source: weighed")
    assert (source.name, source.chain, why) == ("nurse", ("The Plain", "Harbour Post", "nurse"), 'source: weighed: "fell"')


def test_attributions_that_stand_in_each_other_end_the_chain(small_gazetteer):
    view = view_of("Shells fell on Ariha in Syria.", small_gazetteer)
    rows = [Attribution(source=((0, 6),), content=((0, 30),), source_name=name, source_kind="media", within=at) for name, at in (("one", 1), ("two", 0))]
    source, _ = link_source(view, rows[0], rows, None, "")
    assert sorted(source.chain) == ["one", "two"]


def test_a_quotation_that_goes_on_is_worded_by_the_last_words_for_its_speaker(small_gazetteer):
    text = SETTING + 'Karim Haddad, a baker, said that shells fell on Ariha.\n\n"They destroyed forty houses in Ariha, all of them on one street."'
    damage = claim_of(text, small_gazetteer, "damage")
    assert (damage.source.text, damage.source.name) == ("Karim Haddad, a baker", "Karim Haddad")


# the words of a source as the text has them; its kind; the words that are kept
WORDS = [
    ("Ana Sol, the fund's regional director", "un_ngo", "Ana Sol"),
    ("Gen Omar al-Darwan, Aris’s chief of staff", "official", "Gen Omar al-Darwan"),
    ("Karim Haddad, 43", "unspecified", "Karim Haddad"),
    ("the interior ministry, who noted the road was cut", "official", "the interior ministry"),
    ("officials in Aris who", "official", "officials in Aris"),
    ("Reuters, the BBC and AFP", "media", "Reuters, the BBC and AFP"),
    ("The Harbour Post, the BBC and AFP", "media", "The Harbour Post, the BBC and AFP"),
    ("Karim Haddad, a baker", "witness", "Karim Haddad, a baker"),
    ("a source who asked not to be named", "anonymous", "a source who asked not to be named"),
]


@pytest.mark.parametrize(("words", "kind", "kept"), WORDS, ids=[row[0] for row in WORDS])
def test_a_source_is_quoted_in_the_words_that_name_it(words, kind, kept):
    source = in_few_words(Source(text=words, span=(20, 20 + len(words)), name=kept, kind=kind))
    assert (source.text, source.span) == (kept, (20, 20 + len(kept)))
