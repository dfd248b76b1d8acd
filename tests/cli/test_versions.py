"""A page that was corrected, as a user sees it."""

import json
import sqlite3
import time
from pathlib import Path

import pytest

TEXT = "{title}\n\n28 January 2020\n\nSome {fled} people fled the town of Ariha on Monday after shelling killed at least four people, residents said.\n"
TEXT += "\n{more}\n"
ADDRESS = "https://example.org/ariha"


@pytest.fixture
def corrected(tmp_path: Path, run, small_gazetteer_path: Path) -> Path:
    """A ledger into which a page was read, and later the same page with another toll."""
    versions = (
        TEXT.format(title="Families flee", fled="1,200", more="Government forces captured the town of Ariha on Tuesday, state television said."),
        TEXT.format(title="Families flee", fled="2,500", more="The army denied that it had shelled the town."),
    )
    for number, text in enumerate(versions):
        line = {"text": text, "url": ADDRESS, "publisher": "The Example", "published": "2020-01-28"}
        (tmp_path / f"{number}.jsonl").write_text(json.dumps(line) + "\n", encoding="utf8")
        done = run("read", tmp_path / f"{number}.jsonl", "--ledger", "my.sqlite", "--gazetteer", small_gazetteer_path)
        assert done.status == 0, done.err
        time.sleep(0.01)
    return tmp_path / "my.sqlite"


def test_the_later_version_alone_counts_and_the_earlier_one_counts_as_it_was_known_then(run, corrected):
    now = run("claims", "--ledger", corrected)
    assert "2,500" in now.out
    assert "1,200" not in now.out
    read = run("ledger", "log", "--ledger", corrected).rows[0]["at"]
    then = run("claims", "--ledger", corrected, "--known", read)
    assert "1,200" in then.out
    assert "2,500" not in then.out


def test_versions_shows_what_changed(run, corrected):
    (row,) = run("versions", ADDRESS, "--ledger", corrected).rows
    assert any("captured the town" in s for s in row["sentences_gone"])
    assert any("denied that it had shelled" in s for s in row["sentences_come"])
    assert [("1,200" in was, "2,500" in now) for was, now in row["sentences_changed"]] == [(True, True)]
    assert any("1,200" in was["evidence"] and "2,500" in now["evidence"] for was, now in row["claims_changed"])
    table = run("versions", row["earlier"][:12], "--ledger", corrected, "--format", "table").out
    assert "Version 2 of 2" in table
    assert "is now" in " ".join(table.split())


def test_what_people_judged_on_the_earlier_version_is_listed(run, corrected, small_gazetteer_path):
    (row,) = run("versions", ADDRESS, "--ledger", corrected).rows
    assert row["judged_before"] == []
    now = next(r for r in run("claims", "--ledger", corrected).rows if "2,500" in str(r))
    identifier = next(v for v in now.values() if isinstance(v, str) and v.startswith("c-"))
    assert run("review", "accept", identifier, "--author", "ada", "--ledger", corrected).status == 0
    third = {"text": TEXT.format(title="Families flee", fled="2,600", more="All fled north."), "url": ADDRESS, "publisher": "The Example"}
    page = corrected.with_name("2.jsonl")
    page.write_text(json.dumps(third | {"published": "2020-01-28"}) + "\n", encoding="utf8")
    assert run("read", page, "--ledger", corrected, "--gazetteer", small_gazetteer_path).status == 0
    rows = run("versions", ADDRESS, "--ledger", corrected).rows
    assert [len(r["judged_before"]) for r in rows] == [0, 1]
    assert "accept by ada" in run("versions", ADDRESS, "--ledger", corrected, "--format", "table").out


def test_explain_says_that_a_later_version_took_its_place(run, corrected):
    (row,) = run("versions", ADDRESS, "--ledger", corrected).rows
    told = " ".join(run("explain", row["claims_changed"][0][0]["id"], "--ledger", corrected).out.split())
    assert "a later version of the page took its place" in told
    assert f"sayso versions {row['earlier'][:12]}" in told


def test_one_version_alone_and_none_at_all_are_told(run, ledger):
    digest = sqlite3.connect(ledger).execute("SELECT digest FROM articles").fetchone()[0]
    alone = run("versions", digest, "--ledger", ledger)
    assert (alone.status, alone.out) == (0, "")
    assert "there is one version of it" in alone.err
    missing = run("versions", "nothing", "--ledger", ledger)
    assert (missing.status, "no article nothing" in missing.err) == (2, True)
