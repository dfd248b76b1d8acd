"""Sentences of a text, with offsets: full stops of abbreviations and initials do not end one, line breaks do."""

import re

import msgspec

from sayso.model.articles import Article, Span
from sayso.model.vocabulary import BODY_KINDS

_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen lt col maj capt sgt brig adm gov sen rep st jr sr no vs etc inc ltd co corp dept est approx "
    "jan feb mar apr jun jul aug sep sept oct nov dec u.s u.n u.k e.g i.e a.m p.m fig op art al ave km".split()
)
_END = re.compile(r"[.!?\u061f\u06d4\u2026]+[\"'\u201d\u2019)\]]*(?=\s|$)")
_OPENS = re.compile(r"\s+[\"'\u201c\u2018(\[\-\u2013\u2014\u2022]*([A-Z0-9\u00c0-\u00de\u0600-\u06ff]|al-|el-)")


class Sentence(msgspec.Struct, frozen=True):
    """Offsets of a sentence in the article's text, and the index of the block that it stands in."""

    start: int
    end: int
    block: int


def _ends_here(text: str, start: int, stop: re.Match[str], end: int) -> bool:
    word = re.search(r"([\w.]+)$", text[start : stop.start()])
    if stop.group().startswith(".") and len(stop.group().rstrip("\"'\u201d\u2019)]")) == 1 and word:
        last = word.group(1).lower()
        if last in _ABBREVIATIONS or re.fullmatch(r"[A-Z]", word.group(1)):
            return bool(last in {"a.m", "p.m", "u.s", "u.n", "u.k", "etc"} and re.match(r"\s+(The|A|In|On|It|He|She|They|But)\b", text[stop.end() : end]))
    return stop.end() >= end or bool(_OPENS.match(text, stop.end(), end))


def _trim(text: str, start: int, end: int) -> Span | None:
    piece = text[start:end]
    lead = len(piece) - len(piece.lstrip())
    return (start + lead, start + len(piece.rstrip())) if piece.strip() else None


def split_sentences(text: str, span: Span) -> tuple[Span, ...]:
    """Cut a stretch of text into sentences without their surrounding white space.

    >>> text = "Gen. Salim spoke to the U.N. on Monday. Shelling went on.\\nTwo died."
    >>> [text[a:b] for a, b in split_sentences(text, (0, len(text)))]
    ['Gen. Salim spoke to the U.N. on Monday.', 'Shelling went on.', 'Two died.']
    """
    found: list[Span | None] = []
    for line in re.finditer(r"[^\n]+", text[span[0] : span[1]]):
        start, end = span[0] + line.start(), span[0] + line.end()
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
