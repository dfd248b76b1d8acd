"""Sentences of a text, with offsets: full stops of abbreviations and initials do not end one, blank lines do."""

import re
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from sayso.model.articles import Article, Span
from sayso.model.vocabulary import BODY_KINDS

_ABBREVIATIONS = frozenset({
    "mr", "mrs", "ms", "dr", "prof", "gen", "lt", "col", "maj", "capt", "sgt", "brig", "adm", "gov", "sen", "rep", "st", "jr", "sr", "no",
    "vs", "etc", "inc", "ltd", "co", "corp", "dept", "est", "approx", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept",
    "oct", "nov", "dec", "u.s", "u.n", "u.k", "e.g", "i.e", "a.m", "p.m", "fig", "op", "art", "al", "ave", "km",
})  # fmt: skip
_END = re.compile(r"[.!?\u061f\u06d4\u2026]+[\"'\u201d\u2019)\]]*(?=\s|$)")
_OPENS = re.compile(r"\s+[\"'\u201c\u2018(\[\-\u2013\u2014\u2022]*([A-Z0-9\u00c0-\u00de\u0600-\u06ff]|al-|el-)")
_BREAK = re.compile(r"\n\s*?\n\s*")
_MAY_END = frozenset({"a.m", "p.m", "u.s", "u.n", "u.k", "etc"})
_NEW_SUBJECT = re.compile(r"\s+(The|A|In|On|It|He|She|They|But)\b")
_LONGEST_ABBREVIATION = 8
_LAST_WORD = re.compile(r"[\w.]+$")


class Sentence(msgspec.Struct, frozen=True):
    """Offsets of a sentence in the article's text, and the index of the block that it stands in."""

    start: int
    end: int
    block: int


def _is_abbreviation(text: str, start: int, stop: re.Match[str], end: int) -> bool:
    """Whether a full stop belongs to the word before it and ends no sentence there."""
    word = _LAST_WORD.search(text[max(start, stop.start() - _LONGEST_ABBREVIATION) : stop.start()])
    if word is None or stop.group().rstrip("\"'\u201d\u2019)]") != ".":
        return False
    last = word.group().lower()
    if last not in _ABBREVIATIONS and not re.fullmatch(r"[A-Z]", word.group()):
        return False
    return not (last in _MAY_END and _NEW_SUBJECT.match(text, stop.end(), end))


def _ends_here(text: str, start: int, stop: re.Match[str], end: int) -> bool:
    return not _is_abbreviation(text, start, stop, end) and (stop.end() >= end or bool(_OPENS.match(text, stop.end(), end)))


def _trim(text: str, start: int, end: int) -> Span | None:
    piece = text[start:end]
    lead = len(piece) - len(piece.lstrip())
    return (start + lead, start + len(piece.rstrip())) if piece.strip() else None


def _stretches(text: str, span: Span) -> Iterator[Span]:
    """What stands between blank lines."""
    start = span[0]
    for gap in _BREAK.finditer(text, *span):
        yield start, gap.start()
        start = gap.end()
    yield start, span[1]


@lru_cache(maxsize=512)
def split_sentences(text: str, span: Span) -> tuple[Span, ...]:
    """Cut a stretch of text into sentences without their surrounding white space.

    A blank line ends a sentence. A single line break does not: where it means a new paragraph, the paragraphs are blocks of their
    own, and within a block it only wraps a line, as mail and agency wires do.

    >>> text = "Gen. Salim spoke to the U.N. on Monday. Shelling went on.\\nTwo died."
    >>> [text[a:b] for a, b in split_sentences(text, (0, len(text)))]
    ['Gen. Salim spoke to the U.N. on Monday.', 'Shelling went on.', 'Two died.']
    """
    found: list[Span | None] = []
    for start, end in _stretches(text, span):
        for stop in _END.finditer(text, start, end):
            if _ends_here(text, start, stop, end):
                found.append(_trim(text, start, stop.end()))
                start = stop.end()
        found.append(_trim(text, start, end))
    return tuple(s for s in found if s)


def sentences_of(article: Article) -> tuple[Sentence, ...]:
    """All sentences to read claims from, in the order of the text: body blocks that repeat nothing said elsewhere."""
    return tuple(
        Sentence(start, end, index)
        for index, block in enumerate(article.blocks)
        if block.kind in BODY_KINDS and block.repeats is None
        for start, end in split_sentences(article.text, (block.start, block.end))
    )


def spans_of(article: Article) -> tuple[Span, ...]:
    """Start and end of all sentences to read claims from."""
    return tuple((sentence.start, sentence.end) for sentence in sentences_of(article))
