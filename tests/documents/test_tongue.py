"""The language of a text."""

import pytest

from sayso.documents.tongue import find_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The road was closed by snow and the drivers were stuck.", "en"),
        ("Hundreds fled Maarat al-Numan and Saraqeb for Sarmada and Atmeh on Monday, the council said.", "en"),
        ("The Popular Mobilisation Forces entered Hawija alongside federal police in October 2017.", "en"),
        ("La route était fermée par la neige et les conducteurs étaient bloqués.", "fr"),
        ("أغلقت الثلوج الطريق وعلق السائقون.", "ar"),
        ("Дорога была закрыта из-за снега, и водители застряли.", "ru"),
        ("1 2 3", None),
        ("", None),
    ],
)
def test_language(text: str, language: str | None) -> None:
    assert find_language(text) == language
