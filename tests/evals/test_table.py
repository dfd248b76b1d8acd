import pytest

from evals.gate import Floor
from evals.question import Measured, Question
from evals.table import BEGIN, END, put_table, write_table

QUESTION = Question(asks="Found?", cases=("a",), scores={"F1": "found, F1", "kept": "kept"}, measure=lambda folder, read: Measured({}, ""))


def test_a_row_a_score_with_the_question_once() -> None:
    table = write_table({"pages": QUESTION}, {"pages": Floor("digest", {"F1": 0.5})})
    assert table.splitlines()[2:] == ["| Found? | found, F1 | 0.500 |", "|  | kept | not measured |"]


def test_only_what_stands_between_the_marks_changes() -> None:
    assert put_table(f"before\n{BEGIN}\nold\n{END}\nafter", "| new |") == f"before\n{BEGIN}\n\n| new |\n\n{END}\nafter"


def test_a_page_without_marks_is_refused() -> None:
    with pytest.raises(ValueError, match="marks"):
        put_table("no marks here", "| new |")
