"""Of whom and over what a figure counts, by its words: civilians or fighters, refugees or the internally displaced, event or period."""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, cast

from sayso.knowledge.tables import read_table
from sayso.model.vocabulary import Counts, EventClass, Measure, Population, Scope

Row = tuple[str, re.Pattern[str]]


@cache
def _rows(name: str) -> Sequence[Row]:
    return tuple((row[0], re.compile(row[1], re.I)) for row in read_table("events/counted")[name])


@cache
def counted_patterns(*names: str) -> Mapping[str, re.Pattern[str]]:
    """Patterns of the table by their names; they ignore case."""
    table: Mapping[str, Any] = read_table("events/counted")
    return {name: re.compile(table[name], re.I) for name in names}


def _first(rows: Sequence[Row], words: str) -> str | None:
    return next((term for term, pattern in rows if pattern.search(words)), None)


def counts_of(words: str) -> Counts | None:
    """Whom the words of a figure count; None where they do not tell.

    >>> counts_of("at least 4 schoolchildren"), counts_of("17")
    ('children', None)
    """
    mixed = re.search(r" and (?:his|her|their) ", words)
    return None if mixed else cast("Counts | None", _first(_rows("counts"), words))


@lru_cache(maxsize=4)
def _population_told(clause: str) -> str | None:
    return _first(_rows("population_far"), clause)


def population_of(words: str, clause: str, event: EventClass) -> Population:
    """Which population the displaced belong to, by the figure's own words, then by its clause; unknown where neither tells.

    >>> population_of("some 3,000 refugees", "Aris hosts some 3,000 refugees", "displacement")
    'refugee'
    >>> population_of("40 people", "40 people fled", "displacement")
    'unknown'
    """
    if event == "return":
        return "returnee"
    found = _first(_rows("population"), words)
    if found is None and event in ("displacement", "need", "aid"):
        found = _population_told(clause)
    return cast("Population", found or "unknown")


@lru_cache(maxsize=16)
def scope_of(clause: str) -> Scope:
    """Whether a figure covers one event, a period, or all since a beginning."""
    return cast("Scope", _first(_rows("scope"), clause) or "event")


@lru_cache(maxsize=16)
def idmc_term_of(clause: str, event: EventClass, measure: Measure) -> str | None:
    """IDMC's term for a figure of displacement, return or housing; None for anything else.

    >>> idmc_term_of("Some 200 people were evacuated from Tarmin", "displacement", "displaced")
    'Evacuated'
    """
    if measure not in ("displaced", "returned", "houses"):
        return None
    rows = read_table("events/counted")["idmc_terms"]
    return next((str(term) for term, pattern, only in rows if only == event and re.search(pattern, clause, re.I)), None)


def is_part(before: str, after: str) -> bool:
    """Whether the words around a figure make it part of the one before.

    >>> is_part(", including ", " and"), is_part(" were killed and ", " hurt")
    (True, False)
    """
    told = counted_patterns("part_before", "part_after")
    return bool(told["part_before"].search(before)) or bool(told["part_after"].match(after))


_HARMED: tuple[tuple[Measure, re.Pattern[str]], ...] = (
    (
        "killed",
        re.compile(
            r"\b(?:kill\w*|fatal(?:ly)?|dead|die[ds]?|dying|deaths?|slain|execut\w+|massacr\w+|behead\w+|murder\w+|lives|toll|perish\w*|bodies"
            r"|martyr\w*|drown\w*|suffocat\w+|slaughter\w+|passed away)\b", re.I
        ),
    ),
    ("injured", re.compile(r"\b(?:injur\w+|wound\w+|hurt|maimed|treated|hospitali[sz]ed|critical condition|shot)\b", re.I)),
)


@lru_cache(maxsize=4)
def harm_told(clause: str) -> tuple[Measure, ...]:
    """The harm that a clause tells of, deaths first.

    >>> harm_told("a shell wounded four and killed two"), harm_told("many fled")
    (('killed', 'injured'), ())
    """
    return tuple(measure for measure, pattern in _HARMED if pattern.search(clause))
