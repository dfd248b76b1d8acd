"""Which mention fills a slot: a sum of weights of what is seen of it, learned from annotated claims; the table is data."""

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files

import msgspec

Features = Mapping[str, float]


class Weights(msgspec.Struct, frozen=True):
    """Weights of one slot as log odds; what weighs less than `least` fills nothing.

    Where nothing weighs `least`, the heaviest still fills the slot if it weighs `alone`.
    """

    bias: float
    least: float
    alone: float
    weights: dict[str, float]

    def weigh(self, features: Features) -> float:
        """The probability that a mention with these features fills the slot.

        >>> table = Weights(bias=-1.0, least=0.5, alone=0.5, weights={"in clause": 2.0})
        >>> round(table.weigh({"in clause": 1.0, "never seen": 1.0}), 2)
        0.73
        """
        total, weight_of = self.bias, self.weights.get
        for name, value in features.items():
            total += weight_of(name, 0.0) * value
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))

    def loudest(self, features: Features, most: int = 2) -> str:
        """The features that spoke loudest, in words."""
        told = sorted(((self.weights.get(n, 0.0) * v, n) for n, v in features.items()), key=lambda pair: (-abs(pair[0]), pair[1]))
        return ", ".join(f"{name} {weight:+.1f}" for weight, name in told[:most] if weight)


@cache
def load_table(name: str) -> Weights:
    """One of the tables of weights that `training/` fits, by the name of its file in `data/`."""
    return msgspec.json.decode(files("sayso.claims").joinpath("data", f"{name}.json").read_bytes(), type=Weights)


@cache
def slot_weights() -> Mapping[str, Weights]:
    """The weights that `training/slots.py` fitted, by slot."""
    return msgspec.json.decode(files("sayso.claims").joinpath("data", "slots.json").read_bytes(), type=dict[str, Weights])


def as_odds(probability: float) -> float:
    """Log odds, within 5 either way."""
    return max(-5.0, min(5.0, math.log(max(probability, 1e-6) / max(1.0 - probability, 1e-6))))


def flags(names: Iterable[str]) -> dict[str, float]:
    """Features that are there or not."""
    return dict.fromkeys(names, 1.0)


def keep_heavy(table: Weights, weighed: Sequence[tuple[int, float]]) -> list[int]:
    """Numbers of those that weigh enough, else the heaviest if it may stand alone; in the order given."""
    heavy = [at for at, weight in weighed if weight >= table.least]
    best = max(weighed, key=lambda pair: pair[1], default=None)
    if heavy or best is None:
        return heavy
    return [best[0]] if best[1] >= table.alone else []
