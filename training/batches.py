"""Examples as batches: inputs of the network for some windows, and what each head should say of their pieces."""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec
import numpy as np
import torch
from torch import Tensor

from sayso.model.vocabulary import EVENT_CLASSES
from sayso.reading.heads import HINTS, ROLES, SENTENCES_BACK, SENTENCES_ON, SPANS
from sayso.reading.pieces import SIZE, Window, batch_of, cut_windows
from sayso.reading.sight import BUCKETS, FAR
from training.examples import OPEN, Example, Link, draw_voices
from training.swaps import PREFIX

CUT, CUT_SHARE, PASSAGE = ("gold", "annotated", "reports"), 0.15, 3
"""Corpora of which a share of the articles is read in passages of so many sentences at most, a pass."""
TUNED = [at for at, name in enumerate(HINTS) if name.startswith("word_") or name in ("source", "cue", "content")]
"""Hints of tables that were written while reading gold/train: there they are righter than anywhere else, and half the time withheld."""
_CANDIDATES = {
    "place": ("town", "division", "country"), "time": ("time",), "figure": ("figure",),
    "source": ("source", "person", "group", "armed"), "agent": ("armed", "group", "people", "person"),
    "target": ("armed", "group", "people", "person"), "affected": ("people", "person", "group"),
}  # fmt: skip
HIDDEN, HIDING = 0.12, 0.5
"""Share of the pieces that are hidden, in a share of the windows, so that what stands around a word has to tell as well."""
_MASK = 103
"""The piece of the vocabulary that stands for one that is hidden."""
_ELSEWHERE, _VOICE = 0.15, 0.3
"""Weight of a word that no hint makes a candidate for the role, beside 1 of those that are; that of every word for a voice."""

Item = tuple[Example, Window]


class Asked(msgspec.Struct, frozen=True):
    """What the triggers of a batch point at, in the roles `first` to `last` (exclusive).

    `at` (windows, triggers) pieces of the triggers, padded with 0; `far` and `steps` (windows, triggers, pieces) the bucket of distance and
    the step of sentences to each piece; `wanted` and `weights` (windows, triggers, pieces, roles), weights 0 where nothing is learned.
    """

    first: int
    last: int
    at: Tensor
    far: Tensor
    steps: Tensor
    wanted: Tensor
    weights: Tensor


class Batch(msgspec.Struct, frozen=True):
    """What goes in and what should come out, windows first, pieces second, with a mark of opening and closing; OPEN outside of the cores.

    `wanted` has `triggers` (…, classes), `inside` and `begins` (…, SPANS), `statuses` and `hedged`; `share` (windows,) is the weight of a
    labelled piece, `sure` (windows, pieces) that of a piece with a status.
    """

    inputs: dict[str, Tensor]
    wanted: dict[str, Tensor]
    share: Tensor
    sure: Tensor
    asked: Asked | None

    def to(self, device: torch.device) -> "Batch":
        """The same on another device."""
        asked = self.asked
        if asked is not None:
            moved = {name: getattr(asked, name).to(device) for name in ("at", "far", "steps", "wanted", "weights")}
            asked = msgspec.structs.replace(asked, **moved)
        inputs, wanted = ({k: v.to(device) for k, v in rows.items()} for rows in (self.inputs, self.wanted))
        return Batch(inputs, wanted, self.share.to(device), self.sure.to(device), asked)


def cut_passages(sentences: np.ndarray, draw: random.Random) -> Iterator[Window]:
    """Windows of one to PASSAGE sentences each, so that a text of one plain sentence is read as well as an article."""
    first = 0
    while first < len(sentences):
        last = int(np.searchsorted(sentences, sentences[first] + draw.randint(1, PASSAGE)))
        last = min(last, first + SIZE)
        yield Window(first, last, (first, last))
        first = last


def draw_pass(examples: Sequence[Example], draw: random.Random, shares: dict[str, float], size: int) -> list[list[Item]]:
    """One pass over the data in batches of windows of one corpus and about one length, `size` pieces each at most."""
    by_corpus: dict[str, list[Item]] = defaultdict(list)
    for example in examples:
        corpus = f"{PREFIX if example.swapped else ''}{example.source}"
        if draw.random() < shares.get(corpus, 0.0):
            cut = example.source in CUT and draw.random() < CUT_SHARE
            windows = cut_passages(example.pieces.sentences, draw) if cut else cut_windows(len(example.pieces.ids))
            by_corpus[f"{corpus} cut" if cut else corpus] += [(example, w) for w in windows]
    batches = [batch for items in by_corpus.values() for batch in _parts(items, draw, size)]
    draw.shuffle(batches)
    return batches


def _parts(items: list[Item], draw: random.Random, size: int) -> Iterator[list[Item]]:
    items = sorted(items, key=lambda item: (item[1].last - item[1].first + draw.randrange(60), item[0].name, item[1].first))
    batch: list[Item] = []
    for item in items:
        widest = max(w.last - w.first for _, w in [*batch, item])
        if batch and widest * (len(batch) + 1) > size:
            yield batch
            batch = []
        batch.append(item)
    if batch:
        yield batch


