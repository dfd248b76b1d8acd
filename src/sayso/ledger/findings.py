"""What one comparison finds: how strongly it speaks for one event or against it, the sentence to read, and the sum of many."""

import math
from collections.abc import Iterable
from typing import NamedTuple

import msgspec


class Finding(msgspec.Struct, frozen=True, gc=False):
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


RULED_OUT = -10.0
"""Points of what is ruled out."""


def sum_findings(found: Iterable[tuple[Finding | None, float]]) -> Verdict:
    """Weigh findings, each with what its reason weighs; the first that forbids ends it.

    >>> sum_findings([(Finding(0.5, "near places"), 3.0), (None, 2.0)])
    Verdict(score=1.5, why=('near places (+1.5)',), forbidden=False)
    """
    told = _weigh(found)
    if isinstance(told, Finding):
        return Verdict(RULED_OUT, (told.why,), True)
    told.sort(key=lambda item: -abs(item[0]))
    return Verdict(add_up(points for points, _ in told), tuple(f"{why} ({points:+.1f})" for points, why in told))


def _weigh(found: Iterable[tuple[Finding | None, float]]) -> list[tuple[float, str]] | Finding:
    """The points of each finding, or the one that forbids."""
    told = []
    for finding, weight in found:
        if finding is None:
            continue
        if finding.forbids:
            return finding
        if finding.degree:
            told.append((finding.degree * weight, finding.why))
    return told


def add_up(points: Iterable[float]) -> float:
    """The sum of points, in thousandths; their order does not matter."""
    return round(math.fsum(points), 3)
