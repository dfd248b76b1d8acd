"""The golden pages: every section of their expectations, item by item, after the whole chain with the full gazetteer."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from sayso.gazetteer import Gazetteer
from tests.expectations.blocks import block_expectations
from tests.expectations.claims import claim_expectations
from tests.expectations.day import day_expectations, undated_expectations
from tests.expectations.expectation import Expectation, Row, require, share_met
from tests.expectations.page import GoldenPage, read_golden
from tests.expectations.published import published_expectations
from tests.expectations.words import word_expectations

FOLDER = Path(__file__).parent / "golden"
PAGES = sorted(p.stem for p in FOLDER.glob("*.txt"))
SECTIONS = (block_expectations, claim_expectations, word_expectations, day_expectations, published_expectations, undated_expectations)
LEAST_SHARE = 0.6
"""Of the expectations that are not required; raise it when the chain gets better."""


def expected_of(page: str) -> Row:
    loaded: Row = yaml.safe_load((FOLDER / f"{page}.expected.yaml").read_text(encoding="utf8"))
    return loaded


def expectations_of(page: str) -> Iterator[Expectation[GoldenPage]]:
    for section in SECTIONS:
        yield from section(expected_of(page))


@pytest.fixture(scope="module")
def golden(full_gazetteer: Gazetteer) -> dict[str, GoldenPage]:
    return {page: read_golden(FOLDER / f"{page}.txt", expected_of(page), full_gazetteer) for page in PAGES}


@pytest.mark.parametrize(
    ("page", "expectation"), [pytest.param(p, e, id=f"{p}: {e.name}") for p in PAGES for e in expectations_of(p)]
)  # fmt: skip
def test_the_page_gives(page: str, expectation: Expectation[GoldenPage], golden: dict[str, GoldenPage]) -> None:
    require(expectation, golden[page])


@pytest.mark.parametrize("page", PAGES)
def test_most_of_what_is_not_required_comes_out_too(page: str, golden: dict[str, GoldenPage]) -> None:
    optional = [e for e in expectations_of(page) if not e.must]
    assert optional
    assert share_met(optional, golden[page]) >= LEAST_SHARE


@pytest.mark.parametrize("page", PAGES)
def test_every_section_is_checked(page: str) -> None:
    checked = {
        "given_published", "publisher", "blocks", "claims", "absent_places", "metonyms", "towns", "same_place", "private_names",
        "anonymous_sources", "control_on_date", "situation", "without_date",
    }  # fmt: skip
    assert set(expected_of(page)) <= checked
