"""The `claims` of a golden page, each met by one claim of the record and no claim meeting two."""

from collections.abc import Iterator
from functools import cache, partial

from sayso.model.claims import Claim
from sayso.model.records import Record
from sayso.model.situation import Situation
from sayso.model.vocabulary import EVENT_CLASSES
from tests.expectations.claim_fields import claim_problems
from tests.expectations.expectation import Expectation, Row
from tests.expectations.figures import all_totals
from tests.expectations.page import GoldenPage
from tests.expectations.wording import overlaps, spans_of


def claim_expectations(expected: Row) -> Iterator[Expectation[GoldenPage]]:
    """One expectation a claim."""
    for i, row in enumerate(expected["claims"]):
        name = f"claim: {row['event']}: {row['evidence_contains']}"
        yield Expectation(name, bool(row.get("must")), partial(_claim_problem, i))


def _claim_problem(item: int, page: GoldenPage) -> str | None:
    row = page.expected["claims"][item]
    claim = share_out_claims(page).get(item)
    return _counted_problem(row, claim, page.view.situation) if claim else _why_unmet(row, page)


@cache
def share_out_claims(page: GoldenPage) -> dict[int, Claim]:
    """Give each expectation a right claim of its own, so that as many as can be are met, the required ones first."""
    rows: list[Row] = page.expected["claims"]
    order = sorted(range(len(rows)), key=lambda i: (not rows[i].get("must"), i))
    return pair_up({i: _right_claims(rows[i], page) for i in order})


def _right_claims(row: Row, page: GoldenPage) -> list[Claim]:
    return [c for c in candidates_of(row, page.record) if not claim_problems(row, c, page.gazetteer)]


def candidates_of(row: Row, record: Record) -> list[Claim]:
    """Claims of the class whose span overlaps the literal, at any place where it stands."""
    classes = {row["event"], *row.get("event_also", ())}
    spans = spans_of(row["evidence_contains"], record.text)
    return [c for c in record.claims if c.event in classes and any(overlaps((c.start, c.end), s) for s in spans)]


def pair_up(right: dict[int, list[Claim]]) -> dict[int, Claim]:
    """A claim for every item where that can be, no claim for two (augmenting paths)."""
    owner: dict[str, int] = {}
    claims = {c.id: c for found in right.values() for c in found}

    def place(item: int, tried: set[str]) -> bool:
        for claim in right[item]:
            if claim.id not in tried:
                tried.add(claim.id)
                if claim.id not in owner or place(owner[claim.id], tried):
                    owner[claim.id] = item
                    return True
        return False

    for item in right:
        place(item, set())
    return {item: claims[claim_id] for claim_id, item in owner.items()}


def _why_unmet(row: Row, page: GoldenPage) -> str:
    candidates = candidates_of(row, page.record)
    if not candidates:
        others = candidates_of({**row, "event_also": EVENT_CLASSES}, page.record)
        return f"no claim of this class overlaps these words, but {[f'{c.event}: {c.evidence}' for c in others]}"
    least = min((claim_problems(row, c, page.gazetteer) for c in candidates), key=len)
    return "; ".join(least) or "its claim answers another expectation, and one may answer one only"


def _counted_problem(row: Row, claim: Claim, situation: Situation) -> str | None:
    if not row.get("never_counted"):
        return None
    found = [t.method for t in all_totals(situation) if claim.id in t.claims]
    return f"counted in a total: {found}" if found else None
