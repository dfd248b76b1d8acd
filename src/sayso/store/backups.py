"""Copies of a ledger's file: made while others write to it, checked, and put in the place of the ledger, whole or not at all."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sayso.errors import LedgerError
from sayso.model.entries import TrailRow
from sayso.store.ledger_file import LedgerCounts, LedgerFile
from sayso.store.sqlite_file import explain_problems, may_write
from sayso.store.striking import Striker

_BESIDE = ("-journal", "-wal", "-shm")
"""Endings of the files in which SQLite keeps what it has not finished; they belong to the file beside which they lie."""


def back_up(path: Path, out: Path, wait_seconds: float = 30.0) -> LedgerCounts:
    """Copy a ledger as it is at one moment, while others may write to it; what the copy holds. The file `out` is replaced."""
    if out.resolve() == path.resolve():
        raise LedgerError(f"{out} is the ledger itself; name another file.")
    with LedgerFile.open(path, wait_seconds=wait_seconds), _unfinished(out) as part:
        _copy_pages(path, part, out, wait_seconds)
        counts = _check(part, path)
        _settle(part)
        part.replace(out)
    return counts


def restore(
    backup: Path, path: Path, striker: Striker, note: TrailRow, kept: Path | None = None, wait_seconds: float = 30.0
) -> tuple[LedgerCounts, str | None]:
    """Put a copy in the place of a ledger, or where there is none; `kept` is the name that the replaced file has from then on.

    What the replaced ledger was told to forget is struck out of the copy too, and `note` added to its trail. What the ledger holds now, and
    why the replaced one could not be asked what it was told to forget, if so.
    """
    if backup.resolve() == path.resolve():
        raise LedgerError(f"{backup} is the ledger itself; name a backup of it.")
    with _unfinished(path) as part:
        _copy_pages(backup, part, path, wait_seconds)
        counts = _check(part, backup)
        with LedgerFile.open(part, write=True) as restored:
            problem = _forget_alike(restored, path, striker) if path.exists() else None
            restored.note(note)
            counts = restored.counts()
        _settle(part)
        with _locked(path, wait_seconds):
            _put_in_place(part, path, kept)
    return counts, problem


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


def _copy_pages(source: Path, part: Path, out: Path, wait_seconds: float) -> None:
    """Copy all pages in one step, under one lock, so that nothing of a later moment gets in."""
    if not source.is_file():
        raise LedgerError(f"There is no file {source}; name a backup.")
    mode = "rw" if may_write(source) else "ro"  # who may, mends what a killed writer left
    with closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode={mode}", uri=True, timeout=wait_seconds, isolation_level=None)) as held:
        with explain_problems(source):
            held.execute("BEGIN")
            held.execute("SELECT count(*) FROM sqlite_master").fetchone()
        with explain_problems(out), closing(sqlite3.connect(part)) as copy:
            held.backup(copy)
    shutil.copymode(source, part)


def _check(part: Path, named: Path) -> LedgerCounts:
    """What a copy holds; LedgerError where it is damaged or no ledger, told of the file that it was copied from."""
    part.chmod(part.stat().st_mode | 0o600)  # a copy of a read-only file is to be brought up to date
    try:
        with LedgerFile.open(part) as copied:
            damage = copied.find_broken_file()
            if damage:
                raise LedgerError(f"{named} is damaged ({damage}); nothing was written. Use another backup.")
            return copied.counts()
    except LedgerError as problem:
        raise LedgerError(str(problem).replace(str(part), str(named))) from problem


def _forget_alike(restored: LedgerFile, path: Path, striker: Striker) -> str | None:
    """Forget in a restored ledger what the one before it was told to forget; the reason, where that one does not open."""
    try:
        with LedgerFile.open(path) as before:
            restored.forget_what(before, striker)
    except LedgerError as problem:
        return str(problem)
    return None


def _settle(part: Path) -> None:
    """See to it that the bytes are on the disk before the file gets its name."""
    with part.open("rb") as file:
        os.fsync(file.fileno())


@contextmanager
def _locked(path: Path, wait_seconds: float) -> Iterator[None]:
    """Keep others from writing to the ledger while it is replaced; a file that cannot be used as a ledger is in nobody's use."""
    if not path.exists():
        yield
        return
    with closing(sqlite3.connect(path, timeout=wait_seconds, isolation_level=None)) as held:
        try:
            held.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as problem:
            if "locked" in str(problem):
                with explain_problems(path):
                    raise
        except sqlite3.DatabaseError:
            pass  # it is replaced because it is damaged
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
