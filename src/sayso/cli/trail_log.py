"""`sayso ledger log`: who changed what in the ledger, and when."""

from typing import Any

from sayso.cli.ledgers import name_ledger, open_ledger, settle_ledger
from sayso.cli.options import FormatOption, LedgerOption
from sayso.cli.printing import print_tables, settle_format, tell_user, write_json_line
from sayso.cli.tables import Column, Row, lay_out, shorten_id
from sayso.cli.whole_files import open_output
from sayso.errors import LedgerError


def show_trail(ledger: LedgerOption = None, format_: FormatOption = None) -> None:
    """Print the trail: every change of the ledger, the oldest first; exit status 2 where another hand changed it."""
    path = settle_ledger(ledger)
    with open_ledger(path) as opened:
        rows, told = [trail_row(*one) for one in opened.trail_with_origins()], opened.find_other_hand()
    if not rows:
        tell_user("nothing is on the trail yet")
    elif settle_format(format_) == "table":
        print_tables(lay_out(f"Trail of {name_ledger(path)}", _TRAIL, rows))
    else:
        with open_output(None) as stream:
            for row in rows:
                write_json_line(stream, row)
    if told:
        raise LedgerError(told)


def trail_row(told: Any, origin: str) -> Row:  # noqa: ANN401  # a row of the database
    """A row of the trail for programs; `origin` is the ledger that it came from, None where it is of this one."""
    return {"at": told.at, "author": told.author, "action": told.action, "subject": told.subject} | {
        "detail": told.detail or None, "came_with": origin or None
    }  # fmt: skip


_TRAIL = (
    Column("When (UTC)", 16, lambda r: [r["at"][:16].replace("T", " ") or "not noted"]),
    Column("By", 12, lambda r: [r["author"], f"in {r['came_with']}" if r["came_with"] else ""]),
    Column("What", 14, lambda r: [r["action"]]),
    Column("On", 16, lambda r: [shorten_id(r["subject"])]),
    Column("More", 22, lambda r: [r["detail"] or ""]),
)
