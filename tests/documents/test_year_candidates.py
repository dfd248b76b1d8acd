"""The years that a day and a weekday fit."""

import pytest

from sayso.documents.page_words import page_words
from sayso.documents.year_candidates import find_year_candidates


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The road was shut on Tuesday 28 January.", ["2014-01-28", "2020-01-28", "2025-01-28"]),
        ("On Monday it rained. On Tuesday it snowed. The photo is of 28 January.", ["2014-01-28", "2020-01-28", "2025-01-28"]),
        ("On Sunday it rained. On Monday it snowed. The photo is of 30 December.", ["2013-12-30", "2019-12-30", "2024-12-30"]),
        ("It snowed on Monday 30 December and rained on Thursday 2 January.", ["2014-01-02", "2020-01-02", "2025-01-02"]),
        ("Born on Saturday 29 February.", ["2020-02-29"]),
        ("The photo is of 28 January.", []),
        ("It snowed on Tuesday.", []),
        ("It snowed on Tuesday 28 January 2020.", []),
    ],
)
def test_years_that_fit(text: str, days: list[str]) -> None:
    found = find_year_candidates(text, page_words(), 2010, 2026)
    assert [c.date.isoformat() for c in found] == days
    assert all(c.why for c in found)
