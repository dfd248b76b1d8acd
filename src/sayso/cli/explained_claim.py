"""Why a claim stands in the ledger: its words, who says it, what they were read as, and by which rules."""

from collections.abc import Iterator

from rich.table import Table

from sayso.cli.fact_sheet import Fact, lay_out_facts
from sayso.cli.tables import SOURCE_KINDS
from sayso.model.claims import Claim, ClaimPlace
from sayso.model.events import Event, FiledClaim
from sayso.model.records import Record
from sayso.model.views import LedgerView
from sayso.outputs.wording import tell_days, tell_figure, tell_place
from sayso.reviews.fields import changed_fields

DATE_PRECISION = {1: "to the day", 2: "within 2 to 6 days", 3: "to the week", 4: "to the month", 5: "to the year"}
"""UCDP's date_prec in words."""


def explain_claim(claim_id: str, record: Record, view: LedgerView) -> Table:
    """All that is known of a claim of this record."""
    filed = next((f for f in (*view.claims, *view.rejected) if f.claim.id == claim_id), None)
    claim = filed.claim if filed else next(c for c in record.claims if c.id == claim_id)
    event = next((e for e in view.events if claim_id in e.claims), None)
    return lay_out_facts(f"Claim {claim.id}: {_tell_kind(claim)}", _facts(claim, record, event, view, filed))


def _facts(claim: Claim, record: Record, event: Event | None, view: LedgerView, filed: FiledClaim | None) -> Iterator[Fact]:
    yield "Words", [f"“{claim.evidence}”"]
    yield "Read in", [record.title or record.article_id, _tell_outlet(record), record.url or "", f"characters {claim.start} to {claim.end}"]
    yield "Who says it", _tell_source(claim)
    yield "When", _tell_time(claim)
    for place in claim.places:
        yield f"Where ({place.role})", _tell_resolution(place)
    yield "Parties", [f"{a.role}: {a.name} (“{a.text}”)" for a in claim.actors]
    yield "How many", [f"{tell_figure(f)} (“{f.text}”{', by convention' if f.assumed else ''})" for f in claim.figures]
    if claim.control:
        yield "Control", [f"{claim.control.transition} by {claim.control.holder or 'nobody named'}, extent {claim.control.extent}"]
    yield "Why", [f"score {claim.score:.2f}", *claim.why]
    yield "Event", _tell_event(claim, event)
    yield "Read by", [f"{record.read_by.reader}; gazetteer {record.read_by.gazetteer}"]
    yield "Not current", [] if filed else [f"not part of the picture of {view.as_of}: see --on, or read the report again"]
    yield "Reviewed", _tell_review(filed)
    yield "Graded", _tell_grades(filed) if filed else []


def _tell_review(filed: FiledClaim | None) -> list[str]:
    """What people say of the claim, and what the machine had."""
    review = filed.review if filed else None
    if filed is None or review is None:
        return ["by nobody: machine reading"]
    changed = changed_fields(review.machine, filed.claim) if review.machine else ()
    return [
        f"{review.label} by {', '.join(review.by)}, {review.at[:16].replace('T', ' ')} UTC ({', '.join(review.entries)})",
        review.why,
        f"reviewers disagree on: {', '.join(review.disputed)}; there the machine's reading stands" if review.disputed else "",
        *(f"{field}: the machine read {was}" for field, was, _ in changed),
    ]


def _tell_grades(filed: FiledClaim) -> list[str]:
    return [
        f"source {filed.grade} (Admiralty)" if filed.grade else "",
        f"credibility {filed.credibility} (Admiralty)" if filed.credibility else "",
    ]


def _tell_kind(claim: Claim) -> str:
    denied = f" ({claim.denies})" if claim.denies else ""
    return ", ".join(w for w in (claim.event, claim.acled_sub_event, claim.status + denied, "hedged" if claim.hedged else "") if w)


def _tell_outlet(record: Record) -> str:
    day = record.published.day
    dated = f"{day} ({record.published.basis})" if day else f"date unknown: {record.published.why or 'none is printed'}"
    return f"{record.publisher or 'outlet unknown'}, {dated}"


def _tell_source(claim: Claim) -> list[str]:
    source = claim.source
    if source is None:
        return ["the outlet, in its own voice"]
    chain = f"by way of {' < '.join(source.chain)}" if len(source.chain) > 1 else ""
    what = SOURCE_KINDS.get(source.kind, source.kind) + (f", {source.detail.replace('_', ' ')}" if source.detail else "")
    stake = {True: "a party to it", False: "another party's voice", None: ""}[source.interested]
    return [f"{source.name} ({what}), written “{source.text}”", chain, stake]


def _tell_time(claim: Claim) -> list[str]:
    if claim.time is None:
        return ["the text gives no time for it"]
    return [f"{tell_days(claim.time.start, claim.time.end)} ({DATE_PRECISION[claim.time.precision]}), written “{claim.time.text}”"]


def _tell_resolution(place: ClaimPlace) -> list[str]:
    """How a place resolved, with the runners-up."""
    written = f"{tell_place(place)}, written “{place.text}”"
    if place.place_id is None:
        return [written, f"not resolved: {place.why or 'the gazetteer has no such name'}"]
    within = ", ".join(w for w in (place.admin1, place.country) if w)
    point = f"{place.lat:.4f}, {place.lon:.4f}" if place.lat is not None and place.lon is not None else "no point"
    others = [f"not {o.name} ({o.place_id}), score {o.score:.2f}" for o in place.others]
    return [written, f"{place.place_id}: {within}; {point}; score {place.score:.2f}", place.why or "", *others]


def _tell_event(claim: Claim, event: Event | None) -> list[str]:
    if event is None:
        return []
    account = next((a.says for a in event.accounts if claim.id in a.claims), "")
    others = len(event.claims) - 1
    return [f"{event.event_id}, with {others} other claim{'' if others == 1 else 's'}", f"account: {account}" if account else ""]
