"""The command `python -m evals`: what it refuses, and what it claims without cases."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from evals.__main__ import FLOORS, parse_command, read_floors, write_floors
from evals.gate import Floor
from evals.questions import QUESTIONS

REPOSITORY = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "words", [["--lower"], ["--why", "it was luck"], ["--lower", "--why", "it was luck"], ["--pin", "--lower"], ["nonsense"]]
)
def test_half_a_command_is_refused(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        parse_command(words)
    assert stop.value.code == 2
    assert "usage" in capsys.readouterr().err


@pytest.mark.parametrize(("words", "questions"), [([], list(QUESTIONS)), (["pages", "claims"], ["claims", "pages"])])
def test_questions_are_asked_in_order(words: list[str], questions: list[str]) -> None:
    assert parse_command(words).questions == questions


def test_without_cases_nothing_is_measured_and_nothing_is_claimed(tmp_path: Path) -> None:
    environment = {**os.environ, "SAYSO_SHARED": str(tmp_path / "none")}
    run = subprocess.run([sys.executable, "-m", "evals"], cwd=REPOSITORY, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 0
    assert "nothing measured, nothing claimed" in run.stdout
    assert not any(character.isdigit() for character in run.stdout)


def test_floors_are_read_as_they_were_written(tmp_path: Path) -> None:
    floors = {"pages": Floor("b", {"kept": 0.9}), "claims": Floor("a", {"classed": 0.5})}
    write_floors(tmp_path / "floors.json", floors)
    assert read_floors(tmp_path / "floors.json") == floors
    assert list(read_floors(tmp_path / "floors.json")) == ["claims", "pages"]


def test_every_question_has_its_floor() -> None:
    floors = read_floors(FLOORS)
    assert {name: set(question.scores) for name, question in QUESTIONS.items()} == {
        name: set(floor.scores) for name, floor in floors.items()
    }
