"""The table of figures in README.md, written from floors.json so that the two cannot disagree."""

import re
from collections.abc import Mapping

from evals.gate import Floors
from evals.question import Question

BEGIN, END = "<!-- figures: written by make evals-pin -->", "<!-- end of figures -->"


def write_table(questions: Mapping[str, Question], floors: Floors) -> str:
    """One row a score: the question, what the score means, its value."""
    rows = ["| question | measure | score |", "| --- | --- | ---: |"]
    for name, question in questions.items():
        floor = floors.get(name)
        for at, (score, meaning) in enumerate(question.scores.items()):
            value = f"{floor.scores[score]:.3f}" if floor and score in floor.scores else "not measured"
            rows.append(f"| {question.asks if at == 0 else ''} | {meaning} | {value} |")
    return "\n".join(rows)


def put_table(page: str, table: str) -> str:
    """The page with the table between its two marks.

    Raises ValueError where the page has no marks.
    """
    page, times = re.subn(f"(?<={re.escape(BEGIN)}\n).*?(?={re.escape(END)})", lambda _: f"\n{table}\n\n", page, flags=re.DOTALL)
    if times != 1:
        raise ValueError(f"the page needs the marks {BEGIN} and {END}, once each")
    return page
