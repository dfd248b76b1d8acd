"""Persons named in news, marked private or public by somebody who has not seen the rules, against the names that protection masks.

`persons.jsonl` holds offsets alone: 22 articles of gold/dev, 100 others of FA-KES, The Guardian and pages on displacement. A private name
counts as masked where all of its words are, a public one as shown where none is.
"""

import datetime as dt
from collections import Counter
from pathlib import Path

import msgspec

from evals.annotated import measured_shares, read_lines
from evals.question import Json, Measured, Question, Read
from sayso.model.articles import Span
from sayso.model.records import Record
from sayso.outputs.private_names import NameFilter
from sayso.outputs.protection import known_names, private_names
from sayso.pipeline import view_records

LABELS = Path(__file__).parent / "persons.jsonl"
GOLD = "gold/dev.articles.jsonl"
POOLS = ("corpora/articles/fakes.jsonl", "corpora/articles/guardian.jsonl", "corpora/articles/idmc.jsonl")


def measure(annotated: Path, read: Read) -> Measured:
    """Read every article by itself and compare the names that would be masked in whatever is published of it."""
    texts = {row["article_id"]: row for name in (*POOLS, GOLD) for row in read_lines(annotated / name)}
    rows = read_lines(LABELS)
    records = read([texts[row["article_id"]] for row in rows])
    counts: Counter[str] = Counter()
    for row, record in zip(rows, records, strict=True):
        count_article(counts, row, masked_in(msgspec.convert(record, Record)))
    scores = {
        "private masked": counts["private masked"] / counts["private"],
        "private masked, gold/dev": counts["private masked, gold/dev"] / counts["private, gold/dev"],
        "public shown": counts["public shown"] / counts["public"],
        "protected articles": counts["articles all masked"] / counts["articles with private"],
    }
    return measured_shares(scores, counts)


def masked_in(record: Record) -> list[Span]:
    """Stretches of an article's text that protection would mask."""
    view = view_records([record], as_of=dt.date.max)
    return NameFilter(private_names(view), known_names(view)).spans_in(record.text)


def count_article(counts: Counter[str], row: Json, masked: list[Span]) -> None:
    """Add the names of one article."""
    private = [any(a <= start and end <= b for a, b in masked) for start, end, _ in row["private"]]
    public = [not any(a < end and start < b for a, b in masked) for start, end, _ in row["public"]]
    counts.update({"private": len(private), "private masked": sum(private), "public": len(public), "public shown": sum(public)})
    if row["pool"] == "gold/dev":
        counts.update({"private, gold/dev": len(private), "private masked, gold/dev": sum(private)})
    if private:
        counts.update({"articles with private": 1, "articles all masked": int(all(private))})


QUESTION = Question(
    asks="Are private persons kept out of what is published?",
    cases=(GOLD, *POOLS),
    scores={
        "private masked": "names of private persons that are masked",
        "private masked, gold/dev": "the same in the first set of articles above",
        "public shown": "names of persons in public office that are shown",
        "protected articles": "articles naming private persons in which all of them are masked",
    },
    measure=measure,
)
