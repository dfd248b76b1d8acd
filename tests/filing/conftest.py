"""The example pages, read once; and places for ledgers in both databases."""

from pathlib import Path

import pytest

from sayso.documents import DocumentOptions
from sayso.gazetteer import Gazetteer
from sayso.model.records import Record
from sayso.pipeline import read_inputs
from tests.store.conftest import new_place, path  # noqa: F401

PAGES = Path(__file__).parents[2] / "examples" / "idlib-2020" / "pages"


@pytest.fixture(scope="session")
def pages(full_gazetteer: Gazetteer) -> tuple[Record, ...]:
    return tuple(read_inputs([str(PAGES)], full_gazetteer, options=DocumentOptions(latest_year=2020)))
