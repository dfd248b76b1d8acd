"""Draw passes over the examples and train, on a graphics processor where there is one; a stopped training goes on where it was."""

import json
import math
import random
import sys
import time
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from pathlib import Path

import torch

from training.batches import HIDDEN, HIDING, Batch, Item, draw_pass, make_batch
from training.carried import carry_over, read_weights
from training.examples import Example
from training.losses import head_losses, link_losses
from training.network import Reader

SEED = 0
TOLD_EVERY, KEPT_EVERY = 50, 200
"""Steps after which losses are printed, and after which the state is kept for going on."""
BATCH = 700
"""Pieces that go through the network in one step: a piece takes as long in steps of 1,200, of which there would be fewer."""
LAYERS = 4
"""Layers of the encoder: with four of its six, more can be learned in an hour, and reading keeps pace with spaCy's small pipeline."""
PASSES = {
    "gold": 6.4, "annotated": 4.2, "plain": 4.0, "reports": 3.0, "polnear": 1.4, "lgl": 0.3, "geovirus": 0.5, "humset": 0.2, "re3d": 2.0,
    "wikievents": 0.3, "swapped/gold": 1.0, "swapped/annotated": 0.6, "swapped/reports": 0.6, "swapped/lgl": 0.1, "swapped/humset": 0.05,
}  # fmt: skip
RATE, HEADS_RATE, WARM, DECAY = 2e-4, 2e-3, 0.06, 0.01
GOING_ON = 0.5
"""How wide the steps are, at their widest, of a training that goes on from the weights that ship."""
LINKED = 1.0
"""Weight of what a trigger points at, in each role."""
WEIGHTS = {"triggers": 1.0, "statuses": 0.5, "hedged": 0.6, "inside": 0.5, "begins": 0.2, "link source": 1.3, "link place": 1.2}
SETTINGS = {
    "pieces a step": BATCH, "hidden": [HIDDEN, HIDING], "linked": LINKED, "weights": WEIGHTS, "rates": [RATE, HEADS_RATE, WARM, DECAY],
}  # fmt: skip
"""What makes another training of the same texts."""
_AHEAD = 8
"""Batches made while the network learns from one."""


@cache
def device() -> torch.device:
    """Where it is trained: on a graphics processor where there is one."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


@cache
def half_is_quick() -> bool:
    """Whether this processor multiplies bfloat16 by itself; where it does not, that takes more than twice as long as single precision."""
    return torch.cpu._is_amx_tile_supported() or torch.cpu._is_avx512_bf16_supported()


def precision() -> str:
    """What the network is trained in."""
    return "bfloat16" if device().type == "cpu" and half_is_quick() else "single"


def losses_of(network: Reader, batch: Batch) -> dict[str, torch.Tensor]:
    """The losses of one batch, part by part."""
    with torch.autocast(device().type, torch.bfloat16, enabled=precision() == "bfloat16"):
        answers = network(**batch.inputs)
    return head_losses(answers, batch) | (link_losses(answers, batch.asked) if batch.asked else {})


class Course:
    """A training under way: what is needed to go on where it was stopped."""

    def __init__(self, network: Reader, steps: int, state: Path, width: float = 1.0) -> None:
        inner = {id(p) for p in network.encoder.parameters()}
        groups = [
            {"params": [p for p in network.parameters() if id(p) in inner and p.requires_grad], "lr": width * RATE},
            {"params": [p for p in network.parameters() if id(p) not in inner], "lr": width * HEADS_RATE},
        ]
        warm = max(1, int(WARM * steps))
        self.network, self.state, self.done = network, state, 0
        self.optimizer = torch.optim.AdamW(groups, weight_decay=DECAY, fused=True)
        self.schedule = torch.optim.lr_scheduler.LambdaLR(
            self.optimizer, lambda s: min((s + 1) / warm, max(0.02, (steps - s) / max(1, steps - warm)))
        )

    def resume(self, key: str) -> None:
        """Go on from the state on disk, if it is of the same training."""
        if not self.state.exists():
            return
        held = torch.load(self.state, weights_only=False)
        if held["key"] != key:
            return
        for name in ("network", "optimizer", "schedule"):
            getattr(self, name).load_state_dict(held[name])
        torch.set_rng_state(held["torch"])
        self.done = held["done"]

    def keep(self, key: str) -> None:
        """Write the state, whole or not at all."""
        held = {"key": key, "done": self.done, "torch": torch.get_rng_state()}
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


def _made_ahead(batches: Sequence[list[Item]], first: int) -> Iterator[Batch]:
    """The batches from `first` on, each made with draws of its own, a few ahead of the network."""
    with ThreadPoolExecutor(1) as pool:
        coming: deque[Future[Batch]] = deque()
        for at in range(first, len(batches)):
            coming.append(pool.submit(make_batch, batches[at], random.Random(f"{SEED} {at}")))
            if len(coming) > _AHEAD:
                yield coming.popleft().result()
        yield from (batch.result() for batch in coming)


def train(
    examples: Sequence[Example], encoder: Path, state: Path, *, passes: dict[str, float], layers: int, key: str,
    muted: Sequence[str] = (), start: Path | None = None,
) -> Reader:  # fmt: skip
    """A trained network; it goes on from `state` where that is of a training with the same key. Losses named in `muted` are left out.

    With `start` it learns further from the weights of that file, else from the encoder's.
    """
    torch.manual_seed(SEED)
    draw = random.Random(SEED)
    on = device()
    network = Reader(encoder, layers)
    if start:
        carry_over(network, read_weights(start))
    network = network.to(on)
    most = max(1, math.ceil(max(passes.values())))
    batches = [b for _ in range(most) for b in draw_pass(examples, draw, {k: v / most for k, v in passes.items()}, BATCH)]
    course = Course(network, len(batches), state, GOING_ON if start else 1.0)
    course.resume(key)
    network.train()
    parts: dict[str, list[torch.Tensor]] = defaultdict(list)
    began = time.monotonic()
    for batch in _made_ahead(batches, course.done):
        losses = losses_of(network, batch.to(on))
        course.step(torch.stack([loss * (0.0 if name in muted else WEIGHTS.get(name, LINKED)) for name, loss in losses.items()]).sum())
        for name, loss in losses.items():
            parts[name].append(loss.detach())
        if course.done % TOLD_EVERY == 0 or course.done == len(batches):
            told = {k: round(float(torch.stack(v).mean()), 3) for k, v in sorted(parts.items())}
            print(f"step {course.done}/{len(batches)} {time.monotonic() - began:.0f} s {json.dumps(told)}", file=sys.stderr, flush=True)
            parts.clear()
        if course.done % KEPT_EVERY == 0:
            course.keep(key)
    return network.cpu()
