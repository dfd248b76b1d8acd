"""Pairs of claims of two articles, as they are kept: ids, offsets, what Sayso decided when they were drawn, what people judge; no texts."""

import csv
import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal, get_args

import msgspec

from sayso.model.vocabulary import EventClass

PAIRS = Path(__file__).parent / "pairs.csv"

Pool = Literal["merged", "near", "far", "forbidden"]
"""What Sayso made of a pair: one event; two, though nearly one; two and far from one; two, for a reason rules one event out."""
VerdictWord = Literal["same", "different", "cannot tell", ""]
VERDICTS: tuple[VerdictWord, ...] = get_args(VerdictWord)


class Marked(msgspec.Struct, frozen=True, order=True):
    """A claim as it stood in its article when it was drawn; offsets count characters of the text."""

    article: str
    claim: str
    event: EventClass
    start: int
    end: int


class Pair(msgspec.Struct, frozen=True):
    """Two claims, the pool that they were drawn from and how many pairs of articles it held, and the verdict (empty until one is given)."""

    one: Marked
    other: Marked
    pool: Pool
    pool_size: int
    verdict: VerdictWord = ""

    @property
    def id(self) -> str:
        """A name that tells nothing of the pool; pairs in its order are shuffled."""
        words = "\0".join(f"{m.article} {m.start} {m.end} {m.event}" for m in sorted((self.one, self.other)))
        return "p-" + hashlib.sha256(words.encode()).hexdigest()[:10]


_SIDE = ("article", "claim", "event", "start", "end")
COLUMNS = ("pair", *_SIDE, *(f"other_{name}" for name in _SIDE), "decided", "pool", "pool_size", "verdict")


def write_pairs(path: Path, pairs: Iterable[Pair]) -> None:
    """Write pairs in the order of their ids."""
    with path.open("w", encoding="utf8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(COLUMNS)
        for pair in sorted(pairs, key=lambda p: p.id):
            sides = (getattr(m, name) for m in (pair.one, pair.other) for name in _SIDE)
            writer.writerow([pair.id, *sides, "merged" if pair.pool == "merged" else "apart", pair.pool, pair.pool_size, pair.verdict])


def read_pairs(path: Path) -> tuple[Pair, ...]:
    """Pairs as they were written; none where there is no file.

    Raises msgspec.ValidationError where a cell does not fit, for instance a verdict that is none.
    """
    if not path.exists():
        return ()
    with path.open(encoding="utf8", newline="") as stream:
        return tuple(_pair(row) for row in csv.DictReader(stream))


def _pair(row: dict[str, str]) -> Pair:
    one, other = ({name: row[prefix + name] for name in _SIDE} for prefix in ("", "other_"))
    cells = {"one": one, "other": other, "pool": row["pool"], "pool_size": row["pool_size"], "verdict": row["verdict"]}
    return msgspec.convert(cells, Pair, strict=False)


def count_verdicts(pairs: Sequence[Pair]) -> dict[VerdictWord, int]:
    """How many pairs have each verdict."""
    return {word: sum(pair.verdict == word for pair in pairs) for word in VERDICTS}
