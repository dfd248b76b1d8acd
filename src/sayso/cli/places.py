"""The commands around places: how a name is found, what an operator brings, and how it is taken out again."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import msgspec
import typer

from sayso.cli.gazetteer_file import open_gazetteer, user_settings
from sayso.cli.options import FormatOption, GazetteerOption
from sayso.cli.place_tables import table_of_candidates, table_of_sources
from sayso.cli.printing import print_line, print_tables, settle_format, tell_user, write_json_line
from sayso.cli.progress import Tell, show_progress
from sayso.cli.tables import Row
from sayso.cli.whole_files import open_output
from sayso.errors import GazetteerError

if TYPE_CHECKING:
    from sayso.gazetteer.foreign import Refused

T = TypeVar("T")

_BRING = "bring places of your own: sayso places import FILE --name NAME --licence LICENCE"
_TOLD = 10
"""Refused rows that are told on standard error; all are in the report."""

InOption = Annotated[
    list[str] | None, typer.Option("--in", metavar="PLACE", help="A place that the text names besides; give it again for more.")
]
NameArgument = Annotated[str, typer.Argument(metavar="NAME", help="A name as a text spells it, Latin, Arabic, Cyrillic or Hebrew.")]
SourceArgument = Annotated[str, typer.Argument(metavar="NAME", help="The name of the source.")]
_HOLD = "Which column of a CSV holds what: name, lat, lon, other_names, country, admin1, kind, population, id, code."
ColumnsOption = Annotated[str | None, typer.Option("--columns", metavar="WHAT=COLUMN,...", help=_HOLD)]
CountryOption = Annotated[
    str | None, typer.Option("--country", metavar="CC", help="The country of all places, where rows do not say it.")
]


def find_name(name: NameArgument, beside: InOption = None, gazetteer: GazetteerOption = None, format_: FormatOption = None) -> None:
    """Show which places a name may mean, which is taken, and why."""
    from sayso.pipeline import rank_names

    with open_gazetteer(gazetteer) as opened:
        rows, taken = rank_names(name, beside or [], opened)
    if not rows:
        tell_user(f"{taken}; {_BRING}")
    elif settle_format(format_) == "table":
        print_tables(table_of_candidates(name, rows))
        print_line(f"{taken}.")
        if not beside and not any(row["taken"] for row in rows):
            tell_user("a text names other places besides; name one: --in PLACE")
    else:
        _print_rows(rows)


def import_places(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A GeoNames dump, a UCDP GED or COD table, a CSV, or a GeoJSON.")],
    name: Annotated[str, typer.Option("--name", metavar="NAME", help="What the source is called from now on: letters, digits, - and _.")],
    licence: Annotated[str, typer.Option("--licence", metavar="LICENCE", help="Under which licence it comes; told with every place.")],
    columns: ColumnsOption = None,
    country: CountryOption = None,
    report: Annotated[Path | None, typer.Option("--report", metavar="FILE", help="Write every refused row, with its line and why.")] = None,
    gazetteer: GazetteerOption = None,
) -> None:
    """Add places to your gazetteer; refused rows are told, and the gazetteer in use stays whole whatever happens."""
    from sayso.gazetteer.foreign import read_places
    from sayso.gazetteer.imports import Source, add_places, digest_file

    if not name.replace("-", "").replace("_", "").isalnum() or not name.isascii():
        raise GazetteerError(f"{name!r} is no name for a source; use letters, digits, - and _")
    path = _whole(gazetteer)
    kind, rows = read_places(file, _columns(columns), country)
    refused: list[Refused] = []
    try:
        with show_progress(f"importing {file.name}") as tell:
            counted = _count(rows, tell)
            done = add_places(path, counted, Source(name, licence, file.name, digest_file(file)), refused.append)
    finally:
        wrong = _tell_refused(refused, report)
    came = f"{done.added:,} places added, {done.merged:,} known and given their names"
    print_line(f"{file.name} ({kind}): {came}, {wrong:,} rows not taken, {len(refused) - wrong:,} that repeat another")
    print_line(f"To take them out again: sayso places undo {name}")


def _tell_refused(refused: Sequence["Refused"], report: Path | None) -> int:
    """Tell the first rows that were not taken, and write them all where a report is asked for; how many repeat no other row."""
    from sayso.gazetteer.foreign import REPEATS

    wrong = [row for row in refused if not row.why.startswith(REPEATS)]
    for row in wrong[:_TOLD]:
        tell_user(f"line {row.line}: not taken: {row.why}{f' ({row.name})' if row.name else ''}")
    if len(wrong) > _TOLD:
        tell_user(f"... and {len(wrong) - _TOLD:,} more; to have them all: --report FILE")
    if report:
        with open_output(report) as stream:
            for row in refused:
                write_json_line(stream, msgspec.to_builtins(row))
    return len(wrong)


def undo_import(name: SourceArgument, gazetteer: GazetteerOption = None) -> None:
    """Take out of your gazetteer what an import added."""
    from sayso.gazetteer.imports import remove_places

    gone = remove_places(_whole(gazetteer), name)
    print_line(f"{name}: {gone.added} places and the names of {gone.merged} others are out again")


def show_sources(gazetteer: GazetteerOption = None, format_: FormatOption = None) -> None:
    """List what was brought into your gazetteer, with licences."""
    from sayso.gazetteer.imports import list_sources

    sources = list_sources(_whole(gazetteer))
    rows = [msgspec.to_builtins(source) for source in sources]
    if not rows:
        tell_user(f"nothing was brought into this gazetteer; {_BRING}")
    elif settle_format(format_) == "table":
        print_tables(table_of_sources(rows))
    else:
        _print_rows(rows)


def _print_rows(rows: Sequence[Row]) -> None:
    with open_output(None) as stream:
        for row in rows:
            write_json_line(stream, row)


def _whole(named: Path | None) -> Path:
    """The gazetteer that the user names, else the user's own, which is built where there is none yet."""
    with open_gazetteer(named):
        return named or user_settings().gazetteer


def _columns(told: str | None) -> dict[str, str]:
    """What the columns of a CSV hold, as the user writes it.

    >>> _columns("name=Town,lat=Y")
    {'name': 'Town', 'lat': 'Y'}
    """
    pairs = [pair.partition("=") for pair in (told or "").split(",") if pair.strip()]
    if any(not middle or not column.strip() for _, middle, column in pairs):
        raise GazetteerError(f"--columns {told} is not understood; write it as in --columns name=Town,lat=Y,lon=X")
    return {what.strip(): column.strip() for what, _, column in pairs}


def _count(rows: Iterable[T], tell: Tell) -> Iterator[T]:
    for number, row in enumerate(rows, 1):
        if number % 500 == 0:
            tell(number)
        yield row
