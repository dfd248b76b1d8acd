"""`sayso ledger merge`: ledgers that were kept apart become one."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.gazetteer_file import user_settings
from sayso.cli.ledger_backups import striker
from sayso.cli.ledgers import name_ledger, open_ledger, settle_ledger
from sayso.cli.moments import now
from sayso.cli.options import SERVER
from sayso.cli.printing import print_line, tell_user
from sayso.errors import LedgerError
from sayso.store.address import LedgerAddress, locate_ledger

if TYPE_CHECKING:
    from sayso.store.merging import Merged

OthersArgument = Annotated[
    list[str], typer.Argument(metavar="OTHER...", help=f"Ledgers to bring in, files or {SERVER}; they stay as they are.")
]

InOption = Annotated[
    str | None,
    typer.Option("--ledger", metavar="FILE", help=f"The ledger to bring them into, a file or {SERVER}; it is made where there is none."),
]


def merge_ledger_files(others: OthersArgument, ledger: InOption = None) -> None:
    """Bring all that other ledgers hold into this one: nothing is lost, and what any of them was told to forget stays forgotten.

    Each is brought in whole or not at all; to merge one again brings what is new in it. Any kind of ledger merges into any other;
    files that are not encrypted are used as they are, also where there is a key.
    """
    from sayso.store.trail import MACHINE

    into, located = settle_ledger(ledger), [locate_ledger(other) for other in others]
    for other in located:
        _check(other, into)
    with open_ledger(into, write=True, plain_too=True) as ours:
        for other in located:
            with open_ledger(other, plain_too=True) as theirs:
                merged = ours.merge(theirs, striker(), now(), user_settings().author or MACHINE, name_ledger(other))
            _tell(other, merged)


def _check(other: LedgerAddress, into: LedgerAddress) -> None:
    """LedgerError where a ledger cannot be brought in."""
    if other == into or (isinstance(other, Path) and isinstance(into, Path) and other.resolve() == into.resolve()):
        raise LedgerError(f"{other} is the ledger itself; name others to bring in")
    with open_ledger(other, plain_too=True) as theirs:
        damage = theirs.find_broken_storage()
    if damage:
        raise LedgerError(f"{other} is damaged ({damage}); nothing was merged. Restore it from a backup first: sayso ledger restore")


def _tell(other: LedgerAddress, merged: "Merged") -> None:
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
    if erased.entries:
        print_line(f"  entries of people struck or removed: {erased.entries}")
    for product in erased.products:
        print_line(f"  already out, and resting on these: {product.path} ({product.audience}, {product.made[:10]})")
    if erased.left:
        tell_user(f"{erased.left} What was deleted may still lie in the file: run sayso forget again when nobody uses it")
    if merged.broken is not None:
        tell_user(f"the trail of {other} was changed by another hand: row {merged.broken} does not fit those before it; ours says so")
    if merged.changed is not None:
        tell_user(f"what people entered in {other} was changed by another hand: its trail does not tell of {merged.changed} as it is")
