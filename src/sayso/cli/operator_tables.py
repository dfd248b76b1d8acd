"""Tables that an operator keeps, in CSV: opened whole, or refused with what is wrong."""

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from sayso.errors import InputError

Row = Mapping[str, str | None]
T = TypeVar("T")


def read_operator_table(path: Path, columns: Sequence[str], variable: str, make: Callable[[int, Row], T]) -> tuple[T, ...]:
    """What `make` makes of each row and the number of its line; `variable` is the setting that names the file.

    Raises InputError where the file cannot be read or lacks one of the columns.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            return tuple(_rows(path, csv.DictReader(stream), columns, make))
    except (OSError, UnicodeDecodeError, csv.Error) as problem:
        raise InputError(f"the table {path} cannot be read ({problem}); {variable} names it") from problem


def _rows(path: Path, table: "csv.DictReader[str]", columns: Sequence[str], make: Callable[[int, Row], T]) -> Iterator[T]:
    missing = [name for name in columns if name not in (table.fieldnames or ())]
    if missing:
        raise InputError(f"{path} has no column {', '.join(missing)}; its first line names them: {','.join(columns)}")
    for row in table:
        yield make(table.line_num, row)
