"""A program that reads, judges and merges into a ledger, killed at many moments: run by test_crashes.py in a process of its own.

It forks what it kills, so that a round takes milliseconds. Arguments: folder, number of kills, seed, and the folder of a server if one is
to keep the ledgers.
"""

import itertools
import os
import random
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec

from sayso.filing import Filer
from sayso.model.entries import Accept, make_entry
from sayso.model.records import Record
from sayso.outputs.erasure import erase_found, erase_found_in_entry, find_forgotten
from sayso.store.address import LedgerAddress, ServerAddress
from sayso.store.filed import LAST_NUMBER
from sayso.store.filed_tables import WORKED_OUT
from sayso.store.ledger import Ledger
from sayso.store.schema import METADATA
from sayso.store.striking import Striker
from tests.postgres_server import PostgresServer
from tests.store.places import run_sql

STRIKER = Striker(find_forgotten, erase_found, erase_found_in_entry)
REPORTS, ELSEWHERE = range(12), range(8, 20)
AT = "2026-01-01T10:00:00.000+00:00"


def report(record: Record, number: int) -> Record:
    claims = tuple(msgspec.structs.replace(record.claims[0], id=f"c-{number}-{i}") for i in range(20))
    return msgspec.structs.replace(record, digest=f"{number:064d}", article_id=f"report-{number}", claims=claims)


def work(path: LedgerAddress, other: LedgerAddress, record: Record) -> None:
    """Do all of it; what was done before is known, so that it may be begun again and again."""
    with Ledger.open(path, write=True) as ledger:
        filer = Filer(ledger)
        for number in REPORTS:
            one = report(record, number)
            ledger.add(one, lambda r, _: r, AT)
            filer.catch_up()
            ledger.enter([make_entry(Accept(one.digest, one.claims[0]), "ada", AT)])
        with Ledger.open(other) as theirs:
            ledger.merge(theirs, STRIKER, AT, "ada", "other")
        filer.catch_up()
        filer.settle()


def dump(path: LedgerAddress) -> list[tuple[object, ...]]:
    """Every row of every table but for their numbers, of which a server leaves some out where a writer was killed; of what is worked out,
    where numbers stand for claims and articles, the events.
    """
    with Ledger.open(path) as ledger, ledger.filed() as shelf:
        assert shelf.is_settled()
        rows: list[tuple[object, ...]] = sorted(("events", e.event_id, e.event) for e in shelf.events())
    for table in METADATA.sorted_tables:
        if table in WORKED_OUT:
            continue
        columns = ", ".join(c.name for c in table.columns if c.name != "number")
        order = "number" if "number" in table.columns else columns
        found = run_sql(path, f"SELECT {columns} FROM {table.name} ORDER BY {order}")
        rows += [(table.name, *row) for row in found if LAST_NUMBER not in row]
    return rows


def start(path: LedgerAddress, other: LedgerAddress, record: Record) -> int:
    child = os.fork()
    if child == 0:
        try:
            work(path, other, record)
        finally:
            os._exit(0 if sys.exc_info()[0] is None else 1)
    return child


def make_places(folder: Path, server: str) -> Iterator[LedgerAddress]:
    """A new place at every step."""
    for number in itertools.count():
        if not server:
            yield folder / f"{number}.sqlite"
            continue
        name = f"killed_{os.getpid()}_{number}"
        running = PostgresServer(Path(server))
        running.run("postgres", f"CREATE DATABASE {name}")
        yield ServerAddress(running.address(name))


def main(folder: Path, kills: int, seed: int, server: str = "") -> None:
    record = msgspec.json.decode(sys.stdin.buffer.read(), type=Record)
    places, chance = make_places(folder, server), random.Random(seed)
    other, undisturbed, path = next(places), next(places), next(places)
    with Ledger.open(other, write=True) as ledger:
        for number in ELSEWHERE:
            ledger.add(report(record, number), lambda r, _: r, AT)
    began = time.monotonic()
    assert os.waitpid(start(undisturbed, other, record), 0)[1] == 0
    length, wanted = time.monotonic() - began, dump(undisturbed)
    done, finished, at_work, logs = 0, 0, 0, 0
    while done < kills:
        child = start(path, other, record)
        time.sleep(chance.uniform(0, length))
        os.kill(child, signal.SIGKILL)
        status = os.waitpid(child, 0)[1]
        done += 1
        at_work += os.WIFSIGNALED(status)
        logs += isinstance(path, Path) and Path(f"{path}-wal").exists()
        with Ledger.open(path, write=True) as ledger:
            assert ledger.find_damage() is None
            for held in ledger.records():
                assert held == report(record, int(held.digest))
        if os.WIFSIGNALED(status) and chance.random() < 0.9:
            continue  # the next one goes on with it
        if os.WIFSIGNALED(status):
            assert os.waitpid(start(path, other, record), 0)[1] == 0
        assert dump(path) == wanted
        finished, path = finished + 1, next(places)
    assert os.waitpid(start(path, other, record), 0)[1] == 0
    assert dump(path) == wanted
    print(f"kills {done}, at work {at_work}, logs left {logs}, ledgers finished {finished + 1}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), *sys.argv[4:])
