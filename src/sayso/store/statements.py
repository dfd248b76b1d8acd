"""Statements that are made once: to make one, and the key under which SQLAlchemy keeps it, takes longer than to run it."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from sqlalchemy import Column, Delete, Insert, Select, Table, bindparam, delete, insert, select


@cache
def insert_into(table: Table) -> Insert:
    """Add rows, as dicts by column."""
    return insert(table)


@cache
def select_by(column: Column[Any], *wanted: Column[Any]) -> Select[Any]:
    """Columns of the rows in which one of the same table has a value, `value`."""
    return select(*wanted).where(column == bindparam("value"))


@cache
def delete_by(column: Column[Any]) -> Delete:
    """Delete the rows in which a column has a value, `value`."""
    return delete(column.table).where(column == bindparam("value"))


@cache
def columns_of(table: Table) -> str:
    """The columns of a table, as a statement names them."""
    return ", ".join(f'"{column.name}"' for column in table.columns)


def write_out(numbers: Iterable[int]) -> str:
    """Numbers as a statement names them: binding a hundred takes longer than finding them.

    >>> write_out([3, 1])
    '3,1'
    """
    return ",".join(str(int(n)) for n in numbers)
