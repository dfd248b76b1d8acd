"""On both databases: writers queue up, wait for one another and say so, and a killed one leaves a whole ledger."""

import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
import psycopg
import pytest

from sayso.errors import LedgerError
from sayso.store.address import LedgerAddress, ServerAddress
from sayso.store.ledger import Ledger
from sayso.store.postgres import WRITERS_LOCK
from tests.store.places import written

WRITER = """
import sys, msgspec
from sayso.store.address import locate_ledger
from sayso.store.ledger import Ledger
from sayso.model.records import Record
record = msgspec.json.decode(sys.stdin.buffer.read(), type=Record)
first, last = int(sys.argv[2]), int(sys.argv[3])
with Ledger.open(locate_ledger(sys.argv[1]), write=True) as ledger:
    for number in range(first, last):
        claims = tuple(msgspec.structs.replace(record.claims[0], id=f"c-{number}-{i}") for i in range(20))
        ledger.add(msgspec.structs.replace(record, digest=f"{number:064d}", claims=claims))
        print(number, flush=True)
"""


def start_writer(path: LedgerAddress, record, first: int, last: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", WRITER, written(path), str(first), str(last)]
    child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert child.stdin
    child.stdin.write(msgspec.json.encode(record))
    child.stdin.close()
    return child


def test_two_writers_at_once_both_get_everything_in(path, make_record):
    children = [start_writer(path, make_record(1), first, first + 60) for first in (0, 40)]
    for child in children:
        assert child.stdout
        assert child.stderr
        assert child.stdout.read().count(b"\n") == 60, child.stderr.read().decode()
    with Ledger.open(path) as ledger:
        assert (ledger.counts().articles, ledger.counts().readings, ledger.counts().claims) == (100, 100, 2000)
        assert ledger.find_damage() is None


def kill_and_look(path: LedgerAddress, record, seconds: float) -> None:
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
    if isinstance(path, Path):
        assert os.listdir(path.parent) == [path.name], "whoever looked has mended what was left"


def test_a_killed_writer_leaves_a_whole_ledger(path, make_record):
    for step in range(5):
        kill_and_look(path, make_record(1), 0.013 * step)


@pytest.mark.slow
def test_a_writer_killed_many_times_leaves_a_whole_ledger(path, make_record):
    for step in range(100):
        kill_and_look(path, make_record(1), 0.0011 * step)


def lock_file(path: Path) -> Callable[[], None]:
    holder = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    holder.execute("BEGIN EXCLUSIVE")
    return holder.rollback


def lock_database(address: ServerAddress) -> Callable[[], None]:
    holder = psycopg.connect(address.url)
    holder.execute(f"SELECT pg_advisory_xact_lock({WRITERS_LOCK})".encode())
    return holder.close


def test_a_ledger_in_use_is_waited_for_and_then_says_so(path, make_record):
    Ledger.open(path, write=True).close()
    release = lock_database(path) if isinstance(path, ServerAddress) else lock_file(path)
    with pytest.raises(LedgerError, match="another program is writing to it: wait"):
        Ledger.open(path, write=True, wait_seconds=0.1)
    with Ledger.open(path) as looking:
        assert looking.counts().articles == 0
    threading.Timer(0.5, release).start()
    with Ledger.open(path, write=True, wait_seconds=20) as ledger:
        assert ledger.add(make_record(1)) == "new"


def test_who_looks_does_not_write(path, make_record):
    Ledger.open(path, write=True).close()
    with Ledger.open(path) as ledger, pytest.raises(LedgerError, match="read-only"):
        ledger.add(make_record(1))
