"""Every command takes a ledger on a server, or an encrypted one, and prints neither a password nor a key."""

import pytest

from sayso.cli.ledgers import read_key
from sayso.errors import LedgerError
from sayso.settings import read_settings
from tests.postgres_server import PASSWORD

KEY = "open sesame"


@pytest.fixture(params=["server", "key", "key file"])
def named(request, monkeypatch, run, tmp_path):
    """The ledger as a user names it: an address, or a file with a key in the environment."""
    if request.param == "server":
        return request.getfixturevalue("postgres_server").new_database()
    if request.param == "key":
        monkeypatch.setenv("SAYSO_LEDGER_KEY", KEY)
    else:
        (tmp_path / "key").write_text(f"{KEY}\n", encoding="utf8")
        monkeypatch.setenv("SAYSO_LEDGER_KEY_FILE", str(tmp_path / "key"))
    return "my.sqlite"


def test_a_ledger_is_read_into_shown_reported_audited_and_made_to_forget(run, named, pages, small_gazetteer_path):
    reading = ("--publisher", "The Example", "--gazetteer", small_gazetteer_path)
    first = run("read", pages, *reading, "--ledger", named, "--format", "table")
    (article,) = {row["article_id"] for row in run("claims", "--ledger", named).rows if row["article_id"].startswith("toll")}
    commands = {
        "again": ("read", pages, *reading),
        "claims": ("claims",),
        "report": ("report", "--out", "report.html"),
        "audit": ("audit", "report.html"),
        "export": ("export", "csv", "--out", "claims.csv"),
        "doctor": ("doctor", "--gazetteer", small_gazetteer_path),
        "forget": ("forget", "--article", article, "--why", "withdrawn", "--yes"),
        "gone": ("claims",),
    }
    done = {name: run(*command, "--ledger", named) for name, command in commands.items()}
    assert {name: (o.status, o.err if o.status else "") for name, o in done.items()} == dict.fromkeys(commands, (0, ""))
    assert "3 read (3 new)" in first.out
    assert done["again"].rows[0]["known"] == 3
    assert "removed: 1" in done["forget"].out
    assert "report.html" in done["forget"].out
    assert {row["article_id"] for row in done["claims"].rows} - {row["article_id"] for row in done["gone"].rows} == {article}
    printed = "".join(o.out + o.err for o in (first, *done.values()))
    assert PASSWORD not in printed
    assert KEY not in printed


def test_a_ledger_of_the_settings_may_be_on_a_server(run, postgres_server, monkeypatch, pages, small_gazetteer_path):
    address = postgres_server.new_database()
    monkeypatch.setenv("SAYSO_LEDGER", address)
    assert "no ledger in" in run("claims").err
    assert run("read", pages, "--ledger", address, "--gazetteer", small_gazetteer_path).status == 0
    assert len(run("claims").rows) >= 3


@pytest.mark.parametrize("command", ["claims", "doctor"])
def test_a_server_that_is_not_there_is_one_line(run, command):
    outcome = run(command, "--ledger", "postgresql://ana:secret@127.0.0.1:9/desk", *(("--format", "jsonl") if command == "doctor" else ()))
    assert outcome.status == (1 if command == "doctor" else 2)
    assert "postgresql://ana@127.0.0.1:9/desk cannot be used" in outcome.out + outcome.err
    assert "secret" not in outcome.out + outcome.err
    assert outcome.err.count("\n") <= 1


def test_the_key_goes_before_the_file_of_the_key(tmp_path):
    settings = read_settings({"SAYSO_LEDGER_KEY": KEY, "SAYSO_LEDGER_KEY_FILE": "nowhere"}, tmp_path)
    assert read_key(settings) == KEY
    assert read_key(read_settings({}, tmp_path)) is None


@pytest.mark.parametrize(("stored", "told"), [(None, "cannot be read"), (b"\n", "There is no key in"), (b"\xff\xfe", "cannot be read")])
def test_a_file_without_a_key_says_what_to_check(tmp_path, stored, told):
    if stored is not None:
        (tmp_path / "key").write_bytes(stored)
    with pytest.raises(LedgerError, match=rf"{told}.*check SAYSO_LEDGER_KEY_FILE"):
        read_key(read_settings({"SAYSO_LEDGER_KEY_FILE": str(tmp_path / "key")}, tmp_path))
