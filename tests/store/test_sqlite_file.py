"""Files that cannot be used say why and what to do; looking changes no byte; what a crash left is mended."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from sayso.errors import LedgerError
from sayso.store.ledger import Ledger
from tests.store.places import run_sql


def fill(path: Path, records) -> None:
    with Ledger.open(path, write=True) as ledger:
        for record in records:
            ledger.add(record)


def set_schema(path: Path, version: str) -> None:
    run_sql(path, f"UPDATE about SET value = '{version}'")


def folder(path: Path) -> None:
    path.mkdir()


def text_file(path: Path) -> None:
    path.write_text("Not a database, but a text that is long enough to be looked at." * 20)


def other_database(path: Path) -> None:
    run_sql(path, "CREATE TABLE about (key TEXT, value TEXT)", "INSERT INTO about VALUES ('version', '1')")


def empty_file(path: Path) -> None:
    path.touch()


def newer(path: Path) -> None:
    fill(path, [])
    set_schema(path, "99")


def older(path: Path) -> None:
    fill(path, [])
    set_schema(path, "0")


def nothing(path: Path) -> None:
    assert not path.exists()


TO_READ = {
    nothing: "no ledger at .*sayso read INPUT --ledger",
    folder: "is a folder; name a file in it",
    text_file: "another kind of file: name another ledger",
    other_database: "is no ledger of Sayso; name another file",
    empty_file: "no ledger in .* yet; make one with: sayso read INPUT --ledger",
    newer: "newer Sayso .*install that version",
    older: "older Sayso .*read the sources into a new ledger",
}


@pytest.mark.parametrize(("prepare", "told"), TO_READ.items(), ids=lambda x: getattr(x, "__name__", ""))
def test_a_file_that_cannot_be_looked_into_says_what_to_do_and_is_left_alone(tmp_path, prepare, told):
    path = tmp_path / "ledger.sqlite"
    prepare(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(LedgerError, match=told):
        Ledger.open(path)
    assert (path.read_bytes() if path.is_file() else None) == before


@pytest.mark.parametrize("prepare", [folder, text_file, other_database, newer, older], ids=lambda f: f.__name__)
def test_nothing_is_written_into_a_file_that_is_no_ledger_of_this_version(tmp_path, prepare):
    path = tmp_path / "ledger.sqlite"
    prepare(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(LedgerError, match=TO_READ[prepare]):
        Ledger.open(path, write=True)
    assert (path.read_bytes() if path.is_file() else None) == before


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(LedgerError, match=r"The folder .*nowhere does not exist; make it"):
        Ledger.open(tmp_path / "nowhere" / "ledger.sqlite", write=True)


@pytest.mark.parametrize("name", ["a b.sqlite", "100%.sqlite", "what?.sqlite", "a#b.sqlite", "سجل.sqlite"])
def test_any_file_name_is_good(tmp_path, make_record, name):
    fill(tmp_path / name, [make_record(1)])
    assert os.listdir(tmp_path) == [name]
    with Ledger.open(tmp_path / name) as ledger:
        assert list(ledger.records()) == [make_record(1)]


def test_looking_into_a_ledger_changes_no_byte_and_refuses_to_write(tmp_path, make_record):
    path = tmp_path / "ledger.sqlite"
    fill(path, [make_record(1)])
    before = path.read_bytes()
    with Ledger.open(path) as ledger:
        assert len(list(ledger.records())) == 1
        with pytest.raises(LedgerError, match="read-only"):
            ledger.add(make_record(2))
    assert path.read_bytes() == before


def run_here(code: str, *args: object, **how: object) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", code, *map(str, args)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, **how)  # type: ignore[call-overload]


READ_ONLY = """
import os, pathlib, sys
from sayso.store.ledger import Ledger
from sayso.errors import LedgerError
if os.geteuid() == 0:
    os.setuid(65534)
path = pathlib.Path(sys.argv[1])
with Ledger.open(path) as ledger:
    print(len(list(ledger.records())))
try:
    Ledger.open(path, write=True)
except LedgerError as error:
    print(error)
"""


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that other users may look into, as pytest's own are not."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


def test_a_read_only_file_in_a_read_only_folder_is_read_and_not_written(open_folder, make_record):
    path = open_folder / "ledger.sqlite"
    fill(path, [make_record(1)])
    path.chmod(0o444)
    open_folder.chmod(0o555)
    out, err = run_here(READ_ONLY, path).communicate(timeout=60)
    open_folder.chmod(0o755)
    assert err == b""
    count, told = out.decode().splitlines()
    assert count == "1"
    assert "is read-only; name a ledger in a folder that you may write to" in told


FULL_DISK = """
import pathlib, resource, signal, sys, msgspec
from sayso.store.ledger import Ledger
from sayso.errors import LedgerError
from sayso.model.records import Record
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))
record = msgspec.json.decode(sys.stdin.buffer.read(), type=Record)
try:
    with Ledger.open(pathlib.Path(sys.argv[1]), write=True) as ledger:
        for number in range(1000):
            ledger.add(msgspec.structs.replace(record, digest=f"{number:064d}", claims=()))
            print(number)
