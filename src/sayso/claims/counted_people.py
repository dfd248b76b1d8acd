"""Of whom and over what a figure counts, by its words: civilians or fighters, refugees or the internally displaced, event or period."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, cast

from sayso.knowledge.tables import read_table
from sayso.model.vocabulary import Counts, EventClass, FigureKind, Measure, Population, Scope

Row = tuple[str, re.Pattern[str]]


@cache
def _rows(name: str) -> Sequence[Row]:
    return tuple((row[0], re.compile(row[1], re.I)) for row in read_table("events/counted")[name])


@cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    table: Mapping[str, Any] = read_table("events/counted")
    return {name: re.compile(table[name], re.I) for name in ("part_before", "part_after", "stock", "flow", "housed", "hit")}


def _first(rows: Sequence[Row], words: str) -> str | None:
    return next((term for term, pattern in rows if pattern.search(words)), None)


def counts_of(words: str) -> Counts | None:
    """Whom the words of a figure count; None where they do not tell.

    >>> counts_of("at least 4 schoolchildren"), counts_of("17")
    ('children', None)
    """
    mixed = re.search(r" and (?:his|her|their) ", words)
    return None if mixed else cast("Counts | None", _first(_rows("counts"), words))


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
        found = _first(_rows("population_far"), clause)
    return cast("Population", found or "unknown")


def scope_of(clause: str) -> Scope:
    """Whether a figure covers one event, a period, or all since a beginning."""
    return cast("Scope", _first(_rows("scope"), clause) or "event")


def idmc_term_of(clause: str, event: EventClass, measure: Measure) -> str | None:
    """IDMC's term for a figure of displacement, return or housing; None for anything else.

    >>> idmc_term_of("Some 200 people were evacuated from Tarmin", "displacement", "displaced")
    'Evacuated'
    """
    if measure not in ("displaced", "returned", "houses"):
        return None
    rows = read_table("events/counted")["idmc_terms"]
    return next((str(term) for term, pattern, only in rows if only == event and re.search(pattern, clause, re.I)), None)


def kind_told(clause: str) -> FigureKind | None:
    """Flow where the clause tells a move, stock where it tells a state, None where it tells neither.

    >>> kind_told("Aris now hosts 3,000 displaced people"), kind_told("3,000 people fled Aris"), kind_told("3,000 displaced people")
    ('stock', 'flow', None)
    """
    if _patterns()["housed"].search(clause):
        return "stock"
    if _patterns()["flow"].search(clause):
        return "flow"
    return "stock" if _patterns()["stock"].search(clause) else None


def kind_of_people(clause: str, measure: Measure, usual: FigureKind | None) -> FigureKind | None:
    """Flow or stock of people and buildings: tolls and help are flow, people in need a stock unless something has just hit them.

    >>> kind_of_people("400 people were affected by floods", "in_need", "stock"), kind_of_people("400 need food", "in_need", "stock")
    ('flow', 'stock')
    """
    if measure in ("killed", "injured", "returned", "houses", "aided"):
        return "flow"
    if measure == "in_need":
        return "flow" if _patterns()["hit"].search(clause) else "stock"
    if measure == "besieged":
        return "stock"
    if measure == "displaced":
        return kind_told(clause) or usual or "flow"
    return usual


def is_part(before: str, after: str) -> bool:
    """Whether the words around a figure make it part of the one before.

    >>> is_part(", including ", " and"), is_part(" were killed and ", " hurt")
    (True, False)
    """
    return bool(_patterns()["part_before"].search(before)) or bool(_patterns()["part_after"].match(after))
