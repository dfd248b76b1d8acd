"""`sayso explain`: why a claim or an event stands in the ledger, from the words to the merge."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.ledgers import open_ledger, settle_ledger
from sayso.cli.options import KnownOption, LedgerOption, OnOption
from sayso.cli.printing import print_tables
from sayso.cli.views import load_view
from sayso.errors import UnknownIdError
from sayso.store.address import LedgerAddress

if TYPE_CHECKING:
    from rich.table import Table

    from sayso.model.views import LedgerView

IdArgument = Annotated[str, typer.Argument(metavar="ID", help="A claim (c-...) or an event (e-...); the beginning of the id is enough.")]


def explain(identifier: IdArgument, ledger: LedgerOption = None, on: OnOption = None, known: KnownOption = None) -> None:
    """Explain a claim (its words, source, rules, places with runners-up) or an event (why merged, accounts, contradictions)."""
    print_tables(_explain(identifier, settle_ledger(ledger), load_view(ledger, on, known_at=known)))


def _explain(identifier: str, path: LedgerAddress, view: "LedgerView") -> "Table":
    from sayso.cli.explained_claim import explain_claim
    from sayso.cli.explained_event import explain_event

    events = {e.event_id: e for e in view.events if e.event_id.startswith(identifier)}
    with open_ledger(path) as ledger:
        found = settle_id(identifier, [*events, *ledger.claim_ids(identifier)], path)
        return explain_event(events[found], view) if found in events else explain_claim(found, ledger.record_of_claim(found), view)


def settle_id(beginning: str, fitting: Sequence[str], ledger: LedgerAddress | str, of: str = "claim or event") -> str:
    """The id that is meant: the same one, else the only one that begins like this.

    >>> settle_id("c-01", ["c-0123", "c-01"], "my.sqlite"), settle_id("c-012", ["c-0123"], "my.sqlite")
    ('c-01', 'c-0123')
    """
    if beginning in fitting:
        return beginning
    if not fitting:
        hint = f"list the ids with: sayso claims --ledger {ledger}, or: sayso events --ledger {ledger}"
        raise UnknownIdError(f"no {of} {beginning} in {ledger}; {hint}")
    if len(fitting) > 1:
        others = " and others" if len(fitting) > 3 else ""
        raise UnknownIdError(f"{beginning} is the beginning of {', '.join(fitting[:3])}{others}; write more of it")
    return fitting[0]
