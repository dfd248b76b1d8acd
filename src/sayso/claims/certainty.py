"""How sure the words are: happened, going on, expected or denied, and whether doubt is marked."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

import msgspec

from sayso.knowledge.tables import read_table
from sayso.model.vocabulary import Denies, EventClass, Status

_BEFORE, _AFTER = 8, 6


class StatusRule(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the table: where its pattern is looked for, and the status that it gives."""

    id: str
    status: Status
    zone: str
    pattern: re.Pattern[str]
    denies: Denies | None = None
    only: frozenset[str] = frozenset()
    not_: frozenset[str] = frozenset()
    rules: frozenset[str] = frozenset()


class Certainty(msgspec.Struct, frozen=True, kw_only=True):
    """Status of a claim, what a denial denies, whether the words mark doubt, and the rules that decided."""

    status: Status = "happened"
    denies: Denies | None = None
    hedged: bool = False
    why: tuple[str, ...] = ()


@cache
def status_rules() -> tuple[StatusRule, ...]:
    """The rules in the order in which they are tried; those marked `first` go ahead."""
    rows = sorted(read_table("events/certainty")["status"], key=lambda row: not row.get("first", False))
    return tuple(
        StatusRule(
            id=row["id"],
            status=row["status"],
            zone=row["zone"],
            pattern=re.compile(row["pattern"]),
            denies=row.get("denies"),
            only=frozenset(row.get("only", ())),
            not_=frozenset(row.get("not", ())),
            rules=frozenset(row.get("rules", ())),
        )
        for row in rows
    )


@cache
def hedge_patterns() -> Mapping[str, re.Pattern[str]]:
    """Name of a hedge -> its pattern, looked for in the clause."""
    return {name: re.compile(pattern) for name, pattern in read_table("events/certainty")["hedges"]["patterns"].items()}


def zones_of(forms: Sequence[str], clause: tuple[int, int], trigger: tuple[int, int]) -> Mapping[str, str]:
    """The words that each zone of the table stands for; tokens `first` to `last`, inclusive.

    >>> zones_of(["they", "may", "attack", "soon"], (0, 3), (2, 2))["around"]
    'they may <attack> soon'
    """
    (start, end), (first, last) = clause, trigger
    before = " ".join(forms[max(start, first - _BEFORE) : first])
    words = " ".join(forms[first : last + 1])
    after = " ".join(forms[last + 1 : min(end, last + _AFTER) + 1])
    around = f"{before} <{words}> {after}".strip()
    return {
        "before": before, "trigger": words, "after": after, "around": around,
        "clause": " ".join(forms[start : end + 1]), "sentence": " ".join(forms),
    }  # fmt: skip


@cache
def rules_for(event: EventClass, lexicon_rule: str) -> tuple[StatusRule, ...]:
    """The rules that are tried for a class and a rule of the lexicon, in their order."""
    return tuple(rule for rule in status_rules() if _applies(rule, event, lexicon_rule))


def _applies(rule: StatusRule, event: EventClass, lexicon_rule: str) -> bool:
    names = {event, lexicon_rule}
    return not names & rule.not_ and (not rule.only or bool(names & rule.only)) and (not rule.rules or lexicon_rule in rule.rules)


def judge_certainty(zones: Mapping[str, str], event: EventClass, lexicon_rule: str = "") -> Certainty:
    """Judge a claim of a class by the words round its trigger.

    >>> zones = zones_of("the army denied that it shelled the town".split(), (0, 7), (5, 5))
    >>> judge_certainty(zones, "strike").status
    'denied'
    """
    rule = next(rule for rule in rules_for(event, lexicon_rule) if rule.pattern.search(zones[rule.zone]))
    hedges = [name for name, pattern in hedge_patterns().items() if pattern.search(zones["clause"])]
    why = (f"status {rule.status}: {rule.id}", *(f"hedge {name}" for name in hedges))
    return Certainty(status=rule.status, denies=rule.denies, hedged=bool(hedges), why=why)
