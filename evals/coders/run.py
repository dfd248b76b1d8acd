"""Events of war reports against UCDP's, which others coded from other sources; and against the same events with their days shuffled.

UCDP codes only what somebody died of, so that an event that it lacks need not be wrong; and a war has so many events that some lie near
any place on any day, so that the share that chance gives stands beside every share. `python -m evals.coders.worst` lists what it lacks.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from evals.coders.coded import CODED, read_coded
from evals.coders.matching import (
    Bounds,
    Compared,
    beyond_chance,
    chance_of_deaths,
    chance_on_days,
    chance_when_moved,
    compare_with_coded,
    part_by_class,
    share_of_deaths,
    share_on_days,
)  # fmt: skip
from evals.coders.told import list_told
from evals.question import Measured, Question, Read
from evals.war_reports import REPORTS, RESERVED, Records, read_reports
from sayso.pipeline import view_records


def measure(annotated: Path, read: Read) -> Measured:
    """Read the reports, gather their events and compare."""
    compared = compare_records(read_reports(annotated, read), annotated)
    pairs = {**measure_days(compared), "deaths meet": measure_deaths(compared)}
    scores: dict[str, float] = {}
    for name, (share, chance) in pairs.items():
        scores |= {name: round(share, 3), f"{name}, beyond chance": round(beyond_chance(share, chance), 3)}
    return Measured(scores, describe(compared))


def compare_records(records: Records, annotated: Path) -> tuple[Compared, ...]:
    """The comparable events of records beside the coded ones."""
    coded = read_coded(annotated / CODED)
    return tuple(compare_with_coded(told, coded) for told in list_told(view_records(records)))


def measure_days(compared: Sequence[Compared]) -> Mapping[str, tuple[float, float]]:
    """Shares that are near and close, each with that of chance."""
    days = [one.told.days for one in compared]
    wanted = {"near": [one.near for one in compared], "close": [one.close for one in compared]}
    return {name: (share_on_days(days, fit), chance_on_days(days, fit)) for name, fit in wanted.items()}


def measure_deaths(compared: Sequence[Compared]) -> tuple[float, float]:
    """The share of tolls that meet a coded one of the town and day, where there is one, with that of chance."""
    killed, deaths = tolls_of(compared)
    return share_of_deaths(killed, deaths), chance_of_deaths(killed, deaths)


def tolls_of(compared: Sequence[Compared]) -> tuple[list[Bounds], list[tuple[Bounds, ...]]]:
    """Tolls of the ledger and what was coded of the same town and day, of the events that have both."""
    both = [(one.told.killed, one.deaths) for one in compared if one.told.killed is not None and one.deaths]
    return [killed for killed, _ in both], [deaths for _, deaths in both]


def describe(compared: Sequence[Compared]) -> str:
    """All shares in words, by class."""
    rows = ["events | | near | by chance | close | by chance | tolls that are compared | meet | by chance"]
    for name, part in {"all": compared, **part_by_class(compared)}.items():
        days, (killed, _) = measure_days(part), tolls_of(part)
        shares = (*days["near"], *days["close"])
        rows.append(
            f"{len(part)} | {name} | {' | '.join(f'{s:.3f}' for s in shares)} | {len(killed)} | "
            + " | ".join(f"{s:.3f}" for s in measure_deaths(part))
        )
    moved = [chance_when_moved([c.told.days for c in compared], fit) for fit in ([c.near for c in compared], [c.close for c in compared])]
    return "\n".join([*rows, f"all, moved by one to four weeks instead: near {moved[0]:.3f}, close {moved[1]:.3f}"])


QUESTION = Question(
    asks="Are the events of war reports those that human coders have?",
    cases=(REPORTS, RESERVED, CODED),
    scores={
        "near": "deadly kinds of events in a town on a told day (Syria, 2016 to 2018): UCDP has one within 25 km and 2 days",
        "near, beyond chance": "of what the same events with their days shuffled leave open: reached",
        "close": "UCDP has one within 5 km on the day, both known exactly",
        "close, beyond chance": "of what shuffled days leave open: reached",
        "deaths meet": "of those with a toll and an event of UCDP within 5 km and a day: the two bounds of deaths meet",
        "deaths meet, beyond chance": "of what shuffled tolls leave open: reached",
    },
    measure=measure,
)
