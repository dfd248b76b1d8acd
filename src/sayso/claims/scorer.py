"""How likely a trigger tells of something: a sum of weights of its features, learned from annotated claims."""

import heapq
import math
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import msgspec

from sayso.model.vocabulary import EventClass

_ALL = "*"


class Weights(msgspec.Struct, frozen=True, kw_only=True):
    """Feature -> class (or `*` for all classes) -> weight, as log odds; `made_with` names data, seed and settings."""

    bias: float
    weights: dict[str, dict[str, float]]
    made_with: dict[str, str | int | float]


class Score(msgspec.Struct, frozen=True):
    """Probability that the trigger tells of its class, and the features that spoke loudest, with their weights."""

    probability: float
    reasons: tuple[tuple[str, float], ...]


@cache
def load_weights() -> Weights:
    """The weights that `training/words.py` made; see its card for the data."""
    return msgspec.json.decode(files("sayso.claims").joinpath("data", "happenings.json").read_bytes(), type=Weights)


SURE = 0.6
"""Least probability of a sure wording."""


def make_sure(score: Score) -> Score:
    """The score of a wording that tells of its class wherever it stands."""
    return Score(max(score.probability, SURE), (*score.reasons, ("sure wording", 0.0))) if score.probability < SURE else score


def score_trigger(features: Sequence[str], event: EventClass, weights: Weights) -> Score:
    """Weigh the features of a trigger for one class.

    >>> w = Weights(bias=0.0, weights={"after=town": {"*": 1.0, "control": 1.0}}, made_with={})
    >>> round(score_trigger(["after=town", "before=the"], "control", w).probability, 2)
    0.88
    """
    rows = weights.weights
    told = [
        (feature, weight)
        for feature in features
        if (row := rows.get(feature)) and (weight := row.get(_ALL, 0.0) + row.get(event, 0.0))
    ]
    total = weights.bias + sum(weight for _, weight in told)
    loud = heapq.nsmallest(3, told, key=lambda pair: (-abs(pair[1]), pair[0]))
    return Score(1.0 / (1.0 + math.exp(-total)), tuple(loud))
