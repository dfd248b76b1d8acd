"""Whether two claims are of one event: the table of reasons for and against, and their sum."""

from collections.abc import Callable
from typing import NamedTuple

from sayso.ledger.findings import Finding, Verdict, sum_findings
from sayso.ledger.profiles import Profile
from sayso.ledger.what import (
    compare_acts,
    compare_certainty,
    compare_classes,
    compare_corrections,
    compare_figures,
    compare_positions,
    compare_sites,
    compare_takings,
    compare_words,
)  # fmt: skip
from sayso.ledger.when import compare_days, compare_periods
from sayso.ledger.where import compare_places, compare_relations
from sayso.ledger.who import compare_agents, compare_claimants, compare_targets


class Reason(NamedTuple):
    """A comparison and what it weighs."""

    compare: Callable[[Profile, Profile], Finding | None]
    weight: float


REASONS: tuple[Reason, ...] = (
    Reason(compare_certainty, 1.0),
    Reason(compare_classes, 1.0),
    Reason(compare_places, 3.0),
    Reason(compare_days, 2.0),
    Reason(compare_periods, 1.0),
    Reason(compare_takings, 1.0),
    Reason(compare_figures, 1.5),
    Reason(compare_corrections, 1.5),
    Reason(compare_relations, 1.0),
    Reason(compare_acts, 0.7),
    Reason(compare_sites, 1.5),
    Reason(compare_words, 1.5),
    Reason(compare_agents, 0.7),
    Reason(compare_targets, 0.5),
    Reason(compare_claimants, 1.0),
    Reason(compare_positions, 0.5),
)
"""Cheap ones that forbid stand first. Weights are Sayso's own judgement; the same town and day outweigh all else."""

SAME_EVENT = 4.5
"""From this sum on two claims are of one event: the same town and class and a day that fits, or, where no day is told, shared detail."""

AGREE_ON_THE_WHOLE = 2.5
"""Least average of all pairs of two groups that join: lower than for a pair, for claims of one event tell different sides of it."""


def judge_pair(a: Profile, b: Profile) -> Verdict:
    """Weigh every reason for and against one event."""
    return sum_findings((reason.compare(a, b), reason.weight) for reason in REASONS)
