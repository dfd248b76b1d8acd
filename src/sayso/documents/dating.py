"""What on a page speaks for its day of publication: date lines, markup, the input, the caller."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

import msgspec

from sayso.documents.options import DocumentOptions
from sayso.documents.page_words import PageWords
from sayso.documents.pieces import Piece, count_words, ends_like_a_sentence
from sayso.documents.printed_dates import PrintedDate, find_printed_dates
from sayso.documents.publication import DateClaim, DateSources
from sayso.documents.year_candidates import find_year_candidates
from sayso.model.articles import DateCandidate
from sayso.model.vocabulary import BODY_KINDS

_TOP_PIECES = 8
_HEAD_WORDS = 20
_PARAGRAPH_WORDS = 12
_NO_PUBLICATION = re.compile(
    r"(?:\b(?:since|until|from|before|after|as (?:of|at))|\d{1,2}\s?(?:[-–—]|to|and))\s*$", re.IGNORECASE
)  # fmt: skip
"""Before a date: it begins or ends a period, or is the end of one ("21 - 28 September 2018")."""


class _Found(msgspec.Struct, frozen=True):
    """Dates of the date lines: of publication, of a later change, and those whose order of day and month is open."""

    published: tuple[DateClaim, ...] = ()
    updated: tuple[DateClaim, ...] = ()
    open: tuple[PrintedDate, ...] = ()


def _label_before(text: str, piece: Piece, date: PrintedDate, words: PageWords) -> str | None:
    """What is said of a date just before it: "updated", "published", or nothing."""
    before = text[piece.start : date.start].rstrip(" :|(-–—")
    updated = max((m.end() for m in words.updated_label.finditer(before)), default=-1)
    published = max((m.end() for m in words.published_label.finditer(before)), default=-1)
    if max(updated, published) < max(len(before) - 12, 0):
        return None
    return "updated" if updated >= published else "published"


def _carries_a_date(text: str, index: int, piece: Piece) -> bool:
    if piece.kind in ("dateline", "byline"):
        return True
    line = text[piece.start : piece.end]
    heads = piece.kind in ("title", "heading", "standfirst") and index < _TOP_PIECES
    return heads and count_words(line) <= _HEAD_WORDS and not ends_like_a_sentence(line)


def _at_an_edge(text: str, piece: Piece, date: PrintedDate) -> bool:
    before, after = text[piece.start : date.start], text[date.end : piece.end]
    return not before.strip() or not after.strip(" .)|") or (before.endswith("(") and after.startswith(")"))


def _find_in_text(text: str, pieces: Sequence[Piece], words: PageWords) -> _Found:
    published: list[DateClaim] = []
    updated: list[DateClaim] = []
    open_: list[PrintedDate] = []
    for piece, date, label in _dates_of_lines(text, pieces, words):
        wording = " ".join(text[date.start : date.end].split())
        if len(date.days) > 1:
            open_.append(date)
        elif label == "updated":
            updated.append(DateClaim(date.days[0], f"printed as an update as '{wording}'"))
        elif piece.kind in ("dateline", "byline") or _at_an_edge(text, piece, date):
            published.append(DateClaim(date.days[0], f"printed as '{wording}'"))
    return _Found(tuple(published), tuple(updated), tuple(open_))


def _dates_of_lines(text: str, pieces: Sequence[Piece], words: PageWords) -> Iterator[tuple[Piece, PrintedDate, str | None]]:
    """Dates with a year above the first paragraph, and below it those that a word calls dates of publication."""
    lengths = [count_words(text[p.start : p.end]) if p.kind == "paragraph" else 0 for p in pieces]
    body = next((i for i, length in enumerate(lengths) if length >= _PARAGRAPH_WORDS), len(pieces))
    for index, piece in enumerate(pieces):
        if not _carries_a_date(text, index, piece):
            continue
        for date in find_printed_dates(text, words, piece.start, piece.end):
            label = _label_before(text, piece, date, words)
            if date.days and (label or index < max(body, 1)) and not _NO_PUBLICATION.search(text[piece.start : date.start]):
                yield piece, date, label


def _settle_open(text: str, date: PrintedDate, known: set[dt.date]) -> DateClaim | None:
    """Day and month in the order that another date of the page or input bears out."""
    fits = [day for day in date.days if day in known]
    wording = text[date.start : date.end].strip()
    if len(fits) != 1:
        return None
    return DateClaim(fits[0], f"printed as '{wording}', day and month in the order that the other date bears out")


def _open_candidates(text: str, dates: Sequence[PrintedDate]) -> tuple[DateCandidate, ...]:
    return tuple(
        DateCandidate(day, f"'{text[d.start : d.end].strip()}' is printed and the order of day and month is open")
        for d in dates[:1]
        for day in d.days
    )


def find_date_sources(
    text: str,
    pieces: Sequence[Piece],
    in_markup: tuple[DateClaim, ...],
    of_input: DateClaim | None,
    options: DocumentOptions,
    words: PageWords,
    problem: str | None = None,
) -> DateSources:
    """Gather the dates: those of publication in the text and in the markup, the input's, and those of a later change."""
    found = _find_in_text(text, pieces, words)
    known = {c.day for c in (*in_markup, *found.published, *found.updated)} | ({of_input.day} if of_input else set())
    settled = tuple(c for c in (_settle_open(text, d, known) for d in found.open) if c)
    printed = (*found.published, *settled, *in_markup)
    open_ = () if printed or found.updated else _open_candidates(text, found.open)
    matched: tuple[DateCandidate, ...] = ()
    if not (printed or found.updated or of_input or open_ or options.published):
        body = " \n".join(text[p.start : p.end] for p in pieces if p.kind in BODY_KINDS)
        matched = find_year_candidates(body, words, options.earliest_year, options.latest_year)
    return DateSources(
        given=options.published, printed=printed, updated=found.updated, of_input=of_input, open=open_, matched=matched, problem=problem
    )


def read_input_date(value: object) -> tuple[DateClaim | None, str | None]:
    """The day of an input's `published`, or what is wrong with it.

    >>> read_input_date("2020-01-28T10:00:00Z")[0].day.isoformat()
    '2020-01-28'
    """
    if value is None or value == "":
        return None, None
    written = str(value).strip()
    found = re.match(r"\d{4}-\d\d-\d\d(?!\d)", written)
    try:
        day = dt.date.fromisoformat(found.group()) if found else None
    except ValueError:
        day = None
    if day is None:
        return None, f"the input's published ({written[:40]!r}) is no date like 2020-01-28 and was left out"
    return DateClaim(day, "published of the input"), None
