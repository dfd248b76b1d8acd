"""The figures of a claim by their measure: told in short, put by hand, taken from another version of the claim."""

import re
from collections.abc import Sequence
from typing import Any

import msgspec

from sayso.model.claims import Claim, ClaimFigure
from sayso.model.vocabulary import Measure, Unit

_RANGE = re.compile(r"(?P<exact>\d+)|(?P<low>\d*)\.\.(?P<high>\d*)")
_UNITS: dict[Measure, Unit] = {"houses": "structures", "facilities": "structures", "other": "other"}
_FLOWS = frozenset({"killed", "injured", "displaced", "returned", "detained"})


def tell_figures(claim: Claim, measure: Measure) -> str:
    """Numbers of a measure that are no part of another, as 12, 12..15, 12.. or ..15; words stay words; empty where there are none."""
    return "; ".join(_tell_range(f) for f in claim.figures if f.measure == measure and f.part_of is None)


def put_figures(claim: Claim, measure: Measure, told: Sequence[str]) -> Claim:
    """The claim with these numbers of a measure and no others of it; ValueError where one is no number."""
    return _swap(claim, measure, [_count(claim, measure, one) for one in told])


def take_figures(claim: Claim, other: Claim, measure: Measure) -> Claim:
    """The claim with the numbers of a measure that another version of it has."""
    if _swap(claim, measure, ()) == msgspec.structs.replace(_swap(other, measure, ()), **_but_figures(claim)):
        return msgspec.structs.replace(claim, figures=other.figures)  # all other numbers are the same: parts keep their wholes
    return _swap(claim, measure, [f for f in other.figures if f.measure == measure and f.part_of is None])


def _but_figures(claim: Claim) -> dict[str, Any]:
    return {field: getattr(claim, field) for field in claim.__struct_fields__ if field != "figures"}


def _swap(claim: Claim, measure: Measure, counted: Sequence[ClaimFigure]) -> Claim:
    """The claim with other figures of a measure in the place of its own; the parts of those go with them."""
    old = claim.figures
    first = next((i for i, f in enumerate(old) if f.measure == measure), len(old))
    kept = [i for i, f in enumerate(old) if measure not in (f.measure, old[f.part_of].measure if f.part_of is not None else None)]
    before, after = [i for i in kept if i < first], [i for i in kept if i > first]
    at = {i: new for new, i in enumerate(before)} | {i: len(before) + len(counted) + new for new, i in enumerate(after)}
    moved = {i: msgspec.structs.replace(old[i], part_of=at[part] if (part := old[i].part_of) is not None else None) for i in kept}
    return msgspec.structs.replace(claim, figures=(*(moved[i] for i in before), *counted, *(moved[i] for i in after)))


def _tell_range(figure: ClaimFigure) -> str:
    if figure.assumed or (figure.low is None and figure.high is None):
        return figure.text or "a number that is not told"
    if figure.low == figure.high:
        return str(figure.low)
    return f"{'' if figure.low is None else figure.low}..{'' if figure.high is None else figure.high}"


def _count(claim: Claim, measure: Measure, value: str) -> ClaimFigure:
    told = _RANGE.fullmatch(value)
    if told is None or value == "..":
        raise ValueError(value)
    low, high = (int(words) if (words := told["exact"] or told[side]) else None for side in ("low", "high"))
    if low is not None and high is not None and high < low:
        raise ValueError(value)
    known = next((f for f in claim.figures if f.measure == measure and f.part_of is None), None)
    if known:
        return msgspec.structs.replace(known, low=low, high=high, quantifier=None, assumed=False)
    kind: Any = "flow" if measure in _FLOWS else None
    unit = _UNITS.get(measure, "people")
    return ClaimFigure(text="", span=(claim.start, claim.end), low=low, high=high, measure=measure, unit=unit, kind=kind)
