"""Places in a sentence where a clause may begin, each with how strongly it parts two statements."""

from collections.abc import Sequence

import msgspec

from sayso.knowledge.tables import read_table
from sayso.language.tokens import Token


class Cut(msgspec.Struct, frozen=True, gc=False):
    """A clause may begin at token `at`; `strength` runs from 1 (a phrase) to 4 (a new statement)."""

    at: int
    strength: int


def _strength(tokens: Sequence[Token], at: int) -> int:
    table = read_table("events/clauses")
    form, before = tokens[at].form, tokens[at - 1].form if at else ""
    mark: int = table["marks"].get(before, 0)
    joiner: int = table["joiners"].get(form, 0)
    if not (mark or joiner) or _lists_names(tokens, at):
        return 0
    follower = tokens[at + 1].form if at + 1 < len(tokens) else ""
    never = table["never"]
    if follower in never.get(f"{form}_next", ()) or before in never.get(f"{form}_before", ()):
        joiner = 0
    if mark and joiner:
        return max(mark, joiner) + 1
    return mark or joiner


_NATION = ("ian", "ish", "ese", "an", "i", "'s", "\u2019s")


def _lists_names(tokens: Sequence[Token], at: int) -> bool:
    """Whether "and" stands between two names of a list ("Tarmin and Aris"), and not before a party that acts ("and Arisian forces")."""
    if tokens[at].form not in ("and", "or") or at + 1 >= len(tokens):
        return False
    before, after = tokens[at - 1], tokens[at + 1]
    return before.capital and after.capital and not after.form.endswith(_NATION)


def find_cuts(tokens: Sequence[Token]) -> tuple[Cut, ...]:
    """Every place but the first token where a clause may begin.

    >>> from sayso.language.tokens import tokenize
    >>> text = "Rebels took Tarmin, while residents fled to Aris"
    >>> tokens = tokenize(text, (0, len(text)))
    >>> [(tokens[cut.at].form, cut.strength) for cut in find_cuts(tokens)]
    [('while', 3)]
    """
    quoted = _in_short_quotations(tokens)
    found = ((at, _strength(tokens, at)) for at in range(1, len(tokens)) if at not in quoted)
    return tuple(Cut(at, strength) for at, strength in found if strength)


_MARKS = frozenset('"\u201c\u201d')
_SHORT = 10
"""Tokens up to which a quotation is a phrase of its clause ("at once and with full weight") and not speech."""


def _in_short_quotations(tokens: Sequence[Token]) -> frozenset[int]:
    marks = [at for at, token in enumerate(tokens) if token.form in _MARKS]
    pairs = zip(marks[::2], marks[1::2], strict=False)
    return frozenset(at for first, last in pairs if last - first <= _SHORT for at in range(first + 1, last + 1))
