"""One report as a person reads it in a terminal: what it is, what was left aside, and its claims."""

from collections import Counter
from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from sayso.cli.tables import LAYOUTS, lay_out
from sayso.model.events import FiledClaim
from sayso.model.records import Record
from sayso.outputs.rows import claim_row
from sayso.outputs.wording import tell_day
from sayso.pipeline import header_of


def tables_of_record(record: Record) -> Iterator[RenderableType]:
    """A heading with outlet, date and outcome, then the table of the claims in the order of the text."""
    yield Text(record.title or record.article_id, style="bold")
    if record.outcome == "not_read":
        yield Text(f"not read: {record.why}\n")
        return
    yield Text(f"{record.publisher or 'outlet unknown'}; {tell_publication(record)}")
    if record.why:
        yield Text(f"read in part: {record.why}")
    if reasons := Counter(aside.reason.split(":")[0] for aside in record.set_aside if aside.reason != record.why):
        told = ", ".join(f"{reason} ({n})" for reason, n in sorted(reasons.items(), key=lambda pair: (-pair[1], pair[0]))[:4])
        yield Text(f"set aside: {told}", style="dim")
    filed = [FiledClaim(claim=c, article=header_of(record)) for c in sorted(record.claims, key=lambda c: (c.start, c.end, c.event, c.id))]
    if filed:
        yield lay_out("Claims: machine reading, unreviewed", LAYOUTS["claims"], [claim_row(f) for f in filed])
    else:
        yield Text("No claims found.")
    yield Text("")


def tell_publication(record: Record) -> str:
    """When it was published and how that is known; the likeliest days where it is not."""
    published = record.published
    if published.day:
        return f"published {tell_day(published.day)} ({published.basis})"
    candidates = ", ".join(c.date.isoformat() for c in published.candidates[:4])
    return f"date of publication unknown{f' (may be {candidates})' if candidates else ''}; settle it with --published"
