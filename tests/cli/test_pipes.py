"""The command among other programs: closed pipes, Ctrl-C, and a terminal of 80 columns."""

import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.errors import LedgerError
from sayso.store.ledger import Ledger

SENTENCE = "Two people were killed when shells hit Ariha on Monday, residents said."


@pytest.fixture
def many(tmp_path: Path) -> Path:
    path = tmp_path / "many.jsonl"
    with path.open("w", encoding="utf8") as stream:
        for number in range(4000):
            stream.write(json.dumps({"article_id": str(number), "text": f"{SENTENCE} ({number})"}) + "\n")
    return path


def test_a_reader_that_closes_the_pipe_ends_it_quietly(start, many, small_gazetteer_path):
    child = start("read", many, "--gazetteer", small_gazetteer_path)
    assert json.loads(child.stdout.readline())["article_id"] == "0"
    child.stdout.close()
    assert child.wait(timeout=60) == 141
    assert child.stderr.read() == b""


@pytest.mark.parametrize("command", ["claims", "events", "places"])
@pytest.mark.parametrize("form", ["jsonl", "table"])
def test_views_end_quietly_when_nobody_reads(start, ledger, command, form):
    reading, writing = os.pipe()
    os.close(reading)
    child = start(command, "--ledger", ledger, "--format", form, stdout=writing)
    os.close(writing)
    assert child.wait(timeout=60) == 141
    assert child.stderr.read() == b""


def wait_for(happens: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not happens():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def articles_in(path: Path) -> int:
    try:
        with Ledger.open(path) as held:
            return held.counts().articles
    except LedgerError:
        return 0


@pytest.mark.parametrize(("sent", "status", "told"), [(signal.SIGINT, 130, b"sayso: stopped"), (signal.SIGTERM, 143, b"")], ids=["Ctrl-C", "SIGTERM"])
def test_being_stopped_leaves_no_half_written_file(start, many, small_gazetteer_path, tmp_path, sent, status, told):
    child = start("read", many, "--gazetteer", small_gazetteer_path, "--out", tmp_path / "records")
    wait_for(lambda: any(p.stat().st_size for p in tmp_path.glob(".records.*.part")))
    child.send_signal(sent)
    _, err = child.communicate(timeout=60)
    assert child.returncode == status
    assert err.startswith(told)
    assert b"Traceback" not in err
    assert os.listdir(tmp_path) == ["many.jsonl"]


def test_ctrl_c_leaves_a_whole_ledger_that_goes_on_where_it_stopped(start, many, small_gazetteer_path, tmp_path):
    path = tmp_path / "my.sqlite"
    child = start("read", many, "--gazetteer", small_gazetteer_path, "--ledger", path)
    wait_for(lambda: path.exists() and articles_in(path) > 3)
    child.send_signal(signal.SIGINT)
    _, err = child.communicate(timeout=60)
    assert child.returncode == 130
    assert b"Traceback" not in err
    with Ledger.open(path) as held:
        assert held.find_damage() is None
        assert 0 < held.counts().articles < 4000


def run_in_terminal(command: list[str], columns: int = 80) -> tuple[int, str]:
    """Run with a terminal of so many columns as standard output and error; exit status and what it shows, without colours."""
    master, slave = pty.openpty()
    child = subprocess.Popen(command, stdout=slave, stderr=slave, stdin=subprocess.DEVNULL, env=os.environ | {"COLUMNS": str(columns), "TERM": "xterm"})
    os.close(slave)
    shown = b""
    while True:
        ready, _, _ = select.select([master], [], [], 60)
        try:
            data = os.read(master, 65536) if ready else b""
        except OSError:
            data = b""
        if not data:
            break
        shown += data
    os.close(master)
    return child.wait(timeout=60), re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown.decode())


@pytest.mark.parametrize("command", ["claims", "events", "control", "figures", "places"])
def test_a_terminal_gets_a_table_that_fits_it(ledger, command):
    status, shown = run_in_terminal([sys.executable, "-m", "sayso", command, "--ledger", str(ledger)])
    assert status == 0
    assert f"{command.capitalize()} as of 2020-01-29: machine reading, unreviewed" in shown
    assert max(len(line) for line in shown.replace("\r", "\n").split("\n")) <= 80


SLOW = "import sys, time; from sayso.cli.progress import show_progress\nwith show_progress('counting sheep', after={after}) as tell:\n    tell(3, 9); time.sleep(0.6)\nprint('done')"


@pytest.mark.parametrize(("after", "seen"), [(0.1, True), (2.0, False)], ids=["slow work", "quick work"])
def test_a_bar_shows_in_a_terminal_for_slow_work_only(after, seen):
    status, shown = run_in_terminal([sys.executable, "-c", SLOW.format(after=after)])
    assert status == 0
    assert ("counting sheep" in shown, "3/9" in shown) == (seen, seen)
    assert shown.rstrip().endswith("done")


def test_no_bar_goes_into_a_file():
    shown = subprocess.run([sys.executable, "-c", SLOW.format(after=0.1)], capture_output=True, timeout=60, check=True)
    assert (shown.stdout, shown.stderr) == (b"done\n", b"")
