"""A text without markup cut into lines or paragraphs, as it was laid out."""

import itertools
import re

from sayso.documents.pieces import Piece
from sayso.model.articles import Span

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_WIDEST_WRAP = 100
"""Mail, agency wires and saved bulletins wrap at 65 to 80 columns; a line of more than 100 characters was not wrapped."""
_NARROWEST_WRAP = 40
_FULL_SHARE = 0.5
"""Of the lines that another follows at once, those that have no room for its first word; below, line breaks are meant."""
_GOING_ON_SHARE = 0.3
"""Of the lines that follow a full one, those that begin with a small letter: of prose about three quarters, of captions and lists none."""


def _groups_of_lines(text: str) -> list[list[Span]]:
    groups: list[list[Span]] = [[]]
    last_end = 0
    for match in _LINE.finditer(text):
        line = match.group()
        if not line.strip():
            groups.append([])
            last_end = match.end()
            continue
        gap = text[last_end : match.start()].replace("\r\n", "\n")
        if len(gap) > 1:
            groups.append([])
        lead = len(line) - len(line.lstrip())
        groups[-1].append((match.start() + lead, match.start() + len(line.rstrip())))
        last_end = match.end()
    return [g for g in groups if g]


def _is_full(text: str, line: Span, following: Span, width: int) -> bool:
    """Whether a line is so full that the next line's first word had no room in it."""
    first = text[following[0] : following[1]].split(None, 1)[0]
    return line[1] - line[0] + 1 + len(first) >= width - max(2, width // 10)


def _width_of_wrapping(text: str, groups: list[list[Span]]) -> int | None:
    """Columns at which a text was wrapped by hand or mail; None for a text whose lines are paragraphs."""
    pairs = [(a, b) for g in groups for a, b in itertools.pairwise(g)]
    width = max((end - start for pair in pairs for start, end in pair), default=0)
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return None
    full = [b for a, b in pairs if _is_full(text, a, b, width)]
    going_on = sum(text[start].isalpha() and not text[start].isupper() for start, _ in full)
    return width if len(full) >= _FULL_SHARE * len(pairs) and going_on >= _GOING_ON_SHARE * len(full) else None


def _join_wrapped(text: str, group: list[Span], width: int) -> list[Span]:
    joined: list[Span] = []
    open_line: Span | None = None
    for line in group:
        if open_line and _is_full(text, open_line, line, width):
            joined[-1] = (joined[-1][0], line[1])
        else:
            joined.append(line)
        open_line = line
    return joined


def cut_text(text: str) -> tuple[Piece, ...]:
    """Cut a text at its line breaks, keeping the lines of a hard-wrapped paragraph together.

    >>> text = "Menu\\nHome\\n\\nThe town fell."
    >>> [text[p.start:p.end] for p in cut_text(text)]
    ['Menu', 'Home', 'The town fell.']
    """
    groups = _groups_of_lines(text)
    width = _width_of_wrapping(text, groups)
    return tuple(
        Piece(start=start, end=end, group=number)
        for number, group in enumerate(groups)
        for start, end in (_join_wrapped(text, group, width) if width else group)
    )
