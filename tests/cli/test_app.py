"""Every command explains itself; whatever goes wrong is one line that says what to do."""

import subprocess
import sys

import pytest
import typer

import sayso
from sayso.cli.app import COMMANDS, GAZETTEER_COMMANDS, PLACES_COMMANDS, REVIEW_COMMANDS, make_app


def all_commands():
    top = typer.main.get_command(make_app())
    yield "sayso", top
    for name, command in top.commands.items():
        yield name, command
        for inner_name, inner in getattr(command, "commands", {}).items():
            yield f"{name} {inner_name}", inner


EVERY = dict(all_commands())


def test_the_commands_are_those_of_the_design():
    assert set(EVERY) == {
        "sayso", "read", "report", "claims", "events", "control", "figures", "places", "explain", "export", "audit", "forget", "doctor",
        "review", "gazetteer", "gazetteer build", "gazetteer path", "places find", "places import", "places undo", "places sources",
        "review accept", "review reject", "review correct", "review add", "review merge", "review split", "review grade", "review rate",
        "review note", "review undo", "review log", "review agreement",
    }  # fmt: skip


GROUPED = [("", c) for c in COMMANDS] + [("gazetteer", c) for c in GAZETTEER_COMMANDS] + [("places", c) for c in PLACES_COMMANDS] + [("review", c) for c in REVIEW_COMMANDS]


@pytest.mark.parametrize("name", EVERY)
def test_every_command_and_option_has_help_and_every_command_shows_an_example(run, name):
    words = [] if name == "sayso" else name.split()
    shown = run(*words, "--help")
    assert (shown.status, shown.err) == (0, "")
    assert EVERY[name].help
    assert "Examples:" in shown.out
    assert any(line.strip().startswith(" ".join(["sayso", *words])) for line in shown.out.split("Examples:")[1].splitlines())
    assert [p.name for p in EVERY[name].params if not p.help] == []
    assert max(map(len, shown.out.splitlines())) <= 80


@pytest.mark.parametrize(("group", "command"), GROUPED, ids=lambda x: getattr(x, "name", x))
def test_summaries_stand_whole_in_the_list_of_commands(run, group, command):
    assert command.summary in run(*group.split(), "--help").out


@pytest.mark.parametrize(("group", "command"), GROUPED, ids=lambda x: getattr(x, "name", x))
def test_examples_are_commands_that_parse(group, command):
    """The options of every example exist, so that a reader can type what the help shows."""
    known = {opt for p in EVERY[f"{group} {command.name}".strip()].params for opt in p.opts} | {"--help"}
    for example in command.examples:
        asked = {word for word in example.split("|")[0].split() if word.startswith("--")}
        assert asked <= known, example


def test_no_argument_shows_the_help(run):
    assert run().out == run("--help").out


def test_version(run):
    assert run("--version").out == f"sayso {sayso.__version__}\n"


WRONG = {
    ("reed", "x"): "No such command 'reed'",
    ("read",): "Missing argument 'INPUT'; see: sayso read --help",
    ("read", "x", "--published", "28/01/2020"): "'28/01/2020' is no day; write it as in 2020-01-28; see: sayso read --help",
    ("read", "x", "--format", "xml"): "'xml' is not one of 'table', 'jsonl'",
    ("read", "x", "--out", "y", "--ledger", "z"): "leave out --out or --ledger",
    ("read", "x", "--gazetteer", "nowhere"): "no gazetteer at nowhere; build it with: sayso gazetteer build",
    ("claims",): "no ledger is named; add --ledger FILE, or set SAYSO_LEDGER",
    ("claims", "--ledger", "nowhere"): "There is no ledger at nowhere; make one with: sayso read INPUT --ledger nowhere",
    ("control", "--ledger", "."): "is a folder; name a file in it",
    ("explain",): "Missing argument 'ID'",
    ("report", "--ledger", "x"): "Missing option '--out'",
    ("export", "csv", "--ledger", "x"): "Missing option '--out'",
    ("export", "xml", "--ledger", "x", "--out", "y"): "'xml' is no format; take one of csv, geojson, jsonl",
    ("export", "csv", "--what", "places", "--ledger", "x", "--out", "y"): "'places' is not one of 'claims', 'events'",
    ("report", "--ledger", "nowhere", "--out", "y"): "There is no ledger at nowhere",
    ("gazetteer",): "Missing command; see: sayso gazetteer --help",
    ("places",): "no ledger is named; add --ledger FILE, or set SAYSO_LEDGER",
    ("places", "find"): "Missing argument 'NAME'",
    ("places", "import", "x.csv"): "Missing option '--name'",
    ("places", "import", "x.csv", "--name", "a b", "--licence", "own"): "'a b' is no name for a source; use letters, digits, - and _",
}


@pytest.mark.parametrize(("arguments", "told"), WRONG.items(), ids=lambda x: " ".join(x) if isinstance(x, tuple) else "")
def test_what_goes_wrong_is_one_line_that_says_what_to_do(run, arguments, told):
    outcome = run(*arguments)
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err.startswith("sayso: ")
    assert outcome.err.count("\n") == 1
    assert told in outcome.err


def test_help_is_quick_because_nothing_heavy_is_loaded():
    code = "import sys; from sayso.cli.app import run_app; run_app(['--help']); print(sorted({'sqlalchemy', 'lxml', 'trafilatura', 'jinja2'} & set(sys.modules)))"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, timeout=60)
    assert shown.stdout.decode().splitlines()[-1] == "[]"


def test_the_package_runs_as_a_module(start):
    child = start("--version")
    out, _ = child.communicate(timeout=60)
    assert (child.returncode, out.decode()) == (0, f"sayso {sayso.__version__}\n")
