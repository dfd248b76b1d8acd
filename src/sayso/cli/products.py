"""`sayso report` and `sayso export`: what leaves the house, protected by audience."""

import datetime as dt
import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from sayso.cli.ledgers import open_ledger, settle_ledger
from sayso.cli.options import CountryOption, DaysOption, KnownOption, LedgerOption, OnOption, SinceOption
from sayso.cli.printing import tell_user
from sayso.cli.views import load_part
from sayso.cli.whole_files import open_output
from sayso.errors import LedgerError
from sayso.model.vocabulary import Handling
from sayso.store.address import LedgerAddress

if TYPE_CHECKING:
    from sayso.model.views import LedgerView

What = Literal["claims", "events"]
ReportFormat = Literal["html", "md"]

REPORT_ENDINGS: dict[str, ReportFormat] = {"": "html", ".html": "html", ".htm": "html", ".md": "md", ".markdown": "md"}

ProductOption = Annotated[Path, typer.Option("--out", metavar="FILE", help="The file to write, whole or not at all; - is standard output.")]
ReportFormatOption = Annotated[ReportFormat | None, typer.Option("--format", help="If left out, by the ending of FILE: .md or .html.")]
AudienceOption = Annotated[
    Handling, typer.Option("--audience", help="Who is to see it; all but the public see names: such a file must stay with you.")
]


def report(
    out: ProductOption,
    ledger: LedgerOption = None,
    format_: ReportFormatOption = None,
    on: OnOption = None,
    since: SinceOption = None,
    known: KnownOption = None,
    country: CountryOption = None,
    days: DaysOption = None,
    audience: AudienceOption = "public",
) -> None:
    """Write the situation report of a day: one file that needs no network; private persons are not named in it, unless you ask for that."""
    form = format_ or settle_report_format(out)
    view = load_part(ledger, country, days, on, since, audience=audience, known_at=known)
    write_product(out, write_report(view, form, audience), ledger, articles_of(view), audience)


def write_report(view: "LedgerView", form: ReportFormat, audience: Handling) -> bytes:
    """The bytes of the report of a view."""
    from sayso.outputs.report import write_report_html, write_report_markdown

    return (write_report_markdown(view, audience) if form == "md" else write_report_html(view, audience)).encode()


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
    format_: Annotated[str, typer.Argument(metavar="FORMAT", help="csv, geojson or jsonl; labels: reviewed claims, for training.")],
    out: ProductOption,
    what: Annotated[What, typer.Option("--what", help="What to export.")] = "claims",
    ledger: LedgerOption = None,
    on: OnOption = None,
    known: KnownOption = None,
    country: CountryOption = None,
    days: DaysOption = None,
    audience: AudienceOption = "public",
) -> None:
    """Write claims or events to a file for other programs; private persons are not named in it unless you ask for that."""
    from sayso.outputs.exports import EXPORTS, export_view

    if format_ not in EXPORTS:
        raise typer.BadParameter(f"{format_!r} is no format; take one of {', '.join(sorted(EXPORTS))}")
    if what not in EXPORTS[format_]:
        raise typer.BadParameter(f"{format_} are of claims, not of {what}; leave --what out")
    view = load_part(ledger, country, days, on, audience=audience, known_at=known)
    write_product(out, export_view(view, format_, what, audience).encode(), ledger, articles_of(view), audience)


def write_product(out: Path, data: bytes, ledger: str | None, articles: Iterable[str], audience: Handling) -> None:
    """Write what leaves the house, and note it in the ledger with the digests of the articles it rests on."""
    with open_output(out) as stream:
        stream.write(data)
    if str(out) != "-":
        tell_user(f"{out} written ({len(data):,} bytes)")
        _note_product(out, data, settle_ledger(ledger), articles, audience)


def articles_of(view: "LedgerView") -> tuple[str, ...]:
    """Digests of the articles that what is made of a view rests on."""
    return tuple(sorted(a.digest for a in view.articles))


def _note_product(out: Path, data: bytes, ledger: LedgerAddress, articles: Iterable[str], audience: Handling) -> None:
    """Note in the ledger what was written from it, so that it is known what is out when a person or article is to be forgotten."""
    from sayso.model.forgotten import Product

    product = Product(
        path=str(out.resolve()).encode("utf8", "backslashreplace").decode(),
        made=dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
        audience=audience,
        sha256=hashlib.sha256(data).hexdigest(),
        articles=tuple(sorted(set(articles))),
    )
    try:
        with open_ledger(ledger, write=True, wait_seconds=2) as opened:
            opened.note_product(product)
    except LedgerError as problem:
        tell_user(f"not noted in the ledger as a product that is out: {problem}")
