"""An article put together from its pieces: what they are, when and by whom it was published, what is set aside."""

import datetime as dt
import hashlib
import re
from collections.abc import Sequence

import msgspec

from sayso.documents.captions import date_of_photo, find_credit
from sayso.documents.dating import find_date_sources
from sayso.documents.options import DocumentOptions
from sayso.documents.page_words import PageWords, page_words
from sayso.documents.pieces import Piece
from sayso.documents.publication import DateClaim, settle_publication
from sayso.documents.publishers import find_publisher
from sayso.documents.repeats import RepeatIndex
from sayso.documents.structure import quote_span
from sayso.documents.tongue import find_language
from sayso.model.articles import Article, Block, Published, SetAside, Span
from sayso.model.vocabulary import BODY_KINDS, Handling, Outcome, stricter

NO_ARTICLE = "no article was found on the page: all of it reads as menus, promotion or notices; save the page's text and read that"
_ASIDE = {
    "navigation": "beside the article",
    "promotion": "promotion",
    "licence": "licence or copyright notice",
    "byline": "byline: no claims are read from it",
    "dateline": "date line: no claims are read from it",
}


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """Where a text comes from and what came with it: names, address, title, outlet, dates of the input and of the markup.

    `name` is the stem that an id is made of; `problem` is what went wrong before (characters that could not be decoded).
    """

    name: str
    article_id: str | None = None
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    handling: Handling = "public"
    of_input: DateClaim | None = None
    in_markup: tuple[DateClaim, ...] = ()
    problem: str | None = None
    date_problem: str | None = None


def digest_of(publisher: str | None, text: str) -> str:
    """The SHA-256 of outlet and text: the same report by the same outlet has the same digest wherever it was found."""
    return hashlib.sha256(f"{publisher or ''}\0{text}".encode("utf8", "surrogatepass")).hexdigest()


def name_article(origin: Origin, digest: str) -> str:
    """The input's own id, else its address, else the file's stem with the digest's first eight figures."""
    return origin.article_id or origin.url or f"{origin.name}-{digest[:8]}"


def unread_article(origin: Origin, why: str, options: DocumentOptions, *, text: str = "") -> Article:
    """The record of an input of which nothing was read: it says why and what to do next."""
    publisher = options.publisher or origin.publisher
    digest = digest_of(publisher, text)
    return Article(
        article_id=origin.article_id or origin.url or (name_article(origin, digest) if text else origin.name),
        digest=digest,
        publisher=publisher,
        url=origin.url,
        title=origin.title,
        language=None,
        outcome="not_read",
        why=why,
        published=Published(why="nothing was read"),
        text=text,
        blocks=(),
        set_aside=(SetAside(0, len(text), why),) if text else (),
        handling=stricter(origin.handling, options.handling),
    )


def _repeat_of(text: str, piece: Piece, paragraphs: RepeatIndex, body: RepeatIndex) -> Span | None:
    """The words that a piece repeats; what a pull quote repeats is never itself a repeat of the quote, so that one of the two is read."""
    if piece.kind == "pull_quote":
        return paragraphs.find_repeat(quote_span(text, piece))
    if piece.kind == "caption":
        return body.find_original((piece.start, piece.end), nearly=True)
    if piece.kind in ("paragraph", "standfirst"):
        return body.find_original((piece.start, piece.end))
    return None


def _make_blocks(text: str, pieces: Sequence[Piece], published: dt.date | None, words: PageWords) -> tuple[Block, ...]:
    paragraphs = RepeatIndex(text, [(p.start, p.end) for p in pieces if p.kind == "paragraph"])
    body = RepeatIndex(text, [(p.start, p.end) for p in pieces if p.kind in BODY_KINDS and p.kind != "pull_quote"])
    return tuple(_make_block(text, p, _repeat_of(text, p, paragraphs, body), published, words) for p in pieces)


def _make_block(text: str, piece: Piece, repeats: Span | None, published: dt.date | None, words: PageWords) -> Block:
    kind = piece.kind or "paragraph"
    line = text[piece.start : piece.end]
    if kind != "caption":
        return Block(kind=kind, start=piece.start, end=piece.end, repeats=repeats, why=piece.why)
    credit = find_credit(line, words, is_caption=True)
    date, why = date_of_photo(line, words, published)
    return Block(
        kind=kind, start=piece.start, end=piece.end, date=date, credit=credit.name if credit else None, repeats=repeats,
        why=why or piece.why,
    )  # fmt: skip


