"""What a folder of this one states: its question, its cases, its scores and how to measure them."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec

Json = dict[str, Any]
Read = Callable[[Iterable[Json]], list[Json]]
"""Articles as `sayso read` takes them in JSON Lines, to records as it writes them."""


class Measured(msgspec.Struct, frozen=True):
    """Scores by name, each from 0 to 1 and better when higher, and the scorer's own words on them."""

    scores: Mapping[str, float]
    details: str


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to know about Sayso; `cases` are files of the annotated folder, scorer included; `scores` says what each score means."""

    asks: str
    cases: tuple[str, ...]
    scores: Mapping[str, str]
    measure: Callable[[Path, Read], Measured]
