"""Print the events that three outlets or more tell, of owners on both sides of the war among them, with the accounts.

usage: python -m evals.merges.opposed [--most N] [--ledger FILE]

Those that most outlets tell come first. The words are Sayso's own, on whose word as in any view of a ledger; texts are not printed.
"""

import argparse
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from evals.annotated import find_or_tell
from evals.merges.outlets import are_opposed, load_outlets
from evals.war_reports import load_reports
from sayso.model.events import Event, FiledClaim
from sayso.model.views import LedgerView
from sayso.pipeline import view_records


def list_opposed(view: LedgerView) -> list[tuple[Event, tuple[str, ...]]]:
    """Events of opposed outlets, with the outlets, most outlets first."""
    filed = {f.claim.id: f for f in view.claims}
    told = [(event, outlets_of(event.claims, filed)) for event in view.events]
    return sorted(((e, names) for e, names in told if are_opposed(names)), key=lambda item: (-len(item[1]), item[0].event_id))


def outlets_of(claims: Sequence[str], filed: Mapping[str, FiledClaim]) -> tuple[str, ...]:
    """Outlets of some claims, in order of their names."""
    return tuple(sorted({filed[claim].article.publisher or "unknown" for claim in claims}))


def show_event(event: Event, outlets: Sequence[str], filed: Mapping[str, FiledClaim]) -> Iterator[str]:
    """An event in lines: what, where, when; its outlets with their owners; each account with its outlets; what contradicts."""
    days = f"{event.time.start or '?'} to {event.time.end or '?'} ({event.time.basis})"
    yield f"{event.event_id}  {event.event}, {', '.join(p.name for p in event.places) or 'no place'}, {days}, {len(event.claims)} claims"
    known = load_outlets()
    yield "  outlets: " + "; ".join(f"{known[o].name} ({known[o].owner})" if o in known else o for o in outlets)
    for at, account in enumerate(event.accounts):
        yield f"  {at}: {account.says}; {', '.join(outlets_of(account.claims, filed))}; claims: {len(account.claims)}"
    for issue in sorted({c.issue for c in event.contradictions}):
        rivals = sorted({c.accounts for c in event.contradictions if c.issue == issue})
        yield f"  at issue: {issue}, {', '.join(f'{one} against {other}' for one, other in rivals)}"


def main() -> int:
    """Print the events; 0, or 2 where there are no reports."""
    shape = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(prog="python -m evals.merges.opposed", description=__doc__, formatter_class=shape)
    parser.add_argument("--most", type=int, default=20, help="events printed; 20 where it is left out")
    parser.add_argument("--ledger", type=Path, metavar="FILE", help="a ledger that holds the reports")
    args = parser.parse_args()
    annotated = find_or_tell(os.environ, Path(__file__).parents[2])
    if annotated is None:
        return 2
    view = view_records(load_reports(annotated, args.ledger))
    filed, opposed = {f.claim.id: f for f in view.claims}, list_opposed(view)
    print(f"{len(opposed)} events told by opposed outlets, {sum(bool(e.contradictions) for e, _ in opposed)} with accounts that contradict")
    for event, outlets in opposed[: args.most]:
        print("", *show_event(event, outlets, filed), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
