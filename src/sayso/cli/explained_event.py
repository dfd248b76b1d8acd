"""Why claims stand together as one event: the reasons to merge, the accounts, and where they contradict."""

from collections.abc import Iterator

from rich.table import Table

from sayso.cli.fact_sheet import Fact, lay_out_facts
from sayso.cli.tables import LONGEST_WORDS
from sayso.model.events import Account, Event, EventPlace, FiledClaim
from sayso.model.views import LedgerView
from sayso.outputs.wording import shorten, tell_days, tell_place

_BASIS = {"told": "told in the texts", "published": "no later than the day of publication", "unknown": "no time is told"}


def explain_event(event: Event, view: LedgerView) -> Table:
    """All that is known of an event of this view."""
    filed = {f.claim.id: f for f in view.claims}
    return lay_out_facts(f"Event {event.event_id}: {event.event}", _facts(event, filed))


def _facts(event: Event, filed: dict[str, FiledClaim]) -> Iterator[Fact]:
    yield "Where", [_tell_place(p) for p in event.places] or ["the texts give no place"]
    yield "When", [f"{tell_days(event.time.start, event.time.end)} ({_BASIS[event.time.basis]})"]
    yield "One event", list(event.why) or ["a single claim"]
    for number, account in enumerate(event.accounts, 1):
        yield f"Account {number}", _tell_account(account, filed)
    outside = [c for c in event.claims if not any(c in a.claims for a in event.accounts)]
    yield "No account", [tell_claim(filed[c]) for c in outside if c in filed]
    for dispute in event.contradictions:
        first, second = dispute.accounts
        yield "Contradiction", [f"{dispute.issue}: account {first + 1} against account {second + 1}", dispute.why]
    for update in event.updates:
        yield "Update", [f"{update.kind}: {update.later} after {update.earlier}", update.why]
    reviewed = [f for c in event.claims if (f := filed.get(c)) and f.review]
    yield "Reviewed", [f"{len(reviewed)} of its {len(event.claims)} claims, by people" if reviewed else "none of its claims, by nobody"]


def _tell_place(place: EventPlace) -> str:
    name = tell_place(place)
    within = ", ".join(w for w in (place.admin1, place.country) if w)
    return f"{name} ({within}; {place.place_id or 'not resolved'})" if within else f"{name} ({place.place_id or 'not resolved'})"


def _tell_account(account: Account, filed: dict[str, FiledClaim]) -> list[str]:
    voices = f"{account.says}: on the word of {'; '.join(account.sources)}"
    return [voices, *(tell_claim(filed[c]) for c in account.claims if c in filed)]


def tell_claim(filed: FiledClaim) -> str:
    """A claim on one line: its id, its words, where and when they stood."""
    outlet = filed.article.publisher or "outlet unknown"
    copied = f", copy of {filed.copy_of}" if filed.copy_of else ""
    return f"{filed.claim.id} “{shorten(filed.claim.evidence, LONGEST_WORDS)}” {outlet}, {filed.article.published or 'no date'}{copied}"
