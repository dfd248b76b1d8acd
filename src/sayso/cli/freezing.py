"""`sayso freeze` and `sayso frozen`: a report as it went out, kept in the ledger with what it states."""

import hashlib
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.entering import settle_author
from sayso.cli.ledgers import open_ledger, settle_ledger
from sayso.cli.moments import now
from sayso.cli.options import FormatOption, KnownOption, LedgerOption, OnOption, SinceOption
from sayso.cli.printing import print_tables, settle_format, tell_user, write_json_line
from sayso.cli.products import AudienceOption, ReportFormatOption, articles_of, settle_report_format, write_product, write_report
from sayso.cli.views import load_view
from sayso.cli.whole_files import open_output
from sayso.errors import InputError

OutArgument = Annotated[Path, typer.Argument(metavar="OUT", help="The file to write, whole or not at all; - is standard output.")]
NameOption = Annotated[str | None, typer.Option("--name", metavar="NAME", help="What it is called from now on; if left out, as the file.")]
FreezerOption = Annotated[str | None, typer.Option("--author", metavar="NAME", help="Who freezes it; else whom SAYSO_AUTHOR names.")]
FrozenArgument = Annotated[str | None, typer.Argument(metavar="NAME", help="A frozen report; if left out, all are listed.")]
BackOption = Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Write the report to this file, as it went out.")]


def freeze(
    out: OutArgument,
    name: NameOption = None,
    ledger: LedgerOption = None,
    format_: ReportFormatOption = None,
    on: OnOption = None,
    since: SinceOption = None,
    known: KnownOption = None,
    audience: AudienceOption = "public",
    author: FreezerOption = None,
) -> None:
    """Write a report and keep it in the ledger with all that it states: what changes later is told in correction notices."""
    from sayso.desk.stating import state_view
    from sayso.model.stated import FrozenProduct
    from sayso.outputs.protection import protect

    called = name or ("" if str(out) == "-" else out.name)
    if not called.strip():
        raise InputError("standard output has no name; say what the report is called: --name NAME")
    made, form, path, who = now(), format_ or settle_report_format(out), settle_ledger(ledger), settle_author(author)
    view = load_view(ledger, on, since, audience=audience, known_at=known)
    data = write_report(view, form, audience)
    product = FrozenProduct(
        name=called,
        made=made,
        author=who,
        as_of=view.as_of,
        known_at=known or made,
        audience=audience,
        format=form,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        articles=articles_of(view),
    )
    with open_ledger(path, write=True) as opened:
        opened.freeze(product, data, state_view(protect(view, audience).view, audience, product.known_at))
    tell_user(f"frozen as {called}: what changes is told by sayso corrections, the same bytes come back with sayso frozen")
    write_product(out, data, ledger, product.articles, audience)


def frozen(name: FrozenArgument = None, out: BackOption = None, ledger: LedgerOption = None, format_: FormatOption = None) -> None:
    """List the reports that were frozen, or write one again, byte for byte as it went out."""
    from sayso.cli.change_tables import frozen_row, table_of_frozen

    with open_ledger(settle_ledger(ledger)) as opened:
        if out is not None:
            if name is None:
                raise InputError("name the report to write: sayso frozen NAME --out FILE")
            data, _ = opened.open_frozen(name)
            with open_output(out) as stream:
                stream.write(data)
            return
        rows = [frozen_row(p) for p in opened.frozen() if name in (None, p.name)]
    if not rows:
        tell_user(f"nothing is frozen{f' as {name}' if name else ' yet'}; freeze a report with: sayso freeze OUT")
    elif settle_format(format_) == "table":
        print_tables(table_of_frozen(rows))
    else:
        with open_output(None) as stream:
            for row in rows:
                write_json_line(stream, row)
