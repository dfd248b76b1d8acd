"""News with every attribution marked: who speaks, the cue, and what they say."""

from pathlib import Path

from evals.annotated import pick_scores, score_part
from evals.question import Measured, Question, Read

NEWS, SCORER = "corpora/polnear/dev.jsonl", "score/score_parts.py"
PATTERNS = {"source": r"source +P .*F1 ([0-9.]+)", "cue": r"cue +P .*F1 ([0-9.]+)", "content": r"content characters +P .*F1 ([0-9.]+)"}


def measure(annotated: Path, read: Read) -> Measured:
    """Read the articles and score their attributions."""
    return pick_scores(score_part(annotated, read, "attribution", NEWS), PATTERNS)


QUESTION = Question(
    asks="Is it read who says what?",
    cases=(NEWS, SCORER),
    scores={
        "source": "spans of who says it (PolNeAR), F1",
        "cue": "spans of the word that tells of the saying, F1",
        "content": "characters of what is said, F1",
    },
    measure=measure,
)
