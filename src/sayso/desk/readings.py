"""Two readings of one article held against each other: claims gone, come, and read otherwise, field by field."""

from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from sayso.model.claims import Claim
from sayso.model.records import Record
from sayso.model.stated import FieldChange
from sayso.reviews.fields import changed_fields
from sayso.reviews.found_again import find_again

How = Literal["changed", "gone", "new"]


class ReadOtherwise(msgspec.Struct, frozen=True, kw_only=True):
    """A claim that one of two readings has and the other has not, or has otherwise; `readers` are the earlier one and the later."""

    article_id: str
    claim_id: str
    how: How
    event: str
    evidence: str
    fields: tuple[FieldChange, ...] = ()
    readers: tuple[str, str]


def choose_readings(readings: Sequence[Record], readers: tuple[str | None, str | None]) -> tuple[Record, Record] | None:
    """The two readings of an article to compare: the last by each reader that is named, else the last one and the one before it.

    None where there are no two such readings.
    """
    earlier, later = readers
    last = [r for r in readings if later in (None, r.read_by.reader)][-1:]
    before = [r for r in readings if r not in last and earlier in (None, r.read_by.reader)][-1:]
    return (before[0], last[0]) if before and last else None


def compare_readings(was: Record, now: Record) -> Iterator[ReadOtherwise]:
    """What the later of two readings of one article makes otherwise, in the order of the text.

    A claim is found again by its id, else as one of the same class on most of the same words.
    """
    left = list(now.claims)
    found: list[tuple[Claim, Claim | None]] = []
    for old in was.claims:
        same = find_again(old.id, old.event, old.start, old.end, left)
        left = [c for c in left if c is not same]
        found.append((old, same))
    readers = (was.read_by.reader, now.read_by.reader)
    rows = [_row(now.article_id, readers, "new", claim) for claim in left]
    for earlier, later in found:
        if later is None:
            rows.append(_row(now.article_id, readers, "gone", earlier))
        elif fields := changed_fields(earlier, later):
            rows.append(_row(now.article_id, readers, "changed", later, fields))
    yield from (row for _, row in sorted(rows, key=lambda one: (one[0], one[1].claim_id)))


_Row = tuple[tuple[int, int], ReadOtherwise]


def _row(article_id: str, readers: tuple[str, str], how: How, claim: Claim, fields: Sequence[tuple[str, str, str]] = ()) -> _Row:
    row = ReadOtherwise(
        article_id=article_id,
        claim_id=claim.id,
        how=how,
        event=claim.event,
        evidence=claim.evidence,
        fields=tuple(FieldChange(*change) for change in fields),
        readers=readers,
    )
    return (claim.start, claim.end), row
