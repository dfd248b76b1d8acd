"""Logistic regressions over features that are there or not."""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from sayso.claims.weighing import Weights

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


def fit_table(
    rows: Sequence[Sequence[str]],
    wanted: Sequence[bool],
    *,
    strength: float,
    least: int,
    smallest: float,
    counts: Sequence[float] | None = None,
) -> Weights:
    """Weights as they ship, in two decimals, yes from one half on.

    Features of fewer than `least` rows are left out, and weights below `smallest`.
    """
    seen = Counter(feature for row in rows for feature in row)
    index = {feature: at for at, feature in enumerate(sorted(f for f, n in seen.items() if n >= least))}
    bias, fitted = fit_flags(rows, wanted, index, strength, counts)
    weights = {feature: round(weight, 2) for feature, weight in fitted.items() if abs(weight) >= smallest}
    return Weights(bias=round(bias, 4), least=0.5, alone=1.0, weights=weights)
