"""What the situation of the given day must hold, and what the page holds when no date is given."""

from collections.abc import Callable, Iterator
from functools import partial

from sayso.gazetteer import Gazetteer
from sayso.model.claims import Claim
from sayso.model.records import Record
from sayso.model.situation import ControlAccount, ControlState
from sayso.model.views import LedgerView
from tests.expectations.claim_fields import is_place
from tests.expectations.expectation import Expectation, Row
from tests.expectations.figures import all_totals
from tests.expectations.page import GoldenPage
from tests.expectations.wording import contain_each_other, names_agree, overlaps, spans_of


def day_expectations(expected: Row) -> Iterator[Expectation[GoldenPage]]:
    """Control of the place on the day, account by account, then the totals."""
    control, situation = expected["control_on_date"], expected["situation"]
    yield Expectation(f"control: {control['label']}", True, _label_problem)
    for row in control["accounts"]:
        yield Expectation(f"control account: {row['says']}", True, partial(_account_problem, row))
    yield Expectation("control: the compatible account sides with neither", True, _sides_problem)
    yield Expectation("totals: stock of the internally displaced is unknown", True, _stock_problem)
    for row in situation["stock_of_refugees"]:
        yield Expectation(f"totals: refugees in {row['place']}", True, partial(_refugee_problem, row))
    for words in situation["not_counted"]:
        yield Expectation(f"totals: not counted: {words}", True, partial(_counted_problem, words))


def state_of(place: str, view: LedgerView, gazetteer: Gazetteer) -> ControlState | None:
    """The state of the place that this name may mean."""
    states = view.situation.control
    by_id = [s for s in states if s.place_id and is_place(place, s.place_id, gazetteer)]
    return next(iter(by_id or [s for s in states if contain_each_other(place, s.place)]), None)


def claims_at(words: str, record: Record) -> list[Claim]:
    """Claims whose span overlaps these words."""
    return [c for c in record.claims if any(overlaps((c.start, c.end), s) for s in spans_of(words, record.text))]


def _state(page: GoldenPage) -> ControlState | None:
    return state_of(page.expected["control_on_date"]["place"], page.view, page.gazetteer)


def _label_problem(page: GoldenPage) -> str | None:
    label, state = page.expected["control_on_date"]["label"], _state(page)
    found = state.label if state else None
    return None if found == label else f"label is {found}, not {label} ({state and state.why})"


def _account_problem(row: Row, page: GoldenPage) -> str | None:
    accounts = _accounts_from(row["from"], page)
    if not accounts:
        return "no account rests on this claim"
    wanted = {k: row[k] for k in ("transition", "extent") if k in row}
    right = [a for a in accounts if all(getattr(a, k) == v for k, v in wanted.items())]
    if not right:
        return f"accounts are {[(a.transition, a.extent) for a in accounts]}, not {wanted}"
    if "holder" in row and not any(names_agree(row["holder"], a.holder) for a in right):
        return f"holders are {[a.holder for a in right]}, not {row['holder']}"
    return None


def _accounts_from(words: str, page: GoldenPage) -> list[ControlAccount]:
    ids, state = {c.id for c in claims_at(words, page.record)}, _state(page)
    return [a for a in (state.accounts if state else ()) if ids & set(a.claims)]


def _sides_problem(page: GoldenPage) -> str | None:
    control = page.expected["control_on_date"]
    row = control["compatible_with_all"]
    neutral = {c.id for c in claims_at(row["from"], page.record) if c.control and c.control.transition == row["transition"]}
    if not neutral:
        return "there is no such claim"
    rivals = [a for r in control["accounts"] for a in _accounts_from(r["from"], page)]
    return "it is counted to a side" if any(neutral & set(a.claims) for a in rivals) else None


def _stock_problem(page: GoldenPage) -> str | None:
    found = [t for t in page.view.situation.displacement if t.kind == "stock" and t.population == "idp" and (t.low, t.high) != (None, None)]
    return f"stocks derived: {[(t.low, t.high, t.method) for t in found]}" if found else None


def _refugee_problem(row: Row, page: GoldenPage) -> str | None:
    refugees = [t for t in page.view.situation.displacement if t.kind == "stock" and t.population == "refugee"]
    right = [t for t in refugees if (t.low, t.high) == (row["low"], row["high"]) and any(row["place"] in p for p in t.places)]
    return None if right else f"stocks of refugees are {[(t.places, t.low, t.high) for t in refugees]}"


def _counted_problem(words: str, page: GoldenPage) -> str | None:
    spans = spans_of(words, page.record.text)
    ids = {c.id for c in page.record.claims for f in c.figures if any(overlaps(f.span, s) for s in spans)}
    found = [t.method for t in all_totals(page.view.situation) if ids & set(t.claims)]
    return f"counted: {found}" if found else None


def undated_expectations(expected: Row) -> Iterator[Expectation[GoldenPage]]:
    """The page read with no date: candidates with reasons, no day, no time resolved."""
    row = expected["without_date"]
    for name, check in _UNDATED.items():
        yield Expectation(f"without date: {name}", True, partial(check, row))


def _candidates_problem(row: Row, page: GoldenPage) -> str | None:
    dates = [c.date for c in page.undated.published.candidates]
    return None if dates == row["candidates"] else f"candidates are {[str(d) for d in dates]}"


def _reasons_problem(row: Row, page: GoldenPage) -> str | None:
    found = page.undated.published.candidates
    return None if found and all(c.why for c in found) else "a reason is missing"


def _basis_problem(row: Row, page: GoldenPage) -> str | None:
    return f"basis is {page.undated.published.basis}" if page.undated.published.basis in row["basis_not"] else None


def _resolved_problem(row: Row, page: GoldenPage) -> str | None:
    days = {page.undated.published.start, page.undated.published.end, page.undated.published.day}
    return None if days == {row["published"]} else f"resolved to {days}"


def _times_problem(row: Row, page: GoldenPage) -> str | None:
    times = [c.time.text for c in page.undated.claims if c.time != row["all_claim_times"] and c.time]
    return f"times resolved: {times}" if times else None


_UNDATED: dict[str, Callable[[Row, GoldenPage], str | None]] = {
    "the candidates are the years in which day and weekday meet": _candidates_problem,
    "every candidate has its reason": _reasons_problem,
    "the basis is no printed or given date": _basis_problem,
    "no day is resolved": _resolved_problem,
    "no claim has a time": _times_problem,
}
