"""`sayso ledger merge`: ledgers that were kept apart become one."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.gazetteer_file import user_settings
from sayso.cli.ledger_backups import striker
from sayso.cli.moments import now
from sayso.cli.printing import print_line, tell_user
from sayso.cli.views import settle_ledger
from sayso.errors import LedgerError

if TYPE_CHECKING:
    from sayso.store.merging import Merged

OthersArgument = Annotated[list[Path], typer.Argument(metavar="OTHER...", help="Ledgers to bring in; they stay as they are.")]

InOption = Annotated[
    Path | None, typer.Option("--ledger", metavar="FILE", help="The ledger to bring them into; it is made where there is none.")
]


def merge_ledger_files(others: OthersArgument, ledger: InOption = None) -> None:
    """Bring all that other ledgers hold into this one: nothing is lost, and what any of them was told to forget stays forgotten.

    Each is brought in whole or not at all; to merge one again brings what is new in it.
    """
    from sayso.store.ledger_file import LedgerFile
    from sayso.store.trail import MACHINE

    path = settle_ledger(ledger)
    for other in others:
        _check(other, path)
    with LedgerFile.open(path, write=True) as ours:
        for other in others:
            with LedgerFile.open(other) as theirs:
                merged = ours.merge(theirs, striker(), now(), user_settings().author or MACHINE, other.name.replace("]", ")"))
            _tell(other, merged)


def _check(other: Path, path: Path) -> None:
    """LedgerError where a ledger cannot be brought in."""
    from sayso.store.ledger_file import LedgerFile

    if other.resolve() == path.resolve():
        raise LedgerError(f"{other} is the ledger itself; name others to bring in")
    with LedgerFile.open(other) as theirs:
        damage = theirs.find_broken_file()
    if damage:
        raise LedgerError(f"{other} is damaged ({damage}); nothing was merged. Restore it from a backup first: sayso ledger restore")


def _tell(other: Path, merged: "Merged") -> None:
    """What came, what was known, and what was kept out or struck, kind by kind."""
    print_line(f"{other}:")
    for kind, one in merged.brought.items():
        others = ((one.known, "known"), (one.kept_out, "kept out, as they are to be forgotten"))
        told = [f"{one.came} came", *(f"{number} {what}" for number, what in others if number)]
        if one != type(one)():
            print_line(f"  {kind}: {', '.join(told)}")
    erased = merged.erased
    if erased.changed or erased.removed:
        print_line(f"  of ours, as it was told to forget: articles struck: {len(erased.changed)}; removed: {len(erased.removed)}")
    for product in erased.products:
        print_line(f"  already out, and resting on these: {product.path} ({product.audience}, {product.made[:10]})")
    if erased.left:
        tell_user(f"{erased.left} What was deleted may still lie in the file: run sayso forget again when nobody uses it")
    if merged.broken is not None:
        tell_user(f"the trail of {other} was changed by another hand: row {merged.broken} does not fit those before it; ours says so")
