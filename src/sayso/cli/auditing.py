"""`sayso audit`: search files that are to go out for what should not be in them."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.ledgers import open_ledger, settle_ledger
from sayso.cli.options import LedgerOption
from sayso.cli.printing import print_line, tell_user
from sayso.cli.views import load_view
from sayso.errors import InputError
from sayso.model.vocabulary import Handling, stricter

if TYPE_CHECKING:
    from sayso.model.views import LedgerView

FilesArgument = Annotated[list[Path], typer.Argument(metavar="OUTPUT", help="Files or folders to search, of whatever kind.")]
ForOption = Annotated[Handling, typer.Option("--audience", help="Who is to see them.")]
ShowOption = Annotated[bool, typer.Option("--show", help="Print the words that were found; left out, only where they stand.")]


def audit(outputs: FilesArgument, ledger: LedgerOption = None, audience: ForOption = "public", show: ShowOption = False) -> None:
    """Search the bytes of files for names, sites, words and points that the ledger keeps back; metadata and packed parts too.

    Exit status 0: nothing was found; 1: something was, or a part could not be searched; 2: nothing was searched.
    """
    from sayso.outputs.audit import Unsearched, Watch
    from sayso.outputs.file_words import words_in_file

    files = [f for out in outputs for f in (sorted(p for p in out.rglob("*") if p.is_file()) if out.is_dir() else [out])]
    missing = [f for f in files if not f.is_file()]
    if missing or not files:
        raise InputError(f"{missing[0]} is no file; name the files that are to go out" if missing else f"there is no file in {outputs[0]}")
    with open_ledger(settle_ledger(ledger)) as opened:
        forgotten = opened.forgotten()
    whole = load_view(ledger)
    seen = whole if _may_see_all(whole, audience) else load_view(ledger, audience=audience, may_be_empty=True)
    watch = Watch(whole, seen, audience, forgotten)
    found = 0
    for file in files:
        data = file.read_bytes()
        words = dict(words_in_file(file.name, data)) if show else {}
        for leak in watch.leaks_in(file.name, data):
            found += 1
            if isinstance(leak, Unsearched):
                print_line(f"{file}: {leak.why}")
                continue
            shown = f": {words[leak.where][leak.start : leak.end]}" if show else ""
            part = leak.where.removeprefix(file.name).lstrip(":, ") or "in the text"
            print_line(f"{file}: {leak.what}, {part}, character {leak.start}{shown}")
    tell_user(f"files searched: {len(files)}; {f'findings: {found}; do not send them out' if found else 'nothing was found'}")
    raise typer.Exit(1 if found else 0)


def _may_see_all(view: "LedgerView", audience: Handling) -> bool:
    """Whether nothing in a whole view is above an audience, so that what is gathered for it is the same."""
    levels = {*(a.handling for a in view.articles), *(u.handling for u in view.unread), *(s.article.handling for s in view.superseded)}
    return all(stricter(level, audience) == audience for level in levels)
