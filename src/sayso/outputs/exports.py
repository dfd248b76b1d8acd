"""The formats in which claims and events leave the house, all of them through protection."""

from collections.abc import Callable
from typing import Literal, TypeAlias

from sayso.model.views import LedgerView
from sayso.model.vocabulary import Handling
from sayso.outputs.export_csv import write_claims_csv, write_events_csv
from sayso.outputs.export_geojson import write_claims_geojson, write_events_geojson
from sayso.outputs.export_jsonl import write_claims_jsonl, write_claims_lossless, write_events_jsonl, write_events_lossless
from sayso.outputs.export_labels import write_labels
from sayso.outputs.protection import ProtectedView, protect

What = Literal["claims", "events"]

Writer: TypeAlias = Callable[[ProtectedView], str]

EXPORTS: dict[str, dict[What, Writer]] = {
    "csv": {"claims": write_claims_csv, "events": write_events_csv},
    "geojson": {"claims": write_claims_geojson, "events": write_events_geojson},
    "jsonl": {"claims": write_claims_jsonl, "events": write_events_jsonl},
    "labels": {"claims": write_labels},
}
"""Formats by name; to add one, write a module and a row here."""

INTERNAL: dict[str, dict[What, Writer]] = EXPORTS | {"jsonl": {"claims": write_claims_lossless, "events": write_events_lossless}}
"""The same formats for internal use; JSON Lines then hold every field and can be read back."""


def export_view(view: LedgerView, export_format: str, what: What, audience: Handling) -> str:
    """Claims or events of a view in a format of `EXPORTS`; names stand in what is written for any audience but the public."""
    formats = EXPORTS if audience == "public" else INTERNAL
    return formats[export_format][what](protect(view, audience))
