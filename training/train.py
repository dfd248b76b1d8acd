"""Gather the corpora, draw passes over them, train; a stopped training goes on where it was."""

import hashlib
import json
import math
import pickle
import random
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import torch

from sayso.gazetteer import Gazetteer
from sayso.model.vocabulary import EVENT_CLASSES
from sayso.reading.heads import BETWEEN, HINTS, ROLES, SPANS, STATUSES
from sayso.reading.pieces import SIZE, Window, batch_of, cut_windows
from training.corpora import read_polnear, read_re3d, read_toponyms, read_wikievents, reserved
from training.documents import Document
from training.examples import Example, draw_voices, example_of, read_hints
from training.gold import LABELS, OWN, read_annotated, read_gold, read_own, read_words
from training.losses import head_losses, link_loss
from training.network import Reader
from training.pools import read_pools
from training.swaps import PREFIX, with_swaps

SEED = 0
TOLD_EVERY, KEPT_EVERY = 50, 200
"""Steps after which losses are printed, and after which the state is kept for going on."""
BATCH = 700
"""Pieces that go through the network in one step: a piece takes as long in steps of 1,200, of which there would be fewer."""
LAYERS = 4
"""Layers of the encoder: with four of its six, more can be learned in an hour, and reading keeps pace with spaCy's small pipeline."""
PASSES = {
    "gold": 6.5, "annotated": 3.9, "plain": 4.5, "reports": 3.2, "polnear": 1.6, "lgl": 0.4, "geovirus": 0.6, "humset": 0.2, "re3d": 2.5,
    "wikievents": 0.4, "swapped/gold": 1.0, "swapped/annotated": 0.6, "swapped/reports": 0.7, "swapped/lgl": 0.1, "swapped/humset": 0.05,
}  # fmt: skip
CUT, CUT_SHARE, PASSAGE = ("gold", "annotated", "reports"), 0.15, 3
"""Corpora of which a share of the articles is read in passages of so many sentences at most, a pass."""
RATE, HEADS_RATE, WARM, DECAY = 2e-4, 2e-3, 0.06, 0.01
LINKED = 0.6
"""Weight of what a trigger points at, in each role."""
WEIGHTS = {"triggers": 1.0, "statuses": 0.5, "hedged": 0.6, "inside": 0.5, "begins": 0.2, "link clause": 0.3}
SETTINGS = {"pieces a step": BATCH, "linked": LINKED, "weights": WEIGHTS, "rates": [RATE, HEADS_RATE, WARM, DECAY]}
"""What makes another training of the same texts."""
TUNED = [at for at, name in enumerate(HINTS) if name.startswith("word_") or name in ("source", "cue", "content")]
"""Hints of tables that were written while reading gold/train: there they are righter than anywhere else, and half the time withheld."""


def gather(shared: Path, gazetteer: Path) -> list[Document]:
    """All documents to learn from, those with other place names among them."""
    corpora = shared / "corpora"
    documents = list(read_gold(shared / "gold", "train", read_words(LABELS / "gold_train_words.tsv")))
    documents += read_annotated(read_pools(corpora, reserved(corpora)), LABELS / "annotated.jsonl")
    for name in OWN:
        documents += read_own(name)
    documents += read_polnear(corpora)
    for name in ("lgl", "geovirus", "humset"):
        documents += read_toponyms(corpora, name)
    return list(with_swaps([*documents, *read_re3d(corpora), *read_wikievents(corpora)], gazetteer))


def cache_in(work: Path) -> Path:
    """Where examples are kept: another file where channels, roles or kinds of spans are others, whose numbers the examples hold."""
    names = json.dumps([HINTS, ROLES, SPANS, STATUSES, EVENT_CLASSES])
    return work / f"examples-{hashlib.sha256(names.encode()).hexdigest()[:8]}.pickle"


_AT_ONCE = 100
"""Documents that one process makes examples of at a time."""


def prepare(documents: Sequence[Document], gazetteer: Path, cache: Path) -> list[Example]:
    """Examples of all documents in their order, made by two processes and kept in a cache."""
    if cache.exists():
        return pickle.loads(cache.read_bytes())
    parts = [(documents[at : at + _AT_ONCE], gazetteer) for at in range(0, len(documents), _AT_ONCE)]
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        examples = [example for made in pool.map(_examples, parts) for example in made]
    cache.write_bytes(pickle.dumps(examples))
    return examples


def _examples(part: tuple[Sequence[Document], Path]) -> list[Example]:
    documents, gazetteer = part
    seen = {told.name: told for told in read_hints(documents, Gazetteer.open(gazetteer))}
    return [example_of(d, seen[d.name].sentences, seen[d.name].hints) for d in documents if d.name in seen]


Item = tuple[Example, Window]


def cut_passages(sentences: np.ndarray, draw: random.Random) -> Iterator[Window]:
    """Windows of one to PASSAGE sentences each, so that a text of one plain sentence is read as well as an article."""
    first = 0
    while first < len(sentences):
        last = int(np.searchsorted(sentences, sentences[first] + draw.randint(1, PASSAGE)))
        last = min(last, first + SIZE)
        yield Window(first, last, (first, last))
        first = last


def draw_pass(examples: Sequence[Example], draw: random.Random, shares: dict[str, float]) -> list[list[Item]]:
    """One pass over the data in batches of windows of one corpus and about one length."""
    by_corpus: dict[str, list[Item]] = defaultdict(list)
    for example in examples:
        corpus = f"{PREFIX if example.swapped else ''}{example.source}"
        if draw.random() < shares.get(corpus, 0.0):
            cut = example.source in CUT and draw.random() < CUT_SHARE
            windows = cut_passages(example.pieces.sentences, draw) if cut else cut_windows(len(example.pieces.ids))
            by_corpus[f"{corpus} cut" if cut else corpus] += [(example, w) for w in windows]
    batches = [batch for items in by_corpus.values() for batch in _batches(items, draw)]
    draw.shuffle(batches)
    return batches


