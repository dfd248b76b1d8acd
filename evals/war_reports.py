"""Real reports on the war in Syria, by 15 outlets of opposed leanings, and the events that Sayso makes of them all together.

Articles set apart for a final evaluation are never read. Reading all takes a few minutes, so that two questions share one reading, and
commands may be given a ledger that holds it. `python -m evals.war_reports FILE` writes the records, as JSON Lines, for others to use.
"""

import hashlib
import os
import sys
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import msgspec

from evals.annotated import find_or_tell, read_lines
from evals.question import Json, Read
from evals.reading import CaseReader
from sayso.cli.gazetteer_file import open_gazetteer
from sayso.cli.whole_files import open_output
from sayso.model.records import Record
from sayso.store.ledger import Ledger

REPORTS, RESERVED = "corpora/articles/fakes.jsonl", "corpora/RESERVED"
"""FA-KES (CC BY 4.0), and the articles that nobody reads."""

Records = tuple[Record, ...]


def list_reports(annotated: Path) -> list[Json]:
    """The reports, without those that are set apart."""
    reserved = frozenset((annotated / RESERVED).read_text(encoding="utf8").split())
    return [row for row in read_lines(annotated / REPORTS) if row["article_id"] not in reserved]


@lru_cache(maxsize=1)
def read_reports(annotated: Path, read: Read) -> Records:
    """Records of all reports; the last reading is remembered."""
    return tuple(msgspec.convert(record, Record) for record in read(list_reports(annotated)))


def load_reports(annotated: Path, ledger: Path | None) -> Records:
    """Records of all reports, from a ledger that holds them already where one is named.

    Raises LedgerError where it cannot be used; reports that it lacks are left out.
    """
    if ledger is None:
        return read_reports(annotated, CaseReader(open_gazetteer(None)))
    with Ledger.open(ledger) as held:
        return keep_reports(held.records(), frozenset(row["article_id"] for row in list_reports(annotated)))


def keep_reports(records: Iterable[Record], known: frozenset[str]) -> Records:
    """Of some records those of known articles."""
    return tuple(record for record in records if record.article_id in known)


def is_measured(article_id: str) -> bool:
    """Whether merges of an article may be measured: the other half was looked at to mend the rules.

    >>> [is_measured(name) for name in ("a", "b", "c")]
    [True, True, False]
    """
    return int(hashlib.sha256(article_id.encode()).hexdigest(), 16) % 2 == 1


def main(out: Path) -> int:
    """Write the records; 0, or 2 where there are no reports."""
    annotated = find_or_tell(os.environ, Path(__file__).parents[1])
    if annotated is None:
        return 2
    with open_output(out) as stream:
        for record in load_reports(annotated, None):
            stream.write(msgspec.json.encode(record) + b"\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
