"""What commands print: JSON Lines for programs, tables for people, one line for what went wrong."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, BinaryIO

import msgspec
from rich.console import Console, RenderableType

from sayso.cli.options import Format
from sayso.cli.whole_files import open_output


def settle_format(asked: Format | None, out: Path | None = None) -> Format:
    """A table where a person looks at a terminal, JSON Lines where a program reads, unless the user says otherwise."""
    return asked or ("table" if out is None and sys.stdout.isatty() else "jsonl")


def write_json_line(stream: BinaryIO, value: Any) -> None:  # noqa: ANN401  # whatever JSON can hold
    """Write one value as a line of JSON and hand it on at once."""
    stream.write(msgspec.json.encode(value) + b"\n")
    stream.flush()


def write_tables(stream: BinaryIO, tables: Iterable[RenderableType]) -> None:
    """Write tables as wide as the terminal (80 columns where there is none); colours only in a terminal."""
    console = Console(highlight=False, soft_wrap=False)
    for table in tables:
        with console.capture() as captured:
            console.print(table)
        stream.write(captured.get().encode(sys.stdout.encoding or "utf8", "replace"))
        stream.flush()


def print_tables(*tables: RenderableType) -> None:
    """Print tables on standard output."""
    with open_output(None) as stream:
        write_tables(stream, tables)


def print_line(line: str) -> None:
    """Print one line on standard output as it is."""
    with open_output(None) as stream:
        stream.write(f"{line}\n".encode())


def tell_user(message: str) -> None:
    """One line to the person at the terminal, on standard error."""
    print(f"sayso: {' '.join(message.split())}", file=sys.stderr, flush=True)
