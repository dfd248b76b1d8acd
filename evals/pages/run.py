"""Web pages, with pieces of text that belong to the article and pieces that do not."""

from pathlib import Path

from evals.annotated import pick_scores, score_part
from evals.question import Measured, Question, Read

PAGES, SCORER = "corpora/pages/pages.jsonl", "score/score_parts.py"


def measure(annotated: Path, read: Read) -> Measured:
    """Read the pages and count the pieces."""
    patterns = {"kept": r"kept ([0-9.]+)", "left out": r"left out ([0-9.]+)"}
    return pick_scores(score_part(annotated, read, "pages", PAGES), patterns)


QUESTION = Question(
    asks="Is the article told from the page around it?",
    cases=(PAGES, SCORER),
    scores={
        "kept": "pieces of the article that were kept (half of the pages served for tuning)",
        "left out": "pieces of the page around it that were left out",
    },
    measure=measure,
)
