"""CSV opens in a spreadsheet without running anything, and keeps every cell."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from sayso.model.views import LedgerView
from sayso.outputs.export_csv import EVENT_COLUMNS, FORMULA_SIGNS, neutralise_cell, write_table
from sayso.outputs.exports import export_view
from sayso.outputs.rows import CLAIM_FIELDS


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_claims_have_the_fields_of_a_claim_row(idlib_view: LedgerView) -> None:
    rows = read(export_view(idlib_view, "csv", "claims", "public"))
    assert tuple(rows[0]) == (*CLAIM_FIELDS, "evidence_is")
    by_id = {row["claim_id"]: row for row in rows}
    assert (by_id["c04"]["low"], by_id["c04"]["claimant"]) == ("120000", "Syrian Observatory for Human Rights")
    assert (by_id["c06"]["evidence_is"], by_id["c01"]["evidence_is"]) == ("other words", "quotation")
    assert {row["review"] for row in rows} == {"Machine reading, unreviewed"}


def test_events_keep_rival_accounts_in_their_cell(idlib_view: LedgerView) -> None:
    rows = {row["event_id"]: row for row in read(export_view(idlib_view, "csv", "events", "public"))}
    assert tuple(rows["e1"]) == EVENT_COLUMNS
    assert " | fighting goes on [National Front for Liberation]" in rows["e1"]["accounts"]
    assert rows["e1"]["contradictions"].startswith("who holds it: ")


def test_a_formula_in_the_words_is_disarmed(idlib_view: LedgerView) -> None:
    rows = {row["claim_id"]: row for row in read(export_view(idlib_view, "csv", "claims", "public"))}
    assert rows["c16"]["evidence"].startswith("'=HYPERLINK(")


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_no_cell_opens_with_a_formula_and_none_is_lost(words: str) -> None:
    (row,) = read(write_table(("words",), [{"words": words}])) or [{"words": ""}]
    assert not row["words"].lstrip(" ").startswith(FORMULA_SIGNS)
    assert row["words"].removeprefix("'") in (words.replace("\x00", ""), words.replace("\x00", "").removeprefix("'"))


@given(st.integers() | st.floats(allow_nan=False))
def test_numbers_stay_numbers(number: float) -> None:
    assert neutralise_cell(number) is number
