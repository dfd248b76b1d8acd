"""How far people and the machine agree, and people among themselves, field by field."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import Any

import msgspec

from sayso.model.claims import Claim
from sayso.model.entries import Accept, Add, Correct, Entry, Reject
from sayso.reviews.fields import FIELDS, UNKNOWN, put_field, say_field
from sayso.reviews.found_again import find_again
from sayso.reviews.overlay import CLAIM

MISSED = "missed by the machine"
"""The row that counts claims which people added because no reader made them."""


class Agreement(msgspec.Struct, frozen=True, kw_only=True):
    """Of one field: claims on which a reviewer and the machine could be compared and how many are alike; the same for two reviewers."""

    field: str
    with_machine: int = 0
    as_machine: int = 0
    between_reviewers: int = 0
    alike: int = 0


def measure_agreement(standing: Iterable[Entry], claims: Mapping[str, Sequence[Claim]]) -> tuple[Agreement, ...]:
    """Agreement by field over standing reviews; `claims` are the machine's current ones, by article.

    `claim` counts whether a claim stands at all: accepted or corrected, or rejected. The other fields are compared where a claim stands.
    A reviewer who accepts a claim has the machine's fields, one who corrects some has the rest.
    """
    verdicts = _gather(standing, claims)
    fields = (CLAIM, *FIELDS)
    counts: dict[str, list[int]] = {field: [0, 0, 0, 0] for field in fields}
    missed = 0
    for machine, by_author in verdicts:
        if machine is None:
            missed += 1
            continue
        for version in by_author.values():
            _count(counts, 0, machine, version)
        for one, other in combinations(by_author.values(), 2):
            _count(counts, 2, one, other)
    rows = [Agreement(field=f, with_machine=n[0], as_machine=n[1], between_reviewers=n[2], alike=n[3]) for f, n in counts.items() if any(n)]
    return (*rows, Agreement(field=MISSED, with_machine=missed)) if missed else tuple(rows)


def _count(counts: dict[str, list[int]], at: int, one: Claim | None, other: Claim | None) -> None:
    counts[CLAIM][at] += 1
    counts[CLAIM][at + 1] += (one is None) == (other is None)
    if one is None or other is None:
        return
    for field in FIELDS:
        told = (say_field(one, field), say_field(other, field))
        if told != (UNKNOWN, UNKNOWN):
            counts[field][at] += 1
            counts[field][at + 1] += told[0] == told[1]


def _gather(standing: Iterable[Entry], claims: Mapping[str, Sequence[Claim]]) -> list[tuple[Claim | None, dict[str, Claim | None]]]:
    """The machine's claim (None where it made none) and each reviewer's last version of it (None where rejected)."""
    found: dict[str, tuple[Claim | None, dict[str, Claim | None]]] = {}
    for entry in standing:
        act: Any = entry.act
        if isinstance(act, Accept | Reject | Correct | Add):
            told: Claim = act.claim
            machine = find_again(told.id, told.event, told.start, told.end, claims.get(act.digest, ()))
            if machine is None and not isinstance(act, Add):
                continue
            version = put_field(told, act.field, act.value) if isinstance(act, Correct) else told
            by_author = found.setdefault((machine or told).id, (machine, {}))[1]
            by_author[entry.author] = None if isinstance(act, Reject) else version
    return list(found.values())
