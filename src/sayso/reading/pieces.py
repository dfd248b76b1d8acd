"""An article's text as the network takes it: pieces of words with offsets, in windows that overlap."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

import msgspec
import numpy as np
from tokenizers import Tokenizer

from sayso.model.articles import Span
from sayso.reading.heads import HINTS, SHAPES

_OPENS, _CLOSES = 101, 102
SIZE, BEFORE, AFTER = 448, 64, 16
"""Pieces of a window, and those at its start and end that are seen for what stands around them only."""


class Hint(msgspec.Struct, frozen=True):
    """What a table or grammar says of a stretch of text; `channel` is one of HINTS."""

    start: int
    end: int
    channel: str


class Pieces(msgspec.Struct, frozen=True):
    """Pieces of a text: ids, shapes and hints of each, the number of its sentence, and the characters that it stands for."""

    ids: np.ndarray
    shapes: np.ndarray
    hints: np.ndarray
    sentences: np.ndarray
    starts: Sequence[int]
    ends: Sequence[int]

    def covering(self, span: Span) -> tuple[int, int]:
        """First and one past the last piece of a stretch of text; equal where it holds none."""
        first = bisect_right(self.ends, span[0])
        return first, max(first, bisect_left(self.starts, span[1]))


class Window(msgspec.Struct, frozen=True):
    """Pieces `first` to `last` (exclusive) go through the network together; `core` are those whose answers count."""

    first: int
    last: int
    core: Span


@cache
def _tokenizer() -> Tokenizer:
    return Tokenizer.from_str(files("sayso.reading").joinpath("data", "tokenizer.json").read_text(encoding="utf8"))


def _shape(word: str) -> int:
    if word[0].isdigit():
        return SHAPES.index("digit")
    if not word[0].isalpha():
        return SHAPES.index("mark")
    if word[0].islower():
        return SHAPES.index("lower")
    return SHAPES.index("upper" if len(word) > 1 and word.isupper() else "capital")


def cut_pieces(text: str, sentences: Sequence[Span], hints: Sequence[Hint]) -> Pieces:
    """Cut a text into the pieces of the encoder's vocabulary and mark each with its shape and hints.

    `ids`, `shapes` and `sentences` are int64 of shape (pieces,), `hints` float32 of shape (pieces, hints); `starts` and `ends` are lists of
    characters.
    """
    coded = _tokenizer().encode(text, add_special_tokens=False)
    starts = [start for start, _ in coded.offsets]
    words = [text[start:end] or " " for start, end in coded.offsets]
    pieces = Pieces(
        ids=np.array(coded.ids, dtype=np.int64),
        shapes=np.array([_shape(word) for word in words], dtype=np.int64),
        hints=np.zeros((len(words), len(HINTS)), dtype=np.float32),
        sentences=np.searchsorted(np.array([start for start, _ in sentences]), np.array(starts, dtype=np.int64), side="right"),
        starts=starts,
        ends=[end for _, end in coded.offsets],
    )
    channels = {name: at for at, name in enumerate(HINTS)}
    for hint in hints:
        first, last = pieces.covering((hint.start, hint.end))
        pieces.hints[first:last, channels[hint.channel]] = 1.0
    return pieces


def cut_windows(count: int) -> Iterator[Window]:
    """Windows over a number of pieces; every piece is in the core of one.

    >>> [(w.first, w.last, w.core) for w in cut_windows(600)]
    [(0, 448, (0, 432)), (368, 600, (432, 600))]
    """
    done = 0
    while done < count:
        first = max(0, done - BEFORE)
        last = min(count, first + SIZE)
        until = count if last == count else last - AFTER
        yield Window(first, last, (done, until))
        done = until


def batch_of(pieces: Pieces, windows: Sequence[Window]) -> dict[str, np.ndarray]:
    """Inputs of the network for some windows, padded to the longest; every window has a mark of opening and closing."""
    width = max(w.last - w.first for w in windows) + 2
    shape = (len(windows), width)
    batch: dict[str, np.ndarray] = {
        "ids": np.zeros(shape, dtype=np.int64),
        "mask": np.zeros(shape, dtype=np.int64),
        "shapes": np.zeros(shape, dtype=np.int64),
        "hints": np.zeros((*shape, len(HINTS)), dtype=np.float32),
    }
    for row, window in enumerate(windows):
        size = window.last - window.first
        batch["ids"][row, 0], batch["ids"][row, size + 1] = _OPENS, _CLOSES
        batch["mask"][row, : size + 2] = 1
        for name, values in (("ids", pieces.ids), ("shapes", pieces.shapes), ("hints", pieces.hints)):
            batch[name][row, 1 : size + 1] = values[window.first : window.last]
    return batch