except LedgerError as error:
    print(error)
"""


def test_a_full_disk_says_so_and_leaves_what_was_kept_before(tmp_path, make_record):
    path = tmp_path / "ledger.sqlite"
    child = run_here(FULL_DISK, path, stdin=subprocess.PIPE)
    out, err = child.communicate(msgspec.json.encode(make_record(1)), timeout=120)
    *numbers, told = out.decode().splitlines()
    assert "disk" in told, err.decode()
    assert "run the same command again" in told
    with Ledger.open(path) as ledger:
        assert ledger.find_damage() is None
        assert ledger.counts().articles == len(numbers) > 5


@pytest.mark.parametrize(("mode", "left"), [("WAL", "-wal"), ("DELETE", "-journal")])
def test_a_journal_left_by_a_crash_is_rolled_back_by_whoever_looks_next(tmp_path, make_record, mode, left):
    path = tmp_path / "ledger.sqlite"
    fill(path, [make_record(n) for n in range(50)])
    crash = (
        "import os, sqlite3, sys\n"
        "db = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "db.execute('PRAGMA journal_mode=' + sys.argv[2]); db.execute('PRAGMA cache_size=1'); db.execute('BEGIN IMMEDIATE')\n"
        "db.execute(\"UPDATE runs SET record = zeroblob(5000)\")\n"
        "os._exit(9)\n"
    )
    assert run_here(crash, path, mode).wait() == 9
    assert Path(f"{path}{left}").stat().st_size > 0, "the crash left a hot journal"
    with Ledger.open(path) as ledger:
        assert list(ledger.records()) == [make_record(n) for n in range(50)]


def test_a_damaged_file_says_so(tmp_path, make_record):
    path = tmp_path / "ledger.sqlite"
    with Ledger.open(path, write=True) as ledger:
        for number in range(200):
            ledger.add(make_record(number))
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2] + bytes(len(whole) // 4) + whole[3 * len(whole) // 4 :])
    with Ledger.open(path) as ledger:
        try:
            told = ledger.find_damage()
        except LedgerError as error:
            told = str(error)
    assert told


def test_looking_and_writing_go_on_side_by_side_and_a_look_sees_one_state(tmp_path, make_record):
    path = tmp_path / "ledger.sqlite"
    fill(path, [make_record(n) for n in range(3)])
    with Ledger.open(path) as looking, Ledger.open(path, write=True) as writing:
        seen = looking.records()
        first = next(seen)
        assert writing.add(make_record(3)) == "new"
        assert len([first, *seen]) == 3
        assert len(list(looking.records())) == 4


def test_a_copy_is_whole_as_soon_as_the_writer_has_closed(tmp_path, make_record):
    path, copy = tmp_path / "ledger.sqlite", tmp_path / "copy.sqlite"
    fill(path, [])
    with Ledger.open(path) as looking:
        assert looking.counts().articles == 0
        fill(path, [make_record(n) for n in range(5)])
        copy.write_bytes(path.read_bytes())
    with Ledger.open(copy) as ledger:
        assert ledger.counts().articles == 5
    assert {p.name for p in tmp_path.iterdir()} == {"ledger.sqlite", "copy.sqlite"}


def test_a_reader_who_may_not_lock_the_file_notices_that_it_was_written_to(tmp_path, make_record, monkeypatch):
    path = tmp_path / "ledger.sqlite"
    fill(path, [make_record(1)])
    monkeypatch.setattr("sayso.store.sqlite_file.may_write", lambda path: False)
    with Ledger.open(path) as looking:
        assert len(list(looking.records())) == 1
        fill(path, [make_record(2)])
        with pytest.raises(LedgerError, match="written to while it was read; run the same command again"):
            list(looking.records())


def test_what_was_deleted_is_told_to_be_left_where_somebody_is_reading(tmp_path, make_record):
    path = tmp_path / "ledger.sqlite"
    fill(path, [make_record(n) for n in range(3)])
    with Ledger.open(path) as looking, Ledger.open(path, write=True, wait_seconds=0.1) as writing:
        seen = looking.records()
        next(seen)
        erased = writing.forget_articles({f"{1:064d}"}, "2026-01-05", "withdrawn")
        assert "is in use: another program is reading it" in erased.left
