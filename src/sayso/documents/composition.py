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
from sayso.model.vocabulary import BODY_KINDS, Outcome

NO_ARTICLE = "no article was found on the page: all of it reads as menus, promotion or notices; save the page's text and read that"
_ASIDE = {
    "navigation": "navigation",
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
    )


def _repeat_of(text: str, piece: Piece, paragraphs: RepeatIndex, body: RepeatIndex) -> Span | None:
    if piece.kind == "pull_quote":
        return paragraphs.find_repeat(quote_span(text, piece))
    if piece.kind in ("caption", "paragraph", "standfirst"):
        return body.find_original((piece.start, piece.end))
    return None


def _make_blocks(text: str, pieces: Sequence[Piece], published: dt.date | None, words: PageWords) -> tuple[Block, ...]:
    paragraphs = RepeatIndex(text, [(p.start, p.end) for p in pieces if p.kind == "paragraph"])
    body = RepeatIndex(text, [(p.start, p.end) for p in pieces if p.kind in BODY_KINDS])
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


def limit_words(text: str, pieces: Sequence[Piece], most: int) -> tuple[list[Piece], int | None]:
    """The pieces within the first `most` words, and the offset from which the rest is left (None where nothing is)."""
    if len(text) <= 2 * most:
        return list(pieces), None
    count = 0
    for index, piece in enumerate(pieces):
        for word in re.finditer(r"\S+", text[piece.start : piece.end]):
            count += 1
            if count > most:
                kept = list(pieces[:index])
                end = piece.start + len(text[piece.start : piece.start + word.start()].rstrip())
                if end > piece.start:
                    kept.append(msgspec.structs.replace(piece, end=end))
                return kept, piece.start + word.start()
    return list(pieces), None


def _outcome(
    blocks: Sequence[Block], origin: Origin, left: int | None, options: DocumentOptions, is_page: bool
) -> tuple[Outcome, str | None]:
    """Of a page, a title alone is no article; of a text that was sent as one, it is."""
    if not any(b.kind in BODY_KINDS and not (is_page and b.kind in ("title", "heading")) for b in blocks):
        return "not_read", NO_ARTICLE
    why = [origin.problem] if origin.problem else []
    if left is not None:
        longer = f"the text is longer than {options.max_words} words; the rest from character {left} on was not read"
        why.append(f"{longer}: split it and read the parts")
    return ("partly_read", "; ".join(why)) if why else ("read", None)


def compose_article(text: str, pieces: Sequence[Piece], origin: Origin, options: DocumentOptions, *, is_page: bool = False) -> Article:
    """Make the article of a text and its pieces, each of a settled kind, in the order of the text."""
    words = page_words()
    kept, left = limit_words(text, pieces, options.max_words)
    body = "\n".join(text[p.start : p.end] for p in kept if p.kind in BODY_KINDS) or text
    published = settle_publication(find_date_sources(text, kept, origin.in_markup, origin.of_input, options, words, origin.date_problem))
    publisher = options.publisher or origin.publisher or find_publisher(text, kept, words)
    blocks = _make_blocks(text, kept, published.day, words)
    outcome, why = _outcome(blocks, origin, left, options, is_page)
    aside = _reasons(blocks)
    if left is not None:
        aside.append(SetAside(left, len(text.rstrip()), f"beyond the first {options.max_words} words"))
    digest = digest_of(publisher, text)
    return Article(
        article_id=name_article(origin, digest), digest=digest, publisher=publisher, url=origin.url,
        title=origin.title or _printed_title(text, kept), language=find_language(body), outcome=outcome, why=why,
        published=published, text=text, blocks=blocks, set_aside=tuple(aside),
    )  # fmt: skip


def _printed_title(text: str, pieces: Sequence[Piece]) -> str | None:
    title = next((p for p in pieces if p.kind == "title"), None)
    return " ".join(text[title.start : title.end].split()) if title else None
