"""A copy is whole or not there; putting it back keeps what it replaces, and what was forgotten stays so."""

import os
import sqlite3
from pathlib import Path

import pytest

from sayso.errors import LedgerError
from sayso.model.entries import TrailRow
from sayso.outputs.erasure import erase_found, erase_found_in_entry, find_forgotten
from sayso.store.backups import back_up, restore
from sayso.store.counts import LedgerCounts
from sayso.store.ledger import Ledger
from sayso.store.striking import Striker

KEY = "of the tests"
STRIKER = Striker(find_forgotten, erase_found, erase_found_in_entry)
NOTE = TrailRow("2026-01-09", "ada", "restore", "backup.sqlite", "kept as old.sqlite")


@pytest.fixture
def path(tmp_path: Path, make_record) -> Path:
    with Ledger.open(tmp_path / "ledger.sqlite", write=True) as ledger:
        for number in range(3):
            ledger.add(make_record(number), at="2026-01-01")
    return tmp_path / "ledger.sqlite"


@pytest.fixture
def backup(path: Path, tmp_path: Path) -> Path:
    back_up(path, tmp_path / "backup.sqlite")
    return tmp_path / "backup.sqlite"


def articles(path: Path) -> list[str]:
    with Ledger.open(path) as ledger:
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
    with Ledger.open(path, write=True) as ledger:
        ledger.add(make_record(7))
    counts, problem = restore(backup, path, STRIKER, NOTE, tmp_path / kept if kept else None)
    assert (counts.articles, problem) == (3, None)
    assert articles(path) == ["report-0", "report-1", "report-2"]
    with Ledger.open(path) as ledger:
        assert ledger.trail()[-1] == NOTE
    assert sorted(os.listdir(tmp_path)) == sorted(["backup.sqlite", "ledger.sqlite", *([kept] if kept else [])])
    if kept:
        assert articles(tmp_path / kept)[-1] == "report-7"


def test_a_backup_does_not_bring_back_what_was_forgotten_since(path, backup):
    with Ledger.open(path, write=True) as ledger:
        ledger.forget_articles([f"{1:064d}"], "2026-01-05", "withdrawn")
    restore(backup, path, STRIKER, NOTE)
    assert articles(path) == ["report-0", "report-2"]
    with Ledger.open(path) as ledger:
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
    beside = {"backup.sqlite-wal", "backup.sqlite-shm"}  # what SQLite itself leaves beside a damaged file
    assert set(os.listdir(tmp_path)) - beside <= {"backup.sqlite", "ledger.sqlite"}


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


def test_a_ledger_that_somebody_has_open_is_not_replaced(path, backup, make_record):
    with Ledger.open(path, write=True) as ledger:
        ledger.add(make_record(5))
        with pytest.raises(LedgerError, match="another program is writing to it: wait"):
            restore(backup, path, STRIKER, NOTE, path.with_name("old.sqlite"), wait_seconds=0.1)
        ledger.add(make_record(6))
    restore(backup, path, STRIKER, NOTE, path.with_name("old.sqlite"))
    assert articles(path) == ["report-0", "report-1", "report-2"]
    assert articles(path.with_name("old.sqlite"))[-2:] == ["report-5", "report-6"]


def test_what_lies_in_the_log_of_a_killed_writer_goes_with_the_file_that_is_replaced(path, backup, make_record):
    with Ledger.open(path, write=True) as ledger:
        ledger.add(make_record(5))
        copies = {end: Path(f"{path}{end}").read_bytes() for end in ("", "-wal")}
    for end, held in copies.items():
        Path(f"{path}{end}").write_bytes(held)
    restore(backup, path, STRIKER, NOTE, path.with_name("old.sqlite"))
    assert articles(path) == ["report-0", "report-1", "report-2"]
    assert articles(path.with_name("old.sqlite"))[-1] == "report-5"


@pytest.mark.parametrize("replaced", [KEY, None], ids=["an encrypted one", "a plain one"])
def test_an_encrypted_ledger_is_backed_up_and_restored_encrypted(tmp_path, make_record, replaced):
    pytest.importorskip("sqlcipher3")
    path, backup, target = (tmp_path / f"{name}.sqlite" for name in ("secret", "backup", "target"))
    with Ledger.open(path, write=True, key=KEY) as ledger:
        ledger.add(make_record(1))
    assert back_up(path, backup, key=KEY).articles == 1
    with Ledger.open(target, write=True, key=replaced) as ledger:
        ledger.forget_articles([f"{1:064d}"], "2026-01-05", "withdrawn")
        ledger.add(make_record(2))
    assert restore(backup, target, STRIKER, NOTE, key=KEY) == (LedgerCounts(0, 0, 0, 0), None), "what was forgotten stays forgotten"
    for file in (backup, target):
        assert not file.read_bytes().startswith(b"SQLite")
        with pytest.raises(LedgerError, match="another kind of file"):
            Ledger.open(file)
    with pytest.raises(LedgerError, match="SAYSO_LEDGER_KEY"):
        restore(backup, target, STRIKER, NOTE, key="another key")


def test_a_backup_that_is_not_encrypted_is_not_put_in_the_place_of_an_encrypted_ledger(path, backup):
    with pytest.raises(LedgerError, match="is not encrypted, but a key is given"):
        restore(backup, path.with_name("new.sqlite"), STRIKER, NOTE, key=KEY)
    assert not path.with_name("new.sqlite").exists()
