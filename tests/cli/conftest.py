"""The command as a user runs it, and a ledger read from three small reports."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from sayso.cli.app import run_app

PAGES = {
    "ariha.txt": "Shelling drives families from Ariha\n\n28 January 2020\n\nSome 1,200 people fled the town of Ariha on Monday after shelling killed at least four people, the Syrian Observatory for Human Rights said.\n",
    "front.txt": "Army takes Ariha\n\n29 January 2020\n\nGovernment forces captured the town of Ariha on Tuesday, Syrian state television said.\n",
    "toll.txt": "Toll in Ariha rises\n\n29 January 2020\n\nThe shelling of Ariha on Monday killed seven people, the White Helmets said.\n",
}


class Outcome(msgspec.Struct, frozen=True):
    """What a run of the command left: exit status, standard output and standard error."""

    status: int
    out: str
    err: str

    @property
    def rows(self) -> list[Any]:
        """Standard output as JSON Lines."""
        return [msgspec.json.decode(line) for line in self.out.splitlines()]


Run = Callable[..., Outcome]


@pytest.fixture
def run(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run a command in this process, in an empty folder of its own, with no setting of the person who tests."""
    for name in ("SAYSO_LEDGER", "SAYSO_LEDGER_KEY", "SAYSO_LEDGER_KEY_FILE", "SAYSO_GAZETTEER", "SAYSO_HOUSEHOLDS", "SAYSO_PERSONS", "SAYSO_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)

    def run_command(*arguments: object) -> Outcome:
        capsysbinary.readouterr()
        status = run_app([str(a) for a in arguments])
        out, err = capsysbinary.readouterr()
        return Outcome(status, out.decode(), err.decode())

    return run_command


def start_sayso(*arguments: object, **how: Any) -> subprocess.Popen[bytes]:
    """The command in a process of its own."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("SAYSO_")} | how.pop("env", {})
    command = [sys.executable, "-m", "sayso", *map(str, arguments)]
    return subprocess.Popen(command, env=environment, **({"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | how))


@pytest.fixture(scope="session")
def start() -> Callable[..., subprocess.Popen[bytes]]:
    return start_sayso


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    return write_pages(tmp_path / "pages")


def write_pages(folder: Path) -> Path:
    folder.mkdir()
    for name, text in PAGES.items():
        (folder / name).write_text(text, encoding="utf8")
    return folder


@pytest.fixture(scope="session")
def ledger(tmp_path_factory: pytest.TempPathFactory, small_gazetteer_path: Path) -> Path:
    """A ledger of the three reports; tests look into it and leave it as it is."""
    folder = tmp_path_factory.mktemp("read")
    path = folder / "ledger.sqlite"
    child = start_sayso("read", write_pages(folder / "pages"), "--ledger", path, "--publisher", "The Example", "--gazetteer", small_gazetteer_path)
    _, err = child.communicate(timeout=120)
    assert child.returncode == 0, err.decode()
    return path
