"""Killed at any moment, with the disk full or read-only, by two at once or from an older version: a ledger stays whole, and work goes on."""

import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import msgspec
import pytest

from sayso.errors import LedgerError
from sayso.model.entries import TrailRow
from sayso.outputs.erasure import erase_found, erase_found_in_entry, find_forgotten
from sayso.store.address import LedgerAddress, ServerAddress
from sayso.store.backups import back_up, restore
from sayso.store.ledger import Ledger
from sayso.store.striking import Striker
from tests.store.places import NEW_IN_5, run_sql, written

STRIKER = Striker(find_forgotten, erase_found, erase_found_in_entry)
AT = "2026-01-01T10:00:00.000+00:00"
NOTE = TrailRow(AT, "ada", "restore", "backup.sqlite")


def fill(path: LedgerAddress, records) -> LedgerAddress:
    with Ledger.open(path, write=True) as ledger:
        for record in records:
            ledger.add(record, lambda r, _: r, AT)
    return path


def run_here(code: str, *args: object, stdin: bytes = b"", **how: object) -> tuple[str, str]:
    command = [sys.executable, "-c", code, *map(str, args)]
    done = subprocess.run(command, input=stdin, capture_output=True, timeout=600, check=False, **how)  # type: ignore[call-overload]
    return done.stdout.decode(), done.stderr.decode()


def run_killed(place: LedgerAddress, folder: Path, record, kills: int, seed: int) -> str:
    """Kill what works on ledgers of the kind that this place is of."""
    server = [place.url.rpartition("host=")[2]] if isinstance(place, ServerAddress) else []
    command = [sys.executable, "-m", "tests.store.killed", str(folder), str(kills), str(seed), *server]
    root = Path(__file__).parents[2]
    done = subprocess.run(command, input=msgspec.json.encode(record), capture_output=True, timeout=900, check=False, cwd=root)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def test_reading_and_merging_survive_being_killed(path, tmp_path, make_record):
    assert run_killed(path, tmp_path, make_record(1), 12, seed=1).startswith("kills 12")


@pytest.mark.slow
def test_reading_and_merging_survive_being_killed_at_two_hundred_moments(path, tmp_path, make_record):
    told = run_killed(path, tmp_path, make_record(1), 200, seed=2)
    kills, at_work = (int(n) for n in re.findall(r"\d+", told)[:2])
    assert kills == 200
    assert at_work > 100, told


READ = """
import sys, msgspec
from sayso.store.address import locate_ledger
from sayso.store.ledger import Ledger
from sayso.model.records import Record
record = msgspec.json.decode(sys.stdin.buffer.read(), type=Record)
with Ledger.open(locate_ledger(sys.argv[1]), write=True) as ledger:
    for number in range(60):
        ledger.add(msgspec.structs.replace(record, digest=f"{number:064d}", claims=()), lambda r, _: r)
        print(number, flush=True)
"""
MERGE = """
import sys
from sayso.store.address import locate_ledger
from sayso.outputs.erasure import erase_found, erase_found_in_entry, find_forgotten
from sayso.store.ledger import Ledger
from sayso.store.striking import Striker
with Ledger.open(locate_ledger(sys.argv[1]), write=True) as ledger:
    for name in sys.argv[2:]:
        with Ledger.open(locate_ledger(name)) as other:
            ledger.merge(other, Striker(find_forgotten, erase_found, erase_found_in_entry), "2026-01-01", "ada", "other")
"""


