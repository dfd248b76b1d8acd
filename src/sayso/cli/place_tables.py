"""Tables of the gazetteer: what a name may mean, and what an operator brought."""

from collections.abc import Sequence

from rich.table import Table

from sayso.cli.tables import Column, Row, lay_out

_MOST, _MOST_REASONS = 12, 3


def table_of_candidates(name: str, rows: Sequence[Row]) -> Table:
    """The places that a name may mean, the likeliest first; after a dozen the rest is counted."""
    more = f", {len(rows) - _MOST} more with --format jsonl" if len(rows) > _MOST else ""
    return lay_out(f"Places that {name} may mean{more}", _CANDIDATES, rows[:_MOST])


def table_of_sources(rows: Sequence[Row]) -> Table:
    """What was brought into a gazetteer."""
    return lay_out("Places brought into the gazetteer", _SOURCES, rows)


def _where(row: Row) -> list[str]:
    point = f"{row['lat']}, {row['lon']}" if row["lat"] is not None else "no point known"
    return [", ".join(w for w in (row["admin1"], row["country"]) if w), point]


def _what(row: Row) -> list[str]:
    people = f"{row['population']:,} people" if row["population"] else ""
    matched = f"as {row['matched']}" if row["matched"] != row["name"] else ""
    return [row["name"], ", ".join(w for w in (row["kind"], people) if w), matched, row["place_id"]]


def _why(row: Row) -> list[str]:
    if not row["share"]:
        return ["cannot be meant here"]
    told = [f"{'+' if r['weight'] > 0 else '-'} {r['reason']}" for r in row["reasons"][:_MOST_REASONS]]
    return [f"{row['share']:.2f}{' taken' if row['taken'] else ''}", *told]


_CANDIDATES = (Column("Place", 24, _what), Column("Where", 20, _where), Column("Belief, why", 36, _why))
_SOURCES = (
    Column("Source", 20, lambda r: [r["name"], r["licence"]]),
    Column("File", 26, lambda r: [r["file"], f"sha256 {r['digest'][:16]}"]),
    Column("Places", 20, lambda r: [f"{r['added']} added", f"{r['merged']} given names", f"{r['refused']} not taken"]),
)
