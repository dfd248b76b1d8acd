"""`sayso read`: a record for every input, an exit status that tells, nothing half-written."""

import datetime as dt
import io
import sys
from pathlib import Path

import msgspec
import pytest

from sayso.filing.articles import put_in
from sayso.model.records import Record
from sayso.store.ledger import Ledger


@pytest.fixture
def read(run, small_gazetteer_path):
    return lambda *arguments: run("read", *arguments, "--gazetteer", small_gazetteer_path)


def test_a_folder_gives_a_record_a_line_with_claims_whose_words_are_those_of_the_text(read, pages):
    outcome = read(pages)
    records = [msgspec.json.decode(line, type=Record) for line in outcome.out.splitlines()]
    assert (outcome.status, outcome.err) == (0, "")
    assert [r.outcome for r in records] == ["read"] * 3
    claims = [(r, c) for r in records for c in r.claims]
    assert {c.event for _, c in claims} >= {"displacement", "control", "strike"}
    assert all(r.text[c.start : c.end] == c.evidence for r, c in claims)


def test_the_same_input_gives_the_same_bytes(read, pages):
    assert read(pages).out == read(pages).out


def test_what_the_page_does_not_say_is_settled_by_options(read, pages):
    for row in read(pages / "toll.txt", "--published", "2020-02-01", "--publisher", "The Example").rows:
        assert (row["published"]["start"], row["published"]["basis"], row["publisher"]) == ("2020-02-01", "given", "The Example")


@pytest.mark.parametrize("content", ["Two people were killed in Ariha.", "<html><body><article><p>Two people were killed in Ariha.</p></article></body></html>", '{"article_id": "7", "text": "Two people were killed in Ariha."}'])
def test_standard_input_is_read_whatever_it_holds(read, monkeypatch, content):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
    outcome = read("-")
    assert outcome.status == 0
    assert [[c["event"] for c in row["claims"]] for row in outcome.rows] == [["casualties"]] or outcome.rows[0]["text"]


def test_an_input_that_cannot_be_read_is_told_and_the_batch_goes_on(read, pages):
    outcome = read("nowhere.html", pages / "toll.txt")
    assert outcome.status == 1
    assert [row["outcome"] for row in outcome.rows] == ["not_read", "read"]
    assert outcome.err.startswith("sayso: not read: nowhere.html: cannot be opened")
    assert outcome.err.count("\n") == 1


def test_many_that_cannot_be_read_are_told_in_few_lines(read):
    outcome = read(*(f"nowhere{n}" for n in range(50)))
    assert len(outcome.rows) == 50
    assert outcome.err.splitlines()[-1] == "sayso: not read: and 30 more"
    assert outcome.err.count("\n") == 21


def test_a_file_is_written_whole_and_nothing_else_is_printed(read, run, pages, tmp_path):
    printed = read(pages)
    outcome = read(pages, "--out", "records.jsonl")
    assert (outcome.status, outcome.out, outcome.err) == (0, "", "")
    assert (tmp_path / "records.jsonl").read_text(encoding="utf8") == printed.out
    assert read(pages, "--out", "-").out == printed.out


def test_a_table_for_people(read, pages):
    outcome = read(pages, "nowhere", "--format", "table")
    assert (outcome.status, outcome.err) == (1, ""), "the table says what was not read"
    for told in ("Toll in Ariha rises", "published 29 January 2020 (printed)", "machine reading, unreviewed", "not read: nowhere: cannot be opened"):
        assert told in outcome.out
    assert max(map(len, outcome.out.splitlines())) <= 80


def test_an_undated_page_says_how_to_date_it_and_a_page_without_claims_says_so(read, tmp_path):
    (tmp_path / "plain.txt").write_text("The market sells apples and pears.\n", encoding="utf8")
    outcome = read("plain.txt", "--format", "table")
    assert "date of publication unknown; settle it with --published" in " ".join(outcome.out.split())
    assert "No claims found." in outcome.out


