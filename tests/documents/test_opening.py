"""The opening of a text that lost its line breaks, and agencies' place lines."""

import pytest

from sayso.documents.opening import open_piece
from sayso.documents.page_words import page_words
from sayso.documents.pieces import Piece


@pytest.mark.parametrize(
    ("text", "title", "parts"),
    [
        ("ANKARA, Jan 28 (Reuters) - Two died.", None, [("dateline", "ANKARA, Jan 28 (Reuters) -"), (None, "Two died.")]),
        ("SANDMOUTH (Coast News) Two died.", None, [("dateline", "SANDMOUTH (Coast News)"), (None, "Two died.")]),
        ("SANDMOUTH COUNTRYSIDE – Two died.", None, [("dateline", "SANDMOUTH COUNTRYSIDE –"), (None, "Two died.")]),
        ("28 January 2020 Two people died there.", None, [("dateline", "28 January 2020"), (None, "Two people died there.")]),
        (
            "Published: 28 January 2020 Flood takes the coast road Two died.", "Flood takes the coast road",
            [("dateline", "Published: 28 January 2020"), ("title", "Flood takes the coast road"), (None, "Two died.")],
        ),
        ("On 28 January 2020 two people died.", None, [(None, "On 28 January 2020 two people died.")]),
        ("28 January 2020, two people died.", None, [(None, "28 January 2020, two people died.")]),
        ("NATO said that two people died.", None, [(None, "NATO said that two people died.")]),
        ("Two people died.", "Flood takes the coast road", [(None, "Two people died.")]),
    ],
)  # fmt: skip
def test_parts_of_an_opening(text: str, title: str | None, parts: list[tuple[str | None, str]]) -> None:
    found = open_piece(text, Piece(start=0, end=len(text)), page_words(), title)
    assert [(p.kind, text[p.start : p.end]) for p in found] == parts
