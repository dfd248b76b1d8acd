"""What the review commands share: who judges, when, and what they point at."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.explanation import settle_id
from sayso.cli.gazetteer_file import user_settings
from sayso.cli.ledgers import open_ledger, settle_ledger
from sayso.cli.moments import now
from sayso.cli.printing import print_line, tell_user
from sayso.errors import InputError

if TYPE_CHECKING:
    from sayso.model.entries import Act, ClaimRef, Entry
    from sayso.model.events import FiledClaim
    from sayso.model.views import LedgerView

AuthorOption = Annotated[str | None, typer.Option("--author", metavar="NAME", help="Who judges; if left out, whom SAYSO_AUTHOR names.")]
WhyOption = Annotated[str, typer.Option("--why", metavar="WORDS", help="The reason, kept with it.")]
ClaimsArgument = Annotated[list[str], typer.Argument(metavar="ID...", help="Claims (c-...); the beginning of an id is enough.")]
ClaimArgument = Annotated[str, typer.Argument(metavar="ID", help="A claim (c-...); the beginning of its id is enough.")]


def enter_acts(ledger: str | None, author: str | None, acts: Iterable["Act"], why: str = "") -> tuple["Entry", ...]:
    """Write acts into the ledger, all of them or none, and tell the ids by which they can be undone."""
    from sayso.model.entries import make_entry

    name, path, at = settle_author(author), settle_ledger(ledger), now()
    entries = [make_entry(act, name, at, why) for act in acts]
    with open_ledger(path, write=True) as opened:
        added = opened.enter(entries)
    for entry in added:
        print_line(f"{entry.entry_id} {entry.kind} by {entry.author}")
    if len(added) < len(entries):
        tell_user("some of this was noted before and is kept once")
    return added


def settle_author(named: str | None) -> str:
    """Who judges: as the user says, else the one of the settings."""
    author = (named or user_settings().author or "").strip()
    if not author:
        raise InputError("nobody is named who judges; add --author NAME, or set SAYSO_AUTHOR")
    return author


def claims_named(view: "LedgerView", beginnings: Sequence[str], ledger: str | None) -> list["FiledClaim"]:
    """The claims that are meant, each once, those that were rejected too."""
    known = {f.claim.id: f for f in (*view.claims, *view.rejected)}
    ids = [settle_id(b, [i for i in known if i.startswith(b)], settle_ledger(ledger)) for b in beginnings]
    return [known[i] for i in dict.fromkeys(ids)]


def claims_of(view: "LedgerView", beginnings: Sequence[str], ledger: str | None) -> list["FiledClaim"]:
    """The claims that are meant, by their own ids or those of their events, each once."""
    known = {f.claim.id: f for f in view.claims}
    events = {e.event_id: e for e in view.events}
    ids = [settle_id(b, [i for i in (*events, *known) if i.startswith(b)], settle_ledger(ledger)) for b in beginnings]
    meant = (c for i in ids for c in (events[i].claims if i in events else (i,)))
    return [known[i] for i in dict.fromkeys(meant)]


def ref_to(filed: "FiledClaim") -> "ClaimRef":
    """How an entry points at a claim."""
    from sayso.model.entries import ClaimRef

    return ClaimRef(filed.article.digest, filed.claim.id, filed.claim.event, filed.claim.start, filed.claim.end)
