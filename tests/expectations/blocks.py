"""The `blocks` of a golden page: kinds, credits, dates and repeats, and that no claim comes from what is set aside."""

from collections.abc import Iterator
from functools import partial

from sayso.model.articles import Block
from sayso.model.records import Record
from tests.expectations.expectation import Expectation, Row
from tests.expectations.page import GoldenPage
from tests.expectations.wording import overlaps, spans_of

_UNREAD = ("promotion", "navigation", "licence")


def block_expectations(expected: Row) -> Iterator[Expectation[GoldenPage]]:
    """One expectation a block, and two that hold for all."""
    for row in expected["blocks"]:
        name = f"block: {row['starts_with']} {row.get('nth', '')}".rstrip()
        yield Expectation(name, bool(row.get("must")), partial(_block_problem, row))
    yield Expectation("blocks: no claim is read from menus, promotion or licence", True, _unread_problem)
    yield Expectation("blocks: words that stand twice make one claim", True, _repeat_problem)


def _block_problem(row: Row, page: GoldenPage) -> str | None:
    record = page.record
    start = spans_of(row["starts_with"], record.text)[row.get("nth", 1) - 1][0]
    block = next((b for b in record.blocks if b.start <= start < b.end), None)
    if block is None:
        return "these words are in no block"
    found = {"kind": block.kind, "credit": block.credit, "date_given": block.date, "repeats": block.repeats is not None}
    wrong = {k: found[k] for k in found if k in row and found[k] != row[k]}
    return f"found {wrong}" if wrong else None


def _claims_in(block: Block, record: Record) -> list[str]:
    return [c.evidence for c in record.claims if overlaps((c.start, c.end), (block.start, block.end))]


def _unread_problem(page: GoldenPage) -> str | None:
    found = [words for b in page.record.blocks if b.kind in _UNREAD for words in _claims_in(b, page.record)]
    return f"claims from there: {found}" if found else None


def _repeat_problem(page: GoldenPage) -> str | None:
    record = page.record
    for block in record.blocks:
        if block.repeats is None:
            continue
        here = {c.event for c in record.claims if overlaps((c.start, c.end), (block.start, block.end))}
        there = {c.event for c in record.claims if overlaps((c.start, c.end), block.repeats)}
        if here & there:
            return f"{sorted(here & there)} claimed twice from {record.text[block.start : block.end]!r}"
    return None
