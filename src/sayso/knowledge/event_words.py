"""The words and pairs by which one happening is told from another, ready to be asked."""

import re
from functools import cache
from typing import Any

import msgspec

from sayso.knowledge.tables import read_table
from sayso.model.claims import Claim, ClaimFigure


class ClassPair(msgspec.Struct, frozen=True):
    """Two classes that may be one event: the sentence of the pair, and whether place and day must be told."""

    why: str
    strict: bool = False


class EventWords(msgspec.Struct, frozen=True):
    """The table, with its lists as sets and its patterns compiled."""

    pairs: dict[frozenset[str], ClassPair]
    order: tuple[str, ...]
    loose: frozenset[str]
    lasting: frozenset[str]
    authored: frozenset[str]
    sites: dict[str, str]
    stop: frozenset[str]
    partial: re.Pattern[str]
    withdrawn: re.Pattern[str]
    corrected: re.Pattern[str]
    vague: re.Pattern[str]
    many_acts: re.Pattern[str]
    statements: re.Pattern[str]
    nouns: dict[str, str]
    sub_events: dict[str, str]
    measures: dict[str, str]
    denials: dict[str, str]


@cache
def event_words() -> EventWords:
    """The table of same events.

    >>> event_words().pairs[frozenset({"casualties", "strike"})].why, event_words().sites["clinic"]
    ('the dead and injured of a strike', 'hospital')
    """
    table: dict[str, Any] = read_table("event_words")
    return EventWords(
        pairs={frozenset(r["classes"]): ClassPair(r["why"], r.get("strict", False)) for r in table["pairs"]},
        order=tuple(table["order"]),
        sites={word: site for site, words in table["sites"].items() for word in words},
        loose=frozenset(table["loose"]),
        lasting=frozenset(table["lasting"]),
        authored=frozenset(table["authored"]),
        stop=frozenset(table["stop"]),
        partial=re.compile(table["partial"], re.I),
        withdrawn=re.compile(table["withdrawn"], re.I),
        corrected=re.compile(table["corrected"], re.I),
        vague=re.compile(table["vague"], re.I),
        many_acts=re.compile(table["many_acts"], re.I),
        statements=re.compile(table["statements"], re.I),
        nouns=table["nouns"],
        sub_events=table["sub_events"],
        measures=table["measures"],
        denials=table["denials"],
    )


def is_told_as_part(claim: Claim, figure: ClaimFigure) -> bool:
    """Whether the words make a number part of one told elsewhere ("two of the dead")."""
    return event_words().partial.match(claim.evidence[max(0, figure.span[0] - claim.start) :]) is not None
