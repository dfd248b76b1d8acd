"""Fit what findings on two claims weigh (`knowledge/reasons.yaml`, the second column) to pairs of claims that people judged.

usage: python -m training.reasons RECORDS [--write]    (war reports as `sayso read --format jsonl` writes them)

`labels/merges.jsonl` holds articles, spans and verdicts, and no text: pairs of articles whose SHA-256 is even, judged after
`evals/merges/GUIDE.md` by language models that saw the texts alone; a pair that was judged twice stands there twice. Pairs of one half of
all pairs of articles are told by what the other half teaches, and the other way round; then the table is printed, or written (`--write`).
"""

import re
import sys
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np

from sayso.knowledge.reasons import reasons
from sayso.ledger import file_claims
from sayso.ledger.profiles import Profile, profile_claims
from sayso.ledger.same_event import OF_WORDS, REASONS
from sayso.model.records import Record
from sayso.pipeline import header_of, sign_records
from sayso.reviews.found_again import find_again
from training.corpora import read_lines
from training.ridge import fit_pulled

LABELS = Path(__file__).parent / "labels" / "merges.jsonl"
TABLE = Path(__file__).parents[1] / "src" / "sayso" / "knowledge" / "reasons.yaml"
ALWAYS = "told by two articles"
EXCLUDING = frozenset({
    "different places", "places in different countries", "a place outside the other's area", "different days", "published long after",
    "a day after the other article was published", "more than nine days apart", "no day told, published long apart",
})  # fmt: skip
"""Findings that only those judged pairs have that all else speaks for, or that were joined by way of others: they are set by hand."""
AT_ISSUE = {
    "one denies it": 1.0, "different changes of hands": 0.6, "the same change of hands": 1.0, "different sides act": 0.0,
    "sides act that may be one": 0.3, "different sides are hit": 0.0, "a toll that may have grown": 0.0, "different figures": -0.5,
    "fighting and control of one place are always compared": 0.3, "one tells what is said of it, the other it": -0.5,
    "told together, of who holds a place": 0.4, "a day apart, of who holds a place": 0.0, "days apart, of who holds a place": -0.3,
    "about a week apart, of who holds a place": -0.6, "the same side of the place": 0.3,
}  # fmt: skip
"""What rival accounts of one happening quarrel about is set by hand, in log odds: they are to stand side by side in one event; so is
what hardly a judged pair has."""
_EXCLUDED = -3.0
_HAND, _POINTS, _LIKELY = 1 / 3, 2.0, 0.3
"""What was set by hand is taken for three times the log odds; log odds are twice as many points; likelier than this is one event."""
_PULL, _FIXED, _ROUNDS = 3.0, 1e6, 60

Row = dict[str, float]


class Judged(NamedTuple):
    """The findings on a pair, whether it is one event, and in which half of all pairs of articles it is."""

    row: Row
    same: bool
    half: int



def read_judged(records: Path) -> list[Judged]:
    """Every judged pair that is still read and that nothing rules out."""
    decoder = msgspec.json.Decoder(Record)
    read = [decoder.decode(line) for line in records.read_bytes().splitlines()]
    filed = sorted(file_claims([(header_of(r), r.claims) for r in read]), key=lambda f: f.filing_order)
    profiles = {p.claim.id: p for p in profile_claims(filed, sign_records(read, filed))}
    claims = {r.article_id: r.claims for r in read}
    judged = []
    for label in read_lines(LABELS):
        found = [_find(label[side], claims, profiles) for side in ("one", "other")]
        if label["verdict"] in ("same", "different") and (row := _findings(*sorted(found, key=_order))):
            judged.append(Judged(row, label["verdict"] == "same", _half(label)))
    return judged


def _half(label: Mapping[str, Mapping[str, str]]) -> int:
    """The same for all pairs of claims of two articles, so that neither half teaches what the other is asked."""
    return zlib.crc32(" ".join(sorted(label[side]["article"] for side in ("one", "other"))).encode()) % 2


def _find(told: Mapping[str, object], claims: Mapping[str, Sequence[object]], profiles: Mapping[str, Profile]) -> Profile | None:
    args = (told["claim"], told["event"], told["start"], told["end"], claims.get(str(told["article"]), ()))
    claim = find_again(*args)  # type: ignore[arg-type]
    return profiles.get(claim.id) if claim else None


def _order(profile: Profile | None) -> tuple[object, ...]:
    return (profile is None, *(profile.filed.filing_order if profile else ()))


def _findings(one: Profile | None, other: Profile | None) -> Row | None:
    """Degrees by sentence; None where a claim is no longer read or something rules the pair out."""
    if one is None or other is None:
        return None
    found = [finding for compare in (*REASONS, *OF_WORDS) if (finding := compare(one, other))]
    return None if any(f.forbids for f in found) else {f.why: f.degree for f in found}


def fit_points(judged: Sequence[Judged]) -> dict[str, float]:
    """Points by sentence: a logistic regression that is pulled to what was set by hand."""
    hand = reasons().without_words
    names = [why for why in hand if why != ALWAYS]
    middle = np.array([*(_EXCLUDED if why in EXCLUDING else AT_ISSUE.get(why, max(hand[why], -4.5) * _HAND) for why in names), 0.0])
    degrees = np.array([[pair.row.get(why, 0.0) for why in names] + [1.0] for pair in judged])
    wanted = np.array([pair.same for pair in judged], float)
    pull = np.array([*(_FIXED if why in AT_ISSUE or why in EXCLUDING else _PULL for why in names), 0.01])
    weights = fit_pulled(degrees, wanted, middle, pull, _ROUNDS)
    points = {why: round(_POINTS * float(w), 2) for why, w in zip(names, weights, strict=False)}
    return {**points, ALWAYS: round(reasons().pair + _POINTS * (float(weights[-1]) - _LIKELY), 2)}


def measure(judged: Sequence[Judged]) -> str:
    """How pairs are told apart by what the other half of them teaches, at the bar for a pair."""
    taught = {half: fit_points([pair for pair in judged if pair.half != half]) for half in (0, 1)}
    merged = [_score(pair.row, taught[pair.half]) >= reasons().pair for pair in judged]
    right, given, wanted = sum(m and p.same for m, p in zip(merged, judged, strict=True)), sum(merged), sum(p.same for p in judged)
    return f"{len(judged)} pairs, {wanted} of one event; told by the other half: precision {right / given:.3f}, recall {right / wanted:.3f}"


def _score(row: Row, points: Mapping[str, float]) -> float:
    return sum(points.get(why, 0.0) * degree for why, degree in row.items())


def write_table(text: str, points: Mapping[str, float]) -> str:
    """The table with other points in its second column."""

    def put(row: re.Match[str]) -> str:
        return f"{row[1]}{row[2]}{row[3]}, {points.get(row[2], float(row[4])):g}]"

    return re.sub(r'^(  "?)([^"\n]+?)("?: \[[-\d.]+), ([-\d.]+)\]$', put, text, flags=re.M)


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    pairs = read_judged(Path(sys.argv[1]))
    print(measure(pairs))
    table = write_table(TABLE.read_text(encoding="utf8"), fit_points(pairs))
    if sys.argv[2:] == ["--write"]:
        TABLE.write_text(table, encoding="utf8")
    else:
        print(table)
