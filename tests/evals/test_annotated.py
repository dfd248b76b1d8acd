from pathlib import Path

import pytest

from evals.annotated import digest_cases, find_annotated, pick_scores, score_part
from evals.question import Json

SCORER = """
import json
def articles(kind, rows):
    return ({"article_id": row["id"], "text": row["text"]} for row in rows)
def score_pages(pairs, got):
    print("kept", sum(row["text"] in got[name]["text"] for name, row in pairs) / len(pairs))
"""


@pytest.fixture
def annotated(tmp_path: Path) -> Path:
    folder = tmp_path / "shared"
    (folder / "score").mkdir(parents=True)
    (folder / "score" / "score_parts.py").write_text(SCORER, encoding="utf8")
    (folder / "pages.jsonl").write_text('{"id": "a", "text": "Two died."}\n{"id": "b", "text": "One fled."}\n', encoding="utf8")
    return folder


def test_the_folder_beside_the_repository_is_found(annotated: Path) -> None:
    assert find_annotated({}, annotated.parent / "sayso") == annotated


def test_the_folder_that_is_named_wins_and_may_be_missing(annotated: Path, tmp_path: Path) -> None:
    assert find_annotated({"SAYSO_SHARED": str(annotated)}, tmp_path / "elsewhere" / "sayso") == annotated
    assert find_annotated({"SAYSO_SHARED": str(tmp_path / "none")}, annotated.parent / "sayso") is None


def test_the_digest_tells_every_change_of_the_cases(annotated: Path) -> None:
    names = ("pages.jsonl", "score/score_parts.py")
    before = digest_cases(annotated, names)
    assert before == digest_cases(annotated, reversed(names))
    assert before != digest_cases(annotated, names[:1])
    (annotated / "pages.jsonl").write_text('{"id": "a", "text": "Three died."}\n', encoding="utf8")
    assert before != digest_cases(annotated, names)


def test_a_missing_file_of_cases_is_no_digest(annotated: Path) -> None:
    with pytest.raises(FileNotFoundError):
        digest_cases(annotated, ["none.jsonl"])


def test_a_part_is_scored_on_what_was_read(annotated: Path) -> None:
    def read(articles: object) -> list[Json]:
        return [{"article_id": "a", "text": "Two died. Menu"}, {"article_id": "b", "text": "Menu"}]

    assert score_part(annotated, read, "pages", "pages.jsonl") == "kept 0.5"


def test_a_score_that_was_not_printed_is_an_error() -> None:
    with pytest.raises(ValueError, match="left out"):
        pick_scores("kept 0.5 of 20", {"kept": r"kept ([0-9.]+)", "left out": r"left out ([0-9.]+)"})
