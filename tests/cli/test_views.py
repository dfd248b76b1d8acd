"""The working views: RECORD.md's fields as JSON Lines, a table for people, and a word where there is nothing."""

import pytest

from sayso.store.ledger import Ledger

FIELDS = {
    "control": ["place", "as_of", "label", "accounts"],
    "figures": ["measure", "kind", "population", "period", "places", "low", "high", "method", "claims", "left_out"],
    "events": ["event_id", "event", "places", "time", "claims", "accounts", "contradictions", "updates"],
    "claims": ["claim_id", "event"],
    "places": ["place", "place_id"],
}


@pytest.mark.parametrize(("view", "fields"), FIELDS.items(), ids=FIELDS)
def test_a_row_a_line_with_the_fields_of_the_contract_first(run, ledger, view, fields):
    outcome = run(view, "--ledger", ledger)
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.rows
    assert {tuple(row)[: len(fields)] for row in outcome.rows} == {tuple(fields)}


@pytest.mark.parametrize("view", FIELDS)
def test_tables_say_that_nobody_has_reviewed_them(run, ledger, view):
    outcome = run(view, "--ledger", ledger, "--format", "table")
    assert outcome.out.startswith(f"{view.capitalize()} as of 2020-01-29: machine reading, unreviewed")
    assert max(map(len, outcome.out.splitlines())) <= 80


def test_the_ledger_may_be_a_setting(run, ledger, monkeypatch):
    named = run("claims", "--ledger", ledger).out
    monkeypatch.setenv("SAYSO_LEDGER", str(ledger))
    assert run("claims").out == named


def test_a_day_before_the_later_reports_knows_less(run, ledger):
    earlier, later = (run("claims", "--ledger", ledger, "--on", day).rows for day in ("2020-01-28", "2020-01-29"))
    assert {row["title"] for row in earlier} == {"Shelling drives families from Ariha"}
    assert len(later) > len(earlier)


def test_control_tells_holder_and_source(run, ledger):
    (row,) = run("control", "--ledger", ledger).rows
    assert (row["place"], row["as_of"]) == ("Ariha", "2020-01-29")
    assert [(a["holder"], a["transition"]) for a in row["accounts"]] == [("Syrian government forces", "captured")]


def test_nothing_to_show_is_told(run, ledger):
    outcome = run("events", "--ledger", ledger, "--on", "2019-01-01", "--format", "table")
    assert (outcome.status, outcome.out) == (0, "")
    assert outcome.err == "sayso: no events by 2019-01-01; look at another day with --on DATE\n"


def test_an_empty_ledger_says_how_to_fill_it(run, tmp_path):
    Ledger.open(tmp_path / "new.sqlite", write=True).close()
    outcome = run("claims", "--ledger", "new.sqlite")
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err == "sayso: new.sqlite holds no reports yet; read some: sayso read INPUT --ledger new.sqlite\n"


def test_reports_without_a_date_need_a_day(run, small_gazetteer_path, tmp_path):
    (tmp_path / "undated.txt").write_text("Two people were killed in Ariha.\n", encoding="utf8")
    run("read", "undated.txt", "--ledger", "my.sqlite", "--gazetteer", small_gazetteer_path)
    outcome = run("control", "--ledger", "my.sqlite")
    assert outcome.status == 2
    assert "name the day to look at: --on DATE" in outcome.err
    assert run("claims", "--ledger", "my.sqlite", "--on", "2020-01-28").rows


def test_a_table_of_household_sizes_turns_families_into_people(run, small_gazetteer_path, tmp_path, monkeypatch):
    (tmp_path / "flight.txt").write_text("About 300 families fled Ariha on Sunday, the council said.\n", encoding="utf8")
    (tmp_path / "sizes.csv").write_text("country,admin1,people,source\nSY,,5,Census 2010\n")
    run("read", "flight.txt", "--ledger", "my.sqlite", "--published", "2020-01-28", "--gazetteer", small_gazetteer_path)
    assert [row["low"] for row in run("figures", "--ledger", "my.sqlite").rows] == [None]
    monkeypatch.setenv("SAYSO_HOUSEHOLDS", "sizes.csv")
    assert [row["low"] for row in run("figures", "--ledger", "my.sqlite").rows] == [1_500]
    (tmp_path / "sizes.csv").write_text("country,people\n")
    outcome = run("figures", "--ledger", "my.sqlite")
    assert (outcome.status, outcome.out) == (2, "")
    assert "sizes.csv has no column source" in outcome.err
