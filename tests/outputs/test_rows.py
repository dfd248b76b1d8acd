"""Rows keep RECORD.md's fields in its order, and their order does not depend on the order of what came in."""

import msgspec

from sayso.model.views import LedgerView
from sayso.outputs.rows import CLAIM_FIELDS, claim_rows, control_rows, event_rows, figure_rows, place_rows


def test_control_rows_open_with_the_fields_of_the_record(idlib_view: LedgerView) -> None:
    (row,) = control_rows(idlib_view)
    assert list(row)[:4] == ["place", "as_of", "label", "accounts"]
    assert (row["place"], row["as_of"], row["label"]) == ("Maarat al-Numan", "2020-01-30", "disputed between accounts")
    assert [a["holder"] for a in row["accounts"]] == ["Syrian government forces", None]
    assert {"holder", "transition", "extent", "claims", "sources"} <= row["accounts"][0].keys()


def test_figure_rows_hold_every_total_with_what_it_leaves_out(idlib_view: LedgerView) -> None:
    rows = figure_rows(idlib_view)
    assert list(rows[0])[:10] == ["measure", "kind", "population", "period", "places", "low", "high", "method", "claims", "left_out"]
    assert rows[0]["left_out"][0] == {"claim": "c12", "why": "“dozens” is no number; Nahda camp"}
    situation = idlib_view.situation
    assert len(rows) == len(situation.displacement) + len(situation.casualties) + len(situation.other_totals)


def test_event_rows_open_with_the_fields_of_the_record(idlib_view: LedgerView) -> None:
    rows = event_rows(idlib_view)
    assert list(rows[0])[:8] == ["event_id", "event", "places", "time", "claims", "accounts", "contradictions", "updates"]
    assert {row["event_id"] for row in rows} == {event.event_id for event in idlib_view.events}


def test_a_claim_row_is_flat_and_tells_no_number_that_words_made(idlib_view: LedgerView) -> None:
    rows = {row["claim_id"]: row for row in claim_rows(idlib_view)}
    assert all(tuple(row) == CLAIM_FIELDS for row in rows.values())
    assert all(isinstance(value, str | int | float | bool | None) for row in rows.values() for value in row.values())
    assert rows["c12"]["low"] is None
    assert rows["c12"]["figures"] == "“dozens” displaced (households)"
    assert rows["c04"]["low"] == 120_000
    assert rows["c02"]["place"] == "western outskirts of Maarat al-Numan"
    assert rows["c01"]["claimant"] == "Syrian Observatory for Human Rights"


def test_place_rows_gather_the_spellings_and_claims_of_a_place(idlib_view: LedgerView) -> None:
    rows = {row["place"]: row for row in place_rows(idlib_view)}
    assert rows["Maarat al-Numan"]["claims"] == ["c01", "c02", "c03"]
    assert rows["Maarat al-Numan"]["relations"] == ["western outskirts"]


def test_the_order_of_claims_and_events_does_not_matter(idlib_view: LedgerView) -> None:
    turned = msgspec.structs.replace(idlib_view, claims=idlib_view.claims[::-1], events=idlib_view.events[::-1])
    for make in (claim_rows, event_rows, control_rows, place_rows):
        assert make(turned) == make(idlib_view)
