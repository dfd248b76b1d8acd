"""Print the events of war reports that agree least with the coded ones, by their ids.

usage: python -m evals.coders.worst [--most N] [--kind missing|deaths] [--ledger FILE]

`missing`: UCDP has no event within 25 km and 2 days, those with the highest toll first. `deaths`: tolls that meet none of the same town
and day, the widest apart first. A ledger that holds the reports (`sayso read ... --ledger FILE`) spares reading them anew.
"""

import argparse
import datetime as dt
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from evals.annotated import find_or_tell
from evals.coders.matching import Bounds, Compared, bounds_meet
from evals.coders.run import compare_records
from evals.war_reports import load_reports

KINDS = ("missing", "deaths")


class Case(NamedTuple):
    """One event that agrees badly: its kind, how badly (more is worse), and what to show of it."""

    kind: str
    weight: float
    told: str


def list_cases(compared: Sequence[Compared], articles: Mapping[str, str]) -> list[Case]:
    """All events that agree badly, the worst first; `articles` gives the article of each claim."""
    cases = []
    for one in compared:
        toll = one.told.killed
        if not one.near & set(one.told.days):
            cases.append(Case("missing", float(toll[0]) if toll else -1.0, _show(one, articles)))
        elif toll is not None and one.deaths and not any(bounds_meet(toll, d) for d in one.deaths):
            coded = ", ".join(map(_show_bounds, one.deaths))
            cases.append(Case("deaths", min(_factor(toll, d) for d in one.deaths), f"{_show(one, articles)}\n  coded: {coded}"))
    return sorted(cases, key=lambda case: (KINDS.index(case.kind), -case.weight, case.told))


def _factor(one: Bounds, other: Bounds) -> float:
    """How many times the higher of two bounds that do not meet stands above the lower."""
    lower, upper = sorted((one, other), key=lambda bounds: bounds[0])
    return upper[0] / max(1, lower[1] if lower[1] is not None else lower[0])


def _show_bounds(bounds: Bounds) -> str:
    return str(bounds[0]) if bounds[0] == bounds[1] else f"{bounds[0]} to {'open' if bounds[1] is None else bounds[1]}"


def _show(one: Compared, articles: Mapping[str, str]) -> str:
    told = one.told
    names = sorted({articles[claim] for claim in told.claims})
    killed = f"killed {_show_bounds(told.killed)}" if told.killed else "no toll"
    day = dt.date.fromordinal(told.start)
    return f"{told.event_id}  {told.event}, {told.place}, {day}, {killed}\n  {len(told.claims)} claims of {', '.join(names)}"


def main() -> int:
    """Compare and print; 0, or 2 where there are no reports."""
    shape = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(prog="python -m evals.coders.worst", description=__doc__, formatter_class=shape)
    parser.add_argument("--most", type=int, default=20, help="events printed of each kind; 20 where it is left out")
    parser.add_argument("--kind", choices=KINDS, help="events of one kind only")
    parser.add_argument("--ledger", type=Path, metavar="FILE", help="a ledger that holds the reports")
    args = parser.parse_args()
    annotated = find_or_tell(os.environ, Path(__file__).parents[2])
    if annotated is None:
        return 2
    records = load_reports(annotated, args.ledger)
    cases = list_cases(compare_records(records, annotated), {c.id: r.article_id for r in records for c in r.claims})
    for kind in [args.kind] if args.kind else KINDS:
        here = [case for case in cases if case.kind == kind]
        print(f"{kind}: {len(here)}", *(case.told for case in here[: args.most]), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
