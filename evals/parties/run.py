"""Phrases in context with the party that a careful coder would give, written by somebody who has not seen the rules.

`phrases.csv`: 431 phrases of eleven wars in sentences written for this, with role, neutral name, kind, whether it is an umbrella,
and why. A party is named right where the name that Sayso displays is the table's, whatever its case; where the table says `none`,
where no party is read.
"""

import csv
from collections import Counter
from pathlib import Path

import msgspec

from evals.annotated import measured_shares
from evals.question import Json, Measured, Question, Read
from sayso.model.records import Record

PHRASES = Path(__file__).parent / "phrases.csv"
NOBODY = "none"


def measure(annotated: Path, read: Read) -> Measured:
    """Read every text by itself and compare the name of the party at each phrase; `annotated` is not needed."""
    with PHRASES.open(encoding="utf8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    records = read([{"article_id": f"phrase-{at}", "text": row["text"], "published": "2024-03-01"} for at, row in enumerate(rows)])
    counts: Counter[str] = Counter()
    for row, record in zip(rows, records, strict=True):
        count_phrase(counts, row, msgspec.convert(record, Record))
    scores = {
        "party heard": counts["heard"] / counts["parties"],
        "party named": counts["named"] / counts["parties"],
        "umbrella kept": counts["umbrellas named"] / counts["umbrellas"],
        "no party": counts["nobody heard"] / counts["nobody"],
    }
    return measured_shares(scores, counts)


def count_phrase(counts: Counter[str], row: Json, record: Record) -> None:
    """Add one phrase."""
    names = names_at(record, row["text"].index(row["phrase"]), row["phrase"])
    if row["party"] == NOBODY:
        counts.update({"nobody": 1, "nobody heard": int(not names)})
        return
    named = row["party"].casefold() in {name.casefold() for name in names}
    counts.update({"parties": 1, "heard": int(bool(names)), "named": int(named)})
    if row["umbrella"] == "yes":
        counts.update({"umbrellas": 1, "umbrellas named": int(named)})


def names_at(record: Record, start: int, phrase: str) -> set[str]:
    """The names of all parties and speakers that are read at a phrase."""
    end = start + len(phrase)
    parties = {a.name for a in record.mentions.actors if a.name and a.start < end and start < a.end}
    speakers = {a.source_name for a in record.attributions if a.source_name and any(s < end and start < e for s, e in a.source)}
    return parties | speakers


QUESTION = Question(
    asks="Are the parties named as a careful coder would?",
    cases=(),
    scores={
        "party heard": "phrases for parties at which some party is read (431 phrases, eleven wars)",
        "party named": "phrases for parties that get the table's neutral name",
        "umbrella kept": "umbrellas ('the opposition') that stay umbrellas, under the table's name",
        "no party": "phrases that look like parties and are none, at which none is read",
    },
    measure=measure,
)
