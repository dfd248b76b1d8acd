"""Names that only the network reads as places: kept where a happening points at them, unresolved, and never over what is known."""

from dataclasses import dataclass, field

import pytest
from msgspec import structs

from sayso.claims.heard_places import hear_places
from sayso.model.happenings import Happening
from sayso.model.mentions import ActorMention, Mentions, PlaceMention
from tests.claims.reports import article_of

TEXT = "Shells hit Qarvat Zoun on Sunday. The Syrian army left the Eastern road to Aris. Qarvat Zoun burned."


def span_of(words, nth=0):
    at = -1
    for _ in range(nth + 1):
        at = TEXT.index(words, at + 1)
    return at, at + len(words)


@dataclass
class Seen:
    """What a network might see: names of places, and words that its triggers point at."""

    names: list
    meant: list = field(default_factory=list)

    def spans(self, kind, least):
        assert kind == "place"
        return self.names

    def reach(self, trigger):
        return {"place": self}

    def of(self, span):
        return 0.9 if span in self.meant else 0.1


HIT = Happening(start=0, end=33, event="strike", trigger=span_of("hit"))


def heard(sight, mentions=None):
    return [(p.text, p.place_id, p.why is not None) for p in hear_places(article_of(TEXT), mentions or Mentions(), [HIT], sight)]


def test_a_name_that_a_happening_points_at_is_kept_unresolved():
    assert heard(Seen([span_of("Qarvat Zoun")], [span_of("Qarvat Zoun")])) == [("Qarvat Zoun", None, True)]


def test_a_name_that_no_happening_points_at_is_none():
    assert heard(Seen([span_of("Qarvat Zoun")])) == []


@pytest.mark.parametrize("words", ["Syrian", "Eastern", "road", "Sunday"])
def test_nationalities_directions_days_and_plain_words_are_no_names(words):
    assert heard(Seen([span_of(words)], [span_of(words)])) == []


def test_half_a_word_is_widened_and_small_words_are_cut():
    start, end = span_of("Qarvat Zoun on")
    assert heard(Seen([(start + 3, end)], [span_of("Qarvat Zoun")])) == [("Qarvat Zoun", None, True)]


def test_what_is_known_stays_as_it_is():
    start, end = span_of("Qarvat Zoun")
    place = PlaceMention(start=start, end=end, text="Qarvat Zoun", place_id="geonames:1", name="Qarvat Zoun")
    party = ActorMention(start=span_of("Aris")[0], end=span_of("Aris")[1], text="Aris", name="Aris", kind="rebel_group")
    both = Mentions(places=(place,), actors=(party,))
    again = span_of("Qarvat Zoun", 1)
    told = heard(Seen([(start, end), span_of("Aris"), again], [(start, end), span_of("Aris"), again]), both)
    assert told == [("Qarvat Zoun", "geonames:1", False)] * 2


def test_names_in_menus_and_notices_are_none():
    article = article_of(TEXT)
    menu = structs.replace(article, blocks=tuple(structs.replace(b, kind="navigation") for b in article.blocks))
    assert hear_places(menu, Mentions(), [HIT], Seen([span_of("Qarvat Zoun")], [span_of("Qarvat Zoun")])) == ()


SHORT = PlaceMention(start=span_of("Zoun")[0], end=span_of("Zoun")[1], text="Zoun", place_id="geonames:1", name="Zoun")


def test_a_name_that_the_rules_cut_short_is_read_whole_and_unresolved():
    mentions = Mentions(places=(SHORT,))
    assert heard(Seen([span_of("Qarvat Zoun")]), mentions) == [("Qarvat Zoun", None, True)]


@pytest.mark.parametrize(
    "longer",
    [
        {"names": [span_of("Sunday")]},
        {"names": [span_of("Qarvat Zoun")], "place": structs.replace(SHORT, place_id="country:SY")},
        {"names": [span_of("Qarvat Zoun")], "place": structs.replace(SHORT, relation="near")},
    ],
)
def test_other_names_countries_and_shifted_places_stay_as_they_are(longer):
    place = longer.get("place", SHORT)
    assert heard(Seen(longer["names"]), Mentions(places=(place,))) == [("Zoun", place.place_id, False)]


@pytest.mark.parametrize(
    ("text", "name", "part"),
    [
        ("Shells hit Qarvat, Zoun on Sunday and nine died.", "Qarvat, Zoun", "Zoun"),
        ("Shells hit Qarvat-Zoun on Sunday and nine died.", "Qarvat-Zoun", "Zoun"),
        ("Shells hit Qarvat (Zoun) on Sunday and nine died.", "Qarvat (Zoun", "Zoun"),
        ("Shells hit Old Zoun on Sunday and nine people died.", "Old Zoun", "Zoun"),
        ("Shells hit eastern Zoun on Sunday and nine died there.", "eastern Zoun", "Zoun"),
    ],
)
def test_lists_brackets_and_parts_of_a_town_are_no_longer_names(text, name, part):
    place = PlaceMention(start=text.index(part), end=text.index(part) + len(part), text=part, place_id="geonames:1", name=part)
    sight = Seen([(text.index(name), text.index(name) + len(name))])
    assert [p.text for p in hear_places(article_of(text), Mentions(places=(place,)), [], sight)] == [part]


def test_the_second_part_of_an_arabic_name_belongs_to_it():
    text = "Shells hit Urmin al-Kabir and Aris al-Zarif."
    known = PlaceMention(start=text.index("Aris"), end=text.index("Aris") + 4, text="Aris", place_id="geonames:1", name="Aris")
    unknown = PlaceMention(start=11, end=16, text="Urmin")
    places = hear_places(article_of(text), Mentions(places=(unknown, known)), [], Seen([]))
    assert [p.text for p in places] == ["Urmin al-Kabir", "Aris"]
    party = ActorMention(start=17, end=25, text="al-Kabir", name="al-Kabir", kind="rebel_group")
    assert hear_places(article_of(text), Mentions(places=(unknown, known), actors=(party,)), [], Seen([]))[0].text == "Urmin"
