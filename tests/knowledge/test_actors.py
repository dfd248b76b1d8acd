"""Parties and states by their names."""

import pytest

from sayso.knowledge.actors import load_countries, load_parties, party_by_id, party_names, state_party
from sayso.knowledge.phrases import split_words

BY_RULE = [
    ("HN", "forces", "Honduran Armed Forces", "forces:HN"),
    ("RU", "government", "Government of Russia", "government:RU"),
    ("US", "government", "Government of the United States", "government:US"),
    ("IQ", "police", "Iraqi Police", "police:IQ"),
    ("SY", "army", "Syrian Arab Army", "syrian-arab-army"),
    ("SY", "forces", "Syrian government forces", "syrian-government-forces"),
]


@pytest.mark.parametrize(("country", "organ", "name", "party_id"), BY_RULE)
def test_parts_of_states_are_reviewed_or_named_by_rule(country, organ, name, party_id):
    party = state_party(country, organ)
    assert (party.name, party.id, party.country, party.state) == (name, party_id, country, True)


@pytest.mark.parametrize("party_id", ["syrian-arab-army", "hts", "forces:HN", "government:RU"])
def test_the_id_of_a_mention_leads_back_to_its_party(party_id):
    assert party_by_id(party_id).id == party_id


@pytest.mark.parametrize("party_id", ["nobody", "forces:ZZ", "choir:SY", ""])
def test_an_unknown_id_leads_nowhere(party_id):
    assert party_by_id(party_id) is None


@pytest.mark.parametrize(("words", "party_id"), [("Hezbollah", "hezbollah"), ("SDF", "sdf"), ("Syrian regime forces", "syrian-government-forces"), ("Islamic State", "islamic-state"), ("sdf", None)])
def test_names_spellings_and_loaded_wordings(words, party_id):
    found = party_names().longest(split_words(words), 0)
    assert (found[1] if found else None) == party_id


def test_ids_and_names_of_parties_are_unique():
    parties = load_parties()
    assert all(party.id == key for key, party in parties.items())
    names = [p.name for p in parties.values()]
    assert sorted(names) == sorted(set(names))


def test_no_loaded_wording_is_a_display_name():
    loaded = {word for p in load_parties().values() for word in p.loaded}
    assert loaded
    assert loaded.isdisjoint({p.name for p in load_parties().values()})


def test_every_party_belongs_to_a_state_that_exists_and_says_where_it_comes_from():
    parties = load_parties().values()
    assert [p.id for p in parties if p.country and p.country not in load_countries()] == []
    assert [p.id for p in parties if not p.source] == []


def test_dates_of_validity_run_forward():
    dated = [p for p in load_parties().values() if p.valid_from and p.valid_to]
    assert [p.id for p in dated if p.valid_from[: len(p.valid_to)] > p.valid_to] == []


def test_states_have_an_adjective_and_a_seat():
    countries = load_countries()
    assert countries["FR"].name == "France"
    assert countries["US"].with_article == "the United States"
    assert countries["FR"].with_article == "France"
    assert [c.code for c in countries.values() if not (c.adjectives and c.seat)] == []


def test_relations_of_parties_lead_to_parties():
    parties = load_parties()
    told = {(p.id, other) for p in parties.values() for other in (*p.members, *p.allies, *filter(None, (p.parent, p.became)))}
    assert [(party_id, other) for party_id, other in sorted(told) if party_by_id(other) is None] == []


def test_no_name_stands_for_two_parties():
    seen: dict[str, str] = {}
    for party in load_parties().values():
        for name in {fold for alias in (party.name, *party.aliases, *party.arabic, *party.loaded) for fold in [alias.casefold()]}:
            assert seen.setdefault(name, party.id) == party.id, name


@pytest.mark.parametrize("relation", ["parent", "became"])
def test_no_party_is_above_or_after_itself(relation):
    for party in load_parties().values():
        seen, other = {party.id}, getattr(party, relation)
        while other and other in load_parties():
            assert other not in seen, party.id
            seen.add(other)
            other = getattr(load_parties()[other], relation)
