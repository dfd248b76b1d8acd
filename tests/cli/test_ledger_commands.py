"""Ledgers backed up, restored and merged as a user does it, and the trail of it."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from tests.postgres_server import PASSWORD


@pytest.fixture
def mine(ledger: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(ledger, tmp_path / "my.sqlite"))


@pytest.fixture
def field(tmp_path: Path, run, small_gazetteer_path: Path) -> Path:
    """A ledger kept apart, of one report of its own."""
    page = tmp_path / "saraqeb.txt"
    page.write_text("Families leave Idlib\n\n29 January 2020\n\nSome 300 people fled the city of Idlib on Tuesday, residents said.\n", encoding="utf8")
    done = run("read", page, "--ledger", tmp_path / "field.sqlite", "--publisher", "Field Note", "--gazetteer", small_gazetteer_path)
    assert done.status == 0, done.err
    return tmp_path / "field.sqlite"


def test_a_backup_is_made_and_put_back(run, mine, field, tmp_path):
    before = run("claims", "--ledger", mine).out
    made = run("ledger", "backup", "monday.sqlite", "--ledger", mine)
    assert made.status == 0
    assert made.out.startswith("monday.sqlite: 3 articles, 3 readings, ")
    assert run("ledger", "merge", field, "--ledger", mine).status == 0
    assert run("claims", "--ledger", mine).out != before
    refused = run("ledger", "restore", "monday.sqlite", "--ledger", mine)
    assert (refused.status, "add --yes" in refused.err) == (2, True)
    done = run("ledger", "restore", "monday.sqlite", "--ledger", mine, "--yes")
    assert done.status == 0, done.err
    assert run("claims", "--ledger", mine).out == before
    (kept,) = tmp_path.glob("my.before-*.sqlite")
    assert str(kept) in done.out
    last = run("ledger", "log", "--ledger", mine).rows[-1]
    assert (last["action"], last["subject"], last["detail"]) == ("restore", "monday.sqlite", f"kept as {kept.name}")


def test_a_replaced_ledger_may_be_discarded_and_a_new_one_made_from_a_backup(run, mine, tmp_path):
    run("ledger", "backup", "monday.sqlite", "--ledger", mine)
    assert run("ledger", "restore", "monday.sqlite", "--ledger", mine, "--yes", "--discard").status == 0
    assert list(tmp_path.glob("my.before-*")) == []
    assert run("ledger", "restore", "monday.sqlite", "--ledger", "new.sqlite").status == 0
    assert run("claims", "--ledger", "new.sqlite").out == run("claims", "--ledger", mine).out


def test_a_backup_is_not_written_over_unasked(run, mine):
    for arguments, status in (((), 0), ((), 2), (("--yes",), 0)):
        assert run("ledger", "backup", "monday.sqlite", "--ledger", mine, *arguments).status == status
    assert "is the ledger itself" in run("ledger", "backup", mine, "--ledger", mine).err
    assert "does not exist; make it" in run("ledger", "backup", "nowhere/b.sqlite", "--ledger", mine).err


def test_merging_tells_what_came_and_what_was_known(run, mine, field):
    done = run("ledger", "merge", field, "--ledger", mine)
    assert done.status == 0, done.err
    assert "articles: 1 came\n" in done.out
    again = run("ledger", "merge", field, "--ledger", mine)
    assert "articles: 0 came, 1 known\n" in again.out
    other_way = run("ledger", "merge", mine, "--ledger", field)
    assert "articles: 3 came, 1 known\n" in other_way.out
    for view in ("claims", "events", "control", "figures"):
        assert run(view, "--ledger", mine).out == run(view, "--ledger", field).out


def test_merging_into_a_new_ledger_makes_it(run, mine, field):
    done = run("ledger", "merge", mine, field, "--ledger", "all.sqlite")
    assert done.status == 0, done.err
    assert {row["came_with"] for row in run("ledger", "log", "--ledger", "all.sqlite").rows} == {"my.sqlite", "field.sqlite", None}


BAD = {
    "missing": (lambda path: path.unlink(), "There is no ledger at"),
    "a text": (lambda path: path.write_text("no ledger" * 500), "another kind of file"),
    "itself": (None, "is the ledger itself"),
}


@pytest.mark.parametrize(("spoil", "told"), BAD.values(), ids=BAD)
def test_nothing_is_merged_where_one_of_the_others_cannot_be(run, mine, field, spoil, told, tmp_path):
    bad = mine
    if spoil:
        bad = Path(shutil.copy(field, tmp_path / "bad.sqlite"))
        spoil(bad)
    before = mine.read_bytes()
    done = run("ledger", "merge", field, bad, "--ledger", mine)
    assert (done.status, told in done.err) == (2, True), done.err
    assert mine.read_bytes() == before


def test_what_one_side_forgot_is_struck_from_the_other(run, mine):
    both = Path(shutil.copy(mine, mine.with_name("both.sqlite")))
    digest = sqlite3.connect(mine).execute("SELECT digest FROM articles ORDER BY article_id LIMIT 1").fetchone()[0]
    assert run("forget", "--article", digest, "--ledger", mine, "--why", "withdrawn", "--yes").status == 0
    done = run("ledger", "merge", mine, "--ledger", both)
    assert "of ours, as it was told to forget: articles struck: 0; removed: 1" in done.out
    assert run("claims", "--ledger", both).out == run("claims", "--ledger", mine).out


def test_the_log_is_a_table_and_tells_of_another_hand(run, mine):
    table = run("ledger", "log", "--ledger", mine, "--format", "table")
    assert (table.status, "Trail of my.sqlite" in table.out) == (0, True)
    with sqlite3.connect(mine) as db:
        db.execute("UPDATE trail SET author = 'nobody' WHERE number = 2")
    broken = run("ledger", "log", "--ledger", mine)
    assert (broken.status, "row 2 does not fit" in broken.err, len(broken.rows)) == (2, True, 3)


def test_a_ledger_on_a_server_is_merged_both_ways_and_backed_up_by_the_servers_tools(run, mine, field, postgres_server):
    address = postgres_server.new_database()
    done = [run("ledger", "merge", field, "--ledger", address), run("ledger", "merge", address, "--ledger", mine), run("ledger", "merge", mine, "--ledger", address)]
    assert [(o.status, o.err) for o in done] == [(0, "")] * 3
    assert "articles: 3 came, 1 known\n" in done[-1].out
    for view in ("claims", "events", "control", "figures"):
        assert run(view, "--ledger", mine).out == run(view, "--ledger", address).out
    log = run("ledger", "log", "--ledger", address, "--format", "table")
    refused = [run("ledger", "backup", "b.dump", "--ledger", address), run("ledger", "restore", mine, "--ledger", address, "--yes")]
    assert [o.status for o in refused] == [2, 2]
    assert "pg_dump" in refused[0].err
    assert "pg_restore" in refused[1].err
    assert all("sayso ledger merge" in o.err for o in refused)
    itself = run("ledger", "merge", address, "--ledger", address)
    assert (itself.status, "is the ledger itself" in itself.err) == (2, True)
    assert PASSWORD not in "".join(o.out + o.err for o in (*done, *refused, log, itself))


def test_a_plain_ledger_becomes_an_encrypted_one_that_is_backed_up_and_restored(run, mine, monkeypatch, tmp_path):
    pytest.importorskip("sqlcipher3")
    plain = run("claims", "--ledger", mine).out
    monkeypatch.setenv("SAYSO_LEDGER_KEY", "open sesame")
    assert "sayso ledger merge" in run("claims", "--ledger", mine).err
    for command in (("merge", mine, "--ledger", "secret.sqlite"), ("backup", "b.sqlite", "--ledger", "secret.sqlite"), ("restore", "b.sqlite", "--ledger", "new.sqlite")):
        done = run("ledger", *command)
        assert (done.status, done.err) == (0, "")
    assert run("claims", "--ledger", "new.sqlite").out == plain
    for name in ("secret.sqlite", "b.sqlite", "new.sqlite"):
        assert not (tmp_path / name).read_bytes().startswith(b"SQLite")
    refused = run("ledger", "restore", mine, "--ledger", "secret.sqlite", "--yes")
    assert (refused.status, "is not encrypted, but a key is given" in refused.err) == (2, True)
    assert run("ledger", "merge", "secret.sqlite", "--ledger", mine).status == 0, "back again"


def test_a_frozen_report_comes_with_the_ledger_in_which_it_was_frozen(run, mine, field):
    assert run("freeze", "r.md", "--ledger", field, "--author", "ada").status == 0
    done = run("ledger", "merge", field, "--ledger", mine)
    assert "frozen reports: 1 came" in done.out
    assert run("frozen", "r.md", "--ledger", mine, "--out", "again.md").status == 0
    assert Path("again.md").read_bytes() == Path("r.md").read_bytes()
    assert run("corrections", "r.md", "--ledger", mine).status == 0
