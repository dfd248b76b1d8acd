"""Read the example pages into a ledger, print on one screen what it holds, write a report of it and search that for what should not go out.

usage: demo.py PAGES LEDGER REPORT

The commands are those that a user types, run one after the other; the screen is 80 columns wide and through protection.
"""

import contextlib
import os
import sys
import textwrap
from collections.abc import Iterable, Iterator
from pathlib import Path

from sayso.cli.app import run_app
from sayso.model.situation import ControlState, Total
from sayso.model.views import LedgerView
from sayso.outputs.protection import protect
from sayso.outputs.report_content import CONTROL_ORDER
from sayso.outputs.wording import tell_range
from sayso.pipeline import view_records
from sayso.store.ledger import Ledger

WIDTH = 80
MOST = 6


def load_view(path: Path) -> LedgerView:
    """The ledger as it may be published."""
    with Ledger.open(path) as ledger:
        return protect(view_records(ledger.records(), unread=ledger.unread(), counted_from=ledger.counted_from()), "public").view


def tell_reading(view: LedgerView) -> str:
    """What was read, in a sentence."""
    outlets = {a.publisher for a in view.articles if a.publisher}
    rival = sum(bool(e.contradictions) for e in view.events)
    return (
        f"{len(view.articles)} reports of {len(outlets)} outlets, {len(view.unread)} not read: {len(view.claims)} claims of "
        f"{len(view.events)} events; accounts of {rival} events contradict each other."
    )


def tell_control(states: Iterable[ControlState]) -> Iterator[str]:
    """The places under each label; with the holder where all accounts agree."""
    held = list(states)
    for label in CONTROL_ORDER:
        places = [f"{s.place}{_holder(s)}" for s in held if s.label == label]
        if places:
            yield _hang(f"{label}: ", ", ".join(places))


def _holder(state: ControlState) -> str:
    return f" ({state.holders[0]})" if state.label == "held by" and len(state.holders) == 1 else ""


def tell_totals(totals: Iterable[Total]) -> Iterator[str]:
    """The largest numbers with their places, days and sources; rows without a number are for the report."""
    counted = sorted((t for t in totals if t.low or t.high), key=lambda t: (-(t.high or t.low or 0), t.places, t.claims))
    for total in counted[:MOST]:
        where = f" ({'; '.join(total.places)})" if total.places else ""
        when = f", {total.period.start} to {total.period.end}" if total.period.start and total.period.end else ""
        people = {"idp": "internally displaced", "refugee": "refugees"}.get(total.population, total.measure)
        yield _hang(
            f"{tell_range(total.low, total.high)} ",
            f"{people}, {total.kind or 'not told whether flow or stock'}{where}{when}: {', '.join(total.sources) or 'no source named'}",
        )
    if len(counted) > MOST:
        yield f"  and {len(counted) - MOST} more rows in the report"


def _hang(head: str, text: str) -> str:
    return textwrap.fill(head + text, WIDTH, initial_indent="  ", subsequent_indent="      ", break_on_hyphens=False)


def tell_summary(path: Path) -> None:
    """Print what was read, who holds what, and how many fled."""
    view = load_view(path)
    print(textwrap.fill(tell_reading(view), WIDTH))
    for heading, lines in (
        (f"Who holds what on {view.as_of}", tell_control(view.situation.control)),
        ("People displaced (flows count movements, not people; nothing is added up)", tell_totals(view.situation.displacement)),
    ):
        print(f"\n{heading}", *lines, sep="\n")
    print("\nMachine reading, unreviewed. The pages are invented reports on real events.\n", flush=True)


def main(pages: str, ledger: str, report: str) -> int:
    """Read, tell, report, audit; the exit status of the first that fails."""
    with open(os.devnull, "w", encoding="utf8") as nowhere, contextlib.redirect_stdout(nowhere):
        status = run_app(["read", pages, "--ledger", ledger])
    if status == 0:
        tell_summary(Path(ledger))
        status = run_app(["report", "--ledger", ledger, "--out", report]) or run_app(["audit", report, "--ledger", ledger])
    return status


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
