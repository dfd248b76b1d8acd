"""Articles on shootings, several an incident: are those of one incident brought together, and is its final toll right?

Weights, thresholds and the table of common words were made on the incidents whose SHA-256 is even; those that are odd are measured here.
All their articles are merged, those that stand alone as well; B-cubed counts those of incidents with two or more.
"""

import contextlib
import datetime as dt
import io
import json
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import ModuleType

import msgspec

from evals.annotated import load_scorer, read_lines
from evals.merging.baseline import merge_by_words
from evals.question import Json, Measured, Question, Read
from sayso.model.records import Record
from sayso.model.situation import Total
from sayso.model.views import LedgerView
from sayso.pipeline import view_records
from training.common_words import is_tuned_on

ARTICLES, INCIDENTS, SCORER = "corpora/gva/articles.jsonl", "corpora/gva/incidents.jsonl", "score/score_parts.py"
_BCUBED = re.compile(r"^(system|merging nothing) +B-cubed P ([0-9.]+) R ([0-9.]+) F1 ([0-9.]+)", re.M)
_HARM = ("killed", "injured")


def measure(annotated: Path, read: Read) -> Measured:
    """Read and merge the articles of the odd half and score what comes of it."""
    parts = load_scorer(annotated / SCORER)
    rows = [row for row in read_lines(annotated / ARTICLES) if not is_tuned_on(row["incident"])]
    articles = list(parts.articles("clusters", rows))
    records = [msgspec.convert(record, Record, strict=False) for record in read(articles)]
    view = view_records(records)
    events = article_events(records, view)
    words = merge_by_words([row["content"] for row in rows], [dt.date.fromisoformat(row["dct"]) for row in rows])
    plain = {article["article_id"]: f"w{group}" for article, group in zip(articles, words, strict=True)}
    pairs = [(article["article_id"], row) for article, row in zip(articles, rows, strict=True)]
    merged, by_words = score_events(parts, pairs, events), score_events(parts, pairs, plain)
    final = {row["incident_uri"]: row for row in read_lines(annotated / INCIDENTS)}
    tolls = score_tolls(pairs, events, view, final)
    scores = {
        "B-cubed F1": merged["system"][2],
        "B-cubed P": merged["system"][0],
        "B-cubed R": merged["system"][1],
        "merging nothing": merged["merging nothing"][2],
        "words within ten days": by_words["system"][2],
        **{name: round(value, 3) for name, value in tolls.items()},
    }
    return Measured(scores, json.dumps({"articles": len(rows), "with an event": len(events), **scores}, indent=1))


def article_events(records: Sequence[Record], view: LedgerView) -> dict[str, str]:
    """The event that each article is mainly about, by article; those without one are left out."""
    of_digest = {digest: event.event_id for event in view.events for digest in event.articles}
    return {r.article_id: of_digest[r.digest] for r in records if r.digest in of_digest}


def score_events(
    parts: ModuleType, pairs: Sequence[tuple[str, Json]], events: Mapping[str, str]
) -> dict[str, tuple[float, float, float]]:
    """B-cubed precision, recall and F1 as the scorer prints them, of what was merged and of merging nothing."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        parts.score_clusters(pairs, {article: {"event": event} for article, event in events.items()})
    found = _BCUBED.findall(printed.getvalue())
    return {name: (float(p), float(r), float(f1)) for name, p, r, f1 in found}


def score_tolls(
    pairs: Sequence[tuple[str, Json]], events: Mapping[str, str], view: LedgerView, final: Mapping[str, Json]
) -> dict[str, float]:
    """Shares of incidents whose killed, injured, and both are right; an incident's event is that of most of its articles."""
    rows: defaultdict[tuple[str | None, str], list[Total]] = defaultdict(list)
    for total in view.situation.casualties:
        rows[total.event_id, total.measure].append(total)
    told: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for article, row in pairs:
        if row["incident"] in final:
            told[row["incident"]].update([events[article]] if article in events else [])
    right: Counter[str] = Counter()
    for incident, found in told.items():
        event = found.most_common(1)[0][0] if found else None
        hits = [most_told(rows[event, harm]) == final[incident][f"num_{harm}"] for harm in _HARM]
        right.update(name for name, hit in zip((*_HARM, "both"), (*hits, all(hits)), strict=True) if hit)
    return {f"final {name}": right[name] / len(told) for name in (*_HARM, "both")}


def most_told(rows: Sequence[Total]) -> int:
    """The number that the rows of an event's toll come to: the highest told, the lowest where no account is closed above."""
    return sum(row.high if row.high is not None else row.low or 0 for row in rows)


QUESTION = Question(
    asks="Are reports of one happening brought together, and is its toll right in the end?",
    cases=(ARTICLES, INCIDENTS, SCORER),
    scores={
        "B-cubed F1": "articles on shootings (GVA, the half that nothing was tuned on) by the event they are mainly about, B-cubed F1",
        "B-cubed P": "the same, precision",
        "B-cubed R": "the same, recall",
        "merging nothing": "beside it: merging nothing, F1",
        "words within ten days": "beside it: TF-IDF within ten days, F1",
        "final killed": "incidents whose killed are those of the data set in the end",
        "final injured": "the same of the injured",
        "final both": "the same of both",
    },
    measure=measure,
)
