"""Claims and events as JSON Lines: flat rows for publication, or every field for internal use, to be read back."""

from collections.abc import Iterable
from typing import TypeVar

import msgspec

from sayso.model.events import Event, FiledClaim
from sayso.outputs.protection import ProtectedView
from sayso.outputs.rows import Row, claim_order, event_order, event_rows, published_claim_row

T = TypeVar("T")


def write_claims_jsonl(protected: ProtectedView) -> str:
    """One flat row a claim, with whether its words are a quotation and that nobody has checked it."""
    return _lines(published_claim_row(f, protected) for f in sorted(protected.view.claims, key=claim_order))


def write_events_jsonl(protected: ProtectedView) -> str:
    """One row an event in the fields of RECORD.md, and that nobody has checked it."""
    return _lines(row | {"review": protected.status} for row in event_rows(protected.view))


def write_claims_lossless(protected: ProtectedView) -> str:
    """One filed claim a line with all its fields and its article's; `read_claims` gives equal objects back."""
    return _lines(f for f in sorted(protected.view.claims, key=claim_order))


def write_events_lossless(protected: ProtectedView) -> str:
    """One event a line with all its fields; `read_events` gives equal objects back."""
    return _lines(e for e in sorted(protected.view.events, key=event_order))


def read_claims(text: str) -> tuple[FiledClaim, ...]:
    """Filed claims from the lines that `write_claims_lossless` wrote."""
    return _read(text, FiledClaim)


def read_events(text: str) -> tuple[Event, ...]:
    """Events from the lines that `write_events_lossless` wrote."""
    return _read(text, Event)


def _lines(things: Iterable[Row | FiledClaim | Event]) -> str:
    return "".join(msgspec.json.encode(thing).decode() + "\n" for thing in things)


def _read(text: str, kind: type[T]) -> tuple[T, ...]:
    return tuple(msgspec.json.decode(line, type=kind) for line in text.split("\n") if line)
