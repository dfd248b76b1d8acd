"""What the network is told it got wrong, head by head, a window of a batch as much as another."""

import math

import torch
from torch import Tensor
from torch.nn import functional

from sayso.reading.heads import DISTANCES, KEY_WIDTH, ROLES, SENTENCE_STEPS
from training.batches import Asked, Batch
from training.examples import OPEN


def _binary(logits: Tensor, wanted: Tensor, weights: Tensor) -> Tensor:
    return functional.binary_cross_entropy_with_logits(logits.float(), wanted.float(), weights, reduction="sum")


def head_losses(answers: dict[str, Tensor], batch: Batch) -> dict[str, Tensor]:
    """Losses of the heads that judge single pieces: labels per ten pieces of a window's core, status and doubt per piece that has one."""
    losses = {}
    for name in ("triggers", "inside", "begins"):
        wanted = batch.wanted[name]
        losses[name] = _binary(answers[name], wanted.clamp(min=0), (wanted != OPEN) * batch.share[:, None, None])
    statuses = functional.cross_entropy(
        answers["statuses"].flatten(0, 1).float(), batch.wanted["statuses"].clamp(min=0).flatten(), reduction="none"
    )
    losses["statuses"] = (statuses * batch.sure.flatten()).sum()
    losses["hedged"] = _binary(answers["hedged"], batch.wanted["hedged"].clamp(min=0), batch.sure)
    return losses


def _logits(answers: dict[str, Tensor], asked: Asked) -> Tensor:
    """How strongly each trigger points at each piece, (windows, triggers, pieces, roles): as `sayso.reading.sight` has it."""
    roles = slice(asked.first, asked.last)
    windows = torch.arange(len(asked.at), device=asked.at.device)[:, None]
    queries, keys = answers["queries"][:, :, roles], answers["keys"][:, :, roles].float()
    asks = queries[windows, asked.at].float()
    apart = torch.cat([functional.one_hot(asked.far, DISTANCES), functional.one_hot(asked.steps, SENTENCE_STEPS)], dim=-1).float()
    rows = torch.cat([answers["distance_rows"][roles], answers["step_rows"][roles]], dim=1).transpose(0, 1)
    alone = torch.cat([answers["distances"][roles], answers["steps"][roles]], dim=1).T
    between = (apart @ rows.flatten(1)).unflatten(-1, rows.shape[1:])
    summed = functional.relu(asks[:, :, None, :, KEY_WIDTH:] + keys[:, None, :, :, KEY_WIDTH:] + between)
    both = torch.einsum("btrk,bwrk->btwr", asks[..., :KEY_WIDTH], keys[..., :KEY_WIDTH]) / math.sqrt(KEY_WIDTH)
    return both + torch.einsum("btwrk,rk->btwr", summed, answers["votes"][roles]) + apart @ alone


def link_losses(answers: dict[str, Tensor], asked: Asked) -> dict[str, Tensor]:
    """Losses of what the triggers point at, a role each, per trigger of a window."""
    errors = functional.binary_cross_entropy_with_logits(_logits(answers, asked), asked.wanted, asked.weights, reduction="none")
    parts = errors.sum(dim=(0, 1, 2)).unbind()
    return {f"link {role}": part for role, part in zip(ROLES[asked.first : asked.last], parts, strict=True)}
