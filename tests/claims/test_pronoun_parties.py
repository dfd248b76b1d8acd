"""Which party a pronoun means: by who speaks, what stands right before, and what the sentence is about; nobody in doubt."""

import pytest

from sayso.claims.pronoun_parties import Told, is_pronoun, party_of_pronoun
from sayso.claims.speakers import find_attributions
from sayso.language.sentences import sentences_of
from sayso.mentions.actors import find_actors
from tests.claims.reports import article_of

MEANT = [
    ("Russia confirmed that it had bombed a factory in Syria.", "it had", "Government of Russia"),
    ("The Islamic State has killed members of a tribe it has been battling in Syria.", "it has", "Islamic State"),
    ("Syrian government forces shell the town daily. They have been unable to take it.", "They", "Syrian government forces"),
    ("Syrian government forces shell the town daily. They drove Syrian government forces back.", "They", None),
    ("Turkey and Russia signed a truce. They sent observers.", "They", None),
    ("The Syrian army and Hezbollah said they took the hill.", "they", None),
    ("Rebels fought the Syrian army near Ariha, which took the hill.", "which", None),
    ("Hezbollah, which took the hill, left.", "which", "Hezbollah"),
    ("Families fled Ariha. They slept in the open.", "They", None),
    ("Families left Homs because Hezbollah came. They blocked a road.", "They", None),
    ("Hezbollah's rival fell back. They shot at a farm.", "They", None),
    ("The Syrian army said the village was shelled and it burned.", "it", None),
    ('"We will go on," said a spokesman for the Syrian Democratic Forces.', "We", "Syrian Democratic Forces"),
    ('"We have no water," said a resident of Ariha in Syria.', "We", None),
]


@pytest.mark.parametrize(("text", "pronoun", "name"), MEANT, ids=[row[0] for row in MEANT])
def test_the_party_that_a_pronoun_means(text, pronoun, name):
    article = article_of(text)
    actors = find_actors(article)
    told = Told(text, sentences_of(article), actors, find_attributions(article, actors))
    start = text.index(pronoun)
    meant = party_of_pronoun(told, (start, start + len(pronoun.split()[0])))
    assert (meant.name if meant else None) == name
    assert meant is None or (meant.why and text[meant.start : meant.end] == meant.text)


@pytest.mark.parametrize(("words", "pronoun"), [("They", True), ("its", True), ("WHO", False), ("IT", False), ("the group", False)])
def test_letters_of_a_body_are_no_pronoun(words, pronoun):
    assert is_pronoun(words) is pronoun
