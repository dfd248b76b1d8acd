"""`sayso explain`: why a claim, an event, a total or a holder of a place stands in the ledger, from the words to the number."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.options import KnownOption, LedgerOption, OnOption
from sayso.cli.printing import print_tables
from sayso.cli.views import load_view, settle_ledger
from sayso.errors import UnknownIdError

if TYPE_CHECKING:
    from rich.table import Table

    from sayso.model.views import LedgerView

IdArgument = Annotated[
    str, typer.Argument(metavar="ID", help="A claim (c-...), event (e-...), total (t-...) or place (p-...); the beginning is enough.")
]


def explain(identifier: IdArgument, ledger: LedgerOption = None, on: OnOption = None, known: KnownOption = None) -> None:
    """Explain a claim (words, source, rules, places with runners-up), an event (why merged, accounts, contradictions), a total (method,
    claims, what is left out) or who holds a place (accounts, what was set aside)."""
    path = settle_ledger(ledger)
    print_tables(*_explain(identifier, path, load_view(path, on, known_at=known)))


def _explain(identifier: str, path: Path, view: "LedgerView") -> "list[Table]":
    from sayso.cli.explained_claim import explain_claim
    from sayso.cli.explained_event import explain_event
    from sayso.cli.explained_numbers import explain_control, explain_total
    from sayso.store.ledger_file import LedgerFile

    events = {e.event_id: e for e in view.events}
    totals = {t.total_id for t in view.situation.totals}
    places = {s.control_id: s for s in view.situation.control}
    fitting = [i for i in (*events, *sorted(totals), *places) if i.startswith(identifier)]
    with LedgerFile.open(path) as ledger:
        found = settle_id(identifier, [*fitting, *ledger.claim_ids(identifier)], path)
        if found in events:
            return [explain_event(events[found], view)]
        if found in totals:
            return [explain_total(t, view) for t in view.situation.totals if t.total_id == found]
        if found in places:
            return [explain_control(places[found], view)]
        return [explain_claim(found, ledger.record_of_claim(found), view)]


def settle_id(
    beginning: str, fitting: Sequence[str], path: Path, of: str = "claim, event, total or place", listed_by: str = ""
) -> str:
    """The id that is meant: the same one, else the only one that begins like this.

    >>> settle_id("c-01", ["c-0123", "c-01"], Path("my.sqlite")), settle_id("c-012", ["c-0123"], Path("my.sqlite"))
    ('c-01', 'c-0123')
    """
    if beginning in fitting:
        return beginning
    if not fitting:
        commands = (listed_by,) if listed_by else ("sayso claims", "sayso events", "sayso figures", "sayso control")
        hint = f"list the ids with: {', '.join(f'{command} --ledger {path}' for command in commands)}"
        raise UnknownIdError(f"no {of} {beginning} in {path}; {hint}")
    if len(fitting) > 1:
        others = " and others" if len(fitting) > 3 else ""
        raise UnknownIdError(f"{beginning} is the beginning of {', '.join(fitting[:3])}{others}; write more of it")
    return fitting[0]
