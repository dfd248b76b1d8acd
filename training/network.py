"""The network in torch: MiniLM with the shape and hints of every word, and its heads."""

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import AutoModel

from sayso.model.vocabulary import EVENT_CLASSES
from sayso.reading.heads import DISTANCES, HINTS, KEY_WIDTH, ROLES, SENTENCE_STEPS, SHAPES, SPANS, STATUSES


class Reader(nn.Module):
    """One encoder, several heads, one pass.

    Inputs: `ids`, `mask`, `shapes` int64 (windows, pieces), `hints` float32 (windows, pieces, HINTS). Outputs by name, log odds:
    `triggers` (…, classes), `statuses` (…, statuses), `hedged` (…,), `inside` and `begins` (…, SPANS), `queries` and `keys`
    (…, ROLES, 2 KEY_WIDTH), `distances` (ROLES, DISTANCES), `steps` (ROLES, SENTENCE_STEPS), `distance_rows` and `step_rows` the same with
    KEY_WIDTH, `votes` (ROLES, KEY_WIDTH).
    """

    def __init__(self, encoder: Path, layers: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(
            encoder, attn_implementation="eager", dtype=torch.float32, add_pooling_layer=False,
            attention_probs_dropout_prob=0.0, hidden_dropout_prob=dropout,
        )  # fmt: skip
        self.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
        self.encoder.encoder.layer = self.encoder.encoder.layer[:layers]
        width = self.encoder.config.hidden_size
        self.shape = nn.Embedding(len(SHAPES), width)
        self.hint = nn.Linear(len(HINTS), width, bias=False)
        nn.init.zeros_(self.shape.weight)
        nn.init.normal_(self.hint.weight, std=0.01)
        self.drop = nn.Dropout(dropout)
        wide = width + len(HINTS)
        self.trigger = nn.Sequential(nn.Linear(wide, 256), nn.GELU(), nn.Dropout(dropout), nn.Linear(256, len(EVENT_CLASSES)))
        self.certainty = nn.Sequential(nn.Linear(wide, 128), nn.GELU(), nn.Dropout(dropout), nn.Linear(128, len(STATUSES) + 1))
        self.span = nn.Linear(wide, 2 * len(SPANS))
        self.query = nn.Linear(wide, len(ROLES) * 2 * KEY_WIDTH)
        self.key = nn.Linear(wide, len(ROLES) * 2 * KEY_WIDTH)
        self.distance = nn.Parameter(torch.full((len(ROLES), DISTANCES), -2.0))
        self.step = nn.Parameter(torch.zeros(len(ROLES), SENTENCE_STEPS))
        self.distance_row = nn.Parameter(torch.randn(len(ROLES), DISTANCES, KEY_WIDTH) * 0.1)
        self.step_row = nn.Parameter(torch.randn(len(ROLES), SENTENCE_STEPS, KEY_WIDTH) * 0.1)
        self.vote = nn.Parameter(torch.randn(len(ROLES), KEY_WIDTH) * 0.05)
        nn.init.constant_(self.trigger[-1].bias, -4.0)  # type: ignore[arg-type]
        nn.init.constant_(self.span.bias, -3.0)

    def forward(self, ids: Tensor, mask: Tensor, shapes: Tensor, hints: Tensor) -> dict[str, Tensor]:
        """All heads of all pieces."""
        words = self.encoder.embeddings.word_embeddings(ids) + self.shape(shapes) + self.hint(hints)
        seen = self.encoder(inputs_embeds=words, attention_mask=mask).last_hidden_state
        wide = torch.cat([self.drop(seen), hints.to(seen.dtype)], dim=-1)
        certainty, spans = self.certainty(wide), self.span(wide)
        rows = (*wide.shape[:2], len(ROLES), 2 * KEY_WIDTH)
        return {
            "triggers": self.trigger(wide),
            "statuses": certainty[..., : len(STATUSES)],
            "hedged": certainty[..., len(STATUSES)],
            "inside": spans[..., : len(SPANS)],
            "begins": spans[..., len(SPANS) :],
            "queries": self.query(wide).reshape(rows),
            "keys": self.key(wide).reshape(rows),
            "distances": self.distance,
            "steps": self.step,
            "distance_rows": self.distance_row,
            "step_rows": self.step_row,
            "votes": self.vote,
        }
