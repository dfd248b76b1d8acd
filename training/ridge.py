"""A logistic regression that is pulled to given weights, by Newton's method: the same rows give the same weights."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def fit_pulled(features: Floats, wanted: Floats, middle: Floats, pull: Floats, rounds: int) -> Floats:
    """Weights of the columns (log odds), begun at `middle` and drawn to it by `pull`, one strength a column.

    >>> fit_pulled(np.ones((4, 1)), np.array([1.0, 1.0, 1.0, 0.0]), np.zeros(1), np.full(1, 1e-6), 20).round(2)
    array([1.1])
    """
    weights = middle.copy()
    for _ in range(rounds):
        likely = 1 / (1 + np.exp(-features @ weights))
        slope = features.T @ (likely - wanted) + pull * (weights - middle)
        weights -= np.linalg.solve((features * (likely * (1 - likely))[:, None]).T @ features + np.diag(pull), slope)
    return weights
