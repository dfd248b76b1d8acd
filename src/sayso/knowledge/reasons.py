"""What each finding on two claims weighs, for and against their being of one event."""

from functools import cache
from typing import Any

import msgspec

from sayso.knowledge.tables import read_table


class Reasons(msgspec.Struct, frozen=True):
    """Points of a finding by its sentence, where the words of two texts are compared and where not; `pair` and `whole` are bars to pass."""

    without_words: dict[str, float]
    with_words: dict[str, float]
    pair: float
    whole: float


@cache
def reasons() -> Reasons:
    """The table of `reasons.yaml`."""
    table: dict[str, Any] = read_table("reasons")
    points: dict[str, list[float]] = table["points"]
    return Reasons(
        without_words={why: float(pair[0]) for why, pair in points.items()},
        with_words={why: float(pair[1]) for why, pair in points.items()},
        pair=float(table["pair"]),
        whole=float(table["whole"]),
    )
