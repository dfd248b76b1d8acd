"""`sayso doctor`: what of the installation is in order, what is not, and what to do about it."""

import platform
import re
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

import msgspec
import typer
from rich import box
from rich.table import Table
from rich.text import Text

from sayso.cli.gazetteer_file import user_settings
from sayso.cli.ledgers import open_ledger, settle_ledger
from sayso.cli.options import FormatOption, GazetteerOption, LedgerOption
from sayso.cli.printing import print_tables, settle_format, write_json_line
from sayso.cli.whole_files import open_output
from sayso.errors import GazetteerError, LedgerError

OLDEST_PYTHON = (3, 11)


class Finding(msgspec.Struct, frozen=True):
    """One thing looked at: how it is, and what to do where it is not in order (None where it is)."""

    checked: str
    found: str
    advice: str | None = None


def examine(ledger: LedgerOption = None, gazetteer: GazetteerOption = None, format_: FormatOption = None) -> None:
    """Check Python, packages, gazetteer and ledger: what is wrong and what to do. Exit status 1 where something is."""
    settings = user_settings()
    findings = [check_python(sys.version_info[:2]), *check_packages(), check_gazetteer(gazetteer or settings.gazetteer)]
    if named := ledger or settings.ledger:
        findings.append(check_ledger(named))
    if settle_format(format_) == "table":
        print_tables(_lay_out(findings))
    else:
        with open_output(None) as stream:
            for finding in findings:
                write_json_line(stream, finding)
    raise typer.Exit(1 if any(f.advice for f in findings) else 0)


def check_python(running: tuple[int, ...]) -> Finding:
    """Whether Python is new enough.

    >>> check_python((3, 9)).advice
    'install Python 3.11 or newer, then Sayso again'
    """
    oldest = ".".join(map(str, OLDEST_PYTHON))
    advice = None if running >= OLDEST_PYTHON else f"install Python {oldest} or newer, then Sayso again"
    return Finding("Python", platform.python_version(), advice)


def check_packages() -> Iterator[Finding]:
    """Whether every package that Sayso needs is installed."""
    for line in sorted(requires("sayso") or (), key=str.lower):
        requirement, _, condition = line.partition(";")
        if "extra ==" in condition:
            continue
        name = re.split(r"[^\w.-]", requirement.strip())[0]
        try:
            yield Finding(name, version(name))
        except PackageNotFoundError:
            yield Finding(name, "not installed", f"install it: python -m pip install '{requirement.strip()}'")


def check_gazetteer(path: Path) -> Finding:
    """Whether the gazetteer is there and can be read."""
    from sayso.gazetteer import Gazetteer

    if not path.exists():
        return Finding("gazetteer", f"none at {path}", "build it: sayso gazetteer build (or just read: it is built on first use)")
    try:
        with Gazetteer.open(path) as gazetteer:
            return Finding("gazetteer", f"{path}: {gazetteer.version}")
    except GazetteerError as problem:
        return Finding("gazetteer", "cannot be used", str(problem))


def check_ledger(named: str) -> Finding:
    """Whether the ledger opens and is whole, and what it holds."""
    try:
        where = settle_ledger(named)
        with open_ledger(where) as ledger:
            damage, counts = ledger.find_damage(), ledger.counts()
    except LedgerError as problem:
        return Finding("ledger", "cannot be used", str(problem))
    if damage:
        return Finding("ledger", f"{where}: damaged ({damage})", "restore it from a backup, or read the sources into a new ledger")
    held = f"articles {counts.articles}, readings {counts.readings}, claims {counts.claims}, inputs not read {counts.unread}"
    return Finding("ledger", f"{where}: {held}")


def _lay_out(findings: list[Finding]) -> Table:
    table = Table(title=Text("Sayso's check-up", style="bold"), title_justify="left", box=box.SIMPLE_HEAD, expand=True, pad_edge=False)
    for heading, share in (("", 4), ("Checked", 18), ("Found", 34), ("What to do", 24)):
        table.add_column(heading, ratio=share, overflow="fold")
    for finding in findings:
        table.add_row("ok" if finding.advice is None else "fix", finding.checked, Text(finding.found), Text(finding.advice or ""))
    return table
