"""All words that a file's bytes hold, however they are packed or escaped: for looking for what should not be there."""

import base64
import binascii
import gzip
import html
import io
import re
import urllib.parse
import zipfile
import zlib
from collections.abc import Iterator

_DEEPEST = 3
"""Packed files inside packed files that are opened."""

_MOST_BYTES = 200_000_000
"""What one packed file may unpack to: a bomb is told, not opened."""

_TAG = re.compile(r"<[^<>]*>")
_DATA_URI = re.compile(r"base64,([A-Za-z0-9+/=\s]{24,})")
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.S)
_COMPRESSED_CHUNK = re.compile(rb"(?:zTXt|iTXt|iCCP)[^\0]{1,79}\0+.?(x[\x01\x5e\x9c\xda].*?)(?:IDAT|IEND|$)", re.S)

_PRINTED = re.compile(rb"[\x20-\x7e\xa0-\xff]{6,}")
"""Runs of letters between the bytes of what is no text."""

_OPENED = (b"PK\x03\x04", b"\x1f\x8b", b"%PDF", b"\x89PNG")
"""First bytes of the kinds that are taken apart."""

CANNOT = "cannot be searched"
"""Begins the place of words that stand for what is not searched."""


def words_in_file(name: str, data: bytes, depth: int = 0) -> Iterator[tuple[str, str]]:
    """Where in a file, and the words there: its name, its text as it stands and without escapes and tags, and what is packed in it.

    >>> [words for _, words in words_in_file("a.html", b"<p>Selim&#32;<b>Darwan</b></p>")]
    ['a.html', '<p>Selim&#32;<b>Darwan</b></p>', 'Selim Darwan']
    """
    yield f"{name}: the file's name", name
    if len(data) > _MOST_BYTES:
        yield f"{CANNOT}: {name} is larger than {_MOST_BYTES // 10**6} MB", ""
        return
    text = _decode(data)
    yield name, text
    if _is_mixed(data) and not data.startswith(_OPENED):
        yield f"{CANNOT}: {name} is no text, and of no kind that is taken apart", ""
    for how, plain in (("without tags", _without_tags(text)), ("without escapes", _without_escapes(text))):
        if plain != text:
            yield f"{name}, {how}", plain
    for number, packed in enumerate(_DATA_URI.findall(text), 1):
        try:
            inner = base64.b64decode(re.sub(r"\s", "", packed))
        except (binascii.Error, ValueError):
            continue
        yield from _inside(f"{name}, embedded {number}", inner, depth)
    yield from _unpacked(name, data, depth)


def _inside(name: str, data: bytes, depth: int) -> Iterator[tuple[str, str]]:
    if depth >= _DEEPEST:
        yield f"{CANNOT}: {name} is packed too deep", ""
    else:
        yield from words_in_file(name, data, depth + 1)


def _decode(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    if data[:200].count(b"\0") > 50:
        return data.replace(b"\0", b"").decode("latin-1")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return "\n".join(run.decode("latin-1") for run in _PRINTED.findall(data)) if _is_mixed(data) else data.decode("latin-1")


def _is_mixed(data: bytes) -> bool:
    """Whether bytes are those of no text: control signs among them."""
    return not data.startswith((b"\xff\xfe", b"\xfe\xff")) and sum(b < 9 or 13 < b < 32 for b in data[:4096]) > len(data[:4096]) // 50


def _without_tags(text: str) -> str:
    """The words of a page as a reader sees them; a tag inside a word parts nothing."""
    return html.unescape(_TAG.sub("", text)) if "<" in text or "&" in text else text


def _without_escapes(text: str) -> str:
    """JSON's and addresses' escapes undone, and signs that are not seen left out."""
    plain = _ESCAPED.sub(lambda hit: chr(int(hit[1], 16)), text) if "\\u" in text else text
    plain = re.sub(r"\\([nrtbf])", " ", plain) if "\\" in plain else plain
    return _UNSEEN.sub("", urllib.parse.unquote(plain) if "%" in plain else plain)


def _unpacked(name: str, data: bytes, depth: int) -> Iterator[tuple[str, str]]:
    """What stands in archives (office documents too), gzip, and the compressed streams of PDF and PNG."""
    if data.startswith(b"PK\x03\x04"):
        yield from _members(name, data, depth)
    elif data.startswith(b"\x1f\x8b"):
        try:
            yield from _inside(f"{name}, unzipped", gzip.GzipFile(fileobj=io.BytesIO(data)).read(_MOST_BYTES), depth)
        except (OSError, EOFError, zlib.error) as problem:
            yield f"{CANNOT}: {name} is a broken gzip file ({problem})", ""
    elif data.startswith((b"%PDF", b"\x89PNG")):
        pattern = _STREAM if data.startswith(b"%PDF") else _COMPRESSED_CHUNK
        for number, packed in enumerate(pattern.findall(data), 1):
            try:
                yield f"{name}, stream {number}", _decode(zlib.decompressobj().decompress(packed, _MOST_BYTES))
            except zlib.error:
                continue
        if data.startswith(b"%PDF"):
            yield f"{CANNOT}: {name} draws its words letter by letter; audit the file that it was printed from", ""


def _members(name: str, data: bytes, depth: int) -> Iterator[tuple[str, str]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.infolist():
                if member.is_dir():
                    continue
                if member.file_size > _MOST_BYTES:
                    yield f"{CANNOT}: {member.filename} in {name} is larger than {_MOST_BYTES // 10**6} MB", ""
                    continue
                yield from _inside(f"{name}, {member.filename}", archive.read(member), depth)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, zlib.error) as problem:
        yield f"{CANNOT}: {name} is an archive that does not open ({problem})", ""
