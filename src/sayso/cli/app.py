"""Every command of `sayso` with its examples, and what becomes of errors: one line, and an exit status that tells."""

from collections.abc import Callable, Sequence
from typing import Annotated, Any

import msgspec
import typer

from sayso.cli.auditing import audit
from sayso.cli.checkup import examine
from sayso.cli.explanation import explain
from sayso.cli.forgetting import forget
from sayso.cli.gazetteer_file import build_gazetteer_file, show_gazetteer_path
from sayso.cli.options import FormatOption, LedgerOption, OnOption
from sayso.cli.places import find_name, import_places, show_sources, undo_import
from sayso.cli.printing import print_line, tell_user
from sayso.cli.products import export, report
from sayso.cli.reading import read
from sayso.cli.views import show_claims, show_control, show_events, show_figures, show_places
from sayso.errors import SaysoError
from sayso.version import __version__

STOPPED = 130
"""Exit status after Ctrl-C."""


class Command(msgspec.Struct, frozen=True):
    """A command: its name, what it calls, what it does in a few words, and examples that its help shows."""

    name: str
    call: Callable[..., None]
    summary: str
    examples: tuple[str, ...]


COMMANDS = (
    Command("read", read, "Read reports into records, or into a ledger.", (
        "sayso read page.html", "sayso read pages/ --ledger my.sqlite", "sayso read - --published 2020-01-28 < page.txt",
    )),
    Command("report", report, "Write the situation report of a day.", (
        "sayso report --ledger my.sqlite --out report.html", "sayso report --ledger my.sqlite --out - --format md | less",
    )),
    Command("claims", show_claims, "List claims: what, where, when, on whose word.", (
        "sayso claims --ledger my.sqlite", "sayso claims --ledger my.sqlite --format jsonl | head -3",
    )),
    Command("events", show_events, "List events with the accounts of them.", (
        "sayso events --ledger my.sqlite", "sayso events --ledger my.sqlite --on 2020-01-28 --format jsonl",
    )),
    Command("control", show_control, "Show who holds each place, by all accounts.", (
        "sayso control --ledger my.sqlite --on 2020-01-28",
    )),
    Command("figures", show_figures, "Show totals of the displaced and the harmed.", (
        "sayso figures --ledger my.sqlite", "sayso figures --ledger my.sqlite --format jsonl > totals.jsonl",
    )),
    Command("explain", explain, "Explain a claim or an event.", ("sayso explain c-0123456789abcdef --ledger my.sqlite",)),
    Command("export", export, "Write claims or events for other programs.", (
        "sayso export csv --ledger my.sqlite --out claims.csv",
        "sayso export geojson --what events --ledger my.sqlite --out map.geojson",
    )),
    Command("audit", audit, "Search files for what should not go out.", (
        "sayso audit report.html --ledger my.sqlite", "sayso audit outbox/ --ledger my.sqlite --show",
    )),
    Command("forget", forget, "Erase a person or an article for good.", (
        'sayso forget --person "Selim Darwan" --ledger my.sqlite --why asked',
        "sayso forget --article report-7 --ledger my.sqlite --why withdrawn --yes",
    )),
    Command("doctor", examine, "Check the installation: what is wrong, what to do.", ("sayso doctor", "sayso doctor --ledger my.sqlite")),
)  # fmt: skip
GAZETTEER_COMMANDS = (
    Command("build", build_gazetteer_file, "Build the gazetteer from the installed packages.", (
        "sayso gazetteer build", "sayso gazetteer build --out places.sqlite",
    )),
    Command("path", show_gazetteer_path, "Print where your gazetteer is.", ("sayso gazetteer path", 'ls -l "$(sayso gazetteer path)"')),
)  # fmt: skip
PLACES_COMMANDS = (
    Command("find", find_name, "Show what a name may mean, and why.", ("sayso places find Ariha", "sayso places find Salem --in Oregon")),
    Command("import", import_places, "Add places of your own to the gazetteer.", (
        'sayso places import SY.txt --name geonames-sy --licence "CC BY 4.0"',
        "sayso places import towns.geojson --name ours --licence own --country SY",
    )),
    Command("undo", undo_import, "Take an import out again.", ("sayso places undo geonames-sy",)),
    Command("sources", show_sources, "List what was imported.", ("sayso places sources",)),
)  # fmt: skip


