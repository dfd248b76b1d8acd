"""Who is named, and who of them is private: read with the weights that ship."""

import pytest

from sayso.claims.heard_persons import gather_named, mark_persons, person_weights
from sayso.claims.hints import list_hints
from sayso.claims.person_traits import SMALL
from sayso.language.sentences import spans_of
from sayso.mentions.actors import find_actors
from sayso.model.mentions import Mentions
from sayso.reading.network import load_network
from tests.claims.reports import article_of

READ = [
    ("Salim Darwan, a baker from Ariha, fled with his sons on Monday. Darwan said he had lost everything.", {"Salim Darwan": True, "Darwan": True}),
    ("“We have nothing left,” said Hala Qabbani, 34, a mother of three. Hala now lives in a tent.", {"Hala Qabbani": True, "Hala": True}),
    ("Foreign Minister Nour Haddo said on Monday that talks would go on. Haddo met envoys in Geneva.", {"Nour Haddo": False, "Haddo": False}),
    ("Vladimir Putin met Angela Merkel on Monday to discuss the war in Syria.", {"Vladimir Putin": False, "Angela Merkel": False}),
    ("Mariam Taliban, a baker, said her home is gone. Taliban, 34, now lives in a tent.", {"Mariam Taliban": True}),
    ("Police said Ibrahim Maaz, 19, was arrested near Homs on Sunday. Maaz denied the charges.", {"Ibrahim Maaz": True, "Maaz": True}),
]


def read(text):
    article = article_of(text)
    mentions = Mentions(actors=find_actors(article))
    sight = load_network().look_at(text, spans_of(article), list_hints(article, mentions, ()))
    return mark_persons(article, mentions, sight)


@pytest.mark.parametrize(("text", "persons"), READ, ids=[row[0][:40] for row in READ])
def test_private_persons_and_office_holders(text, persons):
    marked = {a.text: a.private for a in read(text) if a.kind == "person"}
    assert {name: marked.get(name) for name in persons} == persons


def test_mentions_stand_in_the_order_of_the_text_and_quote_it():
    text = READ[0][0]
    found = read(text)
    assert [a.text for a in found] == [text[a.start : a.end] for a in found]
    assert list(found) == sorted(found, key=lambda a: a.start)


def test_a_name_of_which_one_word_is_known_elsewhere_is_not_public():
    table = person_weights()
    known, mixed = {"known in public by one word", "size 1"}, {"known in public by one word", "size 1", "size 2"}
    assert table.odds(known)[1] == 0.0
    assert table.odds(mixed)[1] > 0.0


@pytest.mark.parametrize(("text", "common"), [("Accounts differ on who holds Ariha.", True), ("Williams left Ariha.", False), ("Sabouni left Ariha.", False)])
def test_one_common_word_in_the_plural_counts_as_one_that_is_also_written_small(text, common):
    article = article_of(text)
    sight = load_network().look_at(text, spans_of(article), list_hints(article, Mentions(), ()))
    traits = next(n.traits for n in gather_named(article, Mentions(), sight) if n.mentions[0].words[0].start == 0)
    assert (SMALL in traits) == common
