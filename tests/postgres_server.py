"""A PostgreSQL server of the tests' own, in a folder that goes when they end; started by the first test that asks for it."""

import itertools
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

PASSWORD = "of-the-tests"
SECONDS_TO_START = 60
PLACES = (*map(Path, os.environ.get("PATH", "").split(os.pathsep)), *sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True))
"""Where Debian's package puts the server, which is not in PATH."""


class PostgresServer:
    """A running server; `folder` holds its socket and, in `data`, its files."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._numbers = itertools.count()

    def address(self, database: str, *, user: str = "tester", password: str = PASSWORD) -> str:
        return f"postgresql://{user}:{password}@/{database}?host={self.folder}"

    def run(self, database: str, *statements: str) -> list[tuple[Any, ...]]:
        """Run statements as the server's master, and return the rows of the last."""
        with psycopg.connect(self.address(database), autocommit=True) as connection:
            for statement in statements:
                cursor = connection.execute(statement.encode())
            return cursor.fetchall() if cursor.description else []

    def new_database(self, options: str = "") -> str:
        """Make an empty database, and return its address."""
        name = f"ledger_{next(self._numbers)}"
        self.run("postgres", f"CREATE DATABASE {name} {options}")
        return self.address(name)


def find_program(name: str) -> str:
    found = next((place / name for place in PLACES if os.access(place / name, os.X_OK) and (place / "initdb").exists()), None)
    if found is None:
        pytest.skip("PostgreSQL is not installed (Debian's package postgresql)")
    return str(found)


def start_server(folder: Path) -> "subprocess.Popen[bytes]":
    """The server refuses to run as root: it then runs as nobody does."""
    programs = find_program("initdb"), find_program("postgres")
    account: dict[str, Any] = {"cwd": "/"}
    if os.geteuid() == 0:
        nobody = pwd.getpwnam("nobody")
        os.chown(folder, nobody.pw_uid, nobody.pw_gid)
        account |= {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": ()}
    word = folder / "password"
    word.write_text(PASSWORD)
    word.chmod(0o644)
    log = (folder / "log").open("wb")
    made = (programs[0], "-D", folder / "data", "-U", "tester", "-A", "scram-sha-256", f"--pwfile={word}", "-E", "UTF8", "--locale=C.UTF-8", "-N")
    subprocess.run(made, check=True, stdout=log, stderr=log, **account)
    settings = ("fsync=off", "listen_addresses=", f"unix_socket_directories={folder}")
    return subprocess.Popen([programs[1], "-D", folder / "data", *(f"--{s}" for s in settings)], stdout=log, stderr=log, **account)


def wait_until_up(server: PostgresServer, child: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + SECONDS_TO_START
    while True:
        try:
            server.run("postgres", "SELECT 1")
            return
        except psycopg.OperationalError:
            assert child.poll() is None, (server.folder / "log").read_text()
            assert time.monotonic() < until, (server.folder / "log").read_text()
            time.sleep(0.05)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    folder = Path(tempfile.mkdtemp(prefix="sayso-pg-", dir="/tmp"))  # short: the path of a socket holds 107 characters
    child = None
    try:
        child = start_server(folder)
        server = PostgresServer(folder)
        wait_until_up(server, child)
        yield server
    finally:
        if child:
            child.send_signal(signal.SIGINT)  # goes at once, and not when the last client has gone
            try:
                child.wait(10)
            except subprocess.TimeoutExpired:
                child.kill()
        shutil.rmtree(folder, ignore_errors=True)


