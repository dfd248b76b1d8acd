"""The operator's table of how many people live in a household."""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from sayso.errors import InputError
from sayso.model.situation import HouseholdSize

_COLUMNS = ("country", "people", "source")
_MOST = 50.0
"""People beyond which a household is none."""


def read_household_sizes(path: Path) -> tuple[HouseholdSize, ...]:
    """Rows of a CSV with the columns country (ISO alpha-2), admin1 (may be empty), people and source.

    Raises InputError where the file cannot be read, lacks a column, or a row is wrong; it names the line.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            return tuple(_rows(path, csv.DictReader(stream)))
    except (OSError, UnicodeDecodeError, csv.Error) as problem:
        raise InputError(f"the table of household sizes {path} cannot be read ({problem}); SAYSO_HOUSEHOLDS names it") from problem


def _rows(path: Path, table: "csv.DictReader[str]") -> Iterator[HouseholdSize]:
    missing = [name for name in _COLUMNS if name not in (table.fieldnames or ())]
    if missing:
        raise InputError(f"{path} has no column {', '.join(missing)}; its first line is: country,admin1,people,source")
    seen: set[tuple[str, str]] = set()
    for row in table:
        size = _size(path, table.line_num, row)
        if (size.country, size.admin1) in seen:
            raise InputError(f"{path}, line {table.line_num}: {size.country} {size.admin1} has a line before; keep one of them")
        seen.add((size.country, size.admin1))
        yield size


def _size(path: Path, line: int, row: Mapping[str, str | None]) -> HouseholdSize:
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
