"""The formats in which claims and events leave the house; all pass protection unless the internal form is asked for."""

from collections.abc import Callable
from typing import Literal, TypeAlias

from sayso.model.views import LedgerView
from sayso.outputs.export_csv import write_claims_csv, write_events_csv
from sayso.outputs.export_geojson import write_claims_geojson, write_events_geojson
from sayso.outputs.export_jsonl import write_claims_jsonl, write_claims_lossless, write_events_jsonl, write_events_lossless
from sayso.outputs.protection import ProtectedView, protect

What = Literal["claims", "events"]

Writer: TypeAlias = Callable[[ProtectedView], str]

EXPORTS: dict[str, dict[What, Writer]] = {
    "csv": {"claims": write_claims_csv, "events": write_events_csv},
    "geojson": {"claims": write_claims_geojson, "events": write_events_geojson},
    "jsonl": {"claims": write_claims_jsonl, "events": write_events_jsonl},
}
"""Formats by name; to add one, write a module and a row here."""

INTERNAL: dict[str, dict[What, Writer]] = EXPORTS | {"jsonl": {"claims": write_claims_lossless, "events": write_events_lossless}}
"""The same formats for internal use; JSON Lines then hold every field and can be read back."""


def export_view(view: LedgerView, export_format: str, what: What, *, internal: bool = False) -> str:
    """Claims or events of a view in a format of `EXPORTS`; `internal` leaves protection out: names stand in what comes."""
    if internal:
        return INTERNAL[export_format][what](ProtectedView(view=view, retold=frozenset(), kept_back=()))
    return EXPORTS[export_format][what](protect(view))
