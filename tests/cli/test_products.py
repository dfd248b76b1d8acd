"""Reports and exports: written whole, protected unless an internal file is asked for."""

import csv
import io
import json

import pytest

from sayso.outputs.exports import EXPORTS

WORDED = [form for form in EXPORTS if form != "labels"]
"""Formats that hold words; labels of reviewed claims hold offsets alone."""

WITNESS = "Families flee Ariha\n\n29 January 2020\n\nShelling killed three people in Ariha on Tuesday, said Karim Haddo, a baker who lives in the town. “Warplanes bombed the market of Ariha,” Haddo said.\n"


@pytest.fixture
def with_witness(run, tmp_path, small_gazetteer_path):
    """A ledger that holds the words and the name of a private person."""
    (tmp_path / "witness.txt").write_text(WITNESS, encoding="utf8")
    run("read", "witness.txt", "--ledger", "my.sqlite", "--publisher", "The Example", "--gazetteer", small_gazetteer_path)
    assert "Haddo" in run("claims", "--ledger", "my.sqlite").out, "the working view names him"
    return "my.sqlite"


@pytest.mark.parametrize(("name", "asked", "begins"), [("a.html", (), "<!doctype html>"), ("a.md", (), "# "), ("a.txt", ("--format", "md"), "# "), ("a", (), "<!doctype html>")])
def test_a_report_is_html_unless_the_name_or_an_option_says_otherwise(run, ledger, tmp_path, name, asked, begins):
    outcome = run("report", "--ledger", ledger, "--out", name, *asked)
    text = (tmp_path / name).read_text(encoding="utf8")
    assert (outcome.status, outcome.out) == (0, "")
    assert outcome.err == f"sayso: {name} written ({len(text.encode()):,} bytes)\n"
    assert text.lower().startswith(begins)
    assert "nreviewed" in text


@pytest.mark.parametrize(("name", "hint"), [("a.pdf", "for a PDF, write .html and print that from a browser"), ("a.docx", "name it .html or .md, or add --format")])
def test_a_report_never_goes_by_an_ending_that_it_is_not(run, ledger, tmp_path, name, hint):
    outcome = run("report", "--ledger", ledger, "--out", name)
    assert (outcome.status, outcome.out) == (2, "")
    assert hint in outcome.err
    assert not (tmp_path / name).exists()


def test_a_report_goes_into_a_pipe(run, ledger, tmp_path):
    run("report", "--ledger", ledger, "--out", "a.md")
    outcome = run("report", "--ledger", ledger, "--out", "-", "--format", "md")
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out == (tmp_path / "a.md").read_text(encoding="utf8")


def test_a_report_knows_no_more_than_its_day(run, ledger):
    early, late = (run("report", "--ledger", ledger, "--out", "-", "--format", "md", "--on", day, "--since", day).out for day in ("2020-01-28", "2020-01-29"))
    assert ("Syrian state television" in early, "Syrian state television" in late) == (False, True)


@pytest.mark.parametrize("command", [("report", "--format", "html"), ("report", "--format", "md"), *(("export", f, "--what", w) for f in WORDED for w in ("claims", "events"))], ids=" ".join)
def test_private_persons_are_named_in_nothing_that_is_published(run, with_witness, command):
    published = run(*command, "--ledger", with_witness, "--out", "-")
    assert published.status == 0
    assert "ariha" in published.out.lower()
    assert "haddo" not in published.out.lower()


@pytest.mark.parametrize("form", WORDED)
def test_the_internal_form_names_them_because_it_was_asked_for(run, with_witness, form):
    assert "Haddo" in run("export", form, "--audience", "internal", "--ledger", with_witness, "--out", "-").out


def test_exports_hold_every_claim_or_event(run, ledger, tmp_path):
    claims, events = ([row[key] for row in run(view, "--ledger", ledger).rows] for view, key in (("claims", "claim_id"), ("events", "event_id")))
    for what, ids in (("claims", claims), ("events", events)):
        run("export", "csv", "--what", what, "--ledger", ledger, "--out", f"{what}.csv")
        table = list(csv.DictReader(io.StringIO((tmp_path / f"{what}.csv").read_text(encoding="utf8"))))
        assert [row[f"{what[:-1]}_id"] for row in table] == ids
        assert len(run("export", "jsonl", "--what", what, "--ledger", ledger, "--out", "-").rows) == len(ids)
        assert json.loads(run("export", "geojson", "--what", what, "--ledger", ledger, "--out", "-").out)["type"] == "FeatureCollection"


def test_a_file_that_cannot_be_written_is_told(run, ledger, tmp_path):
    outcome = run("report", "--ledger", ledger, "--out", "no/such/folder.html")
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err.startswith("sayso: no/such/folder.html cannot be written")


HOSPITAL = "Hospital hit in Idlib\n\n29 January 2020\n\nAn air strike hit Ariha's Al-Nour hospital on Tuesday, destroying it, the White Helmets said; 10 civilians were killed.\n"


@pytest.mark.parametrize("command", [("report", "--format", "html"), ("report", "--format", "md"), *(("export", f, "--what", w) for f in WORDED for w in ("claims", "events"))], ids=" ".join)
def test_no_name_and_no_point_of_a_hospital_is_published(run, tmp_path, small_gazetteer_path, command):
    (tmp_path / "hospital.txt").write_text(HOSPITAL, encoding="utf8")
    run("read", "hospital.txt", "--ledger", "my.sqlite", "--publisher", "The Example", "--gazetteer", small_gazetteer_path)
    assert "Ariha" in run("claims", "--ledger", "my.sqlite").out
    published = run(*command, "--ledger", "my.sqlite", "--out", "-").out
    assert "Idlib" in published
    assert not any(word in published for word in ("Al-Nour", "Ariha", "35.8137", "36.6096"))


def test_a_private_name_that_stands_in_a_title_alone_is_not_published(run, tmp_path, small_gazetteer_path):
    row = {"title": "Karim Haddo, a baker, fled Ariha", "text": "Shelling killed three people in Ariha on Tuesday, the White Helmets said.", "published": "2020-01-29"}
    (tmp_path / "a.jsonl").write_text(json.dumps(row) + "\n", encoding="utf8")
    run("read", "a.jsonl", "--ledger", "my.sqlite", "--gazetteer", small_gazetteer_path)
    for command in (("report", "--format", "html"), ("export", "csv"), ("export", "jsonl")):
        assert "Haddo" not in run(*command, "--ledger", "my.sqlite", "--out", "-").out
