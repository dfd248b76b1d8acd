"""What annotated claims teach about names of places, and what they leave open."""

import pytest

from training.corpora import read_lines
from training.documents import Trigger
from training.gold import LABELS, named_places


def names(text, *places):
    spans = [(text.index(words), text.index(words) + len(words)) for words in places]
    told = Trigger((0, 1), "strike", (0, len(text)), "happened", False, {"place": spans})
    return [[text[slice(*span)] for span in found] for found in named_places(text, [told])]


@pytest.mark.parametrize(
    ("text", "place", "sure"),
    [
        ("Shells fell on Idlib province.", "Idlib province", ["Idlib"]),
        ("Shells fell on the city of Aris.", "city of Aris", ["Aris"]),
        ("Shells fell on al-Zahra street.", "al-Zahra street", ["al-Zahra street"]),
        ("Shells fell on Tarmin camp.", "Tarmin camp", ["Tarmin camp"]),
        ("Shells fell on the town.", "the town", []),
        ("Shells fell on the Turkish border.", "Turkish border", []),
        ("shells fell on aris.", "aris", ["aris"]),
        ("shells fell on the capital.", "capital", []),
    ],
)
def test_a_name_goes_without_its_kind_and_what_names_nothing_is_no_name(text, place, sure):
    assert names(text, place)[0] == sure


def test_lower_case_words_beside_a_name_are_counter_examples_and_capitals_are_not():
    text = "Mr Sami said shells fell on Aris town and near Tarmin."
    sure, left_open = names(text, "Aris")
    assert sure == ["Aris"]
    assert set(left_open) == {"Aris town", "Mr", "Sami", "Aris", "Tarmin"}


def test_in_a_text_without_capitals_nothing_but_the_names_is_learned_from():
    assert names("shells fell on aris and tarmin.", "aris") == [["aris"], ["shells fell on aris and tarmin."]]


@pytest.mark.parametrize("name", ["annotated", "held"])
def test_labels_of_articles_by_others_name_no_witness(name):
    sources = [claim["source"] for row in read_lines(LABELS / f"{name}.jsonl") for claim in row["claims"] if claim["source"]]
    told = [source for source in sources if source["kind"] in ("witness", "anonymous")]
    assert told
    assert not any("name" in source for source in told)
