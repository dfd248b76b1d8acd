"""Logistic regressions over features that are there or not."""

from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

Feature = TypeVar("Feature", bound=Hashable)


def fit_flags(
    rows: Sequence[Sequence[Feature]],
    wanted: Sequence[bool],
    index: Mapping[Feature, int],
    strength: float,
    counts: Sequence[float] | None = None,
) -> tuple[float, dict[Feature, float]]:
    """Bias and weights, as log odds, of the features that `index` numbers.

    `strength` is the inverse regularisation, `counts` how often each row counts (once where None). Same rows, same weights.
    """
    cut = [[index[feature] for feature in row if feature in index] for row in rows]
    ends = np.cumsum([0, *map(len, cut)])
    cells = np.array([cell for row in cut for cell in row])
    matrix = csr_matrix((np.ones(len(cells)), cells, ends), shape=(len(cut), len(index)))
    model = LogisticRegression(C=strength, solver="liblinear", random_state=0, max_iter=500)
    model.fit(matrix, wanted, sample_weight=counts)
    return float(model.intercept_[0]), dict(zip(index, map(float, model.coef_[0]), strict=True))
