"""Parties that only the network points at: states, bodies and groups; never persons, and never over what is known."""

import numpy as np
import pytest

from sayso.claims.heard_parties import hear_parties
from sayso.model.happenings import Happening
from sayso.model.mentions import ActorMention, Mentions, PlaceMention
from sayso.reading.pieces import Window, cut_pieces
from sayso.reading.sight import Reach
from tests.claims.reports import article_of

TEXT = (
    "On Sunday 20 popular defense groups, the Syrian council and Wadia shelled Aris Ridge; Malia armed its neighbour Omar Sund, they said. "
    "Nancy Cross, Omar Driver, DUPONT and Sund's brothers fled. NYPD and the SMoH, Mr RSKT, Omar DRVR, Aris Development Agency (ADOR), ADIR, a man (ADEN), "
    "the Patient Relief Fund, Dr Salim Darwan's team, Sund and police, Omar Fund came, thousands left."
)
PIECES = cut_pieces(TEXT, [(0, len(TEXT))], [])
SHELLED = Happening(start=0, end=75, event="strike", trigger=(TEXT.index("shelled"), TEXT.index("shelled") + 7))


def span_of(words):
    return TEXT.index(words), TEXT.index(words) + len(words)


class Seen:
    """What a network might see: the words that every trigger points at as agents."""

    def __init__(self, *meant):
        self.meant = meant

    def reach(self, trigger):
        odds = np.full(len(PIECES.ids), 0.1)
        for words in self.meant:
            odds[slice(*PIECES.covering(span_of(words)))] = 0.9
        return {"agent": Reach(PIECES, Window(0, len(odds), (0, len(odds))), odds.tolist())}


def heard(*meant, mentions=None):
    return [(a.text, a.name, a.actor_id) for a in hear_parties(article_of(TEXT), mentions or Mentions(), [SHELLED], (), Seen(*meant))]


@pytest.mark.parametrize(
    ("pointed", "name"),
    [("popular defense groups", "popular defense groups"), ("20 popular defense groups", "popular defense groups"), ("the Syrian council", "Syrian council"), ("the Patient Relief Fund", "Patient Relief Fund"), ("ADOR", "ADOR"), ("NYPD", "NYPD"), ("SMoH", "SMoH")],
)
def test_a_body_or_group_that_a_happening_points_at_is_a_party_under_its_own_words(pointed, name):
    assert heard(pointed) == [(name, name, None)]


@pytest.mark.parametrize("words", ["Omar Sund", "Nancy Cross", "Omar Driver", "DUPONT", "Sund's brothers", "they", "Aris Ridge", "said", "shelled", "ADIR", "RSKT", "DRVR", "ADEN", "Dr Salim Darwan's team", "Sund and police", "Omar Fund", "thousands"])
def test_what_may_be_a_person_a_pronoun_a_place_or_a_plain_word_is_none(words):
    assert heard(words) == []


def test_a_country_that_acts_is_its_government():
    start, end = span_of("Malia")
    country = PlaceMention(start=start, end=end, text="Malia", country="ML", place_id="country:ML")
    found = heard("Malia", mentions=Mentions(places=(country,)))
    assert [(text, name) for text, name, _ in found] == [("Malia", "Government of Mali")]


def test_a_part_of_a_known_party_is_not_named_again():
    start, end = span_of("popular defense groups")
    known = ActorMention(start=start, end=end, text="popular defense groups", name="Popular Defence", actor_id="pd")
    assert heard("defense groups", mentions=Mentions(actors=(known,))) == [("popular defense groups", "Popular Defence", "pd")]
