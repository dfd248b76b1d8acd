"""What several accounts of one number come to: a range, never a midpoint."""

from collections.abc import Sequence

Bounds = tuple[int | None, int | None]
"""Lowest and highest number told; null where the words leave that side open ("at least 12", "up to 50")."""


def join_bounds(accounts: Sequence[Bounds]) -> Bounds:
    """The lowest and the highest number told; a side stays open where the outermost account leaves it open.

    >>> join_bounds([(11, 11), (14, 14)]), join_bounds([(60, None), (50, 50)]), join_bounds([(40, None), (50, 50)])
    ((11, 14), (50, None), (40, 50))
    """
    told = [(low, high) for low, high in accounts if low is not None or high is not None]
    if not told:
        return None, None
    lows = [(low, 0) if low is not None else (high or 0, 1) for low, high in told]
    highs = [(high, 1) if high is not None else (low or 0, 0) for low, high in told]
    lowest, open_below = min(lows)
    highest, closed_above = max(highs)
    return (None if open_below else lowest), (highest if closed_above else None)
