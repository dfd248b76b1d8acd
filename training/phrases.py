"""Phrases in context to mend the names of parties by: how many get the name that a careful coder gives, and which do not.

usage: python -m training.phrases GAZETTEER [PART] [--show]

`labels/phrases.csv` holds 1,195 phrases of 27 wars that writers who had not seen the rules made up, in two rounds: from what the writers of
the first, `tables`, knew the tables were filled, the second, `rules`, gave only its phrases. They are looked at; `python -m evals parties`
measures on others.
"""

import sys
from collections import Counter
from pathlib import Path

import msgspec

from evals.parties.run import NOBODY, count_phrase, names_at, read_table
from evals.reading import CaseReader
from sayso.gazetteer import Gazetteer
from sayso.model.records import Record

PHRASES = Path(__file__).parent / "labels" / "phrases.csv"


def main() -> None:
    """Read the phrases and print the shares, with `--show` each phrase that is named otherwise."""
    asked = [word for word in sys.argv[2:] if word != "--show"]
    rows = [row for row in read_table(PHRASES) if not asked or row["part"] in asked]
    with Gazetteer.open(Path(sys.argv[1])) as gazetteer:
        records = CaseReader(gazetteer)([{"article_id": f"phrase-{n}", "text": row["text"]} for n, row in enumerate(rows)])
    counts: Counter[str] = Counter()
    for row, read in zip(rows, records, strict=True):
        before, record = counts["named"] + counts["nobody heard"], msgspec.convert(read, Record)
        count_phrase(counts, row, {name for name in row["accept"].split(" | ") if name}, record)
        if "--show" in sys.argv and counts["named"] + counts["nobody heard"] == before:
            found = sorted(names_at(record, row["text"].index(row["phrase"]), row["phrase"]))
            print(f"{row['war']}: {row['phrase']!r} is {row['party']}, read as {found or NOBODY}: {row['text']}")
    parties, umbrellas = counts["parties"], counts["umbrellas"]
    print(f"{parties} phrases for parties: heard {counts['heard'] / parties:.3f}, named {counts['named'] / parties:.3f}")
    print(f"{umbrellas} umbrellas: kept {counts['umbrellas named'] / umbrellas:.3f}, narrowed {counts['umbrellas narrowed']}")
    print(f"{counts['nobody']} that are no party: none read {counts['nobody heard'] / counts['nobody']:.3f}")


if __name__ == "__main__":
    main()
