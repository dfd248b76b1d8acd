"""The place of a sentence that names none."""

import pytest

from tests.claims.reports import SETTING, claims_of

RECALLED = {
    # what is told; class of the claim that names no place; the place it is about
    "damage goes on with the strike": ("Shells fell on Ariha. Homes were destroyed.", "damage", ["Ariha"]),
    "a toll goes on with the strike": ("Shells fell on Ariha. At least 12 people died.", "casualties", ["Ariha"]),
    "the town is no province": ("Rebels hold Idlib province. Shells fell on Ariha. The town has no water.", "need", ["Ariha"]),
    "the town is the one told of last": ("Ariha is a market town. Snow lay on Ariha. Shells fell on Ariha. Shells fell on Saraqib. The town has no water.", "need", ["Saraqib"]),
    "what was named most": ("Ariha is a market town. Ariha lies on a road. Snow lay on Ariha. The people have no bread.", "need", ["Ariha"]),
    "a seat of government that only speaks is no place": ("Shells fell on Ariha. Damascus told it otherwise in a statement on Sunday. The people have no bread.", "need", ["Ariha"]),
    "nothing was named": ("The people have no bread.", "need", []),
    "a man's own home is nowhere told": ("Shells fell on Ariha. His home was destroyed.", "damage", []),
}


@pytest.mark.parametrize(("text", "event", "names"), RECALLED.values(), ids=RECALLED.keys())
def test_the_place_that_was_spoken_of(small_gazetteer, text, event, names):
    assert [p.text for p in claims_of(("" if "Ariha" not in text else SETTING) + text, small_gazetteer, event)[-1].places] == names


def test_the_town_is_the_one_that_the_sentence_before_tells_of(small_gazetteer):
    text = "Shells fell on Saraqib. Ariha stands on the road from Saraqib to Idlib. Rebels had held the town since October 2012."
    assert [p.text for p in claims_of(SETTING + text, small_gazetteer, "control")[-1].places] == ["Ariha"]


def test_a_recalled_place_says_so_and_points_to_where_it_was_named(small_gazetteer):
    text = SETTING + "Shells fell on Ariha. Homes were destroyed."
    claim = claims_of(text, small_gazetteer, "damage")[0]
    (place,) = claim.places
    assert text[place.start : place.end] == "Ariha"
    assert place.end < claim.start
    assert any("none in its sentence" in reason and "Ariha" in reason for reason in claim.why)


def test_a_part_is_one_of_the_town_that_was_fought_for(small_gazetteer):
    claims = claims_of(SETTING + "Syrian forces captured the town of Ariha. They still hold the western outskirts.", small_gazetteer, "control")
    assert [(p.text, p.relation) for p in claims[-1].places] == [("Ariha", "western outskirts")]


def test_a_post_that_was_told_of_stays_where_it_is(small_gazetteer):
    text = SETTING + "In Syria, a Turkish post near Saraqib was shelled on Monday. Shells fell on Ariha. The Turkish post was hit again."
    last = claims_of(text, small_gazetteer, "strike")[-1]
    assert [p.text for p in last.places] == ["Saraqib"]


@pytest.mark.xfail(reason="what weighs the places does not see headings yet", strict=True)
def test_a_heading_parts_what_is_spoken_of(small_gazetteer):
    told = "Shells fell on the Syrian town of Ariha on Sunday, and snow lay on the road that night."
    need = "The people have no bread in their homes this winter, a nurse wrote in a letter to her aunt."
    together, parted = (f"Night of snow\n\n{told}\n\n{heading}{need}" for heading in ("", "Prices\n\n"))
    near, far = (claims_of(text, small_gazetteer, "need")[0].places for text in (together, parted))
    assert ([p.text for p in near], far) == (["Ariha"], ())
