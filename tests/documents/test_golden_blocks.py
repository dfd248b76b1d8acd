"""The blocks and the day of publication of the golden pages, as the room of documents makes them."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import yaml

from sayso.documents import DocumentOptions, read_documents
from sayso.model.articles import Article

GOLDEN = Path(__file__).parents[1] / "golden"
PAGES = sorted(path.stem for path in GOLDEN.glob("*.txt"))


def expected_of(page: str) -> dict[str, Any]:
    return yaml.safe_load((GOLDEN / f"{page}.expected.yaml").read_text(encoding="utf8"))


def read(page: str, **settled: Any) -> Article:
    (article,) = read_documents([str(GOLDEN / f"{page}.txt")], options=DocumentOptions(**settled))
    return article


ROWS = [(page, index) for page in PAGES for index in range(len(expected_of(page)["blocks"]))]


@pytest.mark.parametrize(("page", "index"), ROWS, ids=[f"{p}-{expected_of(p)['blocks'][i]['starts_with'][:24]}" for p, i in ROWS])
def test_block_is_of_its_kind(page: str, index: int) -> None:
    expected = expected_of(page)
    row = expected["blocks"][index]
    article = read(page, published=expected["given_published"], publisher=expected["publisher"])
    start = -1
    for _ in range(row.get("nth", 1)):
        start = article.text.index(row["starts_with"], start + 1)
    block = next(b for b in article.blocks if b.start <= start < b.end)
    assert block.kind == row["kind"]
    if "credit" in row:
        assert block.credit == row["credit"]
    if "date_given" in row:
        assert block.date == row["date_given"]
    if "repeats" in row:
        assert (block.repeats is not None) == row["repeats"]


@pytest.mark.parametrize("page", PAGES)
def test_what_is_said_twice_is_read_once(page: str) -> None:
    article = read(page)
    repeated = [b for b in article.blocks if b.repeats]
    assert repeated
    for block in repeated:
        originals = [b for b in article.blocks if b.start <= block.repeats[0] and block.repeats[1] <= b.end]
        assert [b.repeats for b in originals] == [None], "the words that a block repeats must stand in a block that is read"


@pytest.mark.parametrize("page", PAGES)
def test_given_day_is_taken_and_an_inferred_one_is_not(page: str) -> None:
    expected = expected_of(page)
    given = read(page, published=expected["given_published"]).published
    assert (given.basis, given.day) == ("given", expected["given_published"])
    without = read(page).published
    assert without.basis not in expected["without_date"]["basis_not"]
    assert without.day is None
    assert [c.date for c in without.candidates] == expected["without_date"]["candidates"]
    assert all(isinstance(c.date, dt.date) and c.why for c in without.candidates)


@pytest.mark.parametrize("page", PAGES)
def test_outlet_is_found_in_its_own_notice(page: str) -> None:
    assert expected_of(page)["publisher"] in (read(page).publisher or "")
