"""`sayso review` on claims: accept, reject, correct, add by hand, rate, note."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.cli.entering import AuthorOption, ClaimArgument, ClaimsArgument, WhyOption, claims_named, enter_acts
from sayso.cli.explanation import settle_id
from sayso.cli.gazetteer_file import open_gazetteer
from sayso.cli.ledgers import open_ledger, settle_ledger
from sayso.cli.options import GazetteerOption, LedgerOption
from sayso.cli.views import load_view
from sayso.errors import InputError

if TYPE_CHECKING:
    from sayso.model.claims import Claim
    from sayso.model.records import Record
    from sayso.model.vocabulary import EventClass

FieldsArgument = Annotated[
    list[str],
    typer.Argument(metavar="FIELD=VALUE...", help="killed=12, killed=12..15, time=2020-01-28, place=Ariha, agent=NAME, status=denied ..."),
]
MoreFieldsArgument = Annotated[list[str] | None, typer.Argument(metavar="FIELD=VALUE...", help="As for correct.")]


def accept(claims: ClaimsArgument, why: WhyOption = "", author: AuthorOption = None, ledger: LedgerOption = None) -> None:
    """Say that claims are right as they stand: they are kept so, whatever a later reader makes of the text."""
    from sayso.model.entries import Accept

    found = claims_named(load_view(ledger), claims, ledger)
    enter_acts(ledger, author, [Accept(f.article.digest, f.claim) for f in found], why)


def reject(claims: ClaimsArgument, why: WhyOption = "", author: AuthorOption = None, ledger: LedgerOption = None) -> None:
    """Say that the texts do not tell this: nothing counts such claims any more; they stay listed."""
    from sayso.model.entries import Reject

    found = claims_named(load_view(ledger), claims, ledger)
    enter_acts(ledger, author, [Reject(f.article.digest, f.claim) for f in found], why)


def correct(
    claim: ClaimArgument,
    fields: FieldsArgument,
    why: WhyOption = "",
    author: AuthorOption = None,
    ledger: LedgerOption = None,
    gazetteer: GazetteerOption = None,
) -> None:
    """Put a claim's fields right; the machine's reading is kept beside it. A field of which the text tells nothing is `unknown`."""
    from sayso.model.entries import Correct
    from sayso.reviews.fields import put_field

    (found,) = claims_named(load_view(ledger), [claim], ledger)
    acts, stands = [], found.claim
    for field, value in _read_fields(fields, stands, gazetteer):
        acts.append(Correct(found.article.digest, stands, field, value))
        stands = put_field(stands, field, value)
    enter_acts(ledger, author, acts, why)


def add(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="The article's id, address, or the beginning of its digest.")],
    words: Annotated[str, typer.Option("--words", metavar="WORDS", help="The words of the text that say it, as they stand there.")],
    event: Annotated[str, typer.Option("--event", metavar="CLASS", help="What they tell of: battle, strike, displacement ...")],
    fields: MoreFieldsArgument = None,
    at: Annotated[int | None, typer.Option("--at", metavar="NUMBER", help="Their first character, where they stand there twice.")] = None,
    why: WhyOption = "",
    author: AuthorOption = None,
    ledger: LedgerOption = None,
    gazetteer: GazetteerOption = None,
) -> None:
    """Add a claim that no reader made, also on a text in a language that Sayso does not read."""
    from sayso.model.entries import Add
    from sayso.reviews.fields import put_field
    from sayso.reviews.hand_made import make_claim

    record = _record_named(article, ledger)
    claim = make_claim(record.digest, record.text, words, _event_class(event), at)
    for field, value in _read_fields(fields or [], claim, gazetteer):
        claim = put_field(claim, field, value)
    enter_acts(ledger, author, [Add(record.digest, claim)], why)


def rate(
    claim: ClaimArgument,
    credibility: Annotated[str, typer.Argument(metavar="1-6", help="1 confirmed ... 5 improbable, 6 cannot be judged (Admiralty).")],
    why: WhyOption = "",
    author: AuthorOption = None,
    ledger: LedgerOption = None,
) -> None:
    """Say how credible a claim is; this stays with you and is never published."""
    from sayso.model.entries import CREDIBILITIES, Rate

    level = next((known for known in CREDIBILITIES if known == credibility), None)
    if level is None:
        raise InputError(f"{credibility} is no credibility; take 1 (confirmed) to 5 (improbable), or 6 (cannot be judged).")
    (found,) = claims_named(load_view(ledger), [claim], ledger)
    enter_acts(ledger, author, [Rate(found.article.digest, found.claim, level)], why)


def note(
    subject: Annotated[str, typer.Argument(metavar="ID", help="A claim, an event, a question (q-...), or the name of a place.")],
    words: Annotated[str, typer.Argument(metavar="WORDS", help="What is to be remembered of it.")],
    author: AuthorOption = None,
    ledger: LedgerOption = None,
) -> None:
    """Note something on a claim, an event, a question or a place."""
    from sayso.model.entries import Note

    if subject.startswith(("c-", "e-")):
        view = load_view(ledger)
        ids = (*(f.claim.id for f in (*view.claims, *view.rejected)), *(e.event_id for e in view.events))
        subject = settle_id(subject, [i for i in ids if i.startswith(subject)], settle_ledger(ledger))
    enter_acts(ledger, author, [Note(subject)], words)


def _read_fields(written: list[str], claim: "Claim", gazetteer: Path | None) -> list[tuple[str, Any]]:
    """Pairs of field and value as the user writes them; names of places are looked up."""
    from sayso.cli.place_values import place_values

    pairs: list[tuple[str, Any]] = []
    for told in written:
        field, equals, value = told.partition("=")
        if not equals:
            raise InputError(f"{told} is not understood; write FIELD=VALUE, as in killed=12")
        if field in dict(pairs):
            raise InputError(f"{field} is told twice; write it once, several values with a semicolon between them")
        if field == "place":
            with open_gazetteer(gazetteer) as places:
                pairs.append((field, place_values(value, claim, places)))
        else:
            pairs.append((field, value))
    return pairs


def _event_class(written: str) -> "EventClass":
    from sayso.model.vocabulary import EVENT_CLASSES

    known: dict[str, EventClass] = {name: name for name in EVENT_CLASSES}
    if written not in known:
        raise InputError(f"{written} is no class of events; take one of {', '.join(EVENT_CLASSES)}.")
    return known[written]


def _record_named(asked: str, ledger: str | None) -> "Record":
    """The current record of an article, by its id, address or the beginning of its digest."""

    path = settle_ledger(ledger)
    with open_ledger(path) as opened:
        records = {r.digest: r for r in opened.records() if asked in (r.article_id, r.url) or r.digest.startswith(asked)}
    if len(records) == 1:
        return next(iter(records.values()))
    return records[settle_id(asked, list(records), path, of="article")]
