"""Text to pieces: offsets, shapes, hints, sentences; windows that cover everything once."""

import pytest
from hypothesis import given, strategies

from sayso.reading.heads import HINTS, SHAPES
from sayso.reading.pieces import AFTER, BEFORE, SIZE, Hint, batch_of, cut_pieces, cut_windows

TEXT = "Shells fell on Tarmin. UN staff counted 1,200 people."
SENTENCES = [(0, 22), (23, 53)]


def words_of(pieces):
    return [TEXT[a:b] for a, b in zip(pieces.starts, pieces.ends, strict=True)]


def test_pieces_are_cut_from_the_text():
    assert "".join(words_of(cut_pieces(TEXT, SENTENCES, ()))) == TEXT.replace(" ", "")


@pytest.mark.parametrize(("word", "shape"), [("fell", "lower"), ("Shells", "capital"), ("UN", "upper"), ("200", "digit"), (".", "mark")])
def test_the_shape_tells_how_a_word_is_written(word, shape):
    pieces = cut_pieces(TEXT, SENTENCES, ())
    assert SHAPES[pieces.shapes[words_of(pieces).index(word)]] == shape


def test_a_hint_marks_its_own_words_only():
    pieces = cut_pieces(TEXT, SENTENCES, [Hint(15, 21, "town")])
    marked = [w for w, on in zip(words_of(pieces), pieces.hints[:, HINTS.index("town")], strict=True) if on]
    assert "".join(marked) == "Tarmin"
    assert pieces.hints.sum() == len(marked)


def test_every_piece_knows_its_sentence():
    pieces = cut_pieces(TEXT, SENTENCES, ())
    numbers = dict(zip(words_of(pieces), pieces.sentences.tolist(), strict=True))
    assert (numbers["fell"], numbers["UN"]) == (1, 2)


@given(strategies.integers(1, 5000))
def test_windows_take_every_piece_once_and_see_what_stands_around_it(count):
    windows = list(cut_windows(count))
    assert [at for w in windows for at in range(*w.core)] == list(range(count))
    assert all(w.last - w.first <= SIZE for w in windows)
    assert all(w.first == 0 or w.core[0] - w.first == BEFORE for w in windows)
    assert all(w.last == count or w.last - w.core[1] == AFTER for w in windows)


def test_a_batch_is_padded_and_masked():
    pieces = cut_pieces(TEXT, SENTENCES, ())
    (window,) = cut_windows(len(pieces.ids))
    batch = batch_of(pieces, [window])
    assert batch["mask"].sum() == len(pieces.ids) + 2
    assert batch["hints"].shape == (1, len(pieces.ids) + 2, len(HINTS))
