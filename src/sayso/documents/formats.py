"""The formats that are read, one line each: endings, content types, first bytes, and the reader."""

from collections.abc import Callable, Iterator

import msgspec

from sayso.documents.composition import Origin, unread_article
from sayso.documents.decoding import decode
from sayso.documents.guarded import page_or_reason, text_or_reason
from sayso.documents.jsonl import read_json, read_jsonl
from sayso.documents.options import DocumentOptions
from sayso.documents.streams import ByteStream
from sayso.model.articles import Article


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """An opened input: its stream, where it comes from, how it is named to the user, and the content type that a server gave."""

    stream: ByteStream
    origin: Origin
    shown: str
    content_type: str | None = None


ReadFormat = Callable[[Document, DocumentOptions], Iterator[Article]]
ReadWhole = Callable[[str, Document, DocumentOptions], Iterator[Article]]


def _whole(read: ReadWhole) -> ReadFormat:
    """A reader of whole documents: it is given the characters, or the article says why there are none."""

    def read_whole(document: Document, options: DocumentOptions) -> Iterator[Article]:
        data = document.stream.read(options.max_bytes + 1)
        if len(data) > options.max_bytes:
            why = f"{document.shown}: larger than {options.max_bytes / 1e6:g} MB; split it or save the article alone"
            yield unread_article(document.origin, why, options)
            return
        decoded = decode(data, document.content_type)
        if decoded.text is None:
            yield unread_article(document.origin, f"{document.shown}: {decoded.problem}", options)
            return
        origin = msgspec.structs.replace(document.origin, problem=decoded.problem)
        yield from read(decoded.text, msgspec.structs.replace(document, origin=origin), options)

    return read_whole


def _page(text: str, document: Document, options: DocumentOptions) -> Iterator[Article]:
    yield page_or_reason(text, document.origin, options)


def _text(text: str, document: Document, options: DocumentOptions) -> Iterator[Article]:
    yield text_or_reason(text, document.origin, options)


def _json(text: str, document: Document, options: DocumentOptions) -> Iterator[Article]:
    yield from read_json(text, name=document.shown, options=options)


def _jsonl(document: Document, options: DocumentOptions) -> Iterator[Article]:
    yield from read_jsonl(document.stream, name=document.shown, options=options)


class Format(msgspec.Struct, frozen=True):
    """How a format is told and who reads it."""

    endings: tuple[str, ...]
    content_types: tuple[str, ...]
    first_bytes: tuple[bytes, ...]
    read: ReadFormat


FORMATS = (
    Format((".html", ".htm", ".xhtml"), ("text/html", "application/xhtml+xml"), (b"<",), _whole(_page)),
    Format((".jsonl", ".ndjson"), ("application/jsonl", "application/x-ndjson"), (b'{"', b'{ "'), _jsonl),
    Format((".json",), ("application/json",), (b"[{", b"[\n", b"{\n", b"{\r\n"), _whole(_json)),
    Format((".txt", ".text"), ("text/plain",), (b"",), _whole(_text)),
)
"""A format is added by a line here. The last line takes whatever no other line takes."""


def format_of_ending(ending: str) -> Format | None:
    """The format of a file's ending, or None."""
    return next((f for f in FORMATS if ending.lower() in f.endings), None)


def format_of_content(content_type: str | None, head: bytes) -> Format:
    """The format by content type, else by the first bytes.

    >>> format_of_content(None, b"  <!DOCTYPE html>").endings[0]
    '.html'
    """
    kind = (content_type or "").partition(";")[0].strip().lower()
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    by_type = next((f for f in FORMATS if kind in f.content_types), None)
    return by_type or next(f for f in FORMATS if start.startswith(f.first_bytes))
