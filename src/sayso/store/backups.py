"""Copies of a ledger's file: made while others write to it, checked, and put in the place of the ledger, whole or not at all."""

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from sayso.errors import LedgerError
from sayso.model.entries import TrailRow
from sayso.store.counts import LedgerCounts
from sayso.store.encryption import is_plain
from sayso.store.ledger import Ledger
from sayso.store.sqlite_file import SqliteFile
from sayso.store.striking import Striker

_BESIDE = ("-journal", "-wal", "-shm")
"""Endings of the files in which SQLite keeps what it has not finished; they belong to the file beside which they lie."""


def back_up(path: Path, out: Path, *, key: str | None = None, wait_seconds: float = 30.0) -> LedgerCounts:
    """Copy a ledger as it is at one moment, while others may write to it; what the copy holds. The file `out` is replaced.

    The copy of a ledger that is encrypted is encrypted with the same `key`.
    """
    if out.resolve() == path.resolve():
        raise LedgerError(f"{out} is the ledger itself; name another file.")
    with Ledger.open(path, wait_seconds=wait_seconds, key=key), _unfinished(out) as part:
        _copy_pages(path, part, out, wait_seconds, key)
        counts = _check(part, path, key)
        _settle(part)
        part.replace(out)
    return counts


class Restored(NamedTuple):
    """What a restored ledger holds, and why the one that it replaced could not be asked what it was told to forget, if so."""

    counts: LedgerCounts
    problem: str | None


def restore(
    backup: Path,
    path: Path,
    striker: Striker,
    note: TrailRow,
    kept: Path | None = None,
    *,
    key: str | None = None,
    wait_seconds: float = 30.0,
) -> Restored:
    """Put a copy in the place of a ledger that nobody has open, or where there is none; `kept` is what the replaced file is called then.

    What the replaced ledger was told to forget is struck out of the copy too, and `note` added to its trail.
    """
    if backup.resolve() == path.resolve():
        raise LedgerError(f"{backup} is the ledger itself; name a backup of it.")
    with _unfinished(path) as part:
        _copy_pages(backup, part, path, wait_seconds, key)
        _check(part, backup, key)
        with Ledger.open(part, write=True, key=key) as restored:
            problem = _forget_alike(restored, path, striker, key, note.at[:10]) if path.exists() else None
            restored.note(note)
            counts = restored.counts()
        _settle(part)
        with _held_alone(path, wait_seconds, key):
            _put_in_place(part, path, kept)
    return Restored(counts, problem)


@contextmanager
def _unfinished(out: Path) -> Iterator[Path]:
    """A file to fill beside the one that it is to become; it is gone afterwards if it was not put in place."""
    if not out.parent.is_dir():
        raise LedgerError(f"The folder {out.parent} does not exist; make it, or name another file.")
    if out.is_dir() or not os.access(out.parent, os.W_OK):
        raise LedgerError(f"{out} is a folder or lies in a read-only one; name a file in a folder that you may write to.")
    part = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        yield part
    finally:
        for name in ("", *_BESIDE):
            Path(f"{part}{name}").unlink(missing_ok=True)


def _copy_pages(source: Path, part: Path, out: Path, wait_seconds: float, key: str | None) -> None:
    """Copy a file into the one that is to become `out`; the source stays as it is, whatever version it has."""
    if not source.is_file():
        raise LedgerError(f"There is no file {source}; name a backup.")
    if not source.stat().st_size:
        raise LedgerError(f"{source} is empty: it is no ledger of Sayso; name a backup.")
    held = SqliteFile(source, write=False, wait_seconds=wait_seconds, key=key)
    copy = SqliteFile(part, write=True, wait_seconds=wait_seconds, key=key)
    copy.name = str(out)
    with closing(held), closing(copy):
        held.copy_to(copy)
    shutil.copymode(source, part)


def _check(part: Path, named: Path, key: str | None) -> LedgerCounts:
    """What a copy holds; LedgerError where it is damaged or no ledger, told of the file that it was copied from."""
    part.chmod(part.stat().st_mode | 0o600)  # a copy of a read-only file is to be brought up to date
    try:
        with Ledger.open(part, key=key) as copied:
            damage = copied.find_broken_storage()
            if damage:
                raise LedgerError(f"{named} is damaged ({damage}); nothing was written. Use another backup.")
            return copied.counts()
    except LedgerError as problem:
        raise LedgerError(str(problem).replace(str(part), str(named))) from problem


def _forget_alike(restored: Ledger, path: Path, striker: Striker, key: str | None, day: str) -> str | None:
    """Forget in a restored ledger what the one before it was told to forget; the reason, where that one does not open."""
    try:
        with Ledger.open(path, key=_key_of(path, key)) as before:
            restored.forget_what(before, striker, day)
    except LedgerError as problem:
        return str(problem)
    return None


def _key_of(path: Path, key: str | None) -> str | None:
    """The key, but for a file that needs none."""
    return None if is_plain(path) else key


def _settle(part: Path) -> None:
    """See to it that the bytes are on the disk before the file gets its name."""
    with part.open("rb") as file:
        os.fsync(file.fileno())


@contextmanager
def _held_alone(path: Path, wait_seconds: float, key: str | None) -> Iterator[None]:
    """Keep others from the ledger while it is replaced; a file that cannot be used as a ledger is in nobody's use."""
    with ExitStack() as stack:
        if path.exists():
            file = SqliteFile(path, write=True, wait_seconds=wait_seconds, key=_key_of(path, key))
            stack.callback(file.engine.dispose)
            try:
                stack.enter_context(file.hold_alone())
            except LedgerError as problem:
                if "locked" in str(problem):
                    raise
        yield


def _put_in_place(part: Path, path: Path, kept: Path | None) -> None:
    """Give a file its name at once; the one that had it lies beside it under another, with what belongs to it."""
    if kept and path.exists():
        os.link(path, kept)
    for name in _BESIDE:
        beside = Path(f"{path}{name}")
        if beside.exists() and kept:
            beside.replace(f"{kept}{name}")
        else:
            beside.unlink(missing_ok=True)
    part.replace(path)
