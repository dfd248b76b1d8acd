"""Which line is the title, the standfirst, a heading, a caption, a pull quote, and which are paragraphs."""

import re
from collections.abc import Sequence

import msgspec

from sayso.documents.captions import credits_outlet, find_credit, is_credit_alone, looks_like_a_caption
from sayso.documents.page_words import PageWords
from sayso.documents.pieces import Piece, count_words, ends_like_a_sentence, words_of
from sayso.documents.repeats import RepeatIndex
from sayso.model.articles import Span
from sayso.model.vocabulary import BlockKind

_PARAGRAPH_WORDS = 12
_TITLE_WORDS = 35
_HEADING_WORDS = 10
_STANDFIRST_WORDS = 60
_PULLED_WORDS = 60
_FEWEST_PULLED = 6
_SPEAKER = re.compile(r"[-–—―]\s*\S.{0,100}$")
_BRACKETED = re.compile(r"[(\[].*[)\]]", re.DOTALL)
_QUOTED = re.compile(r"^(['‘\"“«]).*(['’\"”»])$", re.DOTALL)


def _set(pieces: list[Piece], index: int, kind: BlockKind, why: str | None = None) -> None:
    pieces[index] = msgspec.structs.replace(pieces[index], kind=kind, why=why)


def _line(text: str, piece: Piece) -> str:
    return text[piece.start : piece.end]


def first_paragraph(text: str, pieces: Sequence[Piece]) -> int:
    """Index of the first piece that reads like a paragraph: sentences of a dozen words or more."""
    for index, piece in enumerate(pieces):
        line = _line(text, piece)
        if piece.kind in (None, "paragraph") and count_words(line) >= _PARAGRAPH_WORDS and re.search(r"[.!?…]['\"”’»)\]]*$", line):
            return index
    return len(pieces)


def mark_title(text: str, pieces: list[Piece], title: str | None) -> int | None:
    """Mark the title: the line that equals the input's title, else the first long enough line above the first paragraph."""
    wanted = [w for w, _, _ in words_of(title, (0, len(title)))] if title else []
    body = first_paragraph(text, pieces)
    open_lines = [i for i, p in enumerate(pieces) if p.kind is None and not _BRACKETED.fullmatch(_line(text, p))]
    for index in open_lines[:20]:
        if wanted and [w for w, _, _ in words_of(text, (pieces[index].start, pieces[index].end))] == wanted:
            return _mark_title_at(pieces, index)
    if body == len(pieces) and len(open_lines) < 2:
        return None
    heads = [i for i in open_lines if i < body and count_words(_line(text, pieces[i])) <= _TITLE_WORDS]
    fit = [i for i in heads if count_words(_line(text, pieces[i])) >= 4] or heads
    return _mark_title_at(pieces, fit[0]) if fit else None


def _mark_title_at(pieces: list[Piece], index: int) -> int:
    for earlier in range(index):
        if pieces[earlier].kind is None:
            _set(pieces, earlier, "navigation", "stands above the title: a name of the site or section, or a note of the wire service")
    _set(pieces, index, "title")
    return index


def mark_captions(text: str, pieces: list[Piece], words: PageWords, outlet: str | None) -> None:
    """Mark lines that end with a photo credit, the outlet's own included, and lines printed twice that end with a name in brackets."""
    last = max((i for i, p in enumerate(pieces) if p.kind is None), default=0)
    for index, piece in enumerate(pieces):
        line = _line(text, piece)
        if piece.kind in (None, "caption") and is_credit_alone(line, words):
            _set(pieces, index, "licence", "names who took a picture and says nothing of what it shows")
        if pieces[index].kind is not None:
            continue
        if looks_like_a_caption(line, words):
            if index < last or not re.search(r"[.][\"”’]? \(\w+\)$", line):
                _set(pieces, index, "caption")
        elif credits_outlet(line, words, outlet):
            _set(pieces, index, "caption", "ends with the outlet's own name")
        elif _is_doubled(text, pieces, index) and find_credit(line, words, is_caption=True):
            _set(pieces, index, "caption", "is printed twice and ends with a name in brackets")


def _is_doubled(text: str, pieces: Sequence[Piece], index: int) -> bool:
    line = _line(text, pieces[index])
    return any(_line(text, p) == line for p in (*pieces[max(index - 1, 0) : index], *pieces[index + 1 : index + 2]))


def mark_standfirst(text: str, pieces: list[Piece], title: int | None) -> None:
    """Mark the line below the title that sums the article up: before the byline or date, or without a full stop."""
    if title is None:
        return
    for index in range(title + 1, min(title + 4, len(pieces))):
        piece, line = pieces[index], _line(text, pieces[index])
        if piece.kind is not None:
            continue
        following = next((p.kind for p in pieces[index + 1 :] if p.kind not in ("navigation", "promotion")), None)
        summary = not ends_like_a_sentence(line) or following in ("byline", "dateline")
        if 5 <= count_words(line) <= _STANDFIRST_WORDS and summary and index + 1 < len(pieces):
            _set(pieces, index, "standfirst")
        return


