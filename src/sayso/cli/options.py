"""The options that several commands share, each with its help in one place."""

import datetime as dt
from pathlib import Path
from typing import Annotated, Literal, TypeAlias

import typer

from sayso.cli.moments import parse_moment
from sayso.model.vocabulary import Handling

Format = Literal["table", "jsonl"]

SERVER = "postgresql://USER@HOST/DATABASE"
"""How a ledger is named that a server keeps."""


def parse_day(written: str | dt.date) -> dt.date:
    """A day as the user writes it.

    >>> parse_day("2020-01-28")
    datetime.date(2020, 1, 28)
    """
    if isinstance(written, dt.date):
        return written
    try:
        return dt.date.fromisoformat(written)
    except ValueError:
        raise typer.BadParameter(f"{written!r} is no day; write it as in 2020-01-28") from None


LedgerOption: TypeAlias = Annotated[
    str | None,
    typer.Option("--ledger", metavar="FILE", help=f"The ledger: a file, or {SERVER}; if left out, the one that SAYSO_LEDGER names."),
]
OnOption: TypeAlias = Annotated[
    dt.date | None,
    typer.Option("--on", metavar="DATE", parser=parse_day, help="The day to look at; if left out, the last day that a report is from."),
]
SinceOption: TypeAlias = Annotated[
    dt.date | None, typer.Option("--since", metavar="DATE", parser=parse_day, help="What the report tells as new begins with this day.")
]
KnownOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--known", metavar="MOMENT", parser=parse_moment, help="As the ledger was at this moment: 2020-01-28, or 2020-01-28T14:05 (UTC)."
    ),
]
CountryOption: TypeAlias = Annotated[
    str | None,
    typer.Option("--country", metavar="NAME", help="One country alone, by name or code: its last 90 days; quick however large the ledger."),
]
DaysOption: TypeAlias = Annotated[
    int | None, typer.Option("--days", metavar="N", min=1, help="With --country: of how many days up to the one that is looked at.")
]
FormatOption: TypeAlias = Annotated[
    Format | None, typer.Option("--format", help="If left out: a table in a terminal, JSON Lines in a pipe or a file.")
]
GazetteerOption: TypeAlias = Annotated[
    Path | None, typer.Option("--gazetteer", metavar="FILE", help="Use this gazetteer and not your own, which is built on first use.")
]
InputsArgument: TypeAlias = Annotated[
    list[str], typer.Argument(metavar="INPUT", help="Files, folders, web addresses, JSON Lines; - is standard input.")
]
IntoOption: TypeAlias = Annotated[
    str | None,
    typer.Option("--ledger", metavar="FILE", help=f"Read into this ledger, a file or {SERVER}; it is made where there is none."),
]
PublishedOption: TypeAlias = Annotated[
    dt.date | None, typer.Option("--published", metavar="DATE", parser=parse_day, help="When it was published, whatever the page says.")
]
PublisherOption: TypeAlias = Annotated[
    str | None, typer.Option("--publisher", metavar="NAME", help="Who published it, whatever the page says.")
]
HandlingOption: TypeAlias = Annotated[
    Handling, typer.Option("--handling", help="How far these reports may travel; claims and totals that rest on them inherit it.")
]
OutOption: TypeAlias = Annotated[
    Path | None, typer.Option("--out", metavar="FILE", help="Write to this file, whole or not at all; - is standard output.")
]
