"""ACLED sub-event of a claim, where its words tell."""

import re
from collections.abc import Mapping
from functools import cache

import msgspec

from sayso.claims.lexicon import Rule
from sayso.knowledge.tables import read_table


class SubEventRule(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the table; `rules` limits it to rules of the lexicon, `far` lets it look beyond the clause."""

    sub_event: str
    pattern: re.Pattern[str]
    rules: frozenset[str] = frozenset()
    far: bool = False


@cache
def sub_event_rules() -> Mapping[str, tuple[SubEventRule, ...]]:
    """Class -> its rows in order."""
    return {
        event: tuple(
            SubEventRule(
                sub_event=row["sub_event"],
                pattern=re.compile(row["pattern"]),
                rules=frozenset(row.get("rules", ())),
                far=row.get("far", False),
            )
            for row in rows
        )
        for event, rows in read_table("events/sub_events").items()
    }


def find_sub_event(zones: Mapping[str, str], rule: Rule) -> str | None:
    """The sub-event that the clause tells, else the one of the trigger's rule.

    >>> zones = {"clause": "a suicide bomber struck the gate", "sentence": "a suicide bomber struck the gate"}
    >>> find_sub_event(zones, Rule(rule_id="strike.strike-verb", event="strike"))
    'Suicide bomb'
    """
    for row in sub_event_rules().get(rule.event, ()):
        allowed = not row.rules or rule.rule_id in row.rules
        if allowed and row.pattern.search(zones["sentence" if row.far else "clause"]):
            return row.sub_event
    return rule.sub_event