def test_an_article_that_cannot_be_filed_is_kept_and_told_and_the_others_go_on(read, run, pages, monkeypatch):
    tried = []

    def fail_at_first(shelf, known, prepared):
        tried.append(prepared.header.digest)
        if len(tried) == 1:
            raise ValueError("a place on the moon")
        put_in(shelf, known, prepared)

    with monkeypatch.context() as broken:
        broken.setattr("sayso.filing.filer.put_in", fail_at_first)
        outcome = read(pages, "--ledger", "my.sqlite")
    assert (outcome.status, len(set(tried))) == (1, 3)
    assert outcome.err.startswith("sayso: kept, but not filed beside what is near it; the next command tries again: ")
    assert outcome.err.endswith(f"{tried[0]}: ValueError: a place on the moon; please report it\n")
    assert run("claims", "--ledger", "my.sqlite").err == ""
    with Ledger.open(Path("my.sqlite")) as ledger, ledger.filed() as shelf:
        assert shelf.is_settled()


def test_a_ledger_takes_records_once_and_the_summary_counts_them(read, pages, tmp_path):
    first, second = (read(pages, "nowhere", "--ledger", "my.sqlite") for _ in range(2))
    assert (first.status, second.status) == (1, 1)
    for outcome, new, known in ((first, 3, 0), (second, 0, 3)):
        (summary,) = outcome.rows
        assert (summary["new"], summary["read_again"], summary["known"]) == (new, 0, known)
        assert [n["article_id"] for n in summary["not_read"]] == ["nowhere"]
        assert outcome.err.count("sayso: not read: nowhere") == 1
    with Ledger.open(tmp_path / "my.sqlite") as ledger:
        assert (ledger.counts().articles, ledger.counts().readings, ledger.counts().unread) == (3, 3, 1)


def test_the_summary_for_people_fits_the_screen_and_says_what_comes_next(read, pages):
    outcome = read(pages, "--ledger", "my.sqlite", "--format", "table")
    assert outcome.out.startswith("my.sqlite: 3 read (3 new), 0 known already, 0 not read.\nNext: sayso claims --ledger my.sqlite")


def test_another_date_is_another_reading_of_the_same_article(read, pages, tmp_path):
    read(pages / "toll.txt", "--ledger", "my.sqlite")
    outcome = read(pages / "toll.txt", "--ledger", "my.sqlite", "--published", "2020-02-05")
    assert outcome.rows[0]["read_again"] == 1
    with Ledger.open(tmp_path / "my.sqlite") as ledger:
        assert [r.published.day for r in ledger.records()] == [dt.date(2020, 2, 5)]


def test_what_could_not_be_read_is_forgotten_once_it_can(read, pages, tmp_path):
    (pages / "scan.pdf").touch()
    assert read(pages, "later.txt", "--ledger", "my.sqlite").status == 1
    (pages / "scan.pdf").unlink()
    (tmp_path / "later.txt").write_text("Two people were killed in Ariha.\n", encoding="utf8")
    assert read(pages, "later.txt", "--ledger", "my.sqlite").status == 0
    with Ledger.open(tmp_path / "my.sqlite") as ledger:
        assert ledger.unread() == ()


def test_without_a_gazetteer_nothing_is_written(run, pages, tmp_path):
    (tmp_path / "broken.sqlite").write_bytes(b"no database")
    outcome = run("read", pages, "--ledger", "my.sqlite", "--gazetteer", "broken.sqlite")
    assert outcome.status == 2
    assert not (tmp_path / "my.sqlite").exists()


class Typed(io.TextIOWrapper):
    """Standard input that a person types into."""

    def isatty(self) -> bool:
        return True


def test_who_types_is_told_how_to_end(read, monkeypatch):
    monkeypatch.setattr(sys, "stdin", Typed(io.BytesIO(b"Two people were killed in Ariha.")))
    outcome = read("-")
    assert outcome.status == 0
    assert "Ctrl-D" in outcome.err


def test_a_table_tells_claims_in_the_order_of_the_text(read, tmp_path):
    (tmp_path / "page.txt").write_text("Shelling killed two people in Ariha on Tuesday. In 2019, shelling killed nine people in Idlib.\n", encoding="utf8")
    printed = read("page.txt", "--published", "2020-01-30", "--format", "table").out
    assert 0 < printed.index("2 killed") < printed.index("9 killed")
