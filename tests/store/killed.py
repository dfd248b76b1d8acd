"""A program that reads, judges and merges into a ledger, killed at many moments: run by test_crashes.py in a process of its own.

It forks what it kills, so that a round takes milliseconds. Arguments: folder, number of kills, seed.
"""

import os
import random
import signal
import sqlite3
import sys
import time
from pathlib import Path

import msgspec

from sayso.model.entries import Accept, make_entry
from sayso.model.records import Record
from sayso.outputs.erasure import erase_found, erase_found_in_entry, find_forgotten
from sayso.store.ledger import Ledger
from sayso.store.striking import Striker

STRIKER = Striker(find_forgotten, erase_found, erase_found_in_entry)
REPORTS, ELSEWHERE = range(12), range(8, 20)
AT = "2026-01-01T10:00:00.000+00:00"


def report(record: Record, number: int) -> Record:
    claims = tuple(msgspec.structs.replace(record.claims[0], id=f"c-{number}-{i}") for i in range(20))
    return msgspec.structs.replace(record, digest=f"{number:064d}", article_id=f"report-{number}", claims=claims)


def work(path: Path, other: Path, record: Record) -> None:
    """Do all of it; what was done before is known, so that it may be begun again and again."""
    with Ledger.open(path, write=True) as ledger:
        for number in REPORTS:
            one = report(record, number)
            ledger.add(one, lambda r, _: r, AT)
            ledger.enter([make_entry(Accept(one.digest, one.claims[0]), "ada", AT)])
        with Ledger.open(other) as theirs:
            ledger.merge(theirs, STRIKER, AT, "ada", other.name)


def dump(path: Path) -> list[tuple[object, ...]]:
    """Every row of every table but for their numbers, which depend on nothing but the order."""
    with sqlite3.connect(path) as db:
        names = [n for (n,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")]
        return [(name, *row) for name in names for row in db.execute(f"SELECT * FROM {name} ORDER BY 1, 2")]


def start(path: Path, other: Path, record: Record) -> int:
    child = os.fork()
    if child == 0:
        try:
            work(path, other, record)
        finally:
            os._exit(0 if sys.exc_info()[0] is None else 1)
    return child


def main(folder: Path, kills: int, seed: int) -> None:
    record = msgspec.json.decode(sys.stdin.buffer.read(), type=Record)
    other, undisturbed, chance = folder / "other.sqlite", folder / "undisturbed.sqlite", random.Random(seed)
    with Ledger.open(other, write=True) as ledger:
        for number in ELSEWHERE:
            ledger.add(report(record, number), lambda r, _: r, AT)
    began = time.monotonic()
    assert os.waitpid(start(undisturbed, other, record), 0)[1] == 0
    length, wanted = time.monotonic() - began, dump(undisturbed)
    done, finished, at_work, journals = 0, 0, 0, 0
    while done < kills:
        path = folder / f"{finished}.sqlite"
        child = start(path, other, record)
        time.sleep(chance.uniform(0, length))
        os.kill(child, signal.SIGKILL)
        status = os.waitpid(child, 0)[1]
        done += 1
        at_work += os.WIFSIGNALED(status)
        journals += Path(f"{path}-journal").exists()
        if path.exists():
            with Ledger.open(path, write=True) as ledger:
                assert ledger.find_damage() is None
                for held in ledger.records():
                    assert held == report(record, int(held.digest))
        if not os.WIFSIGNALED(status):  # it had done all: begin with a new one
            assert dump(path) == wanted
            finished += 1
        elif chance.random() < 0.1:
            assert os.waitpid(start(path, other, record), 0)[1] == 0
            assert dump(path) == wanted
            finished += 1
    last = folder / f"{finished}.sqlite"
    assert os.waitpid(start(last, other, record), 0)[1] == 0
    assert dump(last) == wanted
    print(f"kills {done}, at work {at_work}, journals left {journals}, ledgers finished {finished + 1}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
