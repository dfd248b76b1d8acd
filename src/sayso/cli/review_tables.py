"""Tables of what people entered, and of how far they agree."""

from collections.abc import Collection, Sequence
from typing import Any

import msgspec
from rich.table import Table

from sayso.cli.tables import Column, Row, lay_out, shorten_id
from sayso.model.entries import Correct, Entry


def entry_row(entry: Entry, undone: Collection[str]) -> Row:
    """One entry: who, when, what, on what, why, and whether it counts."""
    act = entry.act
    field = f"{act.field}={act.value if isinstance(act.value, str) else _places(act.value)}" if isinstance(act, Correct) else ""
    return {"entry_id": entry.entry_id, "at": entry.at, "author": entry.author, "kind": entry.kind, "on": _subjects(entry)} | {
        "says": field or _says(act), "why": entry.why, "counts": entry.entry_id not in undone
    }  # fmt: skip


def table_of_entries(rows: Sequence[Row]) -> Table:
    """What was entered, the oldest first."""
    return lay_out("Entered by people", _ENTRIES, rows)


def table_of_agreement(rows: Sequence[Row]) -> Table:
    """Agreement by field."""
    return lay_out("Agreement by field", _AGREEMENT, rows)


def _subjects(entry: Entry) -> list[str]:
    act: Any = entry.act
    told = msgspec.to_builtins(act)
    refs = [r["claim_id"] for key in ("claims", "others") for r in told.get(key, ())]
    single = [told[key] for key in ("subject", "question", "source", "entry_id") if key in told]
    return refs or single or ([told["claim"]["id"]] if "claim" in told else [])


def _says(act: Any) -> str:  # noqa: ANN401  # any act
    told = msgspec.to_builtins(act)
    return ", ".join(f"{key} {told[key]}" for key in ("reliability", "topic", "since", "credibility", "to") if told.get(key))


def _places(value: Any) -> str:  # noqa: ANN401  # places as records have them
    return "; ".join(str(p.get("name") or p.get("text")) for p in value)


def _share(row: Row, right: str, of: str) -> list[str]:
    return [f"{row[right]} of {row[of]}" if row[of] else "", f"{row[right] / row[of]:.2f}" if row[of] else ""]


_ENTRIES = (
    Column("Entry", 15, lambda r: [shorten_id(r["entry_id"]), r["at"][:16].replace("T", " ")]),
    Column("By", 12, lambda r: [r["author"]]),
    Column("What", 18, lambda r: [r["kind"], r["says"], "" if r["counts"] else "undone"]),
    Column("On", 14, lambda r: [*(shorten_id(i) for i in r["on"][:3]), f"and {len(r['on']) - 3} more" if len(r["on"]) > 3 else ""]),
    Column("Why", 21, lambda r: [r["why"]]),
)
_AGREEMENT = (
    Column("Field", 24, lambda r: [r["field"]]),
    Column("As the machine read it", 28, lambda r: _share(r, "as_machine", "with_machine")),
    Column("Two reviewers alike", 28, lambda r: _share(r, "alike", "between_reviewers")),
)
