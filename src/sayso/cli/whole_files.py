"""Output files that are there whole or not at all."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import typer

from sayso.errors import SaysoError

READER_GONE = 141
"""Exit status where the other end of a pipe closed: that of a program that SIGPIPE ended."""


class OutputError(SaysoError):
    """An output file cannot be written."""


@contextmanager
def open_output(out: Path | None) -> Iterator[BinaryIO]:
    """What a command writes to: the file `out`, whole or not at all, or standard output where it is None or `-`."""
    if out is None or str(out) == "-":
        with _standard_output() as stream:
            yield stream
    else:
        with _whole_file(out) as stream:
            yield stream


@contextmanager
def _standard_output() -> Iterator[BinaryIO]:
    try:
        yield sys.stdout.buffer
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # so that nothing complains while Python closes it
        raise typer.Exit(READER_GONE) from None


@contextmanager
def _whole_file(out: Path) -> Iterator[BinaryIO]:
    path = out.resolve()  # a link keeps pointing to the file
    if path.is_dir():
        raise OutputError(f"{out} is a folder; name a file in it.")
    if path.exists() and not path.is_file():
        with path.open("wb") as stream:  # a device or a named pipe takes what comes
            yield stream
        return
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with unfinished.open("wb") as stream:
            yield stream
        unfinished.replace(path)
    except OSError as problem:
        raise OutputError(f"{out} cannot be written ({problem.strerror or problem}); name another file, or make its folder.") from problem
    finally:
        unfinished.unlink(missing_ok=True)
