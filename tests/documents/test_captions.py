"""Credits and days of captions."""

import datetime as dt

import pytest

from sayso.documents.captions import credits_outlet, date_of_photo, find_credit, is_credit_alone, looks_like_a_caption
from sayso.documents.page_words import page_words


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("Boats at the quay before the storm (Reuters)", "Reuters"),
        ("Boats at the quay before the storm. (Jo Field/AFP)", "Jo Field/AFP"),
        ("Boats at the quay before the storm [AP Photo/Jo Field]", "AP Photo/Jo Field"),
        ("Boats at the quay before the storm (Photo: Jo Field)", "Jo Field"),
        ("Boats at the quay before the storm (Council Handout)", "Council Handout"),
        ("Boats at the quay before the storm © Jo Field", "Jo Field"),
        ("Boats at the quay before the storm. Photograph: Jo Field/AP", "Jo Field/AP"),
        ("Boats at the quay before the storm | AFP", "AFP"),
        ("Boats at the quay before the storm (with a dog)", None),
        ("The men belong to the Coastal Defence Force (CDF)", None),
        ("Boats at the quay before the storm", None),
    ],
)
def test_credit_at_the_end_of_a_line(line: str, credit: str | None) -> None:
    found = find_credit(line, page_words())
    assert (found.name if found else None) == credit
    assert looks_like_a_caption(line, page_words()) == (credit is not None)


def test_paragraph_that_ends_with_an_agency_is_no_caption() -> None:
    line = "The water rose in the night. Two boats were lost. The bridge fell at dawn. The mayor asked for help. (Reuters)"
    assert not looks_like_a_caption(line, page_words())


@pytest.mark.parametrize(
    ("line", "published", "day"),
    [
        ("Boats on 28 January 2019", dt.date(2020, 1, 29), dt.date(2019, 1, 28)),
        ("Boats on 28 January", dt.date(2020, 1, 29), dt.date(2020, 1, 28)),
        ("Boats on 28 January", dt.date(2020, 1, 28), dt.date(2020, 1, 28)),
        ("Boats on 30 December", dt.date(2020, 1, 2), dt.date(2019, 12, 30)),
        ("Boats on 29 February", dt.date(2020, 3, 2), dt.date(2020, 2, 29)),
        ("Boats on 28 January", None, None),
        ("Boats on 05/04/2020", dt.date(2020, 6, 1), None),
        ("Boats on Tuesday", dt.date(2020, 1, 29), None),
    ],
)
def test_day_that_a_photo_shows(line: str, published: dt.date | None, day: dt.date | None) -> None:
    assert date_of_photo(line, page_words(), published)[0] == day


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Photo: Getty Images", True), ("Jo Field/Reuters files", True), ("AFP PHOTO / Jo Field", True), ("(AFP)", True),
        ("Video: Army enters town", False), ("Boats (Reuters)", False), ("Jo Field and two others left", False), ("Army / Navy", False),
    ],
)  # fmt: skip
def test_line_of_names_alone_is_no_caption(line: str, expected: bool) -> None:
    assert is_credit_alone(line, page_words()) is expected


@pytest.mark.parametrize(
    ("line", "outlet", "expected"),
    [
        ("Boats at the quay at noon (Harbour Post)", "The Harbour Post", True),
        ("Boats at the quay at noon (The Harbour Post)", "Harbour Post", True),
        ("Boats at the quay at noon (Shore News)", "Harbour Post", False),
        ("Boats lay at the quay at noon. (Harbour Post)", "Harbour Post", False),
        ("Boats at the quay at noon (Harbour Post)", None, False),
    ],
)
def test_outlet_credits_its_own_picture(line: str, outlet: str | None, expected: bool) -> None:
    assert credits_outlet(line, page_words(), outlet) is expected
