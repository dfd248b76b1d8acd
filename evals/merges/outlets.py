"""The outlets of the war reports, who owns them, and which events were told by outlets whose owners stood on opposed sides."""

from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

OUTLETS = Path(__file__).parent / "outlets.yaml"
_LEAST_OUTLETS = 3


class Outlet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An outlet: its owner in neutral words, the side of the war that the owner stood with, and where that is from."""

    id: str
    name: str
    owner: str
    stands_with: Literal["government", "opposition", "neither"]
    source: str


@cache
def load_outlets() -> Mapping[str, Outlet]:
    """Outlets by the name that the reports have for them."""
    return {outlet.id: outlet for outlet in msgspec.yaml.decode(OUTLETS.read_bytes(), type=list[Outlet])}


def are_opposed(outlets: Collection[str]) -> bool:
    """Whether three outlets or more tell it, of owners on both sides among them.

    >>> are_opposed({"sana", "etilaf", "reuters"}), are_opposed({"sana", "tass", "reuters"}), are_opposed({"sana", "etilaf"})
    (True, False, False)
    """
    sides = {load_outlets()[name].stands_with for name in outlets if name in load_outlets()}
    return len(outlets) >= _LEAST_OUTLETS and {"government", "opposition"} <= sides
