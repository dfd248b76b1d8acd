"""Tables of the versions of a page, and of what each later one changed."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from rich.table import Table

from sayso.cli.fact_sheet import Fact, lay_out_facts
from sayso.cli.tables import LONGEST_WORDS
from sayso.model.claims import Claim
from sayso.model.entries import Entry
from sayso.model.records import Record
from sayso.model.versions import VersionChanges
from sayso.outputs.wording import shorten
from sayso.reviews.fields import changed_fields


def tables_of_versions(
    page: Sequence[Record], changes: Sequence[VersionChanges], counted_from: Mapping[str, str], judged: Mapping[str, Sequence[Entry]]
) -> Iterator[Table]:
    """A sheet for each version after the first: what it says otherwise than the one before, and what people `judged` on that one."""
    for number, ((earlier, later), change) in enumerate(zip(pairwise(page), changes, strict=True), 2):
        title = f"Version {number} of {len(page)}: {later.title or later.article_id}"
        yield lay_out_facts(title, [*_facts(earlier, later, change, counted_from), _tell_judged(judged.get(earlier.digest, ()))])


def _facts(earlier: Record, later: Record, change: VersionChanges, counted_from: Mapping[str, str]) -> Iterator[Fact]:
    yield "This version", _tell_version(later, counted_from)
    yield "The one before", _tell_version(earlier, counted_from)
    yield "Sentences gone", [_quote(s) for s in change.sentences_gone]
    yield "Sentences come", [_quote(s) for s in change.sentences_come]
    yield "Sentences changed", [f"{_quote(was)} is now {_quote(now)}" for was, now in change.sentences_changed]
    yield "Claims gone", [_tell_claim(c) for c in change.claims_gone]
    yield "Claims come", [_tell_claim(c) for c in change.claims_come]
    yield "Claims changed", [_tell_change(was, now) for was, now in change.claims_changed]


def _tell_judged(entries: Sequence[Entry]) -> Fact:
    return "Judged before", [f"{e.entry_id} {e.kind} by {e.author}: on the version before, so it counts no more" for e in entries]


def _tell_version(record: Record, counted_from: Mapping[str, str]) -> list[str]:
    at = counted_from.get(record.digest, "")[:16].replace("T", " ")
    told = (f"of {record.published.day}" if record.published.day else "of no known day", f"in the ledger since {at} UTC" if at else "")
    return [", ".join(w for w in told if w), f"digest {record.digest[:12]}"]


def _quote(words: str) -> str:
    return f"“{shorten(' '.join(words.split()), LONGEST_WORDS)}”"


def _tell_claim(claim: Claim) -> str:
    return f"{claim.id} {claim.event}, {claim.status}: {_quote(claim.evidence)}"


def _tell_change(was: Claim, now: Claim) -> str:
    """The claim as it is, and which of its fields were otherwise."""
    fields = [f"{field} was {_say(old)}, is {_say(new)}" for field, old, new in changed_fields(was, now)]
    return f"{now.id} (was {was.id}) {now.event}: {'; '.join(fields) or 'in other words'}: {_quote(now.evidence)}"


def _say(value: object) -> str:
    return "; ".join(str(p.get("name") or p.get("text")) for p in value) if isinstance(value, list) else str(value)