def _reasons(blocks: Sequence[Block]) -> list[SetAside]:
    aside = []
    for block in blocks:
        if block.kind in _ASIDE:
            aside.append(SetAside(block.start, block.end, _ASIDE[block.kind] + (f": {block.why}" if block.why else "")))
        elif block.repeats:
            start, end = block.repeats
            aside.append(SetAside(block.start, block.end, f"repeats the words at {start} to {end}, which are read there"))
    return aside


class Rest(msgspec.Struct, frozen=True):
    """What is left of a text that is too long: the offset from which it is not read, and the bound that it passes."""

    start: int
    bound: str


def limit_pieces(text: str, pieces: Sequence[Piece], options: DocumentOptions) -> tuple[list[Piece], Rest | None]:
    """The pieces within the bounds of what is read of one document, and the rest (None where nothing is left).

    >>> limit_pieces("One two three", [Piece(start=0, end=13)], DocumentOptions(max_words=2))
    ([Piece(start=0, end=7, kind=None, why=None, group=0)], Rest(start=8, bound='2 words'))
    """
    most = options.max_words
    few = list(pieces[: options.max_pieces])
    count = 0
    for index, piece in enumerate(few if len(text) >= 2 * most else ()):
        for word in re.finditer(r"\S+", text[piece.start : piece.end]):
            count += 1
            if count > most:
                cut = piece.start + word.start()
                end = piece.start + len(text[piece.start : cut].rstrip())
                rest = [msgspec.structs.replace(piece, end=end)] if end > piece.start else []
                return [*few[:index], *rest], Rest(cut, f"{most} words")
    if len(few) < len(pieces):
        return few, Rest(pieces[len(few)].start, f"{options.max_pieces} paragraphs or lines")
    return few, None


def _outcome(blocks: Sequence[Block], origin: Origin, rest: Rest | None, is_page: bool) -> tuple[Outcome, str | None]:
    """Of a page, a title alone is no article; of a text that was sent as one, it is."""
    if not any(b.kind in BODY_KINDS and not (is_page and b.kind in ("title", "heading")) for b in blocks):
        return "not_read", "; ".join(p for p in (NO_ARTICLE, origin.problem) if p)
    why = [origin.problem] if origin.problem else []
    if rest is not None:
        why.append(f"the text is longer than {rest.bound}; from character {rest.start} on it was not read: split it and read the parts")
    return ("partly_read", "; ".join(why)) if why else ("read", None)


def compose_article(
    text: str, pieces: Sequence[Piece], origin: Origin, options: DocumentOptions, *, rest: Rest | None = None, is_page: bool = False
) -> Article:
    """Make the article of a text and its pieces, each of a settled kind, in the order of the text; `rest` is what no piece holds."""
    words = page_words()
    body = "\n".join(text[p.start : p.end] for p in pieces if p.kind in BODY_KINDS) or text
    published = settle_publication(find_date_sources(text, pieces, origin.in_markup, origin.of_input, options, words, origin.date_problem))
    publisher = options.publisher or origin.publisher or find_publisher(text, pieces, words)
    blocks = _make_blocks(text, pieces, published.day, words)
    outcome, why = _outcome(blocks, origin, rest, is_page)
    aside = _reasons(blocks)
    if rest is not None:
        aside.append(SetAside(rest.start, len(text.rstrip()), f"beyond the first {rest.bound}"))
    digest = digest_of(publisher, text)
    return Article(
        article_id=name_article(origin, digest), digest=digest, publisher=publisher, url=origin.url,
        title=origin.title or _printed_title(text, pieces), language=find_language(body), outcome=outcome, why=why,
        published=published, text=text, blocks=blocks, set_aside=tuple(aside), handling=stricter(origin.handling, options.handling),
    )  # fmt: skip


def _printed_title(text: str, pieces: Sequence[Piece]) -> str | None:
    title = next((p for p in pieces if p.kind == "title"), None)
    return " ".join(text[title.start : title.end].split()) if title else None
