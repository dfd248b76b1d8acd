"""Who speaks in news on conflict."""

from typing import get_args

import pytest

from sayso.knowledge.actors import load_countries, party_by_id
from sayso.knowledge.phrases import split_words
from sayso.knowledge.speakers import load_public_persons, load_speakers, public_names, speaker_names
from sayso.model.vocabulary import SourceKind

SPEAKERS = [
    ("Syrian Observatory for Human Rights", "Syrian Observatory for Human Rights", "monitor"),
    ("SOHR", "Syrian Observatory for Human Rights", "monitor"),
    ("White Helmets", "Syria Civil Defence", "monitor"),
    ("UNICEF", "UNICEF", "un_ngo"),
    ("Reuters", "Reuters", "media"),
]


@pytest.mark.parametrize(("words", "name", "kind"), SPEAKERS)
def test_spellings_lead_to_the_usual_name_and_kind(words, name, kind):
    speaker = load_speakers()[speaker_names().longest(split_words(words), 0)[1]]
    assert (speaker.name, speaker.kind) == (name, kind)


def test_every_speaker_has_a_kind_of_the_vocabulary_and_a_name_of_its_own():
    speakers = load_speakers()
    assert {s.kind for s in speakers.values()} <= set(get_args(SourceKind))
    names = [s.name for s in speakers.values()]
    assert sorted(names) == sorted(set(names))


def test_no_spelling_leads_to_two_speakers():
    taken = {}
    for speaker in load_speakers().values():
        for alias in (speaker.name, *speaker.aliases):
            assert taken.setdefault(alias, speaker.id) == speaker.id


def test_public_persons_speak_for_what_exists():
    for person in load_public_persons():
        assert person.state is None or person.state in load_countries(), person.name
        assert person.party is None or party_by_id(person.party), person.name
        assert person.body is None or person.body in load_speakers(), person.name


def test_a_public_person_is_found_by_the_surname_that_news_uses():
    person = next(p for p in load_public_persons() if p.also)
    for name in (person.name, *person.also):
        assert public_names().longest(split_words(name), 0)[1].name == person.name


def test_speakers_speak_for_parties_that_exist():
    assert [s.id for s in load_speakers().values() if s.party and party_by_id(s.party) is None] == []


def test_public_persons_speak_for_states_and_parties_that_exist():
    persons = load_public_persons()
    assert [p.name for p in persons if p.state and p.state not in load_countries()] == []
    assert [p.name for p in persons if p.party and party_by_id(p.party) is None] == []


def test_no_name_leads_to_two_public_persons():
    seen: dict[str, str] = {}
    for person in load_public_persons():
        for name in {n.casefold() for n in (person.name, *person.also)}:
            assert seen.setdefault(name, person.name) == person.name, name
