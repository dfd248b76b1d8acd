"""Flow or stock: whether a figure counts what happened in a period or how many there are at a time, by the words around it."""

import re
from collections.abc import Iterator, Mapping

from sayso.claims.counted_people import counted_patterns
from sayso.claims.weighing import Weights, flags, load_table
from sayso.model.articles import Span
from sayso.model.vocabulary import EventClass, FigureKind, Measure, Unit

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?|\d[\d,.]*|[^\w\s]")
_END = re.compile(r"[.!?]\s|\n")
DEFINED: Mapping[Measure, FigureKind] = {"killed": "flow", "injured": "flow", "missing": "stock", "besieged": "stock"}
_TOLD_BY = ("stays", "moves", "spans", "names")
"""Words of staying, of moving, of periods, and names for the displaced as a group."""
_TOLD_STOCK = ("stays before", "stays after", "names before", "names after", "names inside")
"""What must be seen for the displaced to be a stock: how many are somewhere never follows from how many have moved."""
_REACH, _WORDS, _BESIDE = 160, 14, 4
"""Characters and words on either side that are looked at, and words whose place counts."""


def kind_features(text: str, span: Span, measure: Measure, event: EventClass, unit: Unit) -> dict[str, float]:
    """What is seen of a figure: what it measures, its own words and those of its sentence before and after it, the nearest by place."""
    start, end = span
    before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    ends = [hit.end() for hit in _END.finditer(before)]
    stop = _END.search(after)
    before, after = before[ends[-1] if ends else 0 :], after[: stop.start() if stop else len(after)]
    left, right = _words(before)[::-1][:_WORDS], _words(after)[:_WORDS]
    parts = (("before", before), ("after", after), ("inside", text[start:end]))
    told = [f"{name} {side}" for side, part in parts for name, p in counted_patterns(*_TOLD_BY).items() if p.search(part)]
    return flags([f"m {measure}", f"e {event}", f"m {measure} e {event}", f"u {unit}", *_seen(left, "b"), *_seen(right, "a"),
                  *told, *(f"{one} {measure}" for one in told),
                  *(told for word in _words(text[start:end]) for told in (f"o {word}", f"o {word} {measure}")),
                  *(told for word in {*left, *right} for told in (f"w {word}", f"w {word} {measure}"))])  # fmt: skip


def _seen(words: list[str], side: str) -> Iterator[str]:
    yield from (f"{side} {word}" for word in words)
    yield from (f"{side}{at} {word}" for at, word in enumerate(words[:_BESIDE]))


def _words(text: str) -> list[str]:
    return ["#" if hit[0][0].isdigit() else hit[0].lower() for hit in _WORD.finditer(text)]


def kind_weights() -> Weights:
    """The weights that `training/kinds.py` fitted; what weighs `least` is a stock."""
    return load_table("kinds")


def kind_of_figure(text: str, span: Span, measure: Measure, event: EventClass, unit: Unit) -> FigureKind:
    """Flow (new in a period) or stock (the number at a time).

    Tolls are flow by definition (ANNOTATION.md), the missing and the besieged are those of a moment; all else is weighed.

    >>> text = "Aris now hosts 3,000 displaced people."
    >>> kind_of_figure(text, (15, 37), "displaced", "displacement", "people")
    'stock'
    """
    if measure in DEFINED:
        return DEFINED[measure]
    table, seen = kind_weights(), kind_features(text, span, measure, event, unit)
    told = measure != "displaced" or any(name in seen for name in _TOLD_STOCK)
    return "stock" if told and table.weigh(seen) >= table.least else "flow"
