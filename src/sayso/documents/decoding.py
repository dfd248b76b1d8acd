"""Bytes to characters: by byte order mark, by what the input declares, else as UTF-8."""

import codecs
import re

import msgspec

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)", re.IGNORECASE)
_MOST_BROKEN = 0.2
"""Share of characters lost to decoding from which a document is no text in UTF-8 at all."""
_SIGNATURES = (
    (b"%PDF", "a PDF; this version reads no PDF: save its text as .txt and read that"),
    (b"PK\x03\x04", "a ZIP archive or office document; unpack it or save its text as .txt and read that"),
    (b"\x1f\x8b", "compressed by gzip; unpack it and read what is inside"),
    (b"\xd0\xcf\x11\xe0", "an old office document; save its text as .txt and read that"),
    (b"\x89PNG", "an image; Sayso reads text only"),
    (b"\xff\xd8\xff", "an image; Sayso reads text only"),
    (b"GIF8", "an image; Sayso reads text only"),
)


class Decoded(msgspec.Struct, frozen=True):
    """The characters, or None with the reason why there are none; `problem` says what was lost on the way."""

    text: str | None
    problem: str | None = None


def declared_charset(data: bytes, content_type: str | None) -> str | None:
    """The charset named by the content type, else by the page's own head.

    >>> declared_charset(b'<meta charset="windows-1252">', None)
    'windows-1252'
    """
    found = re.search(r"charset=\s*[\"']?([\w.:-]+)", content_type or "", re.IGNORECASE)
    if found:
        return found[1]
    meta = _META.search(data[:4096])
    return meta[1].decode("ascii") if meta else None


def _decode_strictly(data: bytes, charset: str | None) -> str | None:
    try:
        return data.decode(codecs.lookup(charset).name) if charset else None
    except (LookupError, UnicodeError):
        return None


def _decode_with_loss(data: bytes, charset: str | None) -> Decoded:
    text = data.decode("utf-8", "replace")
    lost = text.count("\N{REPLACEMENT CHARACTER}")
    if lost > _MOST_BROKEN * len(text):
        return Decoded(None, "not text in UTF-8 or in a charset that it declares; convert it to UTF-8 and read it again")
    said = f"it declares {charset} but is not, and" if charset else "it declares no charset;"
    return Decoded(text, f"{said} {lost} characters are not valid UTF-8 and stand as U+FFFD: convert it to UTF-8 and read it again")


def looks_binary(data: bytes) -> bool:
    """Whether the first kilobytes hold control characters that no text has."""
    head = data[:8192]
    controls = sum(byte < 9 or 13 < byte < 27 or 27 < byte < 32 for byte in head)
    return b"\0" in head or controls > 0.05 * max(len(head), 1)


def decode(data: bytes, content_type: str | None = None) -> Decoded:
    """Turn the bytes of one document into characters.

    >>> decode(b"%PDF-1.7").text is None, decode("Zur\\u00fcck".encode("utf8")).text
    (True, 'Zurück')
    """
    for bom, charset in _BOMS:
        if data.startswith(bom):
            text = _decode_strictly(data, charset)
            return Decoded(text) if text is not None else _decode_with_loss(data, charset)
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            return Decoded(None, f"this is {what}")
    if looks_binary(data):
        return Decoded(None, "this is no text but a binary file; save its text as .txt and read that")
    declared = declared_charset(data, content_type)
    for tried in (declared, "utf-8"):
        text = _decode_strictly(data, tried)
        if text is not None:
            return Decoded(text)
    return _decode_with_loss(data, declared)
