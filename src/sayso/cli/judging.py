"""`sayso review` on events, sources and what was entered: merge, split, grade, undo, log, agreement."""

import datetime as dt
from typing import Annotated

import msgspec
import typer

from sayso.cli.entering import AuthorOption, ClaimsArgument, WhyOption, claims_named, claims_of, enter_acts, ref_to
from sayso.cli.ledgers import open_ledger, settle_ledger
from sayso.cli.options import FormatOption, LedgerOption, parse_day
from sayso.cli.printing import print_line, print_tables, settle_format, tell_user, write_json_line
from sayso.cli.views import load_view
from sayso.cli.whole_files import open_output
from sayso.errors import InputError, UnknownIdError

EventsArgument = Annotated[list[str], typer.Argument(metavar="ID...", help="Events (e-...) or claims (c-...) that are one event.")]


def merge(events: EventsArgument, why: WhyOption = "", author: AuthorOption = None, ledger: LedgerOption = None) -> None:
    """Say that events, or claims, are one event; this outlives later readings."""
    from sayso.model.entries import Merge

    found = claims_of(load_view(ledger), events, ledger)
    if len(found) < 2:
        raise InputError("that is one claim alone; name two events or claims that are one event")
    enter_acts(ledger, author, [Merge(tuple(ref_to(f) for f in found))], why)


def split(claims: ClaimsArgument, why: WhyOption = "", author: AuthorOption = None, ledger: LedgerOption = None) -> None:
    """Take claims out of the event that holds them: they are of another one; this outlives later readings."""
    from sayso.model.entries import Split

    view = load_view(ledger)
    found = claims_named(view, claims, ledger)
    ids = {f.claim.id for f in found}
    homes = [e for e in view.events if ids & set(e.claims)]
    filed = {f.claim.id: f for f in view.claims}
    rest = [filed[c] for e in homes for c in e.claims if c not in ids]
    if len(homes) != 1 or not rest:
        raise InputError("name some of the claims of one event, but not all; see them with: sayso events, sayso explain e-...")
    enter_acts(ledger, author, [Split(tuple(ref_to(f) for f in found), tuple(ref_to(f) for f in rest))], why)


def grade(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="The source's name, as claims have it.")],
    reliability: Annotated[str, typer.Argument(metavar="A-F", help="A reliable ... E unreliable, F cannot be judged (Admiralty).")],
    topic: Annotated[str | None, typer.Option("--topic", metavar="CLASS", help="On this class of events alone.")] = None,
    since: Annotated[dt.date | None, typer.Option("--from", metavar="DATE", parser=parse_day, help="From this day on.")] = None,
    why: WhyOption = "",
    author: AuthorOption = None,
    ledger: LedgerOption = None,
) -> None:
    """Grade a source; grades stay with you and are never published. A source without a grade has none: that is not F."""
    from sayso.model.entries import Grade

    told = {"source": source, "reliability": reliability.upper(), "topic": topic, "since": since, "type": "grade"}
    try:
        act = msgspec.convert(told, Grade)
    except msgspec.ValidationError as problem:
        raise InputError(f"that is no grade ({problem}); write a letter from A to F, and a class of events as topic") from problem
    known = {f.claimant for f in load_view(ledger).claims}
    if not any(source in name for name in known):
        tell_user(f"no claim of the ledger is on the word of {source}; the grade waits for one")
    enter_acts(ledger, author, [act], why)


def undo(
    entry: Annotated[str, typer.Argument(metavar="ENTRY", help="An entry (n-...) of sayso review log; its beginning is enough.")],
    why: WhyOption = "",
    author: AuthorOption = None,
    ledger: LedgerOption = None,
) -> None:
    """Take back what was entered: it stays in the log and counts no more. Undoing an undo lets it count again."""
    from sayso.model.entries import Undo

    path = settle_ledger(ledger)
    with open_ledger(path) as opened:
        found = [e.entry_id for e in opened.entries() if e.entry_id.startswith(entry)]
    if len(found) != 1:
        told = "no entry begins" if not found else f"{len(found)} entries begin"
        raise UnknownIdError(f"{told} with {entry}; list them with: sayso review log --ledger {path}")
    enter_acts(ledger, author, [Undo(found[0])], why)


def show_log(ledger: LedgerOption = None, format_: FormatOption = None) -> None:
    """List what people entered, the oldest first, and what of it still counts."""
    from sayso.cli.review_tables import entry_row, table_of_entries
    from sayso.reviews.standing import standing_entries

    with open_ledger(settle_ledger(ledger)) as opened:
        entries = opened.entries()
    standing = {e.entry_id for e in standing_entries(entries)}
    rows = [entry_row(e, standing) for e in sorted(entries, key=lambda e: e.order)]
    if not rows:
        tell_user("nobody has entered anything yet; begin with: sayso review accept ID")
    elif settle_format(format_) == "table":
        print_tables(table_of_entries(rows))
    else:
        with open_output(None) as stream:
            for row in rows:
                write_json_line(stream, row)


def show_agreement(ledger: LedgerOption = None, format_: FormatOption = None) -> None:
    """Print how often reviewers left each field as the machine read it, and how often two reviewers say the same."""
    from sayso.cli.review_tables import table_of_agreement
    from sayso.reviews.agreement import measure_agreement
    from sayso.reviews.standing import standing_entries

    with open_ledger(settle_ledger(ledger)) as opened:
        standing = standing_entries(opened.entries())
        digests = {d for e in standing if (d := getattr(e.act, "digest", None))}
        claims = {r.digest: r.claims for r in opened.records() if r.digest in digests}
    rows = measure_agreement(standing, claims)
    if not rows:
        print_line("no claim has been reviewed yet")
    elif settle_format(format_) == "table":
        print_tables(table_of_agreement([msgspec.to_builtins(row) for row in rows]))
    else:
        with open_output(None) as stream:
            for one in rows:
                write_json_line(stream, one)