def join_pull_quotes(text: str, pieces: list[Piece]) -> list[Piece]:
    """Join a quoted line and the "- Speaker" line below it into one pull quote."""
    joined: list[Piece] = []
    for piece in pieces:
        before = joined[-1] if joined else None
        signed = _SPEAKER.match(_line(text, piece)) and count_words(_line(text, piece)) <= 15
        quote = before and before.kind in (None, "pull_quote") and _QUOTED.match(_line(text, before))
        if before and quote and signed and piece.kind in (None, "byline", "pull_quote"):
            joined[-1] = msgspec.structs.replace(before, end=piece.end, kind="pull_quote", why="a quoted line with its speaker below")
        else:
            joined.append(piece)
    return joined


def quote_span(text: str, piece: Piece) -> Span:
    """The quoted words of a pull quote, without the line that names the speaker."""
    line = _line(text, piece)
    signed = re.search(r"\s*\n\s*(?:[-–—―]\s*[^\n]+|[^\n]{2,80}(?<![.!?'\"”’»]))$", line)
    return piece.start, piece.start + (signed.start() if signed else len(line))


def mark_repeated_quotes(text: str, pieces: list[Piece]) -> None:
    """Mark as pull quotes lines in quotation marks whose words a paragraph has, and sentences that it has whole."""
    body = RepeatIndex(text, [(p.start, p.end) for p in pieces if p.kind in (None, "paragraph")])
    for index, piece in enumerate(pieces):
        if piece.kind is not None or count_words(_line(text, piece)) > _PULLED_WORDS:
            continue
        repeat = body.find_repeat((piece.start, piece.end), longer=True)
        whole = repeat and count_words(text[slice(*repeat)]) == count_words(_line(text, piece)) >= _FEWEST_PULLED
        if repeat and (whole or _QUOTED.match(_line(text, piece))):
            _set(pieces, index, "pull_quote", "words that a paragraph has too")


def mark_headings(text: str, pieces: list[Piece]) -> None:
    """Mark short lines without a closing mark between paragraphs as headings; everything else is a paragraph."""
    body = first_paragraph(text, pieces)
    following = _next_open(pieces)
    for index, piece in enumerate(pieces):
        if piece.kind is not None:
            continue
        line, below = _line(text, piece), following[index]
        short = count_words(line) <= _HEADING_WORDS and not ends_like_a_sentence(line) and line[:1].isupper()
        if short and _stands_above_a_promotion(pieces, index):
            _set(pieces, index, "promotion", "the heading of a promotion")
            continue
        heads = short and below is not None and count_words(_line(text, below)) >= _PARAGRAPH_WORDS and body < len(pieces)
        signs = count_words(line) <= 4 and _SPEAKER.match(line) and not ends_like_a_sentence(line)
        _set(pieces, index, "byline" if signs else "heading" if heads else "paragraph", "signs the text above" if signs else None)


def _next_open(pieces: Sequence[Piece]) -> list[Piece | None]:
    """For each piece the next one below it whose kind is open."""
    below: list[Piece | None] = [None] * len(pieces)
    for index in range(len(pieces) - 2, -1, -1):
        below[index] = pieces[index + 1] if pieces[index + 1].kind is None else below[index + 1]
    return below


def _stands_above_a_promotion(pieces: Sequence[Piece], index: int) -> bool:
    return index + 1 < len(pieces) and pieces[index + 1].kind == "promotion"


def mark_trailing_links(text: str, pieces: list[Piece]) -> None:
    """On a saved page with menus, the short lines below the last paragraph are links and tags."""
    chrome = sum(p.kind in ("navigation", "promotion", "licence") for p in pieces)
    ends = [i for i, p in enumerate(pieces) if p.kind is None and ends_like_a_sentence(_line(text, p)) and count_words(_line(text, p)) >= 6]
    if chrome < 2 or not ends:
        return
    for index in range(ends[-1] + 1, len(pieces)):
        if pieces[index].kind is None and count_words(_line(text, pieces[index])) <= _PARAGRAPH_WORDS:
            _set(pieces, index, "navigation", "a short line below the last paragraph of a saved page")


def mark_structure(
    text: str, pieces: Sequence[Piece], words: PageWords, *, title: str | None = None, outlet: str | None = None, saved: bool = True
) -> list[Piece]:
    """Give every piece a kind, from the top of the page to its end; `saved` text may end in links that lost their markup."""
    marked = join_pull_quotes(text, list(pieces))
    mark_captions(text, marked, words, outlet)
    mark_repeated_quotes(text, marked)
    at = next((i for i, p in enumerate(marked) if p.kind == "title"), None)
    at = mark_title(text, marked, title) if at is None else at
    mark_standfirst(text, marked, at)
    if saved:
        mark_trailing_links(text, marked)
    mark_headings(text, marked)
    return marked
