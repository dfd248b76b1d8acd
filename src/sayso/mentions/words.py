"""Word tables of a language, reviewed under `knowledge/`, and patterns made of them."""

import re
from collections.abc import Iterable
from typing import Any

from sayso.knowledge.tables import read_table


def word_table(name: str, language: str = "english") -> dict[str, Any]:
    """The table of words `knowledge/LANGUAGE/NAME.yaml`."""
    table: dict[str, Any] = read_table(f"{language}/{name}")
    return table


def any_of(words: Iterable[str]) -> str:
    """A pattern that matches any of the words, longest first, with any one white space inside.

    >>> any_of(["up", "up to"])
    '(?:up\\\\s+to|up)'
    """
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered) + ")"
