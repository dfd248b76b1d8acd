"""What the words alone say of a line: menu, promotion, licence, byline, date line."""

import re
from collections.abc import Sequence

import msgspec

from sayso.documents.captions import opens_like_a_caption
from sayso.documents.page_words import PageWords
from sayso.documents.pieces import Piece, count_words, ends_like_a_sentence
from sayso.documents.printed_dates import find_printed_dates
from sayso.model.vocabulary import BlockKind

_MAIL_HEADER = re.compile(
    r"(From|To|Cc|Bcc|Date|Sent|Subject|Reply-To|Message-ID|Importance|Attachments?|X-[\w-]+|Content-[\w-]+|MIME-Version):\s", re.IGNORECASE
)  # fmt: skip
_MENU_GAPS = re.compile(r"\s{2,}|\t|\s[|•·»/]\s")
_SLUG = re.compile(r"[A-Z0-9][A-Z0-9 /_.#-]*")
_LINK_WORDS = 25

LONGEST: dict[BlockKind, int] = {"navigation": 40, "promotion": 60, "licence": 120, "byline": 25, "dateline": 30}
"""Words: a longer line is text of the article, whatever words of a menu or licence it has."""

REASONS: dict[BlockKind, str] = {
    "navigation": "words of a menu, share button, comment box or cookie notice",
    "promotion": "words that promote a newsletter, an app or other pages",
    "licence": "words of a copyright, republishing or about-the-outlet notice",
    "byline": "names who wrote it",
    "dateline": "prints the date or place of publication",
}


def _is_menu(line: str) -> bool:
    items = [item for item in _MENU_GAPS.split(line) if item.strip()]
    return len(items) >= 3 and all(count_words(item) <= 5 for item in items) and not ends_like_a_sentence(line)


def is_dateline(line: str, words: PageWords) -> bool:
    """Whether a line is hardly more than a printed date with its year.

    >>> from sayso.documents.page_words import page_words
    >>> is_dateline("Published: 28 January 2020, 17:12 UTC", page_words()), is_dateline("It fell on 28 January 2020.", page_words())
    (True, False)
    """
    parts = re.split(r"\s+[|·•]\s+", line)
    if len(parts) > 1 and all(count_words(p) <= 8 for p in parts) and any(is_dateline(p, words) for p in parts):
        return True
    dates = [d for d in find_printed_dates(line, words) if d.days]
    if not dates or count_words(line) > LONGEST["dateline"]:
        return False
    labelled = words.published_label.match(line) or words.updated_label.match(line)
    rest = line
    for date in reversed(dates):
        rest = rest[: date.start] + " " + rest[date.end :]
    rest = words.updated_label.sub(" ", words.published_label.sub(" ", rest))
    few = 10 if labelled else 5
    return count_words(rest) <= few and (bool(labelled) or not re.search(r"[.!?][\"”’)]*$", line) or not rest.strip(" .,|()-–—"))


def label_line(line: str, words: PageWords) -> BlockKind | None:
    """The kind that a line's words give away, or None for what may be text of the article.

    >>> from sayso.documents.page_words import page_words
    >>> label_line("Sign up to get the latest alerts and insights", page_words())
    'promotion'
    """
    menu, line = _is_menu(line), " ".join(line.split())
    length = count_words(line)
    if length == 0 or length > max(LONGEST.values()):
        return "navigation" if menu or length == 0 else None
    if opens_like_a_caption(line, words):
        return None
    if is_dateline(line, words):
        return "dateline"
    tables: tuple[tuple[BlockKind, re.Pattern[str]], ...] = (
        ("licence", words.licence), ("promotion", words.promotion), ("navigation", words.navigation), ("byline", words.byline),
    )  # fmt: skip
    for kind, pattern in tables:
        if length <= LONGEST[kind] and pattern.search(line):
            return kind
    return "navigation" if menu else None


def _label_mail_header(text: str, pieces: list[Piece]) -> None:
    for index, piece in enumerate(pieces):
        found = _MAIL_HEADER.match(text, piece.start, piece.end)
        if not found or piece.group != pieces[0].group:
            return
        kind: BlockKind = "dateline" if found[1].lower() in ("date", "sent") else "navigation"
        if len(pieces) > 1 and pieces[1].group == piece.group:
            pieces[index] = msgspec.structs.replace(piece, kind=kind, why="a line of a mail's header")


def _label_link_lists(text: str, pieces: list[Piece], words: PageWords) -> None:
    """After a heading such as "Read more", the lines that are no sentences are links to other pages."""
    inside, opened, group = False, 0, -1
    for index, piece in enumerate(pieces):
        line = text[piece.start : piece.end]
        if piece.kind in (None, "promotion") and words.list_heading.fullmatch(line.strip(" :»>")):
            inside, opened, group = True, piece.group, -1
        elif inside:
            link = piece.kind in (None, "dateline", "promotion") and count_words(line) <= _LINK_WORDS and not re.search(r"[.]$", line)
            group = piece.group if group < 0 and piece.group != opened else group
            inside = link and piece.group in (opened, group)
            if inside:
                pieces[index] = msgspec.structs.replace(piece, kind="promotion", why="a link below a heading of other pages")


def _label_slugs(text: str, pieces: list[Piece]) -> None:
    """Codes of a wire service above the title ("ABC0417 4 POL 0388")."""
    for index, piece in enumerate(pieces[:12]):
        line = text[piece.start : piece.end]
        if piece.kind is None and _SLUG.fullmatch(line) and re.search(r"[\d-]", line) and count_words(line) <= 6:
            pieces[index] = msgspec.structs.replace(piece, kind="navigation", why="a code of the wire service")
        elif piece.kind is None and count_words(line) > 6:
            return


def label_pieces(text: str, pieces: Sequence[Piece], words: PageWords) -> list[Piece]:
    """Give a kind to the pieces whose words give one away; the others keep None."""
    labelled = list(pieces)
    _label_mail_header(text, labelled)
    for index, piece in enumerate(labelled):
        kind = piece.kind or label_line(text[piece.start : piece.end], words)
        if kind != piece.kind and kind is not None:
            labelled[index] = msgspec.structs.replace(piece, kind=kind, why=REASONS[kind])
    _label_link_lists(text, labelled, words)
    _label_slugs(text, labelled)
    return labelled
