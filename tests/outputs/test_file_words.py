"""Whatever a file packs or escapes its words in, they are found."""

import base64
import gzip
import io
import json
import zipfile
import zlib

import pytest

from sayso.outputs.file_words import CANNOT, words_in_file

NAME = "Selim Darwan"


def zipped(name: str, data: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return held.getvalue()


HOLDS = {
    "plain text": NAME.encode(),
    "UTF-16": NAME.encode("utf-16"),
    "UTF-16 without a mark": NAME.encode("utf-16-le") + b"\0 " * 60,
    "Latin-1": f"Café {NAME}".encode("latin-1"),
    "entities": b"Selim&nbsp;&#68;arwan".replace(b"&nbsp;", b"&#32;"),
    "tags inside the name": b"<b>Sel</b>im <i>Dar</i>wan",
    "a comment of a page": b"<!-- by Selim Darwan -->",
    "JSON escapes": json.dumps("Selim Darwan").replace("S", "\\u0053").encode(),
    "an address": b"https://example.org/Selim%20Darwan",
    "an embedded image": b'<img src="data:text/plain;base64,' + base64.b64encode(b"written by Selim Darwan himself") + b'">',
    "gzip": gzip.compress(NAME.encode()),
    "an office document": zipped("docProps/core.xml", b"<dc:creator>Selim Darwan</dc:creator>"),
    "an archive in an archive": zipped("inner.zip", zipped("a.txt", NAME.encode())),
    "a stream of a PDF": b"%PDF-1.4\nstream\n" + zlib.compress(b"/Author (Selim Darwan)") + b"\nendstream",
}


@pytest.mark.parametrize("data", HOLDS.values(), ids=HOLDS)
def test_the_words_are_found(data):
    assert any(NAME in words for _, words in words_in_file("out.bin", data))


def test_the_name_of_the_file_is_searched_too():
    assert "Selim Darwan.csv" in [words for _, words in words_in_file("Selim Darwan.csv", b"")]


CANNOT_SEARCH = {
    "a broken archive": b"PK\x03\x04 broken",
    "a broken gzip file": gzip.compress(b"x" * 100)[:20],
    "a PDF": b"%PDF-1.4\nBT (S) 3 (elim) Tj ET",
    "too deep": zipped("1.zip", zipped("2.zip", zipped("3.zip", zipped("4.zip", zipped("5.zip", b"x"))))),
}


@pytest.mark.parametrize("data", CANNOT_SEARCH.values(), ids=CANNOT_SEARCH)
def test_what_cannot_be_searched_is_told(data):
    assert any(where.startswith(CANNOT) for where, _ in words_in_file("out.bin", data))


def test_every_byte_string_gives_an_answer():
    for data in (b"", b"\0" * 300, b"\xff\xfe", b"\x89PNG\r\n", bytes(range(256))):
        assert next(iter(words_in_file("x", data))) == ("x: the file's name", "x")
