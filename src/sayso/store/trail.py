"""The trail: who changed what in a ledger and when, each row sealed onto the one before."""

import hashlib
from collections.abc import Iterable

from sqlalchemy import Connection, func, insert, select, update

from sayso.model.entries import TrailRow
from sayso.store.schema import TRAIL

MACHINE = "sayso"
"""The author of what no person decided."""


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


def strike_trail(connection: Connection, struck: Iterable[str]) -> None:
    """Take the ids of what was forgotten out of the rows and seal them anew; that it was done is a row of its own."""
    gone = set(struck)
    if not connection.execute(select(func.count()).select_from(TRAIL).where(TRAIL.c.subject.in_(gone))).scalar():
        return
    before = ""
    for row in connection.execute(select(TRAIL).order_by(TRAIL.c.number)).all():
        kept = TrailRow(row.at, row.author, row.action, "struck" if row.subject in gone else row.subject, row.detail)
        before = seal_row(before, kept)
        connection.execute(update(TRAIL).where(TRAIL.c.number == row.number).values(**_columns(kept), seal=before))


def _columns(row: TrailRow) -> dict[str, str]:
    return {"at": row.at, "author": row.author, "action": row.action, "subject": row.subject, "detail": row.detail}