def make_app() -> typer.Typer:
    """Put the commands together."""
    first_steps = ("sayso read page.html", "sayso read pages/ --ledger my.sqlite", "sayso report --ledger my.sqlite --out report.html")
    app = typer.Typer(name="sayso", callback=_start, invoke_without_command=True, epilog=_tell_examples(first_steps), **_LOOK)
    _add_commands(app, COMMANDS)
    about = "Build the gazetteer (places and their names), or show where it is."
    examples = _tell_examples(GAZETTEER_COMMANDS[0].examples)
    gazetteer = typer.Typer(help=about, short_help="Build the gazetteer, or show where it is.", epilog=examples, **_LOOK)
    _add_commands(gazetteer, GAZETTEER_COMMANDS)
    app.add_typer(gazetteer, name="gazetteer")
    examples = _tell_examples(_PLACES_EXAMPLES)
    places = typer.Typer(callback=_places, invoke_without_command=True, short_help=_PLACES, epilog=examples, **_LOOK)
    _add_commands(places, PLACES_COMMANDS)
    app.add_typer(places, name="places")
    return app


def _add_commands(app: typer.Typer, commands: Sequence[Command]) -> None:
    for command in commands:
        app.command(command.name, short_help=command.summary, epilog=_tell_examples(command.examples))(command.call)


def run_app(arguments: Sequence[str]) -> int:
    """Run one command and return its exit status; what goes wrong is one line on standard error."""
    command = typer.main.get_command(make_app())
    try:
        status = command.main(list(arguments), prog_name="sayso", standalone_mode=False)
    except SaysoError as problem:
        tell_user(str(problem))
        return 2
    except typer.TyperException as problem:
        told = problem.format_message().replace("Value error, ", "").rstrip(".")
        tell_user(f"{told}; see: sayso {' '.join([*_command_of(arguments), '--help'])}")
        return 2
    if status == STOPPED:
        tell_user("stopped; nothing is half-written, and what a ledger took before is kept")
    return status if isinstance(status, int) else 0


_LOOK: dict[str, Any] = {"add_completion": False, "rich_markup_mode": None, "pretty_exceptions_enable": False}


def _start(
    context: typer.Context,
    show_version: Annotated[bool, typer.Option("--version", help="Print the version.", is_eager=True)] = False,
) -> None:
    """Read reporting on armed conflict and displacement into an accountable situation record.

    Whatever is printed is machine reading that nobody has reviewed.
    """
    if show_version:
        print_line(f"sayso {__version__}")
    elif context.invoked_subcommand is None:
        print_line(context.get_help())


def _tell_examples(examples: Sequence[str]) -> str:
    return "\n".join(("\b", "Examples:", *(f"  {example}" for example in examples)))  # \b keeps the lines apart


def _command_of(arguments: Sequence[str]) -> list[str]:
    known = {c.name for c in COMMANDS} | {"gazetteer", "places"}
    return [a for a in arguments[:1] if a in known]


_PLACES = "List the places that claims name; find names, import places."
_PLACES_EXAMPLES = ("sayso places --ledger my.sqlite", "sayso places find Ariha --in Idlib")


def _places(context: typer.Context, ledger: LedgerOption = None, on: OnOption = None, format_: FormatOption = None) -> None:
    """List the places that claims name, how they are spelled and what they resolved to; find what a name may mean; import places."""
    if context.invoked_subcommand is None:
        show_places(ledger, on, format_)
