"""Bytes to characters: marks, declared charsets, broken ones, and files that are no text."""

import pytest

from sayso.documents.decoding import declared_charset, decode

WORDS = "Café «Zürich»: إدلب"


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_with_or_without_a_mark(charset: str) -> None:
    assert decode(WORDS.encode(charset)).text == WORDS


def test_big_endian_with_a_mark() -> None:
    assert decode(b"\xfe\xff" + WORDS.encode("utf-16-be")).text == WORDS


@pytest.mark.parametrize(
    ("data", "content_type"),
    [
        ('<meta charset="windows-1256"><p>إدلب'.encode("cp1256"), None),
        ('<?xml version="1.0" encoding="windows-1256"?><p>إدلب'.encode("cp1256"), None),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1256"><p>إدلب'.encode("cp1256"), None),
        ("<p>إدلب".encode("cp1256"), "text/html; charset=windows-1256"),
        ("<p>إدلب".encode(), "text/html; charset=no-such-charset"),
        ('<meta charset="us-ascii"><p>إدلب'.encode(), None),
    ],
)
def test_declared_charset_is_tried_and_then_utf8(data: bytes, content_type: str | None) -> None:
    decoded = decode(data, content_type)
    assert decoded.text is not None
    assert decoded.text.endswith("<p>إدلب")
    assert decoded.problem is None


def test_type_of_the_server_comes_before_the_page() -> None:
    assert declared_charset(b'<meta charset="utf-8">', "text/html; charset=windows-1252") == "windows-1252"


def test_few_broken_characters_are_told_and_replaced() -> None:
    decoded = decode(b"Hundreds of people left the caf\xe9 quarter.")
    assert decoded.text == "Hundreds of people left the caf\N{REPLACEMENT CHARACTER} quarter."
    assert decoded.problem is not None
    assert "1 characters are not valid UTF-8" in decoded.problem
    assert "convert it" in decoded.problem


def test_text_in_another_charset_throughout_is_refused() -> None:
    decoded = decode("أغلقت الفيضانات الطريق".encode("cp1256"))
    assert decoded.text is None
    assert "convert it to UTF-8" in (decoded.problem or "")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"%PDF-1.7", "a PDF"), (b"PK\x03\x04docx", "office document"), (b"\x1f\x8b\x08", "gzip"), (b"\xd0\xcf\x11\xe0", "office document"),
        (b"\x89PNG\r\n", "an image"), (b"\xff\xd8\xff\xe0", "an image"), (b"\x7fELF\x02\x01\x01\x00\x00", "binary"), (b"a\x00b\x00", "binary"),
    ],
)  # fmt: skip
def test_what_is_no_text_says_what_it_is(data: bytes, told: str) -> None:
    decoded = decode(data)
    assert decoded.text is None
    assert told in (decoded.problem or "")
