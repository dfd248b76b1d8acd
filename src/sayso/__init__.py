"""Sayso reads reporting on armed conflict and displacement into an accountable situation record.

>>> import sayso
>>> record = sayso.read("page.html", published="2020-01-28")  # doctest: +SKIP
>>> [(claim.event, claim.source.name if claim.source else record.publisher) for claim in record.claims]  # doctest: +SKIP
[('displacement', 'Syrian Observatory for Human Rights')]
"""

import datetime as dt
import io
import itertools
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.version import __version__

if TYPE_CHECKING:
    from sayso.gazetteer import Gazetteer
    from sayso.model.records import Record

__all__ = ["__version__", "read", "read_many"]


def read(
    source: str | Path | bytes,
    *,
    published: dt.date | str | None = None,
    publisher: str | None = None,
    gazetteer: "Gazetteer | Path | None" = None,
) -> "Record":
    """Read one report: a file, a web address, or the bytes of a page or text; the record says what was not read and why.

    `published` (a date, or text as in 2020-01-28) and `publisher` settle what the page does not say. `gazetteer` is an open one or the
    path of one; without it the user's own, which is built on first use (half a minute). InputError where the source holds several reports.
    """
    from sayso.errors import InputError

    inputs, stdin = (["-"], io.BytesIO(source)) if isinstance(source, bytes) else ([str(source)], None)
    found = list(itertools.islice(_read(inputs, stdin, published, publisher, gazetteer), 2))
    if len(found) > 1:
        raise InputError("the source holds more than one report; read it with sayso.read_many")
    return found[0]


def read_many(
    inputs: Iterable[str | Path],
    *,
    published: dt.date | str | None = None,
    publisher: str | None = None,
    gazetteer: "Gazetteer | Path | None" = None,
) -> "Iterator[Record]":
    """Read files, folders, web addresses and JSON Lines one report after the other; a record comes for each, read or not.

    The other arguments are those of `read`.
    """
    return _read((str(i) for i in inputs), None, published, publisher, gazetteer)


def _read(
    inputs: Iterable[str],
    stdin: io.BytesIO | None,
    published: dt.date | str | None,
    publisher: str | None,
    gazetteer: "Gazetteer | Path | None",
) -> "Iterator[Record]":
    from sayso.documents import DocumentOptions, WebFetch
    from sayso.gazetteer import Gazetteer
    from sayso.pipeline import read_inputs

    day = dt.date.fromisoformat(published) if isinstance(published, str) else published
    options = DocumentOptions(published=day, publisher=publisher)
    if isinstance(gazetteer, Gazetteer):
        yield from read_inputs(inputs, gazetteer, options=options, stdin=stdin, fetch=WebFetch())
    else:
        with Gazetteer.open(gazetteer or _own_gazetteer()) as opened:
            yield from read_inputs(inputs, opened, options=options, stdin=stdin, fetch=WebFetch())


def _own_gazetteer() -> Path:
    from sayso.gazetteer import build_gazetteer
    from sayso.settings import read_settings

    path = read_settings(os.environ, Path.home()).gazetteer
    if not path.exists():
        build_gazetteer(path)
    return path
