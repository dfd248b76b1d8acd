"""What one comparison of two claims finds: how strongly it speaks for one event or against it, and the sentence to read."""

import msgspec


class Finding(msgspec.Struct, frozen=True):
    """`degree` runs from -1 (against) to 1 (for one event); one that `forbids` settles it, whatever else agrees."""

    degree: float
    why: str
    forbids: bool = False


def forbid(why: str) -> Finding:
    """A finding that no other can outweigh."""
    return Finding(-1.0, why, True)
