"""The usual name and kind of a source."""

import pytest

from sayso.claims.source_names import Scene, is_person_role, name_source, scene_of
from sayso.knowledge.phrases import split_words
from sayso.mentions.actors import find_actors
from tests.claims.reports import article_of, attributions_of

SY = Scene(country="SY")

NAMES = [
    # words of the source; name, kind
    ("the Syrian Observatory for Human Rights", "Syrian Observatory for Human Rights", "monitor"),
    ("the White Helmets", "Syria Civil Defence", "monitor"),
    ("UNICEF", "UNICEF", "un_ngo"),
    ("the UN", "United Nations", "un_ngo"),
    ("Reuters", "Reuters", "media"),
    ("a resident", "resident", "witness"),
    ("residents of Aris", "residents of Aris", "witness"),
    ("a teacher", "teacher", "witness"),
    ("a security source", "security source", "anonymous"),
    ("a source at Aleppo Police Command", "source at Aleppo Police Command", "official"),
    ("a Syrian regime source", "Syrian regime source", "official"),
    ("Government sources", "Government sources", "official"),
    ("the Office of Civil Defense", "Office of Civil Defense", "official"),
    ("the media office of the White Helmets", "Syria Civil Defence", "monitor"),
    ("a former regime source", "former regime source", "anonymous"),
    ("the Civil Defense", "Syria Civil Defence", "monitor"),
    ("Scotland Yard", "Metropolitan Police", "official"),
    ("local authorities", "local authorities", "official"),
    ("the Ministry of Women and Displaced Residents", "Ministry of Women and Displaced Residents", "official"),
    ("Western powers", "Western powers", "official"),
    ("intelligence agencies", "intelligence agencies", "official"),
    ("Respondents", "Respondents", "witness"),
    ("key informants in the camp", "key informants in the camp", "witness"),
    ("a resident speaking from a bus near the camp", "resident", "witness"),
    ("rights activists", "rights activists", "monitor"),
    ("opposition activists", "opposition activists", "witness"),
    ("an NGO worker", "NGO worker", "un_ngo"),
    ("local media reports", "local media reports", "media"),
    ("the principal deputy secretary", "principal deputy secretary", "official"),
    ("relief officials", "relief officials", "un_ngo"),
    ("Video footage", "Video footage", "media"),
    ("It was reported", "unspecified", "unspecified"),
    ("Much of the town", "Much of the town", "unspecified"),
    ("the National Coalition", "Syrian National Coalition", "armed_group"),
    ("a senior officer who spoke on condition of anonymity", "senior officer", "anonymous"),
    ("some sources", "unspecified", "unspecified"),
    ("some", "unspecified", "unspecified"),
    ("some of the families", "some of the families", "witness"),
    ("some of those detained by the police", "unspecified", "unspecified"),
    ("many near the police station", "unspecified", "unspecified"),
    ("some local journalists", "some local journalists", "media"),
    ("the mayor", "mayor", "official"),
    ("the defence ministry", "Syrian Ministry of Defence", "official"),
    ("state television", "Syrian state television", "official"),
    ("state media", "Syrian state media", "official"),
    ("Norway's state broadcaster", "Norwegian state television", "official"),
    ("media sources", "media sources", "media"),
    ("a local civil defence source", "local civil defence source", "anonymous"),
    ("the provincial civil affairs bureau", "provincial civil affairs bureau", "official"),
    ("the Disaster Management Agency", "Disaster Management Agency", "official"),
    ("two non-governmental organisations", "two non-governmental organisations", "un_ngo"),
]


@pytest.mark.parametrize(("words", "name", "kind"), NAMES, ids=[row[0] for row in NAMES])
def test_name_and_kind(words, name, kind):
    named = name_source(words, (0, len(words)), (), SY)
    assert (named.name, named.kind) == (name, kind)


