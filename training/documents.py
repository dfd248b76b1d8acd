"""Annotated texts of all corpora in one shape, with what each corpus does not label left open."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

Span = tuple[int, int]


@dataclass(frozen=True)
class Trigger:
    """A claim as the network learns it: the word that tells of it, its clause, certainty, and the spans of its slots by role.

    `open` holds spans that may or may not be meant (another mention of the same name): they are no counter-example.
    """

    span: Span
    event: str
    clause: Span
    status: str
    hedged: bool
    links: Mapping[str, Sequence[Span]]
    open: Mapping[str, Sequence[Span]] = field(default_factory=dict)


@dataclass(frozen=True)
class Voice:
    """One attribution of PolNeAR: spans of source, cue and content."""

    source: Sequence[Span]
    cue: Sequence[Span]
    content: Sequence[Span]


@dataclass(frozen=True)
class Document:
    """A text and what a corpus says of it. `triggers` and `voices` are None, and a kind is missing in `spans`, where it labels none.

    `rejected` holds clauses with the class that they do not tell of; where it is given, classes are learned from these clauses and those
    of `triggers` alone, for nobody looked at the rest.
    `unsure` holds spans whose label is not to be learned from, by kind; `linked` words that point at others, whose classes are not ours.
    """

    name: str
    corpus: str
    text: str
    published: str | None = None
    publisher: str | None = None
    title: str | None = None
    triggers: Sequence[Trigger] | None = None
    voices: Sequence[Voice] | None = None
    rejected: Sequence[tuple[str, Span]] | None = None
    linked: Sequence[Trigger] = ()
    spans: Mapping[str, Sequence[Span]] = field(default_factory=dict)
    unsure: Mapping[str, Sequence[Span]] = field(default_factory=dict)


def find_all(text: str, words: str) -> list[Span]:
    """Every place where some words stand as whole words.

    >>> find_all("he fell, then the town fell", "fell")
    [(3, 7), (23, 27)]
    """
    if not words:
        return []
    pattern = rf"(?<!\w){re.escape(words)}(?!\w)"
    return [m.span() for m in re.finditer(pattern, text)] or [m.span() for m in re.finditer(re.escape(words), text)]


def nearest(spans: Sequence[Span], to: Span, within: Span | None = None) -> Span | None:
    """The span nearest to another, of those within a third if any lie there."""
    inside = [s for s in spans if within and within[0] <= s[0] and s[1] <= within[1]]
    return min(inside or spans, key=lambda s: (max(0, s[0] - to[1], to[0] - s[1]), s), default=None)
