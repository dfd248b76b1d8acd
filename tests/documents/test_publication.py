"""Which day a page was published on, and what loses to it."""

import datetime as dt

import pytest

from sayso.documents import DocumentOptions, Origin, read_page, read_text
from sayso.documents.publication import DateClaim

BODY = "Drivers were stuck on the mountain road for two nights after the snow came, the mayor said."
INPUT = Origin(name="x", of_input=DateClaim(dt.date(2020, 1, 30), "published of the input"))


@pytest.mark.parametrize(
    ("lines", "basis", "day"),
    [
        ("28 January 2020", "printed", "2020-01-28"),
        ("Published: Tuesday 28 January 2020, 17:12 UTC", "printed", "2020-01-28"),
        ("January 28, 2020", "printed", "2020-01-28"),
        ("Posted on Jan. 28, 2020", "printed", "2020-01-28"),
        ("2020-01-28T17:12:00Z", "printed", "2020-01-28"),
        ("Last updated: 29 January 2020", "printed", "2020-01-29"),
        ("28 January 2020 | Last updated: 29 January 2020", "printed", "2020-01-28"),
        ("28/01/2020", "printed", "2020-01-28"),
        ("05/04/2020", "inferred", None),
        ("Nothing of a date", "unknown", None),
    ],
)
def test_printed_day(lines: str, basis: str, day: str | None) -> None:
    published = read_text(f"Snow closes the mountain road\n\n{lines}\n\n{BODY}\n").published
    assert (published.basis, published.day and published.day.isoformat()) == (basis, day)
    assert published.why


def test_caller_wins_over_print_and_print_over_the_input() -> None:
    text = f"Snow closes the mountain road\n\n28 January 2020\n\n{BODY}\n"
    printed = read_text(text, origin=INPUT).published
    assert (printed.basis, printed.day) == ("printed", dt.date(2020, 1, 28))
    assert "2020-01-30 (published of the input)" in (printed.why or "")
    given = read_text(text, origin=INPUT, options=DocumentOptions(published=dt.date(2020, 2, 1))).published
    assert (given.basis, given.day) == ("given", dt.date(2020, 2, 1))
    assert "2020-01-28" in (given.why or "")
    assert "2020-01-30" in (given.why or "")


@pytest.mark.parametrize(
    ("updated", "basis", "day"),
    [("1 February 2020", "printed", "2020-02-01"), ("3 March 2021", "given", "2020-01-30"), ("29 January 2020", "given", "2020-01-30")],
)
def test_a_text_changed_within_days_of_its_input_is_read_from_the_day_of_the_change(updated: str, basis: str, day: str) -> None:
    published = read_text(f"Snow closes the mountain road\n\nLast updated: {updated}\n\n{BODY}\n", origin=INPUT).published
    assert (published.basis, str(published.day)) == (basis, day)
    assert "other dates lost to it" in (published.why or "")


def test_day_of_the_input_stands_where_nothing_is_printed() -> None:
    published = read_text(BODY, origin=INPUT).published
    assert (published.basis, published.day) == ("given", dt.date(2020, 1, 30))


def test_day_told_in_the_story_is_no_day_of_publication() -> None:
    published = read_text(f"Snow closes the mountain road\n\n{BODY} It last closed on 3 March 2011.\n").published
    assert (published.basis, published.day) == ("unknown", None)


def test_day_without_a_year_gives_candidates_and_no_day() -> None:
    published = read_text(f"{BODY} A photo was taken on 28 January. Early on Tuesday the road was opened.").published
    assert (published.basis, published.day, published.start) == ("inferred", None, None)
    assert [c.date.isoformat() for c in published.candidates] == ["2014-01-28", "2020-01-28", "2025-01-28"]
    assert all("28 January" in c.why and "Tuesday" in c.why for c in published.candidates)


def test_years_of_candidates_are_bounded_by_the_caller() -> None:
    options = DocumentOptions(earliest_year=2018, latest_year=2024)
    published = read_text(f"{BODY} A photo was taken on Tuesday 28 January.", options=options).published
    assert [c.date.year for c in published.candidates] == [2020]


@pytest.mark.parametrize(
    "markup",
    [
        '<meta property="article:published_time" content="2020-01-28T23:30:00+02:00">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2020-01-28T23:30:00+02:00"}</script>',
        '<script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, {"headline": "Snow", "datePublished": "2020-01-28"}]}</script>',
        '<time itemprop="datePublished" datetime="2020-01-28">Tuesday</time>',
    ],
)
def test_day_in_the_markup_is_taken_as_written(markup: str) -> None:
    published = read_page(f"<html><head>{markup}</head><body><h1>Snow closes road</h1><p>{BODY}</p></body></html>").published
    assert (published.basis, published.day) == ("printed", dt.date(2020, 1, 28))


def test_broken_day_of_the_input_is_told() -> None:
    published = read_text(BODY, origin=Origin(name="x", date_problem="the input's published ('soon') is no date")).published
    assert (published.basis, published.day) == ("unknown", None)
    assert "'soon'" in (published.why or "")
