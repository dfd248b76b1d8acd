"""Excerpts on displacement with the figure, unit and place that a monitor took from them, and snippets with ACLED's sub-events."""

import re
from pathlib import Path

from evals.annotated import pick_scores, read_lines, score_part
from evals.question import Json, Measured, Question, Read

EXCERPTS, SNIPPETS, SCORER = "corpora/idetect/dev.jsonl", "corpora/case2021/dev.jsonl", "score/score_parts.py"


def measure(annotated: Path, read: Read) -> Measured:
    """Read excerpts and snippets and score the figures and sub-events."""
    figures = pick_scores(
        score_part(annotated, read, "displacement", EXCERPTS),
        {"figure": r"figure ([0-9.]+)", "unit": r"unit ([0-9.]+)", "term": r"term ([0-9.]+)", "place": r"place ([0-9.]+)"},
    )
    kinds = pick_scores(score_part(annotated, read, "subevents", SNIPPETS), {"sub-event": r"weighted F1 ([0-9.]+)"})
    told = f"of the excerpts with a place {_share_told(read_lines(annotated / EXCERPTS)):.3f} have a word of it in their text"
    return Measured({**figures.scores, **kinds.scores}, f"{figures.details}; {told}\n{kinds.details}")


def _share_told(rows: list[Json]) -> float:
    """The share of excerpts with a place whose text holds a word of it: no more can be read, the rest was coded from elsewhere."""
    placed = [(str(row["Excerpt"] or "").lower(), row["Specific location"]) for row in rows if row.get("Specific location")]
    return sum(any(word.lower() in text for word in re.findall(r"\w{4,}", place)) for text, place in placed) / max(1, len(placed))


QUESTION = Question(
    asks="Are the field's own codings met?",
    cases=(EXCERPTS, SNIPPETS, SCORER),
    scores={
        "figure": "the displacement figure of an excerpt (IDETECT) stands in a claim",
        "unit": "people or households told apart, of those",
        "term": "IDMC's term is right, of those",
        "place": "a place of the excerpt stands in a claim",
        "sub-event": "ACLED sub-event of a snippet (CASE 2021), weighted F1",
    },
    measure=measure,
)
