"""`sayso corrections`: what frozen reports said, what the ledger says now of the same day, and why, as notices to send."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.ledgers import open_ledger, settle_ledger
from sayso.cli.options import FormatOption, LedgerOption
from sayso.cli.printing import print_tables, settle_format, tell_user, write_json_line
from sayso.cli.products import write_product
from sayso.cli.stands import Stand, take_stand
from sayso.cli.whole_files import open_output
from sayso.errors import InputError, UnknownIdError
from sayso.model.vocabulary import Handling

if TYPE_CHECKING:
    from sayso.model.stated import Change, FrozenProduct

ProductArgument = Annotated[str | None, typer.Argument(metavar="NAME", help="A frozen report; if left out, all of them.")]
NoticeOption = Annotated[
    Path | None, typer.Option("--out", metavar="FILE", help="Write the notices as Markdown to this file; - is standard output.")
]

Drafted = tuple["FrozenProduct", tuple["Change", ...], Stand | None]
"""A report, what changed of it, and the ledger as it stands for its audience; None where the report was struck."""


def show_corrections(
    name: ProductArgument = None, out: NoticeOption = None, ledger: LedgerOption = None, format_: FormatOption = None
) -> None:
    """Draft correction notices of frozen reports: what each said, what the ledger says now of the same day, and why.

    Nothing is in them that readers of the report may not see. What new reports merely add is counted apart.
    """
    drafted = draft_corrections(name, ledger)
    if not drafted:
        tell_user("nothing is frozen yet; freeze a report with: sayso freeze OUT")
    elif out is not None:
        _write_notices(out, drafted, ledger)
    else:
        _print_changes(drafted, format_)


def draft_corrections(name: str | None, ledger: str | None) -> list[Drafted]:
    """Every frozen report, or the one of a name, with what changed since."""

    with open_ledger(settle_ledger(ledger)) as opened:
        products = [p for p in opened.frozen() if name in (None, p.name)]
        if name and not products:
            raise UnknownIdError(f"nothing is frozen as {name}; list what is: sayso frozen")
        stated = {p.name: opened.open_frozen(p.name)[1] for p in products if not p.struck}
    stands: dict[tuple[dt.date, Handling], Stand] = {}
    for p in products:
        if not p.struck and (p.as_of, p.audience) not in stands:
            stands[p.as_of, p.audience] = take_stand(ledger, p.as_of, p.audience)
    drafted: list[Drafted] = []
    for p in products:
        stand = None if p.struck else stands[p.as_of, p.audience]
        drafted.append((p, stand.changes_since(stated[p.name]) if stand else (), stand))
    return drafted


def _write_notices(out: Path, drafted: Sequence[Drafted], ledger: str | None) -> None:
    from sayso.desk.notices import write_notice, write_struck

    audiences = {p.audience for p, _, _ in drafted}
    if len(audiences) > 1:
        raise InputError("these reports went to different audiences; write the notices of one at a time: sayso corrections NAME --out FILE")
    (audience,) = audiences
    data = "\n".join(write_notice(p, changes, stand.status) if stand else write_struck(p) for p, changes, stand in drafted).encode()
    rests = {digest for p, _, stand in drafted for digest in (*p.articles, *(stand.stated.articles if stand else ()))}
    write_product(out, data, ledger, rests, audience)


def _print_changes(drafted: Sequence[Drafted], asked: FormatOption) -> None:
    from sayso.cli.change_tables import table_of_changes
    from sayso.desk.notices import STRUCK, notice_row

    rows = [(p, [notice_row(p, c) for c in changes]) for p, changes, _ in drafted]
    for product, told in rows:
        if not told:
            tell_user(f"{product.name}: {STRUCK.lower() if product.struck else 'nothing that it said has changed'}")
    if settle_format(asked) == "table":
        print_tables(*(table_of_changes(f"{p.name}, of {p.as_of}, for a {p.audience} audience", told) for p, told in rows if told))
    else:
        with open_output(None) as stream:
            for row in (row for _, told in rows for row in told):
                write_json_line(stream, row)
