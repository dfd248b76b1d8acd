"""The key's `control`: labels and accounts of places on days."""

from collections.abc import Iterator
from functools import partial

from sayso.model.situation import ControlAccount, ControlState
from tests.expectations.demo import Demo, holds_any, ids_on, is_party, names_of, options, plain_name, view_on
from tests.expectations.expectation import Expectation, Row


def control_expectations(key: Row) -> Iterator[Expectation[Demo]]:
    """One expectation for every label, account and unknown place."""
    for row in key["control"]:
        name = f"control: {row.get('place', '')} on {row['day']}"
        if "label" in row:
            yield Expectation(f"{name}: {row['label']}", True, partial(_label_problem, row))
        for n, account in enumerate(row.get("accounts", ()), 1):
            yield Expectation(f"{name}: account {n}: {account['holder']}", True, partial(_account_problem, row, account))
        if "only_holders" in row:
            yield Expectation(f"{name}: only {row['only_holders']}", True, partial(_holders_problem, row))
        for place in row.get("unknown", ()):
            yield Expectation(f"{name}: unknown: {place}", True, partial(_known_problem, row, place))


def _states(row: Row, place: str, demo: Demo) -> list[ControlState]:
    return [s for s in view_on(demo, row["day"]).situation.control if plain_name(s.place) in names_of(place, demo)]


def _label_problem(row: Row, demo: Demo) -> str | None:
    states = _states(row, row["place"], demo)
    found = [s.label for s in states]
    right = len(found) == 1 and found[0] in options(row["label"])
    return None if right else f"labels are {found} ({[s.why for s in states]}; {[(a.says, a.sources) for s in states for a in s.accounts]})"


def _account_problem(row: Row, wanted: Row, demo: Demo) -> str | None:
    accounts = [a for s in _states(row, row["place"], demo) for a in s.accounts]
    resting = [a for a in accounts if set(a.claims) & ids_on(wanted["claims"], demo)]
    if any(_is_account(wanted, a, demo) for a in resting):
        return None
    shown = [(a.holder, a.transition, a.sources) for a in resting or accounts]
    return f"accounts on these claims are {shown}" if resting else f"no account rests on these claims, but {shown}"


def _is_account(wanted: Row, found: ControlAccount, demo: Demo) -> bool:
    return (
        is_party(wanted["holder"], found.holder, demo)
        and found.transition in options(wanted.get("transition", found.transition))
        and all(any(holds_any(words, s) for s in found.sources) for words in wanted.get("sources", ()))
    )


def _holders_problem(row: Row, demo: Demo) -> str | None:
    accounts = [a for s in _states(row, row["place"], demo) for a in s.accounts]
    others = [a.holder for a in accounts if a.holder and not is_party(row["only_holders"], a.holder, demo)]
    return f"also {others}" if others else None if accounts else "there is no account"


def _known_problem(row: Row, place: str, demo: Demo) -> str | None:
    found = [(s.label, [a.says for a in s.accounts]) for s in _states(row, place, demo) if s.label != "unknown"]
    return f"it is {found}" if found else None
