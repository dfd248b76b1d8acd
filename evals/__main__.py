"""Measure how well Sayso reads, and hold the scores against their floors.

usage: python -m evals [QUESTION ...] [--pin [--lower --why REASON]]

Without the annotated folder (`shared` beside the repository, or SAYSO_SHARED) nothing is measured and nothing is claimed.
Exit status: 0, every score keeps its floor, or nothing could be measured; 1, one does not; 2, a wrong command.
"""

import argparse
import datetime as dt
import os
import sys
import time
from pathlib import Path

import msgspec

from evals.annotated import digest_cases, find_annotated
from evals.gate import Floor, Floors, LoweringError, judge_scores, pin_scores
from evals.question import Measured
from evals.questions import QUESTIONS
from evals.reading import CaseReader
from evals.table import put_table, write_table
from sayso.cli.gazetteer_file import open_gazetteer

HERE = Path(__file__).parent
REPOSITORY = HERE.parent
FLOORS, NOTES, README = HERE / "floors.json", HERE / "NOTES.md", REPOSITORY / "README.md"
DETAILS = REPOSITORY / "out" / "evals"


def read_floors(path: Path) -> Floors:
    """The pinned floors; none where the file is missing."""
    return msgspec.json.decode(path.read_bytes(), type=dict[str, Floor]) if path.exists() else {}


def write_floors(path: Path, floors: Floors) -> None:
    """Write floors as one reads them, questions in order."""
    ordered = {name: floors[name] for name in QUESTIONS if name in floors}
    path.write_bytes(msgspec.json.format(msgspec.json.encode(ordered), indent=2) + b"\n")


def parse_command(words: list[str]) -> argparse.Namespace:
    """The command as typed."""
    parser = argparse.ArgumentParser(prog="python -m evals", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("questions", nargs="*", metavar="QUESTION", help=f"of {', '.join(QUESTIONS)}; all where none is named")
    parser.add_argument("--pin", action="store_true", help="raise the floors to what was measured")
    parser.add_argument("--lower", action="store_true", help="with --pin: let floors go down")
    parser.add_argument("--why", help="with --lower: the reason, which goes into NOTES.md")
    command = parser.parse_args(words)
    if unknown := sorted(set(command.questions) - set(QUESTIONS)):
        parser.error(f"no question {', '.join(unknown)}; there are {', '.join(QUESTIONS)}")
    if command.lower != bool(command.why) or (command.lower and not command.pin):
        parser.error("--lower needs --pin and --why REASON, and --why needs --lower")
    command.questions = [name for name in QUESTIONS if name in command.questions or not command.questions]
    return command


def measure_question(name: str, annotated: Path, read: CaseReader) -> Measured:
    """Measure one question, show it, and keep the scorer's words under out/evals."""
    begun = time.monotonic()
    measured = QUESTIONS[name].measure(annotated, read)
    print(f"{name}: {QUESTIONS[name].asks} ({time.monotonic() - begun:.0f} s)")
    for score, value in measured.scores.items():
        print(f"  {value:.3f}  {QUESTIONS[name].scores[score]}")
    DETAILS.mkdir(parents=True, exist_ok=True)
    (DETAILS / f"{name}.txt").write_text(measured.details + "\n", encoding="utf8")
    return measured


def add_note(text: str) -> None:
    """Write a line at the end of the notes."""
    with NOTES.open("a", encoding="utf8") as notes:
        notes.write(f"- {dt.date.today()}: {text}\n")


def pin_question(name: str, cases: str, measured: Measured, floors: Floors, why: str | None) -> bool:
    """Set one question's floor; False where that would lower it and no reason was given."""
    try:
        floors[name], remarks = pin_scores(cases, measured.scores, floors.get(name), lower=why is not None)
    except LoweringError as refusal:
        print(f"  NOT PINNED: {refusal}")
        return False
    for remark in remarks:
        add_note(f"{name}: {remark}{f'; why: {why}' if why else ''}")
    print("  pinned")
    return True


def judge_question(name: str, cases: str, measured: Measured, floors: Floors) -> bool:
    """Hold one question against its floor and say so."""
    verdict = judge_scores(cases, measured.scores, floors.get(name))
    for line in verdict.failures:
        print(f"  FAILS: {line}")
    for line in verdict.gains:
        print(f"  gained: {line}; keep it with --pin")
    return verdict.passes


def main(words: list[str]) -> int:
    """Measure the questions named; the exit status."""
    command = parse_command(words)
    annotated = find_annotated(os.environ, REPOSITORY)
    if annotated is None:
        print("evals: no annotated folder (`shared` beside the repository, or SAYSO_SHARED): nothing measured, nothing claimed")
        return 0
    read, floors, passed = CaseReader(open_gazetteer(None)), read_floors(FLOORS), True
    for name in command.questions:
        cases = digest_cases(annotated, QUESTIONS[name].cases)
        measured = measure_question(name, annotated, read)
        if command.pin:
            passed &= pin_question(name, cases, measured, floors, command.why)
        else:
            passed &= judge_question(name, cases, measured, floors)
    if command.pin:
        write_floors(FLOORS, floors)
        README.write_text(put_table(README.read_text(encoding="utf8"), write_table(QUESTIONS, floors)), encoding="utf8")
    print("evals: every score keeps its floor" if passed else "evals: FAILED")
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
