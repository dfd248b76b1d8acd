"""Print how fast Sayso reads the inputs named on the command line on one core: words a second, and the most memory that it takes.

usage: python tools/bench.py INPUT ... [--texts FILE]

With --texts, the texts that were read are written to a file, one JSON string a line, for another program to be timed on.
"""

import argparse
import json
import os
import resource
import time
from collections.abc import Sequence
from pathlib import Path

from sayso.documents import DocumentOptions
from sayso.gazetteer import Gazetteer
from sayso.pipeline import read_inputs
from sayso.settings import read_settings


def stay_on_one_core() -> None:
    """Keep this process to one core, where the system can."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def main(inputs: Sequence[str], texts: Path | None) -> None:
    """Read everything once, gazetteer open and tables loaded by a first article."""
    stay_on_one_core()
    gazetteer = Gazetteer.open(read_settings(os.environ, Path.home()).gazetteer)
    records = read_inputs(inputs, gazetteer, options=DocumentOptions())
    read = [next(records)]
    begun = time.perf_counter()
    read += records
    took = time.perf_counter() - begun
    words, claims = sum(len(r.text.split()) for r in read[1:]), sum(len(r.claims) for r in read)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    rate = f"{words} words in {took:.1f} s, {words / took:.0f} a second"
    print(f"Sayso: {len(read)} articles, {claims} claims; {rate}; {peak:.0f} MB at most")
    if texts is not None:
        texts.parent.mkdir(parents=True, exist_ok=True)
        texts.write_text("".join(json.dumps(r.text) + "\n" for r in read), encoding="utf8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("inputs", nargs="+")
    parser.add_argument("--texts", type=Path)
    given = parser.parse_args()
    main(given.inputs, given.texts)