def _batches(items: list[Item], draw: random.Random) -> Iterator[list[Item]]:
    items = sorted(items, key=lambda item: (item[1].last - item[1].first + draw.randrange(60), item[0].name, item[1].first))
    batch: list[Item] = []
    for item in items:
        widest = max(w.last - w.first for _, w in [*batch, item])
        if batch and widest * (len(batch) + 1) > BATCH:
            yield batch
            batch = []
        batch.append(item)
    if batch:
        yield batch


def _inputs(batch: Sequence[Item], draw: random.Random) -> dict[str, torch.Tensor]:
    """Arrays of a batch; now and then hints or capitals are withheld, so that no head leans on them alone."""
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
    return {name: torch.from_numpy(values) for name, values in joined.items()}


@cache
def half_is_quick() -> bool:
    """Whether this processor multiplies bfloat16 by itself; where it does not, that takes more than twice as long as single precision."""
    return torch.cpu._is_amx_tile_supported() or torch.cpu._is_avx512_bf16_supported()


def loss_of(
    network: Reader, batch: Sequence[Item], draw: random.Random, parts: dict[str, list[float]], muted: Sequence[str] = ()
) -> torch.Tensor:
    """The loss of one batch, its parts noted; parts that are muted are not learned from."""
    with torch.autocast("cpu", torch.bfloat16, enabled=half_is_quick()):
        answers = network(**_inputs(batch, draw))
    shared = {name: answers.pop(name) for name in BETWEEN}
    rows = zip(*(answer.unbind() for answer in answers.values()), strict=True)
    total = torch.zeros(())
    for (example, window), row in zip(batch, rows, strict=True):
        mine = dict(zip(answers, row, strict=True)) | shared
        links = [*example.links, *(draw_voices(example, draw) if example.voices else ())]
        told = head_losses(mine, example, window) | link_loss(mine, example, window, links)
        for name, value in told.items():
            parts[name].append(float(value.detach()))
            total = total + (0.0 if name in muted else WEIGHTS.get(name, LINKED)) * value
    return total / len(batch)


class Course:
    """A training under way: what is needed to go on where it was stopped."""

    def __init__(self, network: Reader, steps: int, state: Path) -> None:
        inner = {id(p) for p in network.encoder.parameters()}
        groups = [
            {"params": [p for p in network.parameters() if id(p) in inner and p.requires_grad], "lr": RATE},
            {"params": [p for p in network.parameters() if id(p) not in inner], "lr": HEADS_RATE},
        ]
        warm = max(1, int(WARM * steps))
        self.network, self.state, self.done = network, state, 0
        self.optimizer = torch.optim.AdamW(groups, weight_decay=DECAY, fused=True)
        self.schedule = torch.optim.lr_scheduler.LambdaLR(
            self.optimizer, lambda s: min((s + 1) / warm, max(0.02, (steps - s) / max(1, steps - warm)))
        )

    def resume(self, key: str, draw: random.Random) -> None:
        """Go on from the state on disk, if it is of the same training."""
        if not self.state.exists():
            return
        held = torch.load(self.state, weights_only=False)
        if held["key"] != key:
            return
        self.network.load_state_dict(held["network"])
        self.optimizer.load_state_dict(held["optimizer"])
        self.schedule.load_state_dict(held["schedule"])
        draw.setstate(held["draw"])
        torch.set_rng_state(held["torch"])
        self.done = held["done"]

    def keep(self, key: str, draw: random.Random) -> None:
        """Write the state, whole or not at all."""
        held = {"key": key, "done": self.done, "draw": draw.getstate(), "torch": torch.get_rng_state()}
        held |= {name: getattr(self, name).state_dict() for name in ("network", "optimizer", "schedule")}
        fresh = self.state.with_suffix(".new")
        torch.save(held, fresh)
        fresh.replace(self.state)

    def step(self, loss: torch.Tensor) -> None:
        """One step down."""
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad()
        self.schedule.step()
        self.done += 1


def train(
    examples: Sequence[Example], encoder: Path, state: Path, *, passes: dict[str, float], layers: int, key: str, muted: Sequence[str] = ()
) -> Reader:
    """A trained network; it goes on from `state` where that is of a training with the same key. Losses named in `muted` are left out."""
    torch.manual_seed(SEED)
    draw = random.Random(SEED)
    network = Reader(encoder, layers)
    most = max(1, math.ceil(max(passes.values())))
    batches = [b for _ in range(most) for b in draw_pass(examples, draw, {k: v / most for k, v in passes.items()})]
    course = Course(network, len(batches), state)
    course.resume(key, draw)
    network.train()
    parts: dict[str, list[float]] = defaultdict(list)
    began = time.monotonic()
    for batch in batches[course.done :]:
        course.step(loss_of(network, batch, draw, parts, muted))
        if course.done % TOLD_EVERY == 0 or course.done == len(batches):
            told = {k: round(sum(v) / len(v), 3) for k, v in sorted(parts.items())}
            print(f"step {course.done}/{len(batches)} {time.monotonic() - began:.0f} s {json.dumps(told)}", file=sys.stderr, flush=True)
            parts.clear()
        if course.done % KEPT_EVERY == 0:
            course.keep(key, draw)
    return network
