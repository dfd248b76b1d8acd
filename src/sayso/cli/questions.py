"""`sayso questions`, `sayso assign`: what is open in the ledger, and whose it is."""

import datetime as dt
from collections.abc import Sequence
from typing import Annotated

import msgspec
import typer

from sayso.cli.change_tables import LONGEST_VALUE
from sayso.cli.entering import AuthorOption, WhyOption, enter_acts
from sayso.cli.explanation import settle_id
from sayso.cli.ledgers import open_ledger, settle_ledger
from sayso.cli.options import FormatOption, KnownOption, LedgerOption, OnOption
from sayso.cli.printing import print_tables, settle_format, tell_user, write_json_line
from sayso.cli.tables import Column, Row, lay_out, shorten_id
from sayso.cli.views import load_view
from sayso.cli.whole_files import open_output
from sayso.errors import InputError
from sayso.model.questions import Question
from sayso.outputs.wording import shorten

QuestionArgument = Annotated[str, typer.Argument(metavar="QUESTION", help="A question (q-...); the beginning of its id is enough.")]
ToArgument = Annotated[str, typer.Argument(metavar="NAME", help="Whose it is from now on.")]
OfOption = Annotated[str | None, typer.Option("--of", metavar="NAME", help="Those alone that were given to this person.")]


def show_questions(
    ledger: LedgerOption = None, on: OnOption = None, known: KnownOption = None, of: OfOption = None, format_: FormatOption = None
) -> None:
    """List what is open: disputes, claims that reviewers or readers disagree on, reports without a day, places not resolved.

    Those on which most claims hang come first.
    """
    asked = [q for q in open_questions(ledger, on, known) if of in (None, q.assigned)]
    rows = [question_row(q) for q in asked]
    if not rows:
        tell_user(f"nothing is open{f' for {of}' if of else ''}")
    elif settle_format(format_) == "table":
        print_tables(lay_out("Open questions", _QUESTIONS, rows))
    else:
        with open_output(None) as stream:
            for row in rows:
                write_json_line(stream, row)


def assign(
    question: QuestionArgument, to: ToArgument, why: WhyOption = "", author: AuthorOption = None, ledger: LedgerOption = None
) -> None:
    """Give an open question to somebody; to take it back: sayso review undo."""
    from sayso.model.entries import Assign

    if not to.strip():
        raise InputError("name somebody: sayso assign QUESTION NAME")
    known = [q.question_id for q in open_questions(ledger, None, None)]
    fitting = [q for q in known if q.startswith(question)]
    found = settle_id(question, fitting, settle_ledger(ledger), of="open question", listed_by=("sayso questions",))
    enter_acts(ledger, author, [Assign(found, to.strip())], why)


def open_questions(ledger: str | None, on: dt.date | None, known: str | None) -> tuple[Question, ...]:
    """What is open in a ledger on a day, as known at a moment."""
    from sayso.reviews.questions import list_questions
    from sayso.reviews.standing import standing_entries

    view = load_view(ledger, on, known_at=known)
    with open_ledger(settle_ledger(ledger)) as opened:
        read = frozenset(c.id for record in opened.records(known) for c in record.claims)  # by readers, reviews left aside
        return list_questions(view, read, standing_entries(opened.entries(), known))


def question_row(question: Question) -> Row:
    """A question for programs, with how many claims hang on it."""
    row: Row = msgspec.to_builtins(question)
    return row | {"weight": len(question.claims)}


def _tell_open(row: Row) -> Sequence[str]:
    return [shorten(row["subject"], LONGEST_VALUE), shorten(row["why"], LONGEST_VALUE), *(f"note by {n}" for n in row["notes"])]


_QUESTIONS = (
    Column("Question", 20, lambda r: [shorten_id(r["question_id"]), r["kind"], f"given to {r['assigned']}" if r["assigned"] else ""]),
    Column("Open", 44, _tell_open),
    Column("Claims", 16, lambda r: [str(r["weight"]), f"see {shorten_id(r['about'])}" if r["about"][1:2] == "-" else ""]),
)
