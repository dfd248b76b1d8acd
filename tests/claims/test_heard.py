"""Sources, cues and contents that the network hears beside what the rules find."""

from dataclasses import dataclass

import pytest

from sayso.claims.heard import hear_attributions
from sayso.claims.speakers import find_attributions
from sayso.mentions.actors import find_actors
from tests.claims.reports import article_of


@dataclass
class Ear:
    """A network that hears the words of one source, and doubts nothing."""

    source: tuple

    def spans(self, kind, least):
        return [self.source] if kind == "said_source" else []

    def inside_of(self, kind, span):
        return 1.0


# text; what the network hears as its source; words and name of the source that come of it
WORDS = [
    ("Shells killed three people in Aris local residents said.", "local residents", "local residents", "local residents"),
    ("After days of calm local residents said shells fell on Aris.", "local residents", "local residents", "local residents"),
    ("The White Helmets which work in Aris said shells fell.", "The White Helmets which work in", "The White Helmets", "Syria Civil Defence"),
    ("Karim, 24, said shells fell on Aris.", "Karim, 24,", "Karim", "Karim"),
    ("Aid officials said shells fell on Aris.", "Aid", "Aid officials", "Aid officials"),
    ("State news agency SANA said shells fell on Aris.", "State news agency", "State news agency SANA", "SANA"),
    ("Eyewitnesses said shells fell on Aris.", "Eye", "Eyewitnesses", "Eyewitnesses"),
    ("Salma Darwan, a teacher in Aris, said shells fell.", "a teacher", "Salma Darwan, a teacher in Aris", "Salma Darwan"),
    ("A nurse who lost her leg in Aris said shells fell.", "A nurse", "A nurse who lost her leg in Aris", "nurse"),
    ("Rain came to Aris.\n\nAid officials said shells fell.", "Aris.\n\nAid officials", "Aid officials", "Aid officials"),
    ("Its spokesman, Karim Darwan, said shells fell.", "Karim Darwan", "Its spokesman, Karim Darwan", "Karim Darwan"),
    ("A fighter who asked not to be named said shells fell on Aris.", "A fighter", "A fighter who asked not to be named", "fighter"),
]


@pytest.mark.parametrize(("text", "heard", "words", "name"), WORDS, ids=[row[0] for row in WORDS])
def test_the_words_of_a_source_are_those_that_the_network_hears(text, heard, words, name):
    article = article_of(text)
    actors = find_actors(article)
    by_rule = find_attributions(article, actors)
    assert by_rule
    said = hear_attributions(article, actors, by_rule, Ear((text.index(heard), text.index(heard) + len(heard))))
    assert [(text[slice(*a.source[0])], a.source_name) for a in said if a.source] == [(words, name)]


def test_a_pronoun_goes_with_its_speaker_to_the_new_name():
    text = "Wounded others local residents said. They said shells fell on Aris."
    article = article_of(text)
    actors = find_actors(article)
    by_rule = find_attributions(article, actors)
    said = hear_attributions(article, actors, by_rule, Ear((text.index("local"), text.index(" said"))))
    assert {a.source_name for a in said if a.source} == {"local residents"}


def test_a_headline_that_ends_with_its_speaker_needs_no_network():
    class Deaf(Ear):
        def inside_of(self, kind, span):
            return 0.0

    article = article_of("Three killed as shells fall on Aris Observatory\n\nShells fell on Aris on Sunday.")
    actors = find_actors(article)
    said = hear_attributions(article, actors, find_attributions(article, actors), Deaf((0, 0)))
    assert [article.text[slice(*a.source[0])] for a in said if a.source] == ["Observatory"]
