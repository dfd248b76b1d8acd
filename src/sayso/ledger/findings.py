"""What one comparison finds: how strongly it speaks for one event or against it, the sentence to read, and the sum of many."""

from collections.abc import Iterable
from typing import NamedTuple

import msgspec


class Finding(msgspec.Struct, frozen=True):
    """`degree` runs from -1 (against) to 1 (for one event); one that `forbids` settles it, whatever else agrees."""

    degree: float
    why: str
    forbids: bool = False


def forbid(why: str) -> Finding:
    """A finding that no other can outweigh."""
    return Finding(-1.0, why, True)


class Verdict(NamedTuple):
    """The sum of the reasons, the sentences of those that counted, strongest first, and whether one event is ruled out."""

    score: float
    why: tuple[str, ...]
    forbidden: bool = False


def sum_findings(found: Iterable[tuple[Finding | None, float]]) -> Verdict:
    """Weigh findings, each with what its reason weighs; the first that forbids ends it.

    >>> sum_findings([(Finding(0.5, "near places"), 3.0), (None, 2.0)])
    Verdict(score=1.5, why=('near places (+1.5)',), forbidden=False)
    """
    told: list[tuple[float, str]] = []
    for finding, weight in found:
        if finding is None:
            continue
        if finding.forbids:
            return Verdict(-10.0, (finding.why,), True)
        if finding.degree:
            told.append((finding.degree * weight, finding.why))
    told.sort(key=lambda item: -abs(item[0]))
    return Verdict(round(sum(points for points, _ in told), 3), tuple(f"{why} ({points:+.1f})" for points, why in told))
