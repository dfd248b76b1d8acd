"""Texts whose places have other names, and the sets that are read for them."""

import sqlite3
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.documents import Document, Trigger, find_all
from training.swaps import PREFIX, SUFFIX, read_names, swap_places, with_swaps

NAMES = ("Longtownname", "Aby", "Port Zanzour", "Ksar")
MARKED = ("Kafr N'Bel", "L\u2019Oumou")
TEXT = "Shells hit Saraqeb on Monday. Syria's army left Aris, and Saraqeb burned; Saraqeb's market is gone."


def report(text=TEXT, name="a", corpus="annotated"):
    word, clause = text.index("burned"), (text.index("and Saraqeb"), text.index(";"))
    place = find_all(text, "Saraqeb")
    told = Trigger((word, word + 6), "damage", clause, "happened", False, {"place": [place[1]]}, {"place": [place[0], place[2]]})
    army = text.index("left")
    left = Trigger((army, army + 4), "control", (army - 13, clause[0] - 2), "happened", False, {"place": find_all(text, "Aris")})
    return Document(name, corpus, text, triggers=[told, left], spans={"place": [*place, *find_all(text, "Aris"), *find_all(text, "Syria")]})


@given(st.text(min_size=1, max_size=12))
def test_every_span_moves_along(name):
    before, after = report(name=name), swap_places(report(name=name), NAMES)
    assert (after.name, after.corpus) == (name + SUFFIX, PREFIX + "annotated")
    for old, new in zip(before.triggers, after.triggers, strict=True):
        assert after.text[slice(*new.span)] == before.text[slice(*old.span)]
        (place,) = {after.text[slice(*span)] for span in (*new.links["place"], *new.open.get("place", ()))}
        assert place not in ("Saraqeb", "Aris")
        assert find_all(after.text[slice(*new.clause)], place)
    assert [after.text[slice(*span)] for span in after.spans["place"]][-1] == "Syria"
    assert len(after.spans["place"]) == len(before.spans["place"])
    assert "Saraqeb" not in after.text
    assert "Aris" not in after.text


def test_one_name_stands_for_one_name_everywhere():
    after = swap_places(report(), NAMES)
    first, second, third = (after.text[slice(*span)] for span in after.spans["place"][:3])
    assert first == second == third


def test_a_draw_depends_on_the_text_alone():
    assert swap_places(report(), NAMES) == swap_places(report(), NAMES)


@pytest.mark.parametrize(
    "text", [f"{name} burned; and Saraqeb" for name in ("Syria", "The north", "Syrian", "Venezuelans", "U.S.", "Northern Syria", "Europe")]
)
def test_countries_and_directions_keep_their_names(text):
    span = (0, text.index(" burned"))
    told = Trigger((span[1] + 1, span[1] + 7), "damage", (0, span[1] + 7), "happened", False, {"place": [span]})
    assert swap_places(Document("a", "gold", text, triggers=[told]), NAMES) is None


def test_names_are_towns_in_latin_letters(tmp_path):
    path = tmp_path / "places.sqlite"
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE place (name TEXT, kind TEXT)")
        rows = [("Aris", "town"), ("Aris", "town"), ("Port Zanzour", "town"), ("سراقب", "town"), ("Idlib", "admin1"), ("Kaf/Nun", "town")]
        db.executemany("INSERT INTO place VALUES (?, ?)", rows)
    assert read_names(path) == ["Aris", "Port Zanzour"]
    documents = [report(), report(corpus="polnear")]
    assert [d.name for d in with_swaps(documents, path)] == ["a", "a" + SUFFIX, "a"]


def test_half_of_the_texts_lose_commas_and_apostrophes():
    texts = {swap_places(report(name=str(number)), NAMES).text for number in range(40)}
    bare = {text for text in texts if not {",", "'"} & set(text)}
    assert 10 < len(bare) < 30
    assert all("Syrias army" in text for text in bare)
    assert all("Syria's army" in text for text in texts - bare)


def test_what_is_bare_has_no_mark_in_its_names_nor_words_run_together():
    text = TEXT.replace("Monday. ", "Monday,12 died of 1,200. ")
    texts = [swap_places(report(text, str(number)), MARKED).text for number in range(40)]
    bare = [told for told in texts if "1200" in told]
    assert bare
    assert all("Monday 12 died" in told and not {",", "'", "\u2019"} & set(told) for told in bare)


def test_a_text_that_names_no_town_is_not_made_again_without_marks():
    told = Trigger((23, 29), "damage", (0, 29), "happened", False, {"place": [(0, 5)]})
    assert all(swap_places(Document(str(n), "gold", "Syria, they say, was so burned", triggers=[told]), NAMES) is None for n in range(20))


def test_a_mark_inside_a_trigger_stays():
    told = Trigger((8, 21), "battle", (0, 21), "happened", False, {"place": [(0, 7)]})
    texts = {swap_places(Document(str(n), "gold", "Saraqeb can't, no way, fall", triggers=[told]), NAMES).text for n in range(20)}
    assert all("can't, no way" in told for told in texts)


def test_a_title_has_the_new_names_too():
    after = swap_places(replace(report(), title="Saraqeb burned"), NAMES)
    assert after.title == f"{after.text[slice(*after.spans['place'][0])]} burned"


def test_a_text_whose_trigger_is_a_name_is_left_alone():
    told = Trigger((0, 7), "strike", (0, 18), "happened", False, {"place": [(0, 7)]})
    assert swap_places(Document("a", "gold", "Saraqeb was terrible", triggers=[told]), NAMES) is None
