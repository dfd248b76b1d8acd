"""Rivers and lakes, for maps alone: no place is told by them."""

import gzip
import json
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

import msgspec

from sayso.gazetteer.shapes import Box, Ring, reaches, unpack


class Waters(msgspec.Struct, frozen=True):
    """Lines of rivers and outlines of lakes, as (longitude, latitude) in decimal degrees."""

    rivers: tuple[Ring, ...]
    lakes: tuple[Ring, ...]


@lru_cache(maxsize=1)
def _packed() -> dict[str, list[list[int]]]:
    raw = files("sayso.gazetteer").joinpath("data/waters.json.gz").read_bytes()
    packed: dict[str, list[list[int]]] = json.loads(gzip.decompress(raw))
    return packed


def waters_in(box: Box) -> Waters:
    """The rivers and lakes that reach into a box.

    Source: Natural Earth 1:50m (public domain); a river may run 6 km beside its bed.

    >>> len(waters_in((36.0, 35.0, 41.0, 38.0)).rivers) > 0
    True
    """
    return Waters(rivers=_reaching(_packed()["rivers"], box), lakes=_reaching(_packed()["lakes"], box))


def _reaching(lines: Sequence[list[int]], box: Box) -> tuple[Ring, ...]:
    return tuple(unpack(line) for line in lines if reaches(line, box))
