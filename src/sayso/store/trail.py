"""The trail: who changed what in a ledger and when, each row sealed onto the one before."""

import hashlib
import re
from collections.abc import Callable, Mapping

import msgspec
from sqlalchemy import Connection, select, update

from sayso.model.entries import TrailRow
from sayso.store.schema import TRAIL
from sayso.store.statements import insert_into

MACHINE = "sayso"
"""The author of what no person decided."""

STRUCK = "struck"
"""Stands for what was forgotten."""

_LAST_SEAL = select(TRAIL.c.seal).order_by(TRAIL.c.number.desc()).limit(1)
_ORIGIN = re.compile(r" ?\[from ([^\]]*)\]$")


def note_trail(connection: Connection, row: TrailRow) -> None:
    """Add a row, sealed onto the last one."""
    before = connection.execute(_LAST_SEAL).scalar() or ""
    connection.execute(insert_into(TRAIL), _columns(row) | {"seal": seal_row(before, row)})


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


def strike_trail(connection: Connection, told: Mapping[str, str | None], names_somebody: Callable[[str], bool]) -> None:
    """Take what was forgotten out of the rows and seal them anew; that it was done is a row of its own.

    `told` holds the ids of what was touched, with what its rows are to keep as detail, or None where nothing of it may stay.
    """
    before, changed = "", False
    for row in connection.execute(select(TRAIL).order_by(TRAIL.c.number)).all():
        held = TrailRow(row.at, row.author, row.action, row.subject, row.detail)
        kept = strike_row(held, told, names_somebody)
        changed |= kept != held
        before = seal_row(before, kept)
        if changed:
            connection.execute(update(TRAIL).where(TRAIL.c.number == row.number).values(**_columns(kept), seal=before))


def strike_row(row: TrailRow, told: Mapping[str, str | None], names_somebody: Callable[[str], bool]) -> TrailRow:
    """The row as `strike_trail` keeps it; it goes on to say where it came from.

    >>> row = TrailRow("2020-01-28T10:00:00+00:00", "ada", "note", "n-1", "0123 [from field.sqlite]")
    >>> strike_row(row, {"n-1": "4567"}, lambda _: False).detail, strike_row(row, {"n-1": None}, lambda _: False).subject
    ('4567 [from field.sqlite]', 'struck')
    """
    plain, origin = split_origin(row)
    is_gone = plain.subject in told and told[plain.subject] is None
    detail = (told[plain.subject] or STRUCK) if plain.subject in told else STRUCK if names_somebody(plain.detail) else plain.detail
    kept = TrailRow(
        row.at,
        STRUCK if names_somebody(row.author) else row.author,
        row.action,
        STRUCK if is_gone or names_somebody(plain.subject) else plain.subject,
        detail,
    )
    return mark_origin(kept, STRUCK if names_somebody(origin) else origin) if origin else kept


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
