"""A copy is whole or not there; putting it back keeps what it replaces, and what was forgotten stays so."""

import os
import sqlite3
from pathlib import Path

import pytest

from sayso.errors import LedgerError
from sayso.model.entries import TrailRow
from sayso.outputs.erasure import erase_found, erase_found_in_entry, find_forgotten
from sayso.store.backups import back_up, restore
from sayso.store.ledger_file import LedgerFile
from sayso.store.striking import Striker

STRIKER = Striker(find_forgotten, erase_found, erase_found_in_entry)
NOTE = TrailRow("2026-01-09", "ada", "restore", "backup.sqlite", "kept as old.sqlite")


@pytest.fixture
def path(tmp_path: Path, make_record) -> Path:
    with LedgerFile.open(tmp_path / "ledger.sqlite", write=True) as ledger:
        for number in range(3):
            ledger.add(make_record(number), at="2026-01-01")
    return tmp_path / "ledger.sqlite"


@pytest.fixture
def backup(path: Path, tmp_path: Path) -> Path:
    back_up(path, tmp_path / "backup.sqlite")
    return tmp_path / "backup.sqlite"


def articles(path: Path) -> list[str]:
    with LedgerFile.open(path) as ledger:
        assert ledger.find_damage() is None
        return [r.article_id for r in ledger.records()]


def test_a_copy_holds_all_and_lies_alone(path, backup, tmp_path):
    assert articles(backup) == articles(path) == ["report-0", "report-1", "report-2"]
    assert sorted(os.listdir(tmp_path)) == ["backup.sqlite", "ledger.sqlite"]


def test_a_copy_may_be_read_by_those_alone_who_may_read_the_ledger(path, tmp_path):
    path.chmod(0o600)
    back_up(path, tmp_path / "private.sqlite")
    assert (tmp_path / "private.sqlite").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("kept", [None, "old.sqlite"])
def test_a_restored_ledger_says_so_and_the_replaced_one_lies_beside_it_or_is_gone(path, backup, tmp_path, make_record, kept):
    with LedgerFile.open(path, write=True) as ledger:
        ledger.add(make_record(7))
    counts, problem = restore(backup, path, STRIKER, NOTE, tmp_path / kept if kept else None)
    assert (counts.articles, problem) == (3, None)
    assert articles(path) == ["report-0", "report-1", "report-2"]
    with LedgerFile.open(path) as ledger:
        assert ledger.trail()[-1] == NOTE
    assert sorted(os.listdir(tmp_path)) == sorted(["backup.sqlite", "ledger.sqlite", *([kept] if kept else [])])
    if kept:
        assert articles(tmp_path / kept)[-1] == "report-7"


def test_a_backup_does_not_bring_back_what_was_forgotten_since(path, backup):
    with LedgerFile.open(path, write=True) as ledger:
        ledger.forget_articles([f"{1:064d}"], "2026-01-05", "withdrawn")
    restore(backup, path, STRIKER, NOTE)
    assert articles(path) == ["report-0", "report-2"]
    with LedgerFile.open(path) as ledger:
        assert ledger.claim_ids("c-1") == ()


def test_a_damaged_ledger_with_its_journal_is_replaced_and_kept(path, backup, tmp_path):
    path.write_bytes(b"not a ledger any more" * 400)
    (tmp_path / "ledger.sqlite-journal").write_bytes(b"what was left of it")
    _, problem = restore(backup, path, STRIKER, NOTE, tmp_path / "old.sqlite")
    assert problem
    assert "another kind of file" in problem
    assert articles(path) == ["report-0", "report-1", "report-2"]
    assert (tmp_path / "old.sqlite").read_bytes().startswith(b"not a ledger")


def damaged(file: Path) -> None:
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 3] + bytes(len(whole) // 3) + whole[2 * len(whole) // 3 :])


BAD = {
    "a text": (lambda file: file.write_text("no ledger" * 500), "another kind of file"),
    "nothing": (lambda file: file.write_bytes(b""), "is no ledger of Sayso"),
    "damaged": (damaged, "backup.sqlite .*(damaged|malformed)"),
    "missing": (Path.unlink, "There is no file .*backup.sqlite; name a backup"),
}


@pytest.mark.parametrize(("spoil", "told"), BAD.values(), ids=BAD)
def test_a_bad_backup_is_told_and_the_ledger_stays(path, backup, tmp_path, spoil, told):
    spoil(backup)
    before = path.read_bytes()
    with pytest.raises(LedgerError, match=told) as problem:
        restore(backup, path, STRIKER, NOTE, tmp_path / "old.sqlite")
    assert ".part" not in str(problem.value)
    assert path.read_bytes() == before
    assert set(os.listdir(tmp_path)) <= {"backup.sqlite", "ledger.sqlite"}


def test_a_damaged_ledger_is_not_copied_over_a_good_backup(path, backup):
    damaged(path)
    before = backup.read_bytes()
    with pytest.raises(LedgerError):
        back_up(path, backup)
    assert backup.read_bytes() == before


def test_a_ledger_is_neither_its_own_backup_nor_restored_from_itself(path):
    with pytest.raises(LedgerError, match="is the ledger itself"):
        back_up(path, path.parent / "." / path.name)
    with pytest.raises(LedgerError, match="is the ledger itself"):
        restore(path, path, STRIKER, NOTE)


def test_a_ledger_that_somebody_writes_to_is_waited_for(path, backup):
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(LedgerError, match="another program is writing to it: wait"):
        restore(backup, path, STRIKER, NOTE, wait_seconds=0.1)
    holder.rollback()


def test_who_had_the_replaced_ledger_open_cannot_write_into_it_unseen(path, backup, make_record):
    with LedgerFile.open(path, write=True) as ledger:
        ledger.add(make_record(5))
        restore(backup, path, STRIKER, NOTE, path.with_name("old.sqlite"))
        with pytest.raises(LedgerError):
            ledger.add(make_record(6))
