"""The key's `claims`: facts that at least one claim on the words has, all of them."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import msgspec

from sayso.model.claims import Claim, ClaimFigure, ClaimPlace
from sayso.model.vocabulary import EVENT_CLASSES
from tests.expectations.demo import Demo, claims_on, holds_any, is_party, names_of, options, plain_name
from tests.expectations.expectation import Expectation, Row

FieldCheck = Callable[[Row, Claim, Demo], Iterator[str]]


def claim_expectations(key: Row) -> Iterator[Expectation[Demo]]:
    """One expectation a claim."""
    for row in key["claims"]:
        yield Expectation(f"claim: page {row['page']}: {row['id']}", True, partial(_claim_problem, row))


def _claim_problem(row: Row, demo: Demo) -> str | None:
    problems = [[p for check in _CHECKS for p in check(row, c, demo)] for c in claims_on(row, demo)]
    if not problems:
        others = claims_on({**row, "event": EVENT_CLASSES}, demo)
        return f"no {row['event']} claim on these words, but {[f'{c.event}: {c.evidence}' for c in others]}"
    least: list[str] = min(problems, key=len)
    return "; ".join(least) or None


def _plain(row: Row, claim: Claim, _: Demo) -> Iterator[str]:
    for field in ("status", "denies", "hedged"):
        if field in row and getattr(claim, field) not in options(row[field]):
            yield f"{field} is {getattr(claim, field)}, not {row[field]}"


def _time(row: Row, claim: Claim, _: Demo) -> Iterator[str]:
    found = {"start": claim.time.start, "end": claim.time.end} if claim.time else None
    if "time" in row and found != row["time"]:
        yield f"time is {found and [str(d) for d in found.values()]}, not {row['time'] and [str(d) for d in row['time'].values()]}"


def _source(row: Row, claim: Claim, _: Demo) -> Iterator[str]:
    if "source" not in row:
        return
    wanted, found = row["source"] or {}, claim.source
    if not wanted and found:
        yield f"source is {found.name}, not the outlet itself"
    if "name" in wanted and not holds_any(wanted["name"], found.name if found else None):
        yield f"source is {found and found.name}, not {wanted['name']}"
    if "kind" in wanted and (found is None or found.kind not in options(wanted["kind"])):
        yield f"source kind is {found and found.kind}, not {wanted['kind']}"


def _places(row: Row, claim: Claim, demo: Demo) -> Iterator[str]:
    for expected in row.get("places", ()):
        if not any(_is_place(expected, p, demo) for p in claim.places):
            yield f"no place {expected} (places: {[(p.text, p.role, p.relation) for p in claim.places]})"


def _is_place(expected: Row, place: ClaimPlace, demo: Demo) -> bool:
    relation = (place.relation or "").casefold()
    named = names_of(expected["name"], demo) & {plain_name(n) for n in (place.text, place.name or "")}
    right_role = expected.get("role", place.role) == place.role or expected["role"] in relation.split()
    return bool(named) and right_role and expected.get("relation", "").casefold() in relation


def _figures(row: Row, claim: Claim, _: Demo) -> Iterator[str]:
    for expected in row.get("figures", ()):
        if not any(_is_figure(expected, f, claim) for f in claim.figures):
            yield f"no figure {expected} (figures: {[(f.text, f.low, f.high, f.measure, f.unit, f.kind, f.population) for f in claim.figures]})"


def _is_figure(expected: Row, figure: ClaimFigure, claim: Claim) -> bool:
    found: dict[str, Any] = msgspec.structs.asdict(figure)
    if "part_of" in expected:
        whole = claim.figures[figure.part_of] if figure.part_of is not None else None
        if whole is None or not _is_figure(expected["part_of"], whole, claim):
            return False
    return all(found[k] in options(v) for k, v in expected.items() if k != "part_of")


def _control(row: Row, claim: Claim, demo: Demo) -> Iterator[str]:
    for field, value in row.get("control", {}).items():
        found = getattr(claim.control, field, None)
        if not (is_party(value, found, demo) if field == "holder" else found in options(value)):
            yield f"control {field} is {found}, not {value}"


_CHECKS: tuple[FieldCheck, ...] = (_plain, _time, _source, _places, _figures, _control)
