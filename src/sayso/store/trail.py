"""The trail: who changed what in a ledger and when, each row sealed onto the one before."""

import hashlib
import re
from collections.abc import Callable, Container, Iterable

import msgspec
from sqlalchemy import Connection, insert, select, update

from sayso.model.entries import TrailRow
from sayso.store.schema import TRAIL

MACHINE = "sayso"
"""The author of what no person decided."""

STRUCK = "struck"
"""Stands for what was forgotten."""

_ORIGIN = re.compile(r" ?\[from ([^\]]*)\]$")


def note_trail(connection: Connection, row: TrailRow) -> None:
    """Add a row, sealed onto the last one."""
    before = connection.execute(select(TRAIL.c.seal).order_by(TRAIL.c.number.desc()).limit(1)).scalar() or ""
    connection.execute(insert(TRAIL).values(**_columns(row), seal=seal_row(before, row)))


def seal_row(before: str, row: TrailRow) -> str:
    """The seal of a row: SHA-256, in hex, of the seal before it and of all that the row says."""
    said = "\n".join((before, row.at, row.author, row.action, row.subject, row.detail))
    return hashlib.sha256(said.encode("utf8", "surrogatepass")).hexdigest()


def load_trail(connection: Connection) -> tuple[TrailRow, ...]:
    """All rows, the oldest first."""
    columns = (TRAIL.c.at, TRAIL.c.author, TRAIL.c.action, TRAIL.c.subject, TRAIL.c.detail)
    return tuple(TrailRow(*row) for row in connection.execute(select(*columns).order_by(TRAIL.c.number)))


def find_break(connection: Connection) -> int | None:
    """The number of the first row whose seal does not fit what stands before it; None where the trail is whole."""
    before = ""
    for row in connection.execute(select(TRAIL).order_by(TRAIL.c.number)):
        if row.seal != seal_row(before, TrailRow(row.at, row.author, row.action, row.subject, row.detail)):
            return int(row.number)
        before = row.seal
    return None


def strike_trail(connection: Connection, struck: Iterable[str], names_somebody: Callable[[str], bool]) -> None:
    """Take the ids of what was forgotten, and words that name somebody, out of the rows and seal them anew.

    That it was done is a row of its own, which is the caller's.
    """
    gone, before, changed = set(struck), "", False
    for row in connection.execute(select(TRAIL).order_by(TRAIL.c.number)).all():
        told = TrailRow(row.at, row.author, row.action, row.subject, row.detail)
        kept = strike_row(told, gone, names_somebody)
        changed |= kept != told
        before = seal_row(before, kept)
        if changed:
            connection.execute(update(TRAIL).where(TRAIL.c.number == row.number).values(**_columns(kept), seal=before))


def strike_row(row: TrailRow, gone: Container[str], names_somebody: Callable[[str], bool]) -> TrailRow:
    """The row without an id that is gone and without words that name somebody."""
    subject = STRUCK if row.subject in gone or names_somebody(row.subject) else row.subject
    return msgspec.structs.replace(row, subject=subject, detail=STRUCK if names_somebody(row.detail) else row.detail)


def mark_origin(row: TrailRow, ledger: str) -> TrailRow:
    """The row of another ledger, as it stands in this one: it says where it came from, first of all where it came from at first.

    >>> row = mark_origin(TrailRow("2020-01-28T10:00:00+00:00", "ada", "note", "n-1"), "field.sqlite")
    >>> row.detail, mark_origin(row, "office.sqlite") == row, split_origin(row)[0].detail
    ('[from field.sqlite]', True, '')
    """
    if split_origin(row)[1]:
        return row
    return msgspec.structs.replace(row, detail=f"{row.detail} [from {ledger}]".strip())


def split_origin(row: TrailRow) -> tuple[TrailRow, str]:
    """The row as it stood in the ledger that it came from, and that ledger's name; empty where it is of this one."""
    marked = _ORIGIN.search(row.detail)
    if not marked:
        return row, ""
    return msgspec.structs.replace(row, detail=row.detail[: marked.start()]), marked[1]


def _columns(row: TrailRow) -> dict[str, str]:
    return {"at": row.at, "author": row.author, "action": row.action, "subject": row.subject, "detail": row.detail}
