"""The operator's table of how many people live in a household."""

from pathlib import Path

from sayso.cli.operator_tables import Row, read_operator_table
from sayso.errors import InputError
from sayso.model.situation import HouseholdSize

_COLUMNS = ("country", "people", "source")
_MOST = 50.0
"""People beyond which a household is none."""


def read_household_sizes(path: Path) -> tuple[HouseholdSize, ...]:
    """Rows of a CSV with the columns country (ISO alpha-2), admin1 (may be left out or empty), people and source.

    Raises InputError where the file cannot be read, lacks a column, or a row is wrong; it names the line.
    """
    seen: set[tuple[str, str]] = set()

    def make(line: int, row: Row) -> HouseholdSize:
        size = _size(path, line, row)
        if (size.country, size.admin1) in seen:
            raise InputError(f"{path}, line {line}: {size.country} {size.admin1} has a line before; keep one of them")
        seen.add((size.country, size.admin1))
        return size

    return read_operator_table(path, _COLUMNS, "SAYSO_HOUSEHOLDS", make)


def _size(path: Path, line: int, row: Row) -> HouseholdSize:
    country, source = (row["country"] or "").strip().upper(), (row["source"] or "").strip()
    try:
        people = float(row["people"] or "")
    except ValueError:
        people = 0.0
    wrong = "country is no code of two letters" if len(country) != 2 or not country.isalpha() else None
    wrong = wrong or (None if 1.0 <= people <= _MOST else f"people is no number from 1 to {_MOST:.0f}: {row['people']!r}")
    wrong = wrong or (None if source else "no source is named; whose number is it?")
    if wrong:
        raise InputError(f"{path}, line {line}: {wrong}")
    return HouseholdSize(country=country, admin1=(row.get("admin1") or "").strip(), people=people, source=source)
