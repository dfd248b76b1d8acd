"""Histories: dates without a year are seen from the one told before."""

import datetime as dt

import pytest

from sayso.mentions.times import find_times
from sayso.mentions.times_calendar import year_days
from sayso.mentions.times_history import Narrative, is_history, year_told
from sayso.mentions.times_reading import Reading
from sayso.model.articles import Article, Block, Published

PUBLISHED = dt.date(2019, 12, 19)
COURSE = " ".join(f"Town {n} fell in May 1936, was shelled in June 1937 and taken back in July 1938." for n in "ABCD")


def history(*paragraphs):
    text, blocks = "", []
    for paragraph in paragraphs:
        kind = "heading" if paragraph.startswith("# ") else "paragraph"
        words = paragraph.removeprefix("# ")
        blocks.append(Block(kind=kind, start=len(text), end=len(text) + len(words)))
        text += f"{words}\n\n"
    return Article(
        article_id="a", digest="d", publisher=None, url=None, title=None, language="en", outcome="read", why=None,
        published=Published(start=PUBLISHED, end=PUBLISHED, basis="given"), text=text, blocks=tuple(blocks),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("paragraphs", "words", "first", "last"),
    [
        (["In October 1936 they marched. By 6 November they stood before the city."], "6 November", "1936-11-06", "1936-11-06"),
        (["In October 1936 they marched.", "In November the city held."], "November", "1936-11-01", "1936-11-30"),
        (["On 20 December 1937 it fell. In February they took it back."], "February", "1938-02-01", "1938-02-28"),
        (["On 20 May 1937 it fell. In March it had been shelled."], "March", "1937-03-01", "1937-03-31"),
        (["In 1938 they were short of bread. In the summer many left."], "the summer", "1938-06-01", "1938-08-31"),
        (["In July 1938 they crossed the river. The next spring the war was over."], "The next spring", "1939-03-01", "1939-05-31"),
        (["In July 1938 they crossed the river. The next year the war was over."], "next year", "1939-01-01", "1939-12-31"),
        (["On 3 July 1938 they crossed. They met no fire on Monday."], "Monday", "1938-07-04", "1938-07-04"),
        (["# 1938: the river", "They crossed on 25 July."], "25 July", "1938-07-25", "1938-07-25"),
        (["In July 1938, as in 1873, they crossed. In August they dug in."], "August", "1938-08-01", "1938-08-31"),
        (["In 1937 the truce held. Shells fell again from May 3 to June 4."], "May 3 to June 4", "1937-05-03", "1937-06-04"),
    ],
)
def test_a_history_tells_its_dates_in_order(paragraphs, words, first, last):
    (found,) = [m for m in find_times(history(COURSE, *paragraphs)) if m.text == words]
    assert (str(found.from_), str(found.to)) == (first, last)


def test_news_is_no_history():
    article = history(COURSE, "On Monday shells fell. They had fallen yesterday and last night. In March the road was cut.")
    (march,) = [m for m in find_times(article) if m.text == "March"]
    assert str(march.from_) == "2019-03-01"


def test_what_a_history_says_of_today_is_seen_from_its_publication():
    article = history(COURSE, "In October 1936 they marched. They are honoured now.")
    (now,) = [m for m in find_times(article) if m.text == "now"]
    assert now.from_ == PUBLISHED


@pytest.mark.parametrize(("years", "near", "wanted"), [((1936,) * 4, 0, False), ((1936,) * 5, 0, True), ((2019,) * 5, 0, False), ((1936,) * 5, 1, False)])
def test_a_history_prints_old_years_and_few_days_seen_from_publication(years, near, wanted):
    told = [Reading(days=year_days(year), named_year=True, why="") for year in years]
    assert is_history(told, near, PUBLISHED) is wanted
    assert not is_history(told, near, None)


@pytest.mark.parametrize(("month", "year"), [(12, 1941), (9, 1941), (8, 1942), (1, 1942)])
def test_a_month_follows_or_stands_three_months_back(month, year):
    assert year_told(dt.date(1941, 12, 7), month) == year


def test_a_date_without_days_moves_no_history():
    course = Narrative()
    course.go_on(Reading(why="no days"), "In ", heading=False)
    assert course.day is None


@pytest.mark.parametrize("words", ["On 6 November", "In March", "On Ashura"])
def test_the_reason_names_the_day_that_the_text_has_come_to(words):
    times = find_times(history(COURSE, f"In October 1946 they marched. {words} they rested."))
    assert "1946-10-01, to which the text has come" in times[-1].why
