"""Word tables of a language, reviewed under `knowledge/`, and patterns made of them."""

import re
from collections.abc import Iterable
from typing import Any

from sayso.knowledge.tables import read_table


def word_table(name: str, language: str = "english") -> dict[str, Any]:
    """The table of words `knowledge/LANGUAGE/NAME.yaml`."""
    table: dict[str, Any] = read_table(f"{language}/{name}")
    return table


class _Node:
    """What may follow one beginning of words, by the next letter, and whether a word ends here."""

    def __init__(self) -> None:
        self.following: dict[str, _Node] = {}
        self.ends = False

    def add(self, rest: str) -> None:
        """Take in a word, or what is left of it."""
        if rest:
            self.following.setdefault(rest[0], _Node()).add(rest[1:])
        else:
            self.ends = True

    def pattern(self) -> str:
        """A pattern of all that may follow, the longest that stands in the text first."""
        branches = [(r"\s+" if letter == " " else re.escape(letter)) + node.pattern() for letter, node in sorted(self.following.items())]
        if len(branches) == 1 and not self.ends:
            return branches[0]
        return f"(?:{'|'.join(branches)})" + ("?" if self.ends else "") if branches else ""


def any_of(words: Iterable[str]) -> str:
    """A pattern that matches any of the words, longest first, with any one white space inside; what words share is tried once.

    >>> any_of(["up", "up to", "over"])
    '(?:(?:over|up(?:\\\\s+to)?))'
    """
    root = _Node()
    for word in words:
        root.add(word)
    return f"(?:{root.pattern()})"
