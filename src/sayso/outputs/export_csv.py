"""Claims and events as CSV (RFC 4180, a header line, UTF-8), safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Sequence

from sayso.model.events import Event
from sayso.outputs.protection import ProtectedView
from sayso.outputs.rows import CLAIM_FIELDS, Row, claim_order, event_order, published_claim_row
from sayso.outputs.wording import tell_place

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""Characters that make a spreadsheet take a cell for a formula (OWASP, CSV injection), in both widths."""

EVENT_COLUMNS = (
    "event_id", "event", "start", "end", "time_basis", "places", "country", "admin1", "claims", "accounts", "sources",
    "contradictions", "updates", "review",
)  # fmt: skip


def write_claims_csv(protected: ProtectedView) -> str:
    """One line a claim; `evidence_is` says whether the words are the report's own, `review` that nobody has checked them."""
    rows = [published_claim_row(filed, protected) for filed in sorted(protected.view.claims, key=claim_order)]
    return write_table((*CLAIM_FIELDS, "evidence_is"), rows)


def write_events_csv(protected: ProtectedView) -> str:
    """One line an event; accounts stand in one cell, each with its claimants, parted by a vertical bar."""
    return write_table(
        EVENT_COLUMNS, [_event_row(e) | {"review": protected.status} for e in sorted(protected.view.events, key=event_order)]
    )


def write_table(fields: Sequence[str], rows: Sequence[Row]) -> str:
    """Rows as CSV; words that a spreadsheet would run as a formula get an apostrophe in front."""
    out = io.StringIO()
    writer = csv.DictWriter(out, fields, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({field: neutralise_cell(row[field]) for field in fields} for row in rows)
    return out.getvalue()


def neutralise_cell(value: object) -> object:
    """A cell that no spreadsheet takes for a formula; numbers stay numbers.

    >>> neutralise_cell("=1+1"), neutralise_cell(" @x"), neutralise_cell(-3), neutralise_cell("3-4 people"), neutralise_cell(None)
    ("'=1+1", "' @x", -3, '3-4 people', '')
    """
    if value is None:
        return ""
    if not isinstance(value, str):
        return value
    value = value.replace("\x00", "")
    first = value.lstrip(" \n\u00a0\ufeff")[:1]
    return f"'{value}" if first in FORMULA_SIGNS and first else value


def _event_row(event: Event) -> Row:
    where = event.places[0] if event.places else None
    return {
        "event_id": event.event_id,
        "event": event.event,
        "start": event.time.start,
        "end": event.time.end,
        "time_basis": event.time.basis,
        "places": "; ".join(tell_place(p) for p in event.places),
        "country": where.country if where else None,
        "admin1": where.admin1 if where else None,
        "claims": "; ".join(event.claims),
        "accounts": " | ".join(f"{a.says} [{'; '.join(a.sources)}]" for a in event.accounts),
        "sources": "; ".join(dict.fromkeys(s for a in event.accounts for s in a.sources)),
        "contradictions": " | ".join(f"{c.issue}: {c.why}" for c in event.contradictions),
        "updates": " | ".join(f"{u.kind}: {u.why}" for u in event.updates),
    }
