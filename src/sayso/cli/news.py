"""`sayso changes`: what is new since somebody last looked."""

from typing import Annotated

import msgspec
import typer

from sayso.cli.change_tables import change_row, table_of_changes
from sayso.cli.entering import AuthorOption, settle_author
from sayso.cli.ledgers import open_ledger, settle_ledger
from sayso.cli.moments import now
from sayso.cli.options import FormatOption, LedgerOption, OnOption
from sayso.cli.printing import print_line, print_tables, settle_format, tell_user, write_json_line
from sayso.cli.review_tables import entry_row, table_of_entries
from sayso.cli.stands import take_stand
from sayso.cli.tables import Row
from sayso.cli.whole_files import open_output
from sayso.store.address import LedgerAddress

LookedOption = Annotated[bool, typer.Option("--looked", help="Note that you have seen it: next time begins here.")]


def show_changes(
    author: AuthorOption = None,
    looked: LookedOption = False,
    ledger: LedgerOption = None,
    on: OnOption = None,
    format_: FormatOption = None,
) -> None:
    """List what is new since you last looked: reports, events, contradictions, labels of control, totals, what others entered."""
    from sayso.reviews.looks import entered_by_others, last_look
    from sayso.reviews.standing import standing_entries

    name, moment, path = settle_author(author), now(), settle_ledger(ledger)
    with open_ledger(path) as opened:
        entries = opened.entries()
    standing = standing_entries(entries)
    since = last_look(standing, name)
    stand = take_stand(ledger, on, "confidential")
    day = stand.stated.as_of
    nothing = msgspec.structs.replace(stand.stated, stated=(), articles=())
    earlier = take_stand(ledger, day, "confidential", since).stated if since else nothing
    changes = [c for c in stand.changes_since(earlier) if since or c.kind in ("control", "contradiction")]
    others = entered_by_others(entries, name, since)
    reports = len(set(stand.stated.articles) - set(earlier.articles))
    said = f"since {name} looked at {since[:16].replace('T', ' ')} UTC" if since else f"all of it: {name} has not looked yet"
    head = f"New reports: {reports}; changes: {len(changes)}; entered by others: {len(others)} ({said})"
    _print(head, [change_row(c) for c in changes], [entry_row(e, {s.entry_id for s in standing}) for e in others], reports, format_)
    if looked:
        _note_look(path, name, moment)
    elif not since:
        tell_user("note that you have seen it with --looked")


def _print(head: str, changes: list[Row], others: list[Row], reports: int, asked: FormatOption) -> None:
    if settle_format(asked) == "table":
        print_line(head)
        if changes:
            print_tables(table_of_changes("Changes", changes))
        if others:
            print_tables(table_of_entries(others))
        return
    with open_output(None) as stream:
        write_json_line(stream, {"what": "summary", "reports": reports, "changes": len(changes), "entered": len(others)})
        for what, rows in (("change", changes), ("entry", others)):
            for row in rows:
                write_json_line(stream, {"what": what} | row)


def _note_look(ledger: LedgerAddress, author: str, moment: str) -> None:
    """Note a look as of the moment before the ledger was read, so that nothing is missed that came meanwhile."""
    from sayso.model.entries import Look, make_entry
    from sayso.outputs.erasure import erase_forgotten_in_entry

    entry = make_entry(Look(), author, moment)
    with open_ledger(ledger, write=True) as opened:
        opened.enter([entry], erase_forgotten_in_entry)
    tell_user(f"noted: {author} has seen the ledger as it was at {moment[:16].replace('T', ' ')} UTC")
