"""Print how fast Sayso reads the inputs named on the command line: articles and words a second, one process, gazetteer open."""

import os
import sys
import time
from pathlib import Path

from sayso.documents import DocumentOptions
from sayso.gazetteer import Gazetteer
from sayso.pipeline import read_inputs
from sayso.settings import read_settings


def main(inputs: list[str]) -> None:
    """Read everything twice: the second time with the tables loaded is the one that counts."""
    gazetteer = Gazetteer.open(read_settings(os.environ, Path.home()).gazetteer)
    for turn in ("first reading, tables being loaded", "second reading"):
        begun = time.perf_counter()
        records = list(read_inputs(inputs, gazetteer, options=DocumentOptions()))
        took = time.perf_counter() - begun
        words, claims = sum(len(r.text.split()) for r in records), sum(len(r.claims) for r in records)
        print(f"{turn}: {len(records)} articles, {words} words, {claims} claims in {took:.1f} s; {words / took:.0f} words a second")


if __name__ == "__main__":
    main(sys.argv[1:])
