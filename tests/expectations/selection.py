"""Claims of a record chosen by what they hold, not by their words."""

from sayso.model.claims import Claim
from sayso.model.records import Record
from sayso.model.views import LedgerView
from tests.expectations.figures import all_totals


def claims_of(record: Record, *classes: str, low: int | None = None) -> list[Claim]:
    """Claims of these classes; with `low`, those that have a figure with this lower bound."""
    found = [c for c in record.claims if c.event in classes]
    return [c for c in found if any(f.low == low for f in c.figures)] if low is not None else found


def the_claim(claims: list[Claim]) -> Claim:
    """The first claim; that there is one is part of the test."""
    assert claims, "no such claim was read"
    return claims[0]


def counted(view: LedgerView) -> set[str]:
    """Ids of the claims that any total counts."""
    return {c for t in all_totals(view.situation) for c in t.claims}


def roles(claim: Claim) -> dict[str, str]:
    """What part each place plays, by its words; a relation counts as one."""
    return {p.text: p.role if p.role != "at" else p.relation or "at" for p in claim.places}
