"""Places in a sentence where a clause may begin, each with how strongly it parts two statements."""

from collections.abc import Sequence

import msgspec

from sayso.knowledge.tables import read_table
from sayso.language.tokens import Token


class Cut(msgspec.Struct, frozen=True):
    """A clause may begin at token `at`; `strength` runs from 1 (a phrase) to 4 (a new statement)."""

    at: int
    strength: int


def _strength(tokens: Sequence[Token], at: int) -> int:
    table = read_table("events/clauses")
    form, before = tokens[at].form, tokens[at - 1].form if at else ""
    follower = tokens[at + 1].form if at + 1 < len(tokens) else ""
    mark: int = table["marks"].get(before, 0)
    joiner: int = table["joiners"].get(form, 0)
    if follower in table["never"].get(f"{form}_next", ()):
        joiner = 0
    if mark and joiner:
        return max(mark, joiner) + 1
    return mark or joiner


def find_cuts(tokens: Sequence[Token]) -> tuple[Cut, ...]:
    """Every place but the first token where a clause may begin.

    >>> from sayso.knowledge.tables import read_table
from sayso.language.tokens import tokenize
    >>> text = "Rebels took Tarmin, while residents fled to Aris"
    >>> tokens = tokenize(text, (0, len(text)))
    >>> [(tokens[cut.at].form, cut.strength) for cut in find_cuts(tokens)]
    [('while', 3)]
    """
    found = ((at, _strength(tokens, at)) for at in range(1, len(tokens)))
    return tuple(Cut(at, strength) for at, strength in found if strength)
