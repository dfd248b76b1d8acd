"""`sayso ledger backup` and `sayso ledger restore`: a copy of the ledger, and the ledger from a copy."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.gazetteer_file import user_settings
from sayso.cli.ledgers import read_key, settle_ledger
from sayso.cli.moments import now
from sayso.cli.options import LedgerOption
from sayso.cli.printing import print_line, tell_user
from sayso.errors import LedgerError
from sayso.store.address import ServerAddress

if TYPE_CHECKING:
    from sayso.store.counts import LedgerCounts
    from sayso.store.striking import Striker

BackupArgument = Annotated[Path, typer.Argument(metavar="BACKUP", help="A file that sayso ledger backup wrote, or another ledger's file.")]
CopyArgument = Annotated[Path, typer.Argument(metavar="OUT", help="The file to write, whole or not at all.")]
ReplaceOption = Annotated[bool, typer.Option("--yes", help="Replace what is there.")]
DiscardOption = Annotated[bool, typer.Option("--discard", help="Do not keep the ledger that is replaced; left out, it stays beside it.")]


def back_up_ledger(out: CopyArgument, ledger: LedgerOption = None, yes: ReplaceOption = False) -> None:
    """Copy the ledger to a file, as it is at one moment, while others may go on writing to it."""
    from sayso.store.backups import back_up

    path = settle_file(ledger, "back it up with the server's own tools: pg_dump --format custom --file OUT ADDRESS")
    if out.exists() and out.resolve() != path.resolve() and not yes:
        raise LedgerError(f"{out} is there already; name another file, or add --yes to replace it")
    print_line(f"{out}: {_tell(back_up(path, out, key=read_key(user_settings())))}")


def restore_ledger(backup: BackupArgument, ledger: LedgerOption = None, yes: ReplaceOption = False, discard: DiscardOption = False) -> None:
    """Put a backup in the place of the ledger, which is kept beside it; what that was told to forget stays forgotten."""
    from sayso.model.entries import TrailRow
    from sayso.store.backups import restore
    from sayso.store.trail import MACHINE

    path, at = settle_file(ledger, "restore it with the server's own tools: pg_restore --clean --if-exists --dbname ADDRESS BACKUP"), now()
    if path.exists() and not yes:
        raise LedgerError(f"{path} is there already; to put the backup in its place, add --yes; it is kept beside it")
    kept = name_replaced(path, at) if path.exists() and not discard else None
    replaced = f"kept as {kept.name}" if kept else "a ledger was replaced and not kept" if path.exists() else "there was no ledger before"
    note = TrailRow(at, user_settings().author or MACHINE, "restore", backup.name, replaced)
    counts, problem = restore(backup, path, striker(), note, kept, key=read_key(user_settings()))
    print_line(f"{path}: {_tell(counts)}")
    if kept:
        print_line(f"{kept}: the ledger that was there before; when somebody is to be forgotten, name it with --backup")
    if problem:
        tell_user(f"what the ledger before it was told to forget could not be asked and may be back: {problem}")


def settle_file(named: str | None, instead: str) -> Path:
    """The ledger's file; LedgerError with what to do instead where a server keeps it."""
    where = settle_ledger(named)
    if isinstance(where, ServerAddress):
        a_file = "or bring all of it into a file: sayso ledger merge ADDRESS --ledger FILE"
        raise LedgerError(f"{where} is kept by a server; {instead}, {a_file}")
    return where


def name_replaced(path: Path, at: str) -> Path:
    """What a replaced ledger is called: after the moment (UTC, ISO 8601) of its replacement.

    >>> name_replaced(Path("my.sqlite"), "2020-01-28T14:05:10.250+00:00").name
    'my.before-20200128T140510250.sqlite'
    """
    return path.with_name(f"{path.stem}.before-{''.join(c for c in at.partition('+')[0] if c.isalnum())}{path.suffix}")


def striker() -> "Striker":
    """What finds and strikes out those whom a ledger was told to forget."""
    from sayso.outputs.erasure import erase_found, erase_found_in_entry, find_forgotten
    from sayso.store.striking import Striker

    return Striker(find_forgotten, erase_found, erase_found_in_entry)


def _tell(counts: "LedgerCounts") -> str:
    return f"{counts.articles} articles, {counts.readings} readings, {counts.claims} claims"
