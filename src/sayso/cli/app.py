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
from sayso.cli.judging import grade, merge, show_agreement, show_log, split, undo
from sayso.cli.options import FormatOption, KnownOption, LedgerOption, OnOption
from sayso.cli.places import find_name, import_places, show_sources, undo_import
from sayso.cli.printing import print_line, tell_user
from sayso.cli.products import export, report
from sayso.cli.reading import read
from sayso.cli.reviewing import accept, add, correct, note, rate, reject
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

REVIEW_COMMANDS = (
    Command("accept", accept, "Say that claims are right as they stand.", ("sayso review accept c-0123456789abcdef --author ada",)),
    Command("reject", reject, "Say that the texts do not tell this.", ('sayso review reject c-01234567 --why "a film" --author ada',)),
    Command("correct", correct, "Put a claim's fields right.", (
        "sayso review correct c-01234567 killed=12..15 time=2020-01-28", "sayso review correct c-01234567 place=Ariha status=expected",
    )),
    Command("add", add, "Add a claim by hand.", (
        'sayso review add page-7 --words "Shells hit Ariha" --event strike',
    )),
    Command("merge", merge, "Say that events are one event.", ("sayso review merge e-01234567 e-89abcdef --author ada",)),
    Command("split", split, "Take claims out of an event.", ("sayso review split c-01234567 --author ada",)),
    Command("grade", grade, "Grade a source, A to F.", ('sayso review grade "SANA" C --topic strike --from 2020-01-01',)),
    Command("rate", rate, "Rate a claim's credibility, 1 to 6.", ("sayso review rate c-01234567 2 --author ada",)),
    Command("note", note, "Note something on anything.", ('sayso review note e-01234567 "ask the field office" --author ada',)),
    Command("undo", undo, "Take back what was entered.", ("sayso review undo n-01234567 --author ada",)),
    Command("log", show_log, "List what people entered.", ("sayso review log --ledger my.sqlite",)),
    Command("agreement", show_agreement, "How far people and machine agree.", ("sayso review agreement --ledger my.sqlite",)),
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
    about = "Judge what was read: accept, reject, correct or add claims, merge and split events, grade sources."
    reviews = typer.Typer(help=about, short_help="Judge what was read; all of it can be undone.", epilog=_tell_examples(_REVIEWS), **_LOOK)
    _add_commands(reviews, REVIEW_COMMANDS)
    app.add_typer(reviews, name="review")
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
    known = {c.name for c in COMMANDS} | {"gazetteer", "places", "review"}
    return [a for a in arguments[:1] if a in known]


_PLACES = "List the places that claims name; find names, import places."
_REVIEWS = ("sayso review accept c-01234567 --author ada", "sayso review correct c-01234567 killed=12 --author ada", "sayso review log")
_PLACES_EXAMPLES = ("sayso places --ledger my.sqlite", "sayso places find Ariha --in Idlib")


def _places(
    context: typer.Context, ledger: LedgerOption = None, on: OnOption = None, known: KnownOption = None, format_: FormatOption = None
) -> None:
    """List the places that claims name, how they are spelled and what they resolved to; find what a name may mean; import places."""
    if context.invoked_subcommand is None:
        show_places(ledger, on, known, format_)
