"""Whatever a user names - files, folders, addresses, standard input - one article after the other."""

import io
import itertools
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from sayso.documents.composition import Origin, unread_article
from sayso.documents.fetch import Fetch
from sayso.documents.formats import FORMATS, Document, format_of_content, format_of_ending
from sayso.documents.options import DocumentOptions
from sayso.documents.streams import ByteStream, Rejoined
from sayso.errors import InputError
from sayso.model.articles import Article

_SNIFF = 4096


def _read_stream(stream: ByteStream, shown: str, stem: str, options: DocumentOptions) -> Iterator[Article]:
    head = stream.read(_SNIFF)
    document = Document(stream=Rejoined(head, stream), origin=Origin(name=stem), shown=shown)
    yield from format_of_content(None, head).read(document, options)


def _read_file(path: Path, options: DocumentOptions) -> Iterator[Article]:
    shown = str(path)
    try:
        with path.open("rb") as stream:
            known = format_of_ending(path.suffix)
            if known:
                yield from known.read(Document(stream=stream, origin=Origin(name=path.stem), shown=shown), options)
            else:
                yield from _read_stream(stream, shown, path.stem, options)
    except OSError as error:
        why = f"{shown}: cannot be opened ({error.strerror or error}); check the path and its permissions"
        yield unread_article(Origin(name=shown), why, options)


def _read_folder(folder: Path, options: DocumentOptions) -> Iterator[Article]:
    found = False
    for path, problem in _files_below(folder):
        found = True
        if problem:
            yield unread_article(Origin(name=str(path)), f"{path}: {problem}", options)
        else:
            yield from _read_file(path, options)
    if not found:
        yield unread_article(Origin(name=str(folder)), f"{folder}: the folder holds no files; name another", options)


def _files_below(folder: Path) -> Iterator[tuple[Path, str | None]]:
    """Files in sorted order, folder by folder, without hidden ones; what cannot be read comes with the reason."""
    failed: list[OSError] = []
    for root, folders, files in os.walk(folder, onerror=failed.append):
        links = [name for name in folders if Path(root, name).is_symlink()]
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in links)
        for name in sorted((*files, *links)):
            if not name.startswith("."):
                yield Path(root, name), _problem_in_folder(Path(root, name))
    for error in failed:
        yield Path(error.filename), f"the folder cannot be opened ({error.strerror}); check its permissions"


def _problem_in_folder(path: Path) -> str | None:
    if path.is_dir():
        return "a link to a folder is not followed; name that folder itself"
    if not format_of_ending(path.suffix):
        endings = " ".join(itertools.chain.from_iterable(f.endings for f in FORMATS))
        return f"a file of this ending is not read in a folder ({endings} are); name the file itself to have it tried"
    if path.exists() and not path.is_file():
        return "not a regular file; save what it gives as a file and read that"
    return None


def _read_address(url: str, fetch: Fetch | None, options: DocumentOptions) -> Iterator[Article]:
    origin = Origin(name=url, url=url)
    if fetch is None:
        yield unread_article(origin, f"{url}: nothing is fetched here; save the page and read the file", options)
        return
    try:
        fetched = fetch(url)
    except InputError as error:
        yield unread_article(origin, str(error), options)
        return
    origin = Origin(name=fetched.url, url=fetched.url)
    stream = io.BytesIO(fetched.data)
    document = Document(stream=stream, origin=origin, shown=fetched.url, content_type=fetched.content_type)
    yield from format_of_content(fetched.content_type, fetched.data[:_SNIFF]).read(document, options)


def read_documents(
    inputs: Iterable[str],
    *,
    options: DocumentOptions,
    stdin: BinaryIO | None = None,
    fetch: Fetch | None = None,
) -> Iterator[Article]:
    """Read every input into at least one article; one that fails gives an article that says why, and the next one follows."""
    for name in inputs:
        if name == "-":
            yield from _read_stream(stdin, "standard input", "stdin", options) if stdin else _no_stdin(options)
        elif name.lower().startswith(("http://", "https://")):
            yield from _read_address(name, fetch, options)
        elif Path(name).is_dir():
            yield from _read_folder(Path(name), options)
        else:
            yield from _read_file(Path(name), options)


def _no_stdin(options: DocumentOptions) -> Iterator[Article]:
    yield unread_article(Origin(name="-"), "standard input is not open here; name a file", options)