SPEAKERS = [
    # a sentence; name, kind of its speaker
    ("Rebels in Syria said shells fell.", "Syrian opposition fighters", "armed_group"),
    ("The Syrian army said shells fell.", "Syrian Arab Army", "official"),
    ("The US-led coalition said shells fell.", "US-led coalition", "official"),
    ("The SDF said shells fell.", "Syrian Democratic Forces", "armed_group"),
    ("Turkey said shells fell.", "Government of Turkey", "official"),
    ("A broad coalition of Syrian rebels said shells fell.", "Syrian opposition fighters", "armed_group"),
    ("A unit run by Damascus ally Hezbollah said shells fell.", "Hezbollah", "armed_group"),
    ("Jordan Millwick of the defence ministry said shells fell.", "Ministry of Defence", "official"),
    ("Putin ally Dmitry Medvedev said shells fell.", "Dmitry Medvedev", "official"),
    ("Putin ally Dmitry Velnikov said shells fell.", "Dmitry Velnikov", "witness"),
    ("The fire chief Abdulrahman Darwan said shells fell.", "Abdulrahman Darwan", "official"),
    ("Turkey's defence ministry said shells fell.", "Turkish Ministry of Defence", "official"),
    ("Karim Haddad, a baker, said shells fell.", "Karim Haddad", "witness"),
    ("The mayor of Aris, Salim Darwan, said shells fell.", "Salim Darwan", "official"),
    ("Salim Darwan, a doctor in Aris, said shells fell.", "Salim Darwan", "witness"),
    ("Vladimir Putin said shells fell.", "Vladimir Putin", "official"),
    ("Rami Abdel Rahman, who heads the Observatory, said shells fell.", "Syrian Observatory for Human Rights", "monitor"),
    ("Rami Abdel Rahman told AFP that shells fell.", "Syrian Observatory for Human Rights", "monitor"),
    ("The Syrian National Coalition met and the coalition said shells fell.", "Syrian National Coalition", "armed_group"),
    ("Omar Shaheen, a spokesman for the SDF, said shells fell.", "Omar Shaheen", "armed_group"),
]


@pytest.mark.parametrize(("text", "name", "kind"), SPEAKERS, ids=[row[0] for row in SPEAKERS])
def test_parties_and_persons_as_sources(text, name, kind):
    (said,) = attributions_of(text)
    assert (said.source_name, said.source_kind) == (name, kind)


@pytest.mark.parametrize(("words", "number"), [("the mayor", "one"), ("residents", "many"), ("UNICEF", "body"), ("a security source", "one"), ("security sources", "many")])
def test_whether_it_is_one_many_or_a_body(words, number):
    assert name_source(words, (0, len(words)), (), SY).number == number


@pytest.mark.parametrize(
    ("text", "monitor"),
    [
        ("The Syrian Observatory for Human Rights counted. A monitor said so.", "Syrian Observatory for Human Rights"),
        ("The Syrian Observatory for Human Rights and the White Helmets counted. A monitor said so.", "Syrian Observatory for Human Rights"),
        ("A monitor said so.", "monitor"),
        ("The Syrian Observatory for Human Rights and the Syrian Network for Human Rights counted. A monitor said so.", "monitor"),
    ],
)
def test_a_monitor_without_a_name_is_the_only_one_that_the_article_names(text, monitor):
    scene = scene_of(text, find_actors(article_of(text)))
    start = text.index("A monitor")
    assert name_source(text, (start, start + 9), (), scene).name == monitor


@pytest.mark.parametrize(("words", "person"), [("the commander", True), ("a shopkeeper in the old town", True), ("the ministry", False), ("a convoy", False)])
def test_words_for_one_person(words, person):
    assert is_person_role(split_words(words)) is person


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Salim Darwan, the mayor of Aris, left.\n\nA shell killed two people, Darwan said.", "official"),
        ("Salim Darwan, a spokesman for Free Syrian Army rebels, left.\n\nA shell killed two people, Darwan said.", "armed_group"),
        ("Salim Darwan, a relief worker with Oxfam, left.\n\nA shell killed two people, Darwan said.", "un_ngo"),
        ("One of the wounded was Salim Darwan, the mayor said.\n\nA shell killed two people, Darwan said.", "witness"),
        ("Rebels shot Salim Darwan, rebels said.\n\nA shell killed two people, Darwan said.", "witness"),
        ("Salim Darwan, a shopkeeper, left.\n\nA shell killed two people, Darwan said.", "witness"),
    ],
)
def test_a_person_speaks_as_what_the_article_says_of_them_elsewhere(text, kind):
    assert attributions_of(text)[-1].source_kind == kind
