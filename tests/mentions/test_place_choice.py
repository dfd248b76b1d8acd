"""Which of the places that share a name is meant."""

import msgspec
import pytest

from sayso.mentions.place_choice import REASONS, Asked, Setting, choose_place, setting_of
from tests.mentions.articles import name

NOWHERE = Setting({})


def asked(wanted, gazetteer, kinds=(), within=()):
    return Asked(name(f"They left {wanted}.", wanted, gazetteer), frozenset(kinds), within)


def chosen(choice):
    return choice.candidate.place.place_id if choice.candidate else None


CHOICES = {
    "the document's country": ("Ariha", Setting({"SY": 1.0}), (), "geonames:10"),
    "another country's document": ("Ariha", Setting({"PS": 1.0}), (), "geonames:11"),
    "a town asked for": ("Idlib", Setting({"SY": 1.0}), ("town",), "geonames:6"),
    "a province asked for": ("Idlib", Setting({"SY": 1.0}), ("admin1",), "admin1:SY.12"),
    "a bare name is the town's": ("Idlib", Setting({"SY": 1.0}), (), "geonames:6"),
    "the larger town": ("Salem", Setting({"US": 1.0}), (), "geonames:12"),
    "countries before towns": ("Turkey", NOWHERE, (), "country:TR"),
}  # fmt: skip


@pytest.mark.parametrize(("wanted", "setting", "kinds", "place_id"), CHOICES.values(), ids=CHOICES.keys())
def test_reasons_choose(small_gazetteer, wanted, setting, kinds, place_id):
    assert chosen(choose_place(asked(wanted, small_gazetteer, kinds), setting)) == place_id


def test_the_text_that_names_what_a_town_lies_in_decides(small_gazetteer):
    oregon, india = (small_gazetteer.find(n) for n in ("Oregon", "India"))
    assert chosen(choose_place(asked("Salem", small_gazetteer, within=oregon), NOWHERE)) == "geonames:12"
    assert chosen(choose_place(asked("Salem", small_gazetteer, within=india), NOWHERE)) == "geonames:13"


def test_a_town_near_the_others_is_preferred(small_gazetteer):
    near_jericho = Setting({}, (("x", 31.9, 35.2),))
    assert chosen(choose_place(asked("Ariha", small_gazetteer), near_jericho)) == "geonames:11"


def test_an_unknown_name_stays_open_with_a_reason(small_gazetteer):
    choice = choose_place(asked("Oslan", small_gazetteer), NOWHERE)
    assert (choice.candidate, choice.score, choice.others) == (None, 0.0, ())
    assert choice.why == "no place of this name in the gazetteer"


def test_a_namesake_far_from_all_else_is_not_taken(small_gazetteer):
    choice = choose_place(asked("Ariha", small_gazetteer), Setting({"FR": 1.0}))
    assert choice.candidate is None or choice.candidate.place.name == "Ariha"
    bones = choose_place(asked("Sarakib", small_gazetteer), Setting({"FR": 1.0}))
    assert bones.candidate is None
    assert "far from all else" in bones.why


def test_where_nothing_tells_two_places_apart_none_is_taken(small_gazetteer):
    one = asked("Salem", small_gazetteer)
    alike = tuple(msgspec.structs.replace(c, place=msgspec.structs.replace(c.place, population=9000)) for c in one.name.found)
    choice = choose_place(msgspec.structs.replace(one, name=msgspec.structs.replace(one.name, found=alike)), NOWHERE)
    assert choice.candidate is None
    assert choice.why == "3 places share the name and nothing here tells which is meant"
    assert len(choice.others) == 3


def test_runners_up_come_with_their_share_and_belief_is_a_share(small_gazetteer):
    choice = choose_place(asked("Salem", small_gazetteer), Setting({"US": 0.5, "IN": 0.5}))
    shares = [share for _, share in choice.others]
    assert shares == sorted(shares, reverse=True)
    assert 0 < choice.score <= 1


def test_the_order_of_candidates_does_not_matter(small_gazetteer):
    one = asked("Salem", small_gazetteer)
    turned = msgspec.structs.replace(one, name=msgspec.structs.replace(one.name, found=one.name.found[::-1]))
    setting = Setting({"US": 1.0})
    assert choose_place(turned, setting) == choose_place(one, setting)


def test_a_setting_is_made_of_shares_and_of_local_points(small_gazetteer):
    rows = [asked(n, small_gazetteer) for n in ("Aleppo", "Gaziantep", "Syria")]
    setting = setting_of(rows, {"SY": 2}, [choose_place(r, NOWHERE) for r in rows])
    assert sum(setting.countries.values()) == pytest.approx(1.0)
    assert setting.countries["SY"] > setting.countries["TR"]
    assert {place_id for place_id, _, _ in setting.points} == {"geonames:7", "geonames:17"}


def test_every_reason_has_a_sentence_of_its_own():
    sentences = [sentence for _, _, sentence in REASONS]
    assert len(set(sentences)) == len(sentences)
