"""The operator's list of persons: who is private whatever the pages say, and who may be named."""

from pathlib import Path

from sayso.cli.operator_tables import Row, read_operator_table
from sayso.errors import InputError
from sayso.model.views import ListedPerson


def read_listed_persons(path: Path) -> tuple[ListedPerson, ...]:
    """Rows of a CSV with the columns name and who (`private` or `public`).

    Raises InputError where the file cannot be read, lacks a column, or a row is wrong; it names the line, never the person.
    """

    def make(line: int, row: Row) -> ListedPerson:
        name, who = " ".join((row["name"] or "").split()), (row["who"] or "").strip().lower()
        if who not in ("private", "public"):
            raise InputError(f"{path}, line {line}: who is private or public")
        if not any(c.isalpha() for c in name):
            raise InputError(f"{path}, line {line}: no name is told")
        return ListedPerson(name, private=who == "private")

    return read_operator_table(path, ("name", "who"), "SAYSO_PERSONS", make)
