"""Why a total has its range and a place its holder: the method, the claims in their words, and what was left out."""

from collections.abc import Iterable, Iterator

from rich.table import Table

from sayso.cli.explained_event import tell_claim
from sayso.cli.fact_sheet import Fact, lay_out_facts
from sayso.model.events import FiledClaim
from sayso.model.situation import ControlAccount, ControlState, Total
from sayso.model.views import LedgerView
from sayso.outputs.wording import tell_days, tell_figure, tell_range, tell_review

Filed = dict[str, FiledClaim]


def explain_total(total: Total, view: LedgerView) -> Table:
    """All that is known of a total of this view."""
    kind = ", ".join(w for w in (total.kind, total.population, total.counts) if w and w != "unknown")
    what = f"{total.measure.replace('_', ' ')}{f' ({kind})' if kind else ''}"
    title = f"Total {total.total_id}: {what}, {tell_range(total.low, total.high)}"
    return lay_out_facts(title, _total_facts(total, view, _filed_of(view)))


def explain_control(state: ControlState, view: LedgerView) -> Table:
    """All that is known of who holds a place of this view."""
    holders = f" {' or '.join(state.holders)}" if state.label == "held by" and state.holders else ""
    return lay_out_facts(f"Place {state.control_id}: {state.place}, {state.label}{holders}", _control_facts(state, view, _filed_of(view)))


def _total_facts(total: Total, view: LedgerView, filed: Filed) -> Iterator[Fact]:
    yield "Range", [f"{tell_range(total.low, total.high)} {total.unit if total.unit != 'other' else ''}".strip()]
    yield "Where", ["; ".join(total.places) or "the texts give no place"]
    yield "From", ["; ".join(total.origins)]
    yield "To", ["; ".join(total.destinations)]
    yield "When", [tell_days(total.period.start, total.period.end)]
    yield "Method", total.method.split("; ")
    yield "Event", [total.event_id or ""]
    yield "On the word of", ["; ".join(total.sources)]
    for claim in total.claims:
        yield "Counted", _tell_counted(claim, total, filed)
    for left in total.left_out:
        yield "Left out", [left.why, tell_claim(filed[left.claim]) if left.claim in filed else left.claim]
    yield "Reviewed", [_tell_review((*total.claims, *(x.claim for x in total.left_out)), filed)]
    yield "As of", [str(view.as_of)]


def _tell_counted(claim: str, total: Total, filed: Filed) -> list[str]:
    """A claim that counts: what it tells of the measure, on whose word, in which words."""
    if claim not in filed:
        return [claim]
    one = filed[claim]
    told = [tell_figure(f) for f in one.claim.figures if f.measure == total.measure]
    return [f"{'; '.join(told) or 'no figure of this measure'}: {one.claimant}", tell_claim(one)]


def _control_facts(state: ControlState, view: LedgerView, filed: Filed) -> Iterator[Fact]:
    point = f"{state.lat:.4f}, {state.lon:.4f}" if state.lat is not None and state.lon is not None else "no point"
    yield "Where", [f"{state.place} ({state.place_id or 'not resolved'}), {point}"]
    yield "Label", [state.label]
    why, *aside = (state.why or "").split("; set aside: ")
    yield "Why", [why]
    for number, account in enumerate(state.accounts, 1):
        yield f"Account {number}", _tell_account(account, filed)
    for sentence in aside:
        yield "Set aside", [sentence]
    yield "Reviewed", [_tell_review((c for a in state.accounts for c in a.claims), filed)]
    yield "As of", [str(view.as_of)]


def _tell_account(account: ControlAccount, filed: Filed) -> list[str]:
    told = account.says or account.holder or "no holder named"
    since = f", since {account.since}" if account.since else ""
    return [f"{told}{since}: on the word of {'; '.join(account.sources)}", *(tell_claim(filed[c]) for c in account.claims if c in filed)]


def _tell_review(claims: Iterable[str], filed: Filed) -> str:
    told = tell_review([filed[c] for c in dict.fromkeys(claims) if c in filed])
    return told[:1].lower() + told[1:]


def _filed_of(view: LedgerView) -> Filed:
    return {f.claim.id: f for f in (*view.claims, *view.rejected)}
