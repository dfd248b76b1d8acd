"""The opening of a text that lost its line breaks: label and date, title, agency, one after the other."""

import re

import msgspec

from sayso.documents.page_words import PageWords
from sayso.documents.pieces import Piece, words_of
from sayso.documents.printed_dates import find_printed_dates
from sayso.model.vocabulary import BlockKind

_DATELINE = re.compile(
    r"[A-Z][A-Z'’\- ]{2,40}(?:,\s[A-Z][\w'’ -]{1,30}){0,2}?"
    r"(?:,?\s(?P<date>[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8})(?:,?\s\d{4})?\.?)?"
    r"\s?(?P<agency>\([A-Z][\w ./-]{1,30}\)|/[A-Z][\w .-]{1,30}/\.?)?\s?(?P<dash>--?|[–—:])?\s"
)
_CHROME = re.compile(r"(?:Print|Tweet|Share|Email|Get short URL(?: \d+)?|\d+|Reading time \d+ min(?:utes)?)(?=\s)")
_AGENCY = re.compile(r"(?:AFP|Reuters|REUTERS|AP|DPA|EFE|Agencies|Xinhua)(?=\s)")
_BETWEEN: tuple[tuple[re.Pattern[str], BlockKind], ...] = ((_AGENCY, "byline"), (_CHROME, "navigation"))
_WINDOW = 400


def _match_label(text: str, at: int, words: PageWords) -> int:
    found = words.published_label.match(text, at) or words.updated_label.match(text, at)
    return found.end() + len(text[found.end() :]) - len(text[found.end() :].lstrip()) if found else at


def _date_here(text: str, at: int, words: PageWords) -> int | None:
    """End of a label and date with its year that stand exactly here and are no part of a sentence."""
    after = _match_label(text[: at + _WINDOW], at, words)
    for date in find_printed_dates(text, words, after, min(len(text), after + 60)):
        if date.start != after or not date.days:
            return None
        following = text[date.end : date.end + 3]
        in_sentence = re.match(r",?\s[a-z]|,", following) and after == at
        return None if in_sentence or not following.strip() else date.end
    return None


def _title_here(text: str, at: int, title: str | None) -> int | None:
    """End of the title where its words stand exactly here; the outlet's name at the title's end is not asked for."""
    wanted = [w for w, _, _ in words_of(title, (0, len(title)))] if title else []
    found = words_of(text, (at, min(len(text), at + 2 * len(title or "") + 20)))
    same = 0
    while same < min(len(wanted), len(found)) and wanted[same] == found[same][0]:
        same += 1
    if same < 4 or same < 0.75 * len(wanted):
        return None
    end = found[same - 1][2]
    stop = re.compile(r"[.!?'\"”’)]+(?=\s)").match(text, end)
    return stop.end() if stop else end


def _dateline_here(text: str, at: int, end: int) -> int | None:
    """End of an agency's dateline ("BEIRUT, Jan 28 (Reuters) -")."""
    found = _DATELINE.match(text, at, end)
    if not found or not (found["agency"] or (found["dash"] and (found["date"] or found["dash"] in ("–", "—", "--")))):
        return None
    return found.end()


def _next_part(text: str, at: int, end: int, words: PageWords, title: str | None) -> tuple[int, BlockKind, str] | None:
    date = _date_here(text, at, words)
    if date:
        return date, "dateline", "opens with a printed date"
    head = _title_here(text, at, title)
    if head:
        return head, "title", "repeats the title of the input"
    dateline = _dateline_here(text, at, end)
    if dateline:
        return dateline, "dateline", "an agency's place and date line"
    for pattern, kind in _BETWEEN:
        found = pattern.match(text, at, end)
        if found and at > 0:
            return found.end(), kind, "stands between title and date"
    return None


def open_piece(text: str, piece: Piece, words: PageWords, title: str | None) -> list[Piece]:
    """Cut the opening parts off a paragraph; what is left stays one piece.

    >>> from sayso.documents.page_words import page_words
    >>> text = "Wed 05 Apr 2017 Snow closes mountain road. Drivers were stuck."
    >>> parts = open_piece(text, Piece(start=0, end=len(text)), page_words(), "Snow closes mountain road")
    >>> [(p.kind, text[p.start:p.end]) for p in parts]
    [('dateline', 'Wed 05 Apr 2017'), ('title', 'Snow closes mountain road.'), (None, 'Drivers were stuck.')]
    """
    parts: list[Piece] = []
    at = piece.start
    while at < min(piece.end, piece.start + _WINDOW):
        found = _next_part(text, at, piece.end, words, title)
        if found is None or found[0] >= piece.end:
            break
        end, kind, why = found
        if kind == "title" and any(p.kind == "title" for p in parts):
            break
        parts.append(Piece(start=at, end=at + len(text[at:end].rstrip()), kind=kind, why=why, group=piece.group))
        at = end + len(text[end : piece.end]) - len(text[end : piece.end].lstrip())
    if all(p.kind in ("byline", "navigation") for p in parts):
        return [piece]
    return [*parts, msgspec.structs.replace(piece, start=at)] if at < piece.end else parts
