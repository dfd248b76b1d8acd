"""`sayso diff`: what changed between two days, two moments, or two readings."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

import msgspec
import typer

from sayso.cli.ledgers import open_ledger, settle_ledger
from sayso.cli.moments import parse_moment
from sayso.cli.options import FormatOption, LedgerOption, OnOption, parse_day
from sayso.cli.printing import print_tables, settle_format, tell_user, write_json_line
from sayso.cli.stands import take_stand
from sayso.cli.whole_files import open_output
from sayso.errors import InputError, UnknownIdError
from sayso.model.stated import Change, StatedKind
from sayso.store.address import LedgerAddress

if TYPE_CHECKING:
    from rich.table import Table

    from sayso.model.records import Record

Row: TypeAlias = dict[str, Any]

FromOption = Annotated[dt.date | None, typer.Option("--from", metavar="DATE", parser=parse_day, help="The earlier day.")]
ToOption = Annotated[dt.date | None, typer.Option("--to", metavar="DATE", parser=parse_day, help="The later day.")]
KnownFromOption = Annotated[
    str | None, typer.Option("--known-from", metavar="MOMENT", parser=parse_moment, help="The earlier moment, as for --known.")
]
KnownToOption = Annotated[
    str | None, typer.Option("--known-to", metavar="MOMENT", parser=parse_moment, help="The later moment; if left out, now.")
]
RunsOption = Annotated[bool, typer.Option("--runs", help="Compare readings of the same articles.")]
ArticleOption = Annotated[str | None, typer.Option("--article", metavar="ID", help="With --runs: this article alone.")]
ReaderFromOption = Annotated[str | None, typer.Option("--reader-from", metavar="NAME", help="With --runs: the last by this reader.")]
ReaderToOption = Annotated[str | None, typer.Option("--reader-to", metavar="NAME", help="With --runs: against the last by this one.")]
AllOption = Annotated[bool, typer.Option("--all", help="Between days, list changes of events and claims too.")]

BETWEEN_DAYS: frozenset[StatedKind] = frozenset({"control", "contradiction", "total"})
"""What is listed between two days; events and claims of other days are new on each."""


def diff(
    ledger: LedgerOption = None,
    from_: FromOption = None,
    to: ToOption = None,
    known_from: KnownFromOption = None,
    known_to: KnownToOption = None,
    on: OnOption = None,
    all_: AllOption = False,
    runs: RunsOption = False,
    article: ArticleOption = None,
    reader_from: ReaderFromOption = None,
    reader_to: ReaderToOption = None,
    format_: FormatOption = None,
) -> None:
    """List what changed between two days (places that changed hands, labels, totals, contradictions), two moments, or two readings.

    For internal use: names stand in it.
    """
    if runs:
        _print_readings(ledger, article, (reader_from, reader_to), format_)
        return
    if (from_ is None) != (to is None) or (from_ is None and known_from is None):
        raise InputError("say what to compare: --from DATE --to DATE, --known-from MOMENT [--known-to MOMENT], or --runs")
    if (from_ and to and from_ > to) or (known_from and known_to and known_from > known_to):
        raise InputError("the earlier day or moment comes first")
    now = take_stand(ledger, to or on, "confidential", known_to)
    was = take_stand(ledger, from_ or now.stated.as_of, "confidential", known_from or known_to)
    changes = now.changes_since(was.stated)
    if from_ and not all_:
        changes = tuple(c for c in changes if c.kind in BETWEEN_DAYS)
    said = f"Changes from {from_} to {to}" if from_ else f"Changes of what is known of {now.stated.as_of}"
    print_changes(f"{said}: {now.status[:1].lower()}{now.status[1:]}", changes, format_)


def print_changes(title: str, changes: Sequence[Change], asked: FormatOption) -> None:
    """Print changes: a table for people, a row a line for programs."""
    from sayso.cli.change_tables import change_row, table_of_changes

    _print([change_row(c) for c in changes], lambda rows: table_of_changes(title, rows), asked)


def _print_readings(ledger: str | None, article: str | None, readers: tuple[str | None, str | None], asked: FormatOption) -> None:
    from sayso.cli.change_tables import table_of_readings
    from sayso.desk.readings import compare_readings

    pairs = _readings(settle_ledger(ledger), article, readers)
    rows = [msgspec.to_builtins(one) for was, now in pairs for one in compare_readings(was, now)]
    _print(rows, lambda told: table_of_readings("Read otherwise by the later reading", told), asked)


def _readings(path: LedgerAddress, article: str | None, readers: tuple[str | None, str | None]) -> "Iterator[tuple[Record, Record]]":
    """Two readings of each article, or of the one named."""
    from sayso.desk.readings import choose_readings

    known = False
    with open_ledger(path) as opened:
        for readings in opened.readings_by_article():
            meant = article is None or any(article in (r.article_id, r.url) or r.digest.startswith(article) for r in readings)
            known |= meant
            if meant and (pair := choose_readings(readings, readers)):
                yield pair
    if article and not known:
        raise UnknownIdError(f"no article {article} in {path}; sayso claims --ledger {path} --format jsonl shows the ids")


def _print(rows: list[Row], table: "Callable[[list[Row]], Table]", asked: FormatOption) -> None:
    if not rows:
        tell_user("nothing has changed between the two")
    elif settle_format(asked) == "table":
        print_tables(table(rows))
    else:
        with open_output(None) as stream:
            for row in rows:
                write_json_line(stream, row)
