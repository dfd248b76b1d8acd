"""`sayso read`: documents into records, to standard output, to a file, or into a ledger."""

import datetime as dt
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from sayso.cli.gazetteer_file import open_gazetteer
from sayso.cli.ledgers import open_ledger, settle_ledger
from sayso.cli.moments import now
from sayso.cli.options import (
    Format,
    FormatOption,
    GazetteerOption,
    HandlingOption,
    InputsArgument,
    IntoOption,
    OutOption,
    PublishedOption,
    PublisherOption,
)
from sayso.cli.printing import settle_format, tell_user, write_json_line, write_tables
from sayso.cli.progress import Tell, show_progress
from sayso.cli.reading_tally import Tally
from sayso.cli.whole_files import open_output
from sayso.store.address import LedgerAddress

if TYPE_CHECKING:
    from sayso.documents import DocumentOptions
    from sayso.gazetteer import Gazetteer
    from sayso.model.records import Record


def read(
    inputs: InputsArgument,
    ledger: IntoOption = None,
    format_: FormatOption = None,
    published: PublishedOption = None,
    publisher: PublisherOption = None,
    handling: HandlingOption = "public",
    gazetteer: GazetteerOption = None,
    out: OutOption = None,
) -> None:
    """Read reports: what they say happened, where, when, to how many, on whose word.

    Exit status 0: all was read, at least in part; 1: some inputs were not read or filed (the reason is told); 2: nothing was written.
    """
    from sayso.documents import DocumentOptions

    if ledger and out:
        raise typer.BadParameter("a ledger takes the records itself; leave out --out or --ledger")
    options = DocumentOptions(published=published, publisher=publisher, handling=handling, latest_year=dt.date.today().year)
    if "-" in inputs and sys.stdin.isatty():
        tell_user("reading what you type or paste here; end it with Ctrl-D on a line of its own")
    where, tally = settle_ledger(ledger) if ledger else None, Tally()
    form = settle_format(format_, out)
    with open_gazetteer(gazetteer) as places:
        if where:
            _read_into_ledger(inputs, where, places, options, tally)
            tally.print_summary(where, form)
        else:
            _write_records(inputs, out, places, options, tally, form)
    if ledger or form == "jsonl":
        tally.tell_unread()
    tally.tell_unfiled()
    raise typer.Exit(1 if tally.unread or tally.unfiled else 0)


def _read_into_ledger(inputs: list[str], where: LedgerAddress, places: "Gazetteer", options: "DocumentOptions", tally: Tally) -> None:
    from sayso.filing import Filer
    from sayso.outputs.erasure import erase_forgotten

    with open_ledger(where, write=True) as ledger, show_progress("reading") as tell:
        filer = Filer(ledger)
        for record in _read_all(inputs, places, options, tell):
            tally.count(record, ledger.add(record, erase_forgotten, now()))
            filer.catch_up()
        filer.settle(lambda done: tell(done, step="gathering claims into events"))
        tally.unfiled = filer.failed
        ledger.clear_unread(inputs, still=[article_id for article_id, _ in tally.unread])


def _write_records(
    inputs: list[str], out: Path | None, places: "Gazetteer", options: "DocumentOptions", tally: Tally, form: Format
) -> None:
    from sayso.cli.record_tables import tables_of_record

    printed_beside = out is None and sys.stdout.isatty()  # what is printed shows that it goes on
    with open_output(out) as stream, show_progress("reading", hidden=printed_beside) as tell:
        for record in _read_all(inputs, places, options, tell):
            tally.count(record)
            if form == "jsonl":
                write_json_line(stream, record)
            else:
                write_tables(stream, tables_of_record(record))


def _read_all(inputs: list[str], places: "Gazetteer", options: "DocumentOptions", tell: Tell) -> Iterator["Record"]:
    from sayso.documents import WebFetch
    from sayso.pipeline import read_inputs

    records = read_inputs(inputs, places, options=options, stdin=sys.stdin.buffer, fetch=WebFetch())
    for number, record in enumerate(records, 1):
        tell(number)
        yield record
