"""The gazetteer's file: where it is, built on first use, and the commands around it."""

import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.printing import print_line, tell_user
from sayso.cli.progress import show_progress
from sayso.errors import GazetteerError
from sayso.settings import Settings, read_settings

if TYPE_CHECKING:
    from sayso.gazetteer import Gazetteer


def user_settings() -> Settings:
    """The settings of the user who runs the command."""
    return read_settings(os.environ, Path.home())


def open_gazetteer(named: Path | None) -> "Gazetteer":
    """Open the gazetteer that the user names, else the user's own, which is built where there is none yet."""
    from sayso.gazetteer import Gazetteer

    path = named or user_settings().gazetteer
    if named is None and not path.exists():
        tell_user("building the gazetteer from the installed packages: once, about half a minute")
        _build(path)
    return Gazetteer.open(path)


def build_gazetteer_file(
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Where to put it, if not where sayso looks for it.")] = None,
) -> None:
    """Build the gazetteer from the installed packages, offline, in about half a minute."""
    path = out or user_settings().gazetteer
    _build(path)
    with open_gazetteer(path) as built:
        print_line(f"{path}: gazetteer {built.version}")


def show_gazetteer_path() -> None:
    """Print where your own gazetteer is, or will be once it is built."""
    print_line(str(user_settings().gazetteer))


def _build(path: Path) -> None:
    from sayso.gazetteer import build_gazetteer

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not os.access(path.parent, os.W_OK):
            raise PermissionError(errno.EACCES, "its folder is read-only")
        fresh = path.with_name(f"{path.name}.{os.getpid()}.fresh")
        try:
            with show_progress("building the gazetteer", after=0.0) as tell:
                build_gazetteer(fresh, lambda step, done, total: tell(done, total, step))
            _carry(path, fresh)
            fresh.replace(path)
        finally:
            fresh.unlink(missing_ok=True)
    except OSError as problem:
        why = f"the gazetteer cannot be written to {path} ({problem.strerror or problem})"
        raise GazetteerError(f"{why}; name another place: set SAYSO_GAZETTEER, or sayso gazetteer build --out FILE") from problem


def _carry(old: Path, fresh: Path) -> None:
    """Keep what was brought into the file that is built anew, and say so; one of another format tells how to bring it again."""
    from sayso.gazetteer.carried import carry_sources

    if not old.exists():
        return
    try:
        sources, lost = carry_sources(old, fresh)
    except GazetteerError as problem:
        tell_user(f"nothing was carried over from the file before ({problem}); bring your places again: sayso places import FILE")
        return
    if sources:
        missing = f"; {lost} names of places that are no longer there are left out" if lost else ""
        tell_user(f"carried over: {', '.join(source.name for source in sources)}{missing}")
