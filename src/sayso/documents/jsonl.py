"""JSON Lines to articles, line by line: one record, one article, whatever the lines around it hold."""

import codecs
from collections.abc import Iterator
from typing import Any

import msgspec

from sayso.documents.composition import Origin, unread_article
from sayso.documents.dating import read_input_date
from sayso.documents.guarded import page_or_reason, text_or_reason
from sayso.documents.options import DocumentOptions
from sayso.documents.streams import ByteStream
from sayso.model.articles import Article
from sayso.model.vocabulary import HANDLING, Handling

_SKIP = 1 << 20


def _lines(stream: ByteStream, most: int) -> Iterator[tuple[int, bytes | None]]:
    """Number and bytes of each line; None for one that is longer than the limit, which is skipped to its end."""
    number = 0
    while line := stream.readline(most + 1):
        number += 1
        if len(line) <= most or line.endswith(b"\n"):
            yield number, line
            continue
        while (rest := stream.readline(_SKIP)) and not rest.endswith(b"\n"):
            pass
        yield number, None


def _decode_record(line: bytes) -> tuple[dict[str, Any] | None, str | None]:
    """The record of a line and what was lost on the way, or None and what is wrong with it."""
    problem = None
    if line.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return None, "the file is in UTF-16, JSON Lines are in UTF-8; convert it"
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        line = line.decode("utf-8", "replace").encode("utf-8")
        problem = "the line is not valid UTF-8; what could not be read stands as U+FFFD"
    try:
        record = msgspec.json.decode(line)
    except (msgspec.DecodeError, RecursionError) as error:
        return None, f"broken JSON ({error})"
    if not isinstance(record, dict):
        return None, f"a JSON {type(record).__name__}, not an object"
    return record, problem


def _string(record: dict[str, Any], key: str) -> str | None:
    value = record.get(key)
    if value is None or isinstance(value, dict | list | bool):
        return None
    return str(value).strip() or None


def _handling(record: dict[str, Any]) -> Handling:
    told = record.get("handling")
    return "public" if told is None else next((level for level in HANDLING if level == told), HANDLING[-1])


def read_record(record: dict[str, Any], name: str, options: DocumentOptions, problem: str | None = None) -> Article:
    """Make an article of one record: `text` (or `html`), and `article_id`, `published`, `publisher`, `title`, `url`, `handling` if told.

    A level of handling that is none of the three counts as the strictest.

    >>> read_record({"article_id": 7, "text": "Two died."}, "batch:1", DocumentOptions()).article_id
    '7'
    """
    of_input, date_problem = read_input_date(record.get("published"))
    origin = Origin(
        name=name, article_id=_string(record, "article_id"), url=_string(record, "url"), title=_string(record, "title"),
        publisher=_string(record, "publisher"), handling=_handling(record), of_input=of_input, problem=problem, date_problem=date_problem,
    )  # fmt: skip
    text, html = record.get("text"), record.get("html")
    if isinstance(text, str) and text.strip():
        return text_or_reason(text, origin, options)
    if isinstance(html, str) and html.strip():
        return page_or_reason(html, origin, options)
    why = "neither text nor html" if text is None and html is None else "a text that is empty or no string"
    sent = text if isinstance(text, str) else ""
    return unread_article(origin, f"{name}: the record has {why}; give it a field text or html", options, text=sent)


def read_jsonl(stream: ByteStream, *, name: str = "jsonl", options: DocumentOptions | None = None) -> Iterator[Article]:
    """Read JSON Lines as they come; a line that cannot be read gives an article that says which line and why.

    >>> import io
    >>> [a.why for a in read_jsonl(io.BytesIO(b'{"text": "Two died."}\\n{"text": '), name="day.jsonl")]  # doctest: +ELLIPSIS
    [None, 'day.jsonl line 2: broken JSON (...; mend or remove the line']
    """
    options = options or DocumentOptions()
    found = False
    for number, line in _lines(stream, options.max_bytes):
        if line is not None and not line.strip(b"\xef\xbb\xbf \t\r\n"):
            continue
        found = True
        yield _read_line(line, f"{name} line {number}", options)
    if not found:
        yield unread_article(Origin(name=name), f"{name} holds no record; each line is to be one JSON object", options)


def read_json(text: str, *, name: str = "json", options: DocumentOptions | None = None) -> Iterator[Article]:
    """Read one JSON object, or a list of them, as records.

    >>> [a.article_id for a in read_json('[{"article_id": "a", "text": "Two died."}]')]
    ['a']
    """
    options = options or DocumentOptions()
    try:
        value = msgspec.json.decode(text.encode("utf8", "replace"))
    except (msgspec.DecodeError, RecursionError) as error:
        yield unread_article(Origin(name=name), f"{name}: broken JSON ({error}); mend it, or send one record a line as .jsonl", options)
        return
    for number, record in enumerate(value if isinstance(value, list) and value else [value], 1):
        shown = f"{name} record {number}"
        if isinstance(record, dict):
            yield read_record(record, shown, options)
        else:
            yield unread_article(Origin(name=shown), f"{shown}: a JSON {type(record).__name__}, not an object with text or html", options)


def _read_line(line: bytes | None, name: str, options: DocumentOptions) -> Article:
    if line is None:
        return unread_article(Origin(name=name), f"{name}: longer than {options.max_bytes / 1e6:g} MB; split the record", options)
    record, problem = _decode_record(line.removeprefix(b"\xef\xbb\xbf"))
    if record is None:
        return unread_article(Origin(name=name), f"{name}: {problem}; mend or remove the line", options)
    return read_record(record, name, options, problem)
