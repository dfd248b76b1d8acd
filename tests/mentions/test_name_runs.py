"""Runs of capitalised words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.mentions.name_runs import name_runs, opens_name, words_of


def runs(text):
    words = words_of(text, 0, len(text))
    return [text[words[a].start : words[b - 1].end] for a, b in name_runs(text, words)]


RUNS = [
    ("They fled Khan al-Wazir and Deir ez-Zor.", ["Khan al-Wazir", "Deir ez-Zor"]),
    ("The town of Tarmin fell.", ["Tarmin"]),
    ("Umm al-Qura, Tarmin", ["Umm al-Qura", "Tarmin"]),
    ("Syria's Tarmin", ["Syria", "Tarmin"]),
    ("Idlib-based rebels", ["Idlib"]),
    ("the U.S. Army", ["U.S. Army"]),
    ("He left. Snow fell.", ["Snow"]),
    ("Sheikh Said was hit.", ["Sheikh Said"]),
    ("He fled Tarmin. Said to be safe, it burned.", ["Tarmin"]),
    ("nobody came", []),
]


@pytest.mark.parametrize(("text", "names"), RUNS)
def test_names_in_running_text(text, names):
    assert runs(text) == names


def test_what_was_cut_off_a_word_is_told():
    idlib, _, syria, bab = words_of("Idlib-based rebels' Syria's al-Bab", 0, 34)
    assert (idlib.text, idlib.clipped, idlib.possessive) == ("Idlib", True, False)
    assert (syria.text, syria.clipped, syria.possessive) == ("Syria", False, True)
    assert (bab.text, bab.is_name_like) == ("al-Bab", True)


def test_words_that_only_open_sentences_open_no_name():
    the, us, tarmin = words_of("The US Tarmin", 0, 13)
    assert [opens_name(w) for w in (the, us, tarmin)] == [False, True, True]


@given(st.text(st.sampled_from("AaBbl -'.\u2019\n"), max_size=30))
def test_runs_of_any_text_stand_apart_and_words_quote_it(text):
    words = words_of(text, 0, len(text))
    assert all(text[w.start : w.end] == w.text for w in words)
    spans = list(name_runs(text, words))
    assert all(a < b for a, b in spans)
    assert [x for span in spans for x in span] == sorted(x for span in spans for x in span)
