"""`sayso report` and `sayso export`: what leaves the house, with protection on unless an internal file is asked for."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from sayso.cli.options import LedgerOption, OnOption, SinceOption
from sayso.cli.printing import tell_user
from sayso.cli.views import load_view
from sayso.cli.whole_files import open_output

What = Literal["claims", "events"]
ReportFormat = Literal["html", "md"]

REPORT_ENDINGS: dict[str, ReportFormat] = {"": "html", ".html": "html", ".htm": "html", ".md": "md", ".markdown": "md"}

ProductOption = Annotated[Path, typer.Option("--out", metavar="FILE", help="The file to write, whole or not at all; - is standard output.")]
InternalOption = Annotated[bool, typer.Option("--internal", help="Without protection: the file names people and must stay with you.")]


def report(
    out: ProductOption,
    ledger: LedgerOption = None,
    format_: Annotated[ReportFormat | None, typer.Option("--format", help="If left out, by the ending of FILE: .md or .html.")] = None,
    on: OnOption = None,
    since: SinceOption = None,
) -> None:
    """Write the situation report of a day: one file that needs no network; private persons are not named in it."""
    from sayso.outputs.report import write_report_html, write_report_markdown

    form = format_ or settle_report_format(out)
    view = load_view(ledger, on, since)
    text = write_report_markdown(view) if form == "md" else write_report_html(view)
    _write(out, text.encode())


def settle_report_format(out: Path) -> ReportFormat:
    """The format that the ending of a report's file asks for; HTML where it has none.

    >>> settle_report_format(Path("a.md")), settle_report_format(Path("a.html")), settle_report_format(Path("-"))
    ('md', 'html', 'html')
    """
    ending = out.suffix.lower()
    if ending in REPORT_ENDINGS:
        return REPORT_ENDINGS[ending]
    hint = "for a PDF, write .html and print that from a browser" if ending == ".pdf" else "name it .html or .md, or add --format"
    raise typer.BadParameter(f"a report is HTML or Markdown, not {ending}; {hint}")


def export(
    format_: Annotated[str, typer.Argument(metavar="FORMAT", help="csv, geojson or jsonl.")],
    out: ProductOption,
    what: Annotated[What, typer.Option("--what", help="What to export.")] = "claims",
    ledger: LedgerOption = None,
    internal: InternalOption = False,
    on: OnOption = None,
) -> None:
    """Write claims or events to a file for other programs; private persons are not named in it unless you ask for the internal form."""
    from sayso.outputs.exports import EXPORTS, export_view

    if format_ not in EXPORTS:
        raise typer.BadParameter(f"{format_!r} is no format; take one of {', '.join(sorted(EXPORTS))}")
    _write(out, export_view(load_view(ledger, on), format_, what, internal=internal).encode())


def _write(out: Path, data: bytes) -> None:
    with open_output(out) as stream:
        stream.write(data)
    if str(out) != "-":
        tell_user(f"{out} written ({len(data):,} bytes)")
