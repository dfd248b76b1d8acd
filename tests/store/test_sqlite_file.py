"""Files that cannot be used say why and what to do; writers queue up; a killed writer leaves a whole ledger."""

import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from sayso.errors import LedgerError
from sayso.store.ledger import Ledger


def fill(path: Path, records) -> None:
    with Ledger.open(path, write=True) as ledger:
        for record in records:
            ledger.add(record)


def set_schema(path: Path, version: str) -> None:
    with sqlite3.connect(path) as db:
        db.execute("UPDATE about SET value = ?", (version,))


def folder(path: Path) -> None:
    path.mkdir()


def text_file(path: Path) -> None:
    path.write_text("Not a database, but a text that is long enough to be looked at." * 20)


def other_database(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE about (key TEXT, value TEXT)")
        db.execute("INSERT INTO about VALUES ('version', '1')")


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
    empty_file: "is no ledger of Sayso; name another file",
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
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
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


WRITER = """
import pathlib, sys, msgspec
from sayso.store.ledger import Ledger
from sayso.model.records import Record
record = msgspec.json.decode(sys.stdin.buffer.read(), type=Record)
first, last = int(sys.argv[2]), int(sys.argv[3])
with Ledger.open(pathlib.Path(sys.argv[1]), write=True) as ledger:
    for number in range(first, last):
        claims = tuple(msgspec.structs.replace(record.claims[0], id=f"c-{number}-{i}") for i in range(20))
        ledger.add(msgspec.structs.replace(record, digest=f"{number:064d}", claims=claims))
        print(number, flush=True)
"""


def start_writer(path: Path, record, first: int, last: int) -> subprocess.Popen[bytes]:
    child = run_here(WRITER, path, first, last, stdin=subprocess.PIPE)
    assert child.stdin
    child.stdin.write(msgspec.json.encode(record))
    child.stdin.close()
    return child


def test_two_writers_at_once_both_get_everything_in(tmp_path, make_record):
    path = tmp_path / "ledger.sqlite"
    children = [start_writer(path, make_record(1), first, first + 60) for first in (0, 40)]
    for child in children:
        assert child.stdout
        assert child.stderr
        assert child.stdout.read().count(b"\n") == 60, child.stderr.read().decode()
    with Ledger.open(path) as ledger:
        assert (ledger.counts().articles, ledger.counts().readings, ledger.counts().claims) == (100, 100, 2000)
        assert ledger.find_damage() is None


def kill_and_look(path: Path, record, seconds: float) -> None:
    with Ledger.open(path, write=True) as ledger:
        start = ledger.counts().articles
    child = start_writer(path, record, start, start + 100_000)
    assert child.stdout
    seen = int(child.stdout.readline())
    time.sleep(seconds)
    child.send_signal(signal.SIGKILL)
    rest = child.stdout.read().split(b"\n")
    child.wait()
    told = [int(n) for n in rest[:-1]]
    last_told = told[-1] if told else seen
    with Ledger.open(path) as ledger:
        assert ledger.find_damage() is None
        held = [int(r.digest) for r in ledger.records()]
        assert held in ([*range(last_told + 1)], [*range(last_told + 2)]), "all that was told as kept, and at most the one after"
        assert all(len(r.claims) == 20 for r in ledger.records())
        assert ledger.counts().claims == 20 * len(held)
    assert os.listdir(path.parent) == [path.name] or ledger_still_opens_for_writing(path)


def ledger_still_opens_for_writing(path: Path) -> bool:
    with Ledger.open(path, write=True) as ledger:
        return ledger.find_damage() is None


def test_a_killed_writer_leaves_a_whole_ledger(tmp_path, make_record):
    for step in range(5):
        kill_and_look(tmp_path / "ledger.sqlite", make_record(1), 0.013 * step)


@pytest.mark.slow
def test_a_writer_killed_many_times_leaves_a_whole_ledger(tmp_path, make_record):
    for step in range(100):
        kill_and_look(tmp_path / "ledger.sqlite", make_record(1), 0.0011 * step)


def test_a_journal_left_by_a_crash_is_rolled_back_by_whoever_looks_next(tmp_path, make_record):
    path = tmp_path / "ledger.sqlite"
    fill(path, [make_record(n) for n in range(50)])
    crash = (
        "import os, sqlite3, sys\n"
        "db = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "db.execute('PRAGMA cache_size=1'); db.execute('BEGIN IMMEDIATE')\n"
        "db.execute(\"UPDATE runs SET record = zeroblob(5000)\")\n"
        "os._exit(9)\n"
    )
    assert run_here(crash, path).wait() == 9
    assert Path(f"{path}-journal").stat().st_size > 0, "the crash left a hot journal"
    with Ledger.open(path) as ledger:
        assert list(ledger.records()) == [make_record(n) for n in range(50)]


def test_a_ledger_in_use_is_waited_for_and_then_says_so(tmp_path, make_record):
    path = tmp_path / "ledger.sqlite"
    fill(path, [])
    holder = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    holder.execute("BEGIN EXCLUSIVE")
    with pytest.raises(LedgerError, match="another program is writing to it: wait"):
        Ledger.open(path, write=True, wait_seconds=0.1)
    threading.Timer(0.5, holder.rollback).start()
    with Ledger.open(path, write=True, wait_seconds=20) as ledger:
        assert ledger.add(make_record(1)) == "new"


