"""Excerpts on displacement with the figure, unit and place that a monitor took from them, and snippets with ACLED's sub-events."""

from pathlib import Path

from evals.annotated import pick_scores, score_part
from evals.question import Measured, Question, Read

EXCERPTS, SNIPPETS, SCORER = "corpora/idetect/dev.jsonl", "corpora/case2021/dev.jsonl", "score/score_parts.py"


def measure(annotated: Path, read: Read) -> Measured:
    """Read excerpts and snippets and score the figures and sub-events."""
    figures = pick_scores(
        score_part(annotated, read, "displacement", EXCERPTS),
        {"figure": r"figure ([0-9.]+)", "unit": r"unit ([0-9.]+)", "place": r"place ([0-9.]+)"},
    )
    kinds = pick_scores(score_part(annotated, read, "subevents", SNIPPETS), {"sub-event": r"weighted F1 ([0-9.]+)"})
    return Measured({**figures.scores, **kinds.scores}, f"{figures.details}\n{kinds.details}")


QUESTION = Question(
    asks="Are the field's own codings met?",
    cases=(EXCERPTS, SNIPPETS, SCORER),
    scores={
        "figure": "the displacement figure of an excerpt (IDETECT) stands in a claim",
        "unit": "people or households told apart, of those",
        "place": "a place of the excerpt stands in a claim",
        "sub-event": "ACLED sub-event of a snippet (CASE 2021), weighted F1",
    },
    measure=measure,
)
