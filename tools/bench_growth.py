"""How a ledger grows: how long it takes to add an article and to look at a country, from a thousand claims to a million.

usage: bench_growth.py RECORDS [--ledger LEDGER] [--claims N ...] [--looks N] [--copied]

RECORDS are articles as `sayso read --format jsonl` writes them, told again of other worlds (see worlds.py) until there are so many claims.
Of every world the last articles, one in 25, are held back, and added when the size is measured: the time is told of keeping one, of filing
it beside what is near it, and of the look at its country that follows, in which all that it touched is gathered anew. With --copied all
worlds but the first are filed as the first one was, which comes to the same and takes a third of the time; what is measured is not.
"""

import argparse
import gc
import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import msgspec

from sayso.filing import Filer, slice_country
from sayso.model.records import Record
from sayso.situation import describe_situation
from sayso.store.address import LedgerAddress, locate_ledger
from sayso.store.ledger import Ledger
from tools.worlds import AT, Copyist, Worlds


class Taken(NamedTuple):
    """Milliseconds that something takes, by the clock and of a processor: beside other programs the clock tells more of these."""

    clock: float
    processor: float

    def __add__(self, other: "Taken") -> "Taken":  # type: ignore[override]  # one after the other
        return Taken(self.clock + other.clock, self.processor + other.processor)


def timed(do: Callable[[], object]) -> Taken:
    """How long something takes."""
    begun = time.perf_counter(), time.process_time()
    do()
    return Taken((time.perf_counter() - begun[0]) * 1000, (time.process_time() - begun[1]) * 1000)


def tell(label: str, times: Sequence[Taken]) -> str:
    """The middle one and the 95th percentile, by the clock, and in brackets of a processor."""
    clock, processor = (sorted(held) for held in zip(*times, strict=True))
    middle, most = len(times) // 2, min(len(times) - 1, int(len(times) * 0.95))
    return f"{label} {clock[middle]:.1f} {clock[most]:.1f} ({processor[middle]:.1f} {processor[most]:.1f})"


def look(ledger: Ledger, country: str) -> None:
    """A country's situation of its last 90 days."""
    with ledger.filed() as shelf:
        part = slice_country(shelf, country)
    if part is None:
        raise SystemExit(f"nothing is kept of {country}")
    describe_situation(part.claims, part.events, part.day)


def country_of(record: Record) -> str | None:
    """The country in which most claims of an article name places."""
    named = [p.country for c in record.claims for p in c.places if p.country]
    return max(sorted(set(named)), key=named.count, default=None)


def measure(ledger: Ledger, filer: Filer, articles: Iterator[Record]) -> str:
    """What adding each of these articles took, filing it, and looking at its country after that."""
    keeps, files, adds, gathers, looks, both = [], [], [], [], [], []
    for record in articles:
        keeps.append(timed(lambda r=record: ledger.add(r, at=AT)))
        files.append(timed(filer.catch_up))
        adds.append(keeps[-1] + files[-1])
        if country := country_of(record):
            gathers.append(timed(filer.settle))
            looks.append(timed(lambda c=country: look(ledger, c)))
            both.append(gathers[-1] + looks[-1])
    told = {"keep": keeps, "file": files, "(both)": adds, "gather": gathers, "look": looks, "(both) ": both}
    return "  ".join(tell(label, times) for label, times in told.items() if times)


class Growth:
    """A ledger that grows world by world."""

    def __init__(self, ledger: Ledger, worlds: Worlds, *, copied: bool) -> None:
        self._ledger = ledger
        self._worlds = worlds
        self._copied = copied
        self._copyist: Copyist | None = None
        self.filer = Filer(ledger)
        self.claims = 0
        self.articles = worlds.articles()

    def grow(self, size: int) -> None:
        """Add articles until there are so many claims; whole worlds where they are copied."""
        while self.claims < size:
            if self._copied and self._worlds.held and self.claims + self._worlds.claims <= size * 1.02:
                self._copy()
                continue
            record = next(self.articles)
            self._ledger.add(record, at=AT)
            self.filer.catch_up()
            self.claims += len(record.claims)

    def _copy(self) -> None:
        if self._copyist is None:
            with self._ledger.filed() as shelf:
                self._copyist = Copyist(shelf, self._worlds.first())
        self.claims += self._copyist.file(self._ledger, self._worlds.skip())
        self.filer.settle()


def make_room(named: str) -> LedgerAddress:
    """Where a new ledger is to be; a file that is there goes."""
    where = locate_ledger(named)
    if isinstance(where, Path):
        where.parent.mkdir(parents=True, exist_ok=True)
        for end in ("", "-wal", "-shm"):
            where.with_name(where.name + end).unlink(missing_ok=True)
    return where


def main() -> None:
    """Grow a ledger and print a line at each size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("records", type=Path)
    parser.add_argument("--ledger", default="out/bench/growth.sqlite")
    parser.add_argument("--claims", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--looks", type=int, default=200)
    parser.add_argument("--copied", action="store_true")
    told = parser.parse_args()
    gc.set_threshold(100_000)
    decode = msgspec.json.Decoder(Record).decode
    worlds = Worlds([decode(line) for line in told.records.read_bytes().splitlines()])
    where = make_room(told.ledger)
    print("milliseconds: the middle one, and the 95th percentile (of a processor)", flush=True)
    with Ledger.open(where, write=True) as ledger:
        growth = Growth(ledger, worlds, copied=told.copied)
        for size in sorted(told.claims):
            begun = time.perf_counter()
            growth.grow(size)
            filed = time.perf_counter()
            growth.filer.settle()
            seconds = (filed - begun, time.perf_counter() - filed)
            line = measure(ledger, growth.filer, worlds.take_held(told.looks) if worlds.held else islice(growth.articles, 25))
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            megabytes = f"{where.stat().st_size / 1e6:,.0f} MB; " if isinstance(where, Path) else ""
            print(f"{growth.claims:9,} claims  {line}", flush=True)
            print(f"{'':9}  grown in {seconds[0]:.0f} s, gathered in {seconds[1]:.0f} s; {megabytes}{peak} MB of memory", flush=True)


if __name__ == "__main__":
    sys.exit(main())
