"""The key's `totals`: what a figure rests on, what it leaves out and why, what it never exceeds.

Families that stand in a row of their own, in households, are counted in no total of people and listed where a reader finds them.
"""

from collections.abc import Iterator
from functools import partial

from sayso.model.situation import Total
from tests.expectations.demo import Demo, claims_on, ids_on, options, totals_of
from tests.expectations.expectation import Expectation, Row


def total_expectations(key: Row) -> Iterator[Expectation[Demo]]:
    """One expectation for every total, and for every claim that it must not count."""
    for row in key["totals"]:
        name = f"total: {row['id']}"
        if not row.get("optional"):
            yield Expectation(f"{name}: it is there", True, partial(_missing_problem, row))
        for reference in row.get("not_on", ()):
            yield Expectation(f"{name}: not on: {reference['words']}", True, partial(_beside_problem, row, reference))
        for reference in row.get("left_out", ()):
            yield Expectation(f"{name}: left out: {reference['words']}", True, partial(_counted_problem, reference))
        if "rests_only_on" in row:
            yield Expectation(f"{name}: rests on told stocks alone", True, partial(_derived_problem, row))
        if "alone" in row:
            yield Expectation(f"{name}: alone {row['alone']['low']} to {row['alone']['high']}", True, partial(_alone_problem, row))
        if "never_above" in row:
            yield Expectation(f"{name}: never above {row['never_above']}", True, partial(_above_problem, row))


def _of_kind(row: Row, demo: Demo) -> list[Total]:
    """Rows with the measure, kind and population that the key names."""
    named = [f for f in ("measure", "kind", "population") if f in row]
    return [t for t in totals_of(demo) if all(getattr(t, f) in options(row[f]) for f in named)]


def _shown(total: Total) -> str:
    return f"{total.measure} {total.kind} {total.population} {total.low} to {total.high}, {total.period.start} to {total.period.end}, {total.places}"


def _missing_problem(row: Row, demo: Demo) -> str | None:
    ids = ids_on(row["rests_on"], demo)
    resting = [t for t in _of_kind(row, demo) if ids & set(t.claims)]
    if any(_has_values(row, t) for t in resting):
        return None
    return f"rows on these claims: {[_shown(t) for t in resting]}" if ids else "no claim was read there"


def _has_values(row: Row, total: Total) -> bool:
    period = row.get("period", {})
    return (
        all(getattr(total, bound) in options(row.get(bound, getattr(total, bound))) for bound in ("low", "high"))
        and all(getattr(total.period, end) in options(days) for end, days in period.items())
        and all(any(place in p for p in total.places) for place in row.get("places", ()))
    )


def _unread(reference: Row, demo: Demo) -> str | None:
    return None if claims_on(reference, demo) else "no claim was read there"


def _beside_problem(row: Row, reference: Row, demo: Demo) -> str | None:
    counted, other = ids_on(row["rests_on"], demo), ids_on([reference], demo)
    together = [_shown(t) for t in totals_of(demo) if counted & set(t.claims) and other & set(t.claims)]
    if together:
        return f"counted together in {together}"
    listed = any(other & {*t.claims, *(left.claim for left in t.left_out)} for t in totals_of(demo))
    return _unread(reference, demo) or (None if listed else "lost: neither counted nor left out with a reason")


def _counted_problem(reference: Row, demo: Demo) -> str | None:
    ids = ids_on([reference], demo)
    rows = [t for t in totals_of(demo) if ids & set(t.claims)]
    if reference["why_about"] == "household" and rows and all(t.unit == "households" for t in rows):
        return None
    if rows or not ids:
        return f"counted in {[_shown(t) for t in rows]}" if rows else _unread(reference, demo)
    whys = sorted({left.why for t in totals_of(demo) for left in t.left_out if left.claim in ids})
    words = [w for about in options(reference["why_about"]) for w in demo.key["reasons"][about]]
    return None if any(w in why.casefold() for w in words for why in whys) else f"reasons given: {whys}, about {reference['why_about']} expected"


def _derived_problem(row: Row, demo: Demo) -> str | None:
    told = ids_on(row["rests_only_on"], demo)
    wrong = [_shown(t) for t in _of_kind(row, demo) if set(t.claims) - told]
    return f"these rest on other claims: {wrong}" if wrong else None


def _alone_problem(row: Row, demo: Demo) -> str | None:
    alone = row["alone"]
    ids = ids_on(alone["claims"], demo)
    rows = [t for t in _of_kind(row, demo) if t.claims and set(t.claims) <= ids]
    wrong = [_shown(t) for t in rows if (t.low, t.high) != (alone["low"], alone["high"])]
    return f"reads {wrong}" if wrong else None


def _above_problem(row: Row, demo: Demo) -> str | None:
    wrong = [_shown(t) for t in _of_kind(row, demo) if max(t.low or 0, t.high or 0) > row["never_above"]]
    return f"above: {wrong}" if wrong else None