def test_one_reads_another_merges_a_third_makes_backups_and_all_get_through(new_place, tmp_path, make_record):
    path = fill(new_place(), [])
    others = [fill(new_place(), [make_record(n), make_record(n + 1)]) for n in range(50, 70, 2)]
    reader = subprocess.Popen([sys.executable, "-c", READ, written(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    merger = subprocess.Popen([sys.executable, "-c", MERGE, *map(written, (path, *others))])
    assert reader.stdin
    reader.stdin.write(msgspec.json.encode(make_record(1)))
    reader.stdin.close()
    held = []
    while reader.poll() is None or merger.poll() is None:
        copy = tmp_path / "backup.sqlite" if isinstance(path, Path) else path
        if isinstance(path, Path):
            back_up(path, copy)
        with Ledger.open(copy) as whole:
            assert whole.find_damage() is None
            held.append(whole.counts().articles)
        time.sleep(0.02)
    assert (reader.returncode, merger.returncode) == (0, 0)
    assert held == sorted(held), "each backup holds what the one before it held"
    assert len(held) > 2
    with Ledger.open(path) as ledger:
        assert ledger.counts().articles == 70
        assert ledger.find_damage() is None


FULL = """
import pathlib, resource, signal, sys
from sayso.errors import LedgerError
from sayso.model.entries import TrailRow
from sayso.outputs.erasure import erase_found, erase_found_in_entry, find_forgotten
from sayso.store.address import LedgerAddress, ServerAddress
from sayso.store.backups import back_up, restore
from sayso.store.ledger import Ledger
from sayso.store.striking import Striker
what, path, other = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
striker = Striker(find_forgotten, erase_found, erase_found_in_entry)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
try:
    if what == "merge":
        with Ledger.open(path, write=True) as ours, Ledger.open(other) as theirs:
            ours.merge(theirs, striker, "2026-01-01", "ada", "other")
    elif what == "backup":
        back_up(other, path.with_name("backup.sqlite"))
    else:
        restore(other, path, striker, TrailRow("2026-01-01", "ada", "restore", "backup"))
except LedgerError as error:
    print(error)
"""


@pytest.mark.parametrize("what", ["merge", "backup", "restore"])
def test_a_full_disk_says_so_and_changes_nothing(tmp_path, make_record, what):
    ours = fill(tmp_path / "ours.sqlite", [make_record(1)])
    big = fill(tmp_path / "big.sqlite", [make_record(n, text=f"{n} shells. " * 4000, claims=()) for n in range(2, 30)])
    before = sorted(os.listdir(tmp_path))
    told, err = run_here(FULL, what, ours, big)
    assert "disk" in told, err
    assert "run the same command again" in told
    assert sorted(os.listdir(tmp_path)) == before, "nothing half-written is left"
    with Ledger.open(ours, write=True) as ledger:
        assert ledger.find_damage() is None
        assert list(ledger.records()) == [make_record(1)]


def test_a_full_database_says_so_and_changes_nothing(tmp_path, make_record):
    ours = fill(tmp_path / "ours.sqlite", [make_record(1)])
    big = fill(tmp_path / "big.sqlite", [make_record(n, text=f"{n} shells. " * 4000, claims=()) for n in range(2, 30)])
    with Ledger.open(ours, write=True) as ledger, Ledger.open(big) as theirs:
        with ledger._database.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count = 60")
        with pytest.raises(LedgerError, match="the disk is full: free some space"):
            ledger.merge(theirs, STRIKER, AT, "ada", "big")
        assert list(ledger.records()) == [make_record(1)]
        assert ledger.find_damage() is None


READ_ONLY = """
import os, pathlib, sys
from sayso.errors import LedgerError
from sayso.model.entries import TrailRow
from sayso.outputs.erasure import erase_found, erase_found_in_entry, find_forgotten
from sayso.store.address import LedgerAddress, ServerAddress
from sayso.store.backups import back_up, restore
from sayso.store.ledger import Ledger
from sayso.store.striking import Striker
if os.geteuid() == 0:
    os.setuid(65534)
closed, open_ = map(pathlib.Path, sys.argv[1:])
striker = Striker(find_forgotten, erase_found, erase_found_in_entry)
with Ledger.open(open_ / "mine.sqlite", write=True) as ours, Ledger.open(closed / "ledger.sqlite") as theirs:
    print(ours.merge(theirs, striker, "2026-01-01", "ada", "closed").brought["articles"].came)
print(back_up(closed / "ledger.sqlite", open_ / "copy.sqlite").articles)
note = TrailRow("2026-01-01", "ada", "restore", "copy")
print(restore(closed / "ledger.sqlite", open_ / "new.sqlite", striker, note)[0].articles)
for work in (
    lambda: back_up(closed / "ledger.sqlite", closed / "copy.sqlite"),
    lambda: restore(open_ / "copy.sqlite", closed / "ledger.sqlite", striker, note),
    lambda: Ledger.open(closed / "ledger.sqlite", write=True),
):
    try:
        work()
    except LedgerError as error:
        print(error)
"""


def test_a_read_only_ledger_in_a_read_only_folder_is_merged_from_and_backed_up_and_not_written(make_record):
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        closed, open_ = Path(name) / "closed", Path(name) / "open"
        closed.mkdir()
        open_.mkdir()
        path = fill(closed / "ledger.sqlite", [make_record(1)])
        before = path.read_bytes()
        path.chmod(0o444)
        closed.chmod(0o555)
        open_.chmod(0o777)
        out, err = run_here(READ_ONLY, closed, open_)
        closed.chmod(0o755)
        assert err == ""
        *counts, backup, restored, opened = out.splitlines()
        assert counts == ["1", "1", "1"]
        assert "is a folder or lies in a read-only one; name a file in a folder that you may write to" in backup
        assert "lies in a read-only one" in restored
        assert "is read-only; name a ledger in a folder that you may write to" in opened
        assert (path.read_bytes(), os.listdir(closed)) == (before, ["ledger.sqlite"])


NEW_IN_3 = (*NEW_IN_5, "DROP TABLE frozen", "DROP TABLE counted", "DROP TABLE entries", "DROP TABLE trail")
NEW_IN_2 = ("DROP TABLE forgotten", "DROP TABLE products", "ALTER TABLE unread DROP COLUMN handling")
OLDER = {
    1: (*NEW_IN_3, *NEW_IN_2, "UPDATE about SET value = '1' WHERE key = 'schema'"),
    2: (*NEW_IN_3, "UPDATE about SET value = '2' WHERE key = 'schema'"),
}


def make_older(path: LedgerAddress, version: int) -> LedgerAddress:
    run_sql(path, *OLDER[version])
    return path


@pytest.mark.parametrize("version", OLDER)
def test_a_ledger_of_an_older_version_is_brought_up_to_date_and_merged(new_place, make_record, version):
    unread = make_record(9, article_id="torn", outcome="not_read", why="broken")
    older = make_older(fill(new_place(), [make_record(1), make_record(2), unread]), version)
    ours = fill(new_place(), [make_record(2, reader="reader 2"), make_record(3)])
    with Ledger.open(ours, write=True) as ledger, Ledger.open(older) as theirs:
        ledger.merge(theirs, STRIKER, AT, "ada", "older")
        assert [r.read_by.reader for r in ledger.records()] == ["reader 1", "reader 2", "reader 1"], "no moment is before every moment"
        assert [u.article_id for u in ledger.unread()] == ["torn"]
        assert [r.article_id for r in theirs.records()] == ["report-1", "report-2"]
        assert theirs.find_damage() is None


@pytest.mark.parametrize("version", OLDER)
def test_a_backup_of_an_older_version_is_restored_and_stays_as_it_is(tmp_path, make_record, version):
    older = make_older(fill(tmp_path / "older.sqlite", [make_record(1), make_record(2)]), version)
    path = tmp_path / "restored.sqlite"
    restore(older, path, STRIKER, NOTE)
    assert run_sql(older, "SELECT value FROM about WHERE key = 'schema'") == [(str(version),)]
    with Ledger.open(path) as ledger:
        assert [r.article_id for r in ledger.records()] == ["report-1", "report-2"]
        assert ledger.find_damage() is None


def test_an_upgrade_that_is_broken_off_leaves_the_older_version(tmp_path, make_record):
    path = make_older(fill(tmp_path / "older.sqlite", [make_record(1)]), 2)
    run_sql(path, "CREATE VIEW counted AS SELECT 1")
    before = path.read_bytes()
    with pytest.raises(LedgerError, match="cannot be used"):
        Ledger.open(path)
    assert path.read_bytes() == before
