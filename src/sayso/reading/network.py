"""The network itself: int8 weights in one file, run on one core, the same answers whatever is read together."""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

import numpy as np
import onnxruntime

from sayso.model.articles import Span
from sayso.reading.heads import BETWEEN, INPUTS, OUTPUTS
from sayso.reading.pieces import Hint, Pieces, Window, batch_of, cut_pieces, cut_windows
from sayso.reading.sight import Between, Sight, sigmoid


def _by_role(keys: np.ndarray) -> np.ndarray:
    """Rows of a window, pieces first, as rows with the roles first, laid out in that order."""
    return np.ascontiguousarray(keys.transpose(1, 0, 2))


class Network:
    """Loaded weights; one public method, no memory between calls."""

    def __init__(self, weights: bytes) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])

    def look_at(self, text: str, sentences: Sequence[Span], hints: Sequence[Hint]) -> Sight:
        """Read a text with what the tables say of it; windows go through one by one, so that no batch changes an answer."""
        return self.see(cut_pieces(text, sentences, hints))

    def see(self, pieces: Pieces) -> Sight:
        """Read a text that is cut into pieces."""
        windows = tuple(cut_windows(len(pieces.ids)))
        answers = [self._answer(pieces, w) for w in windows]

        def joined(name: str) -> np.ndarray:
            rows = [a[name][0, 1 + w.core[0] - w.first : 1 + w.core[1] - w.first] for a, w in zip(answers, windows, strict=True)]
            return np.concatenate(rows)

        statuses = np.exp(joined("statuses"))
        return Sight(
            pieces=pieces,
            triggers=sigmoid(joined("triggers")),
            statuses=statuses / statuses.sum(axis=1, keepdims=True),
            hedged=sigmoid(joined("hedged")),
            inside=sigmoid(joined("inside")),
            begins=sigmoid(joined("begins")),
            queries=joined("queries"),
            windows=windows,
            keys=[_by_role(a["keys"][0, 1 : 1 + w.last - w.first]) for a, w in zip(answers, windows, strict=True)],
            apart=Between(**{name: answers[0][name] for name in BETWEEN}).together(),
        )

    def _answer(self, pieces: Pieces, window: Window) -> dict[str, np.ndarray]:
        batch = batch_of(pieces, [window])
        return dict(zip(OUTPUTS, self._session.run(OUTPUTS, {name: batch[name] for name in INPUTS}), strict=True))


@cache
def load_network() -> Network:
    """The network with the weights that `training/` made; docs/model-card.md says from what."""
    return Network(files("sayso.reading").joinpath("data", "reader.onnx").read_bytes())


def open_network(path: Path) -> Network:
    """A network with other weights, to measure them before they ship."""
    return Network(path.read_bytes())
