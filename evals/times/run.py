"""News and histories of wars with their expressions of time marked in TimeML."""

from pathlib import Path

from evals.annotated import score_sets
from evals.question import Measured, Question, Read

SETS = {"news": "corpora/times/timebank.jsonl", "wars": "corpora/times/wikiwars.jsonl"}
SCORER = "score/score_parts.py"
PATTERNS = {"found": r"relaxed P .*?F1 ([0-9.]+)", "value": r"value P .*?F1 ([0-9.]+)"}


def measure(annotated: Path, read: Read) -> Measured:
    """Read each set and score its times."""
    return score_sets(annotated, read, "times", SETS, PATTERNS)


QUESTION = Question(
    asks="Are times found and read right?",
    cases=(*SETS.values(), SCORER),
    scores={
        "found, news": "expressions of time in news (TimeBank), F1",
        "value, news": "with the right value, F1",
        "found, wars": "expressions of time in histories of wars (WikiWars), F1",
        "value, wars": "with the right value, F1",
    },
    measure=measure,
)
