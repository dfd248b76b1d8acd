"""What the network is told it got wrong, head by head."""

import math
from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from sayso.reading.heads import DISTANCES, HINTS, KEY_WIDTH, ROLES, SENTENCE_STEPS, SENTENCES_BACK, SENTENCES_ON
from sayso.reading.pieces import Window
from sayso.reading.sight import BUCKETS, FAR
from training.examples import OPEN, Example, Link

_BUCKETS = torch.from_numpy(BUCKETS)
_CANDIDATES = {
    "place": ("town", "division", "country"), "time": ("time",), "figure": ("figure",),
    "source": ("source", "person", "group", "armed"), "agent": ("armed", "group", "people", "person"),
    "target": ("armed", "group", "people", "person"), "affected": ("people", "person", "group"),
}  # fmt: skip
_ELSEWHERE = 0.15
"""Weight of a word that no hint makes a candidate for the role, beside 1 of those that are."""


def _binary(logits: Tensor, wanted: Tensor, weight: Tensor | None = None) -> Tensor:
    return functional.binary_cross_entropy_with_logits(logits.float(), wanted.float(), weight, reduction="sum")


def _labelled(logits: Tensor, wanted: Tensor, core: Tensor) -> Tensor:
    """Sum over labelled pieces of the core, a head's answers, per hundred pieces."""
    known = (wanted != OPEN) & core[:, None]
    if not bool(known.any()):
        return logits.sum() * 0.0
    return _binary(logits[known], wanted[known]) / core.sum() * 10.0


def head_losses(answers: dict[str, Tensor], example: Example, window: Window) -> dict[str, Tensor]:
    """Losses of the heads that judge single words, over the core of one window."""
    size = window.last - window.first
    core = torch.zeros(size, dtype=torch.bool)
    core[window.core[0] - window.first : window.core[1] - window.first] = True
    cut = slice(window.first, window.last)
    told = {name: answers[name][1 : size + 1] for name in ("triggers", "statuses", "hedged", "inside", "begins")}
    losses = {
        "triggers": _labelled(told["triggers"], torch.from_numpy(example.triggers[cut]), core),
        "inside": _labelled(told["inside"], torch.from_numpy(example.inside[cut]), core),
        "begins": _labelled(told["begins"], torch.from_numpy(example.begins[cut]), core),
    }
    sure = (torch.from_numpy(example.statuses[cut]) != OPEN) & core
    if bool(sure.any()):
        losses["statuses"] = functional.cross_entropy(told["statuses"][sure].float(), torch.from_numpy(example.statuses[cut])[sure])
        losses["hedged"] = _binary(told["hedged"][sure], torch.from_numpy(example.hedged[cut])[sure]) / sure.sum()
    return losses


def _weights(example: Example, window: Window, role: str, wanted: Tensor, link: Link, unsure: np.ndarray) -> Tensor:
    size = window.last - window.first
    if role == "clause":
        weight = torch.zeros(size)
        weight[max(0, link.sentence[0] - window.first) : max(0, link.sentence[1] - window.first)] = 0.3
        return weight
    weight = torch.full((size,), 0.3 if role == "voice" else _ELSEWHERE)
    columns = [HINTS.index(name) for name in _CANDIDATES.get(role, ())]
    if columns:
        weight[torch.from_numpy(example.pieces.hints[window.first : window.last][:, columns].max(axis=1) > 0)] = 1.0
    weight[wanted > 0] = 1.0
    inside = unsure[(unsure >= window.first) & (unsure < window.last)] - window.first
    weight[torch.from_numpy(inside)] = 0.0
    return weight


def _steps(far: Tensor, steps: Tensor) -> Tensor:
    """One-hot rows of the distance in pieces and in sentences, (triggers, words, DISTANCES + SENTENCE_STEPS)."""
    return torch.cat([functional.one_hot(far, DISTANCES), functional.one_hot(steps, SENTENCE_STEPS)], dim=-1).float()


def _logits(answers: dict[str, Tensor], roles: Sequence[int], asked: Tensor, told: Tensor, apart: Tensor) -> Tensor:
    """How strongly each trigger points at each word, (triggers, words, roles): as `sayso.reading.sight` has it, all roles at once."""
    rows = torch.cat([answers["distance_rows"][roles], answers["step_rows"][roles]], dim=1).transpose(0, 1)
    alone = torch.cat([answers["distances"][roles], answers["steps"][roles]], dim=1).T
    between = (apart @ rows.flatten(1)).unflatten(-1, rows.shape[1:])
    summed = functional.relu(asked[:, None, :, KEY_WIDTH:] + told[None, :, :, KEY_WIDTH:] + between)
    both = torch.einsum("trk,wrk->twr", asked[..., :KEY_WIDTH], told[..., :KEY_WIDTH]) / math.sqrt(KEY_WIDTH)
    return both + torch.einsum("twrk,rk->twr", summed, answers["votes"][roles]) + apart @ alone


def link_loss(answers: dict[str, Tensor], example: Example, window: Window, links: Sequence[Link]) -> dict[str, Tensor]:
    """Losses of what the triggers in the core of a window point at, a role each, per trigger."""
    size = window.last - window.first
    mine = [link for link in links if window.core[0] <= link.first < window.core[1]]
    if not mine:
        return {}
    at = torch.tensor([link.first - window.first for link in mine])
    offsets = torch.arange(size)[None, :] - at[:, None]
    sentences = torch.from_numpy(example.pieces.sentences[window.first : window.last])
    steps = (sentences[None, :] - sentences[at][:, None]).clamp(-SENTENCES_BACK, SENTENCES_ON) + SENTENCES_BACK
    roles = sorted({number for link in mine for number in link.roles})
    asked, told = answers["queries"][1 : size + 1][at][:, roles].float(), answers["keys"][1 : size + 1][:, roles].float()
    logits = _logits(answers, roles, asked, told, _steps(_BUCKETS[offsets.clamp(-FAR, FAR) + FAR], steps))
    losses: dict[str, Tensor] = {}
    for column, number in enumerate(roles):
        rows = [k for k, link in enumerate(mine) if number in link.roles]
        wanted, weights = torch.zeros(len(rows), size), torch.zeros(len(rows), size)
        for line, k in enumerate(rows):
            meant, unsure = mine[k].roles[number]
            inside = meant[(meant >= window.first) & (meant < window.last)] - window.first
            wanted[line, torch.from_numpy(inside)] = 1.0
            weights[line] = _weights(example, window, ROLES[number], wanted[line], mine[k], unsure)
        losses[f"link {ROLES[number]}"] = _binary(logits[rows, :, column], wanted, weights) / (3.0 * len(rows))
    return losses
