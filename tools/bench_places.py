"""Print what places cost on one core: start-up, memory, their share of the reading, and how long an import of many rows takes.

usage: python tools/bench_places.py INPUT ... [--rows N]

Every look-up is done anew: nothing that the reading caches is there before. With --rows, a dump of N made places in Syria, every thousandth
of them broken, is brought into a copy of the gazetteer.
"""

import argparse
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from sayso.documents import DocumentOptions, read_documents
from sayso.gazetteer import Gazetteer
from sayso.gazetteer.foreign import read_places
from sayso.gazetteer.imports import Source, add_places
from sayso.mentions.actors import find_actors
from sayso.mentions.places import find_places
from sayso.pipeline import read_inputs
from sayso.settings import read_settings
from tools.bench import stay_on_one_core


def megabytes() -> float:
    """The most memory that this process has taken so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def time_start() -> float:
    """Seconds from nothing to the first name looked up, in a process of its own."""
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-m", "sayso", "places", "find", "Ariha"], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun


def time_places(inputs: Sequence[str], path: Path) -> tuple[float, float]:
    """Seconds that finding and resolving the places of all articles takes, and the megabytes that it adds."""
    articles = [(article, find_actors(article)) for article in read_documents(inputs, options=DocumentOptions())]
    before, begun = megabytes(), time.perf_counter()
    with Gazetteer.open(path) as gazetteer:
        for article, actors in articles:
            find_places(article, gazetteer, actors)
    return time.perf_counter() - begun, megabytes() - before


def time_reading(inputs: Sequence[str], path: Path) -> float:
    """Seconds that the whole reading takes."""
    with Gazetteer.open(path) as gazetteer:
        begun = time.perf_counter()
        for _ in read_inputs(inputs, gazetteer, options=DocumentOptions()):
            pass
        return time.perf_counter() - begun


def made_rows(count: int) -> Iterator[str]:
    """Lines of a GeoNames dump; every thousandth is short, out of range or a duplicate."""
    draw = random.Random(0)
    syllables = ("ba", "ka", "tal", "mar", "sir", "din", "zar", "qah", "lub", "hen", "jad", "wim")
    for number in range(count):
        name = f"{''.join(draw.choices(syllables, k=draw.randint(2, 4))).title()} {draw.choice(('Fawqani', 'Tahtani', 'Sharqi', 'Gharbi'))}"
        lat = 95.0 if number % 3000 == 1000 else round(draw.uniform(32.5, 37.0), 4)
        row = [str(90_000_000 + number), name, name, "", str(lat), str(round(draw.uniform(36.0, 42.0), 4)), "P", "PPL", "SY"]
        yield "\t".join(row if number % 3000 == 2000 else [*row, "", "", "", "", "", "0", "", "", "Asia/Damascus", "2020-01-01"])


def time_import(count: int, path: Path) -> tuple[Source, float]:
    """What came of an import of many rows, and its seconds."""
    with tempfile.TemporaryDirectory() as folder:
        copy, dump = Path(folder) / "places.sqlite", Path(folder) / "SY.txt"
        shutil.copyfile(path, copy)
        dump.write_text("\n".join(made_rows(count)) + "\n", encoding="utf8")
        begun = time.perf_counter()
        _, rows = read_places(dump, {}, None)
        done = add_places(copy, rows, Source("made", "none", dump.name, "0" * 64), lambda refused: None)
        return done, time.perf_counter() - begun


def main(inputs: Sequence[str], rows: int) -> None:
    """Measure everything once."""
    stay_on_one_core()
    path = read_settings(os.environ, Path.home()).gazetteer
    started = time_start()
    took, memory = time_places(inputs, path)
    whole = time_reading(inputs, path)
    print(f"Places: first look-up after {started:.1f} s; {took:.1f} of {whole:.1f} s of reading ({took / whole:.0%}); {memory:.0f} MB more")
    if rows:
        done, seconds = time_import(rows, path)
        print(f"Import: {rows} rows in {seconds:.0f} s: {done.added} added, {done.merged} merged, {done.refused} refused")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("inputs", nargs="+")
    parser.add_argument("--rows", type=int, default=0)
    given = parser.parse_args()
    main(given.inputs, given.rows)
