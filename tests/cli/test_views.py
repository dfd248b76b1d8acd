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


@pytest.mark.parametrize("view", ["claims", "events", "control", "figures"])
def test_a_country_alone_is_shown_by_name_or_code(run, ledger, view):
    named, coded = (run(view, "--ledger", ledger, "--country", country) for country in ("Syria", "sy"))
    assert (named.status, named.err) == (0, "")
    assert named.rows
    assert named.out == coded.out
    assert {str(row) for row in named.rows} <= {str(row) for row in run(view, "--ledger", ledger).rows}
    table = run(view, "--ledger", ledger, "--country", "Syria", "--format", "table").out
    assert table.startswith(f"{view.capitalize()} in SY, by reports from 2019-11-01 on as of 2020-01-29")
    assert max(map(len, table.splitlines())) <= 80


WRONG = {
    "no country": (["--country", "Atlantis"], "'Atlantis' is no country"),
    "nothing there": (["--country", "MM"], "no claim names a place in MM; countries with the most claims: SY"),
    "days of all": (["--days", "7"], "--days goes with --country"),
    "no days": (["--country", "SY", "--days", "0"], "Invalid value for '--days'"),
    "too few days": (["--country", "SY", "--days", "27"], "sums the killed of 28 days: take as many days at least, --days 28"),
    "an earlier moment": (["--country", "SY", "--known", "2020-01-28"], "a country alone is shown as it is known now"),
    "a day before all": (["--country", "SY", "--on", "2011-01-01"], "no claim published in the 90 days to 2011-01-01"),
}


@pytest.mark.parametrize(("asked", "told"), WRONG.values(), ids=WRONG)
def test_what_cannot_be_shown_of_a_country_is_told(run, ledger, asked, told):
    outcome = run("control", "--ledger", ledger, *asked)
    assert (outcome.status, outcome.out) == (2, "")
    assert told in outcome.err


def test_looking_files_what_was_not_filed_and_tells_the_same(run, ledger):
    before = {view: run(view, "--ledger", ledger).out for view in ("events", "control")}
    with Ledger.open(ledger, write=True) as opened, opened.filing() as shelf:
        shelf.begin("another version")
        assert not shelf.is_settled()
    assert run("events", "--ledger", ledger).out == before["events"]
    with Ledger.open(ledger) as opened, opened.filed() as shelf:
        assert shelf.is_settled()
    assert run("control", "--ledger", ledger).out == before["control"]


def test_a_ledger_that_may_not_be_written_to_is_looked_at_all_the_same(run, ledger):
    before = run("events", "--ledger", ledger).out
    with Ledger.open(ledger, write=True) as opened, opened.filing() as shelf:
        shelf.begin("another version")
        assert run("events", "--ledger", ledger).out == before, "while another program writes to it"