def _inputs(batch: Sequence[Item], draw: random.Random) -> dict[str, Tensor]:
    """Arrays of a batch; now and then hints, capitals or words are withheld, so that no head leans on them alone."""
    rows = [batch_of(example.pieces, [window]) for example, window in batch]
    width = max(row["ids"].shape[1] for row in rows)
    joined = {}
    for name in rows[0]:
        padded = [np.pad(r[name], [(0, 0), (0, width - r[name].shape[1]), *([(0, 0)] * (r[name].ndim - 2))]) for r in rows]
        joined[name] = np.concatenate(padded)
    for row in range(len(rows)):
        if draw.random() < 0.1:
            joined["hints"][row] = 0.0
        elif batch[row][0].source == "gold" and draw.random() < 0.5:
            joined["hints"][row][:, TUNED] = 0.0
        else:
            kept = np.array([draw.random() > 0.08 for _ in range(joined["hints"].shape[2])], dtype=np.float32)
            joined["hints"][row] *= kept
        if draw.random() < 0.08:
            joined["shapes"][row] = np.minimum(joined["shapes"][row], 1)
        if draw.random() < HIDING:
            inner = range(1, batch[row][1].last - batch[row][1].first + 1)
            joined["ids"][row, [at for at in inner if draw.random() < HIDDEN]] = _MASK
    return {name: torch.from_numpy(values) for name, values in joined.items()}


def _wanted(batch: Sequence[Item], width: int) -> dict[str, np.ndarray]:
    """Labels of single pieces, OPEN outside of the cores."""
    shapes: dict[str, tuple[int, ...]] = {
        "triggers": (len(EVENT_CLASSES),), "inside": (len(SPANS),), "begins": (len(SPANS),), "statuses": (), "hedged": ()
    }  # fmt: skip
    wanted = {name: np.full((len(batch), width, *shape), OPEN, dtype=np.int64) for name, shape in shapes.items()}
    for row, (example, window) in enumerate(batch):
        first, last = window.core
        for name, rows in wanted.items():
            rows[row, first - window.first + 1 : last - window.first + 1] = getattr(example, name)[first:last]
    return wanted


def _candidates(example: Example, window: Window, role: str) -> np.ndarray:
    """Weight of every piece of a window for a role."""
    weights = np.full(window.last - window.first, _VOICE if role == "voice" else _ELSEWHERE, dtype=np.float32)
    columns = [HINTS.index(name) for name in _CANDIDATES.get(role, ())]
    if columns:
        weights[example.pieces.hints[window.first : window.last][:, columns].max(axis=1) > 0] = 1.0
    return weights


def _ask(batch: Sequence[Item], links: Sequence[Sequence[Link]], width: int) -> Asked | None:
    """What the triggers of each window point at; None where no window has any. The weights of a window and role sum over its triggers."""
    roles = {number for mine in links for link in mine for number in link.roles}
    if not roles:
        return None
    first, last = min(roles), max(roles) + 1
    shape = (len(batch), max(map(len, links)), width)
    at = np.zeros(shape[:2], dtype=np.int64)
    far, steps = np.zeros(shape, dtype=np.int64), np.zeros(shape, dtype=np.int64)
    wanted, weights = np.zeros((*shape, last - first), dtype=np.float32), np.zeros((*shape, last - first), dtype=np.float32)
    for row, ((example, window), mine) in enumerate(zip(batch, links, strict=True)):
        inner = slice(1, window.last - window.first + 1)
        sentences = example.pieces.sentences
        alone = {number: _candidates(example, window, ROLES[number]) for number in {n for link in mine for n in link.roles}}
        each = {number: 1.0 / (3.0 * len(batch) * sum(number in link.roles for link in mine)) for number in alone}
        for line, link in enumerate(mine):
            at[row, line] = link.first - window.first + 1
            far[row, line, inner] = BUCKETS[np.clip(np.arange(window.first, window.last) - link.first, -FAR, FAR) + FAR]
            apart = np.clip(sentences[window.first : window.last] - sentences[link.first], -SENTENCES_BACK, SENTENCES_ON)
            steps[row, line, inner] = apart + SENTENCES_BACK
            for number, (meant, unsure) in link.roles.items():
                told, weight = wanted[row, line, inner, number - first], weights[row, line, inner, number - first]
                weight[:] = alone[number]
                meant, unsure = ([p - window.first for p in pieces if window.first <= p < window.last] for pieces in (meant, unsure))
                told[meant], weight[meant] = 1.0, 1.0
                weight[unsure] = 0.0
                weight *= each[number]
    return Asked(first, last, *map(torch.from_numpy, (at, far, steps, wanted, weights)))


def _links(example: Example, window: Window, draw: random.Random) -> list[Link]:
    links = [*example.links, *(draw_voices(example, draw) if example.voices else ())]
    return [link for link in links if window.core[0] <= link.first < window.core[1]]


def make_batch(items: Sequence[Item], draw: random.Random) -> Batch:
    """The arrays of some windows; words of PolNeAR that are asked whose they are, and what is withheld, are drawn."""
    inputs = _inputs(items, draw)
    width = inputs["ids"].shape[1]
    wanted = _wanted(items, width)
    told = wanted["statuses"] != OPEN
    sure = told / (np.maximum(told.sum(axis=1, keepdims=True), 1) * len(items))
    share = [10.0 / ((window.core[1] - window.core[0]) * len(items)) for _, window in items]
    asked = _ask(items, [_links(example, window, draw) for example, window in items], width)
    labels = {name: torch.from_numpy(values) for name, values in wanted.items()}
    return Batch(inputs, labels, torch.tensor(share), torch.from_numpy(sure.astype(np.float32)), asked)
