"""`sayso explain`: why a claim, an event, a total or a holder of a place stands in the ledger, from the words to the number."""

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

IdArgument = Annotated[
    str, typer.Argument(metavar="ID", help="A claim (c-...), event (e-...), total (t-...) or place (p-...); the beginning is enough.")
]


def explain(identifier: IdArgument, ledger: LedgerOption = None, on: OnOption = None, known: KnownOption = None) -> None:
    """Explain a claim (words, source, rules, places with runners-up), an event (why merged, accounts, contradictions), a total (method,
    claims, what is left out) or who holds a place (accounts, what was set aside)."""
    print_tables(*_explain(identifier, settle_ledger(ledger), load_view(ledger, on, known_at=known)))


LISTS = ("sayso claims", "sayso events", "sayso figures", "sayso control")
"""The views that show what can be explained."""


def _explain(identifier: str, path: LedgerAddress, view: "LedgerView") -> "list[Table]":
    from sayso.cli.explained_claim import explain_claim
    from sayso.cli.explained_event import explain_event
    from sayso.cli.explained_numbers import explain_control, explain_total

    events = {e.event_id: e for e in view.events}
    totals = {t.total_id for t in view.situation.totals}
    places = {s.control_id: s for s in view.situation.control}
    filed = {f.claim.id: f.article.digest for f in (*view.claims, *view.rejected)}
    fitting = [i for i in (*events, *sorted(totals), *places, *filed) if i.startswith(identifier)]
    with open_ledger(path) as ledger:
        beginning_alike = list(dict.fromkeys((*fitting, *ledger.claim_ids(identifier))))
        found = settle_id(identifier, beginning_alike, path, "claim, event, total or place", LISTS)
        if found in events:
            return [explain_event(events[found], view)]
        if found in totals:
            return [explain_total(t, view) for t in view.situation.totals if t.total_id == found]
        if found in places:
            return [explain_control(places[found], view)]
        read = found in ledger.claim_ids(found)
        record = ledger.record_of_claim(found) if read else next(r for r in ledger.records() if r.digest == filed[found])
        return [explain_claim(found, record, view)]


def settle_id(
    beginning: str,
    fitting: Sequence[str],
    ledger: LedgerAddress | str,
    of: str = "claim or event",
    listed_by: Sequence[str] = ("sayso claims", "sayso events"),
) -> str:
    """The id that is meant: the same one, else the only one that begins like this.

    >>> settle_id("c-01", ["c-0123", "c-01"], "my.sqlite"), settle_id("c-012", ["c-0123"], "my.sqlite")
    ('c-01', 'c-0123')
    """
    if beginning in fitting:
        return beginning
    if not fitting:
        hint = f"list the ids with: {', or: '.join(f'{command} --ledger {ledger}' for command in listed_by)}"
        raise UnknownIdError(f"no {of} {beginning} in {ledger}; {hint}")
    if len(fitting) > 1:
        others = " and others" if len(fitting) > 3 else ""
        raise UnknownIdError(f"{beginning} is the beginning of {', '.join(fitting[:3])}{others}; write more of it")
    return fitting[0]
