"""What a judge is given: the two texts of each pair with the claims marked, in an order that tells nothing, and a form to fill in."""

from collections.abc import Iterable, Mapping, Sequence

from evals.merges.pairs import Marked, Pair
from sayso.model.records import Record

OPEN, CLOSE = "⟦", "⟧"
FORM = "pair,verdict,note"


def write_sheet(pairs: Sequence[Pair], records: Mapping[str, Record]) -> str:
    """All pairs for the judge, by their ids."""
    ordered = sorted(pairs, key=lambda pair: pair.id)
    return "\n\n".join(_show_pair(at, pair, records) for at, pair in enumerate(ordered, 1)) + "\n"


def write_form(pairs: Iterable[Pair]) -> str:
    """A table with a line for each pair, its verdict left empty."""
    return "\n".join([FORM, *(f"{pair.id},," for pair in sorted(pairs, key=lambda pair: pair.id))]) + "\n"


def _show_pair(number: int, pair: Pair, records: Mapping[str, Record]) -> str:
    sides = sorted((pair.one, pair.other), key=lambda m: (str(records[m.article].published.day), m))
    told = "\n\n".join(f"--- {name}: {_show_side(side, records[side.article])}" for name, side in zip("AB", sides, strict=True))
    return f"=== {number}. {pair.id}\n\n{told}"


def _show_side(side: Marked, record: Record) -> str:
    return f"{record.publisher}, {record.published.day or 'day unknown'}: {record.title or 'no title'}\n\n{mark_claim(record.text, side)}"


def mark_claim(text: str, side: Marked) -> str:
    """A text with the claim's words between marks.

    >>> mark_claim("Two died. More fled.", Marked("a", "c", "casualties", 0, 9))
    '⟦Two died.⟧ More fled.'
    """
    return f"{text[: side.start]}{OPEN}{text[side.start : side.end]}{CLOSE}{text[side.end :]}"
