"""A golden page read by the whole chain, with and without its date."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sayso.documents import DocumentOptions
from sayso.gazetteer import Gazetteer
from sayso.model.records import Record
from sayso.model.views import LedgerView
from sayso.pipeline import read_inputs, view_records
from tests.expectations.expectation import Row


@dataclass(frozen=True, eq=False)
class GoldenPage:
    """What a page must give (`expected`) and what the chain made of it; `undated` is the record where no date was given."""

    expected: Row
    record: Record
    undated: Record
    view: LedgerView
    gazetteer: Gazetteer


def read_pages(paths: Iterable[Path], gazetteer: Gazetteer, *, published: dt.date | None = None, publisher: str | None = None) -> list[Record]:
    """Records of the pages, in the order given."""
    options = DocumentOptions(published=published, publisher=publisher)
    return list(read_inputs([str(p) for p in paths], gazetteer, options=options))


def read_golden(path: Path, expected: Row, gazetteer: Gazetteer) -> GoldenPage:
    """Read a page with the date and outlet that its expectations give, and once more without the date."""
    publisher, day = expected["publisher"], expected["given_published"]
    (record,) = read_pages([path], gazetteer, published=day, publisher=publisher)
    (undated,) = read_pages([path], gazetteer, publisher=publisher)
    return GoldenPage(expected, record, undated, view_records([record]), gazetteer)
