"""Persons named in news, marked private or public by somebody who has not seen the rules, against the names that protection masks.

`persons.jsonl` holds offsets alone: 22 articles of gold/dev, 100 others of FA-KES, The Guardian and pages on displacement. Each article
is read and published by itself, in every format. A private name is kept out where it stands in none of these; it is masked where all of
its words would be, were the whole text published; a public one is shown where none would. An article in a language that is not read is
never published.
"""

import datetime as dt
import re
from collections import Counter
from pathlib import Path

import msgspec

from evals.annotated import measured_shares, read_lines
from evals.question import Json, Measured, Question, Read
from sayso.model.articles import Span
from sayso.model.records import Record
from sayso.model.views import LedgerView
from sayso.outputs.exports import EXPORTS, export_view
from sayso.outputs.private_names import NameFilter
from sayso.outputs.protection import known_names, private_names
from sayso.outputs.report import write_report_html, write_report_markdown
from sayso.pipeline import READ_LANGUAGES, view_records

LABELS = Path(__file__).parent / "persons.jsonl"
GOLD = "gold/dev.articles.jsonl"
OFFICIALS = frozenset({"office holder", "spokesperson", "commander", "political figure"})
"""Kinds of public persons who hold an office; the others are journalists, authors, the famous and the dead."""

POOLS = ("corpora/articles/fakes.jsonl", "corpora/articles/guardian.jsonl", "corpora/articles/idmc.jsonl")


def measure(annotated: Path, read: Read) -> Measured:
    """Read every article by itself and compare the names that would be masked in whatever is published of it."""
    texts = {row["article_id"]: row for name in (*POOLS, GOLD) for row in read_lines(annotated / name)}
    rows = read_lines(LABELS)
    records = read([texts[row["article_id"]] for row in rows])
    counts: Counter[str] = Counter()
    for row, record in zip(rows, records, strict=True):
        count_article(counts, row, msgspec.convert(record, Record))
    scores = {
        "private kept out": counts["private kept out"] / counts["private"],
        "private masked": counts["private masked"] / counts["private"],
        "private masked, gold/dev": counts["private masked, gold/dev"] / counts["private, gold/dev"],
        "officials shown": counts["officials shown"] / counts["officials"],
        "public shown": counts["public shown"] / counts["public"],
        "protected articles": counts["articles all masked"] / counts["articles with private"],
        "masks on names": counts["masks on names"] / counts["masks"],
    }
    return measured_shares(scores, counts)


def masked_in(record: Record, view: LedgerView) -> list[Span]:
    """Stretches of an article's text that protection would mask; all of it where it is in a language that is not read."""
    if record.language not in READ_LANGUAGES:
        return [(0, len(record.text))]
    return NameFilter(private_names(view), known_names(view)).spans_in(record.text)


def publish(view: LedgerView) -> str:
    """Everything that is published of a view, in every format."""
    reports = (write_report_html(view, "public"), write_report_markdown(view, "public"))
    return "\n".join((*reports, *(export_view(view, form, what, "public") for form, kinds in EXPORTS.items() for what in kinds)))


def count_article(counts: Counter[str], row: Json, record: Record) -> None:
    """Add the names of one article."""
    view = view_records([record], as_of=dt.date.max)
    masked, published = masked_in(record, view), publish(view)
    found = [re.search(rf"(?<!\w){re.escape(record.text[start:end])}(?!\w)", published, re.I) for start, end, _ in row["private"]]
    counts.update({"private kept out": sum(hit is None for hit in found)})
    private = [any(a <= start and end <= b for a, b in masked) for start, end, _ in row["private"]]
    public = [not any(a < end and start < b for a, b in masked) for start, end, _ in row["public"]]
    officials = [shown for shown, (_, _, kind) in zip(public, row["public"], strict=True) if kind in OFFICIALS]
    counts.update({"officials": len(officials), "officials shown": sum(officials)})
    counts.update({"private": len(private), "private masked": sum(private), "public": len(public), "public shown": sum(public)})
    if row["pool"] == "gold/dev":
        counts.update({"private, gold/dev": len(private), "private masked, gold/dev": sum(private)})
    named = [(start, end) for who in ("private", "public") for start, end, _ in row[who]]
    counts.update({"masks": len(masked), "masks on names": sum(any(a < end and start < b for start, end in named) for a, b in masked)})
    if private:
        counts.update({"articles with private": 1, "articles all masked": int(all(private))})


QUESTION = Question(
    asks="Are private persons kept out of what is published?",
    cases=(GOLD, *POOLS),
    scores={
        "private kept out": "names of private persons that stand in nothing published, in any format",
        "private masked": "names of private persons that would be masked, were the whole text published",
        "private masked, gold/dev": "the same in the first set of articles above",
        "officials shown": "names of persons in public office that are shown",
        "public shown": "names of all public persons that are shown, journalists and the famous too",
        "protected articles": "articles naming private persons in which all of them are masked",
        "masks on names": "stretches that would be masked that name some person, not a place, a body or a plain word",
    },
    measure=measure,
)
