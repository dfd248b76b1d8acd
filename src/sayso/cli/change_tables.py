"""Tables of frozen reports, of what changed in what was stated, and of readings held against each other."""

from collections.abc import Iterable, Sequence

import msgspec
from rich.table import Table

from sayso.cli.tables import Column, Row, lay_out, shorten_id
from sayso.model.stated import Change, FrozenProduct
from sayso.outputs.wording import shorten

LONGEST_VALUE = 160
"""Characters of a value in a cell; JSON Lines hold all of it."""


def frozen_row(product: FrozenProduct) -> Row:
    """A frozen report, with the number of articles that it rests on."""
    row: Row = msgspec.to_builtins(product)
    return row | {"articles": len(product.articles)}


def table_of_frozen(rows: Sequence[Row]) -> Table:
    """What was frozen, the oldest first."""
    return lay_out("Frozen reports", _FROZEN, rows)


def change_row(change: Change) -> Row:
    """A change for programs: everything that is known of it."""
    row: Row = msgspec.to_builtins(change)
    return {("id" if field == "key" else field): value for field, value in row.items()}


def table_of_changes(title: str, rows: Sequence[Row]) -> Table:
    """What changed, the gravest first."""
    return lay_out(title, _CHANGES, rows)


def table_of_readings(title: str, rows: Sequence[Row]) -> Table:
    """Claims that two readings of an article do not share, or read otherwise."""
    return lay_out(title, _READINGS, rows)


def lines_of_fields(fields: Iterable[Row]) -> list[str]:
    """Each field as it was and as it is."""
    lines = []
    for field in fields:
        was, now = (shorten(field[side], LONGEST_VALUE) for side in ("was", "now"))
        lines.append(f"{field['field']}: {was or 'nothing'} → {now or 'nothing'}")
    return lines


def _tell_subject(row: Row) -> list[str]:
    how = "changed hands" if row.get("changed_hands") else row["how"]
    return [f"{row['kind']}, {how}", shorten(row["subject"], LONGEST_VALUE), _tell_id(row["id"])]


def _tell_id(identifier: str) -> str:
    return shorten_id(identifier.split(":")[0])


def _tell_fields(row: Row) -> list[str]:
    """What changed; of a thing that came or went, what it says above all."""
    if row["how"] == "changed":
        return lines_of_fields(row["fields"])
    side = "now" if row["how"] == "new" else "was"
    said = {f["field"]: f[side] for f in row["fields"]}
    return [shorten(said[field], LONGEST_VALUE) for field in ("label", "range", "accounts", "words") if said.get(field)]


_FROZEN = (
    Column("Report", 20, lambda r: [r["name"], f"{r['format']}, {r['size']:,} bytes"]),
    Column("Of", 20, lambda r: [r["as_of"], f"known {r['known_at'][:16].replace('T', ' ')}", f"{r['articles']} reports"]),
    Column("For", 14, lambda r: [r["audience"]]),
    Column("Frozen", 26, lambda r: [f"{r['made'][:16].replace('T', ' ')} by {r['author']}", f"struck {r['struck']}" if r["struck"] else "",
                                    r["sha256"][:16]]),
)  # fmt: skip
_CHANGES = (
    Column("What", 24, _tell_subject),
    Column("Change", 34, _tell_fields),
    Column("Why", 22, lambda r: [r["weight"], *r["why"]]),
)
_READINGS = (
    Column("Claim", 14, lambda r: [shorten_id(r["claim_id"]), r["how"], shorten(r["article_id"], 40)]),
    Column("In which words", 30, lambda r: [f"“{shorten(r['evidence'], LONGEST_VALUE)}”"]),
    Column("Read otherwise", 36, lambda r: lines_of_fields(r["fields"]) or [r["event"]]),
)
