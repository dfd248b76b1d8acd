"""Expressions of time with the day of publication, and the days that somebody gave them who had not seen what Sayso makes of them."""

import csv
from pathlib import Path

import pytest

from sayso.mentions.times import find_times
from tests.mentions.test_times import article

WEAK = {
    "The army is due to vacate the school later this month.": "what is to come begins on the day after publication, not on the day",
    "A new force will be raised later this year.": "what is to come begins on the day after publication, not on the day",
    "A shopping street was bombed on the eve of Eid al-Fitr.": "the eve of a feast is read as its day",
}
"""Rows that are read otherwise, and why."""


def rows():
    with Path(__file__).with_name("news_times.csv").open(encoding="utf8", newline="") as table:
        for number, row in enumerate(csv.DictReader(table), 1):
            marks = [pytest.mark.xfail(reason=WEAK[row["sentence"]], strict=True)] if row["sentence"] in WEAK else []
            yield pytest.param(row, id=f"{number}|{row['words']}|{row['published']}", marks=marks)


@pytest.mark.parametrize("row", list(rows()))
def test_days_of_an_expression(row):
    start = row["sentence"].index(row["words"])
    found = find_times(article(row["sentence"], row["published"]))
    there = [end for m in found for end in (m, *getattr(m, "ends", ())) if m.start < start + len(row["words"]) and start < m.end]
    days = {(str(m.from_), str(m.to)) for m in there if m.from_}
    assert (row["first"], row["last"]) in days if row["first"] else days == set()


def test_most_expressions_are_read_whole():
    """In 297 of 310 rows the words that are read are those of the table; in most others more or fewer stand around the same days."""
    whole = 0
    for parameters in rows():
        (row,) = parameters.values
        start = row["sentence"].index(row["words"])
        found = find_times(article(row["sentence"], row["published"]))
        spans = {(end.start, end.end) for m in found for end in (m, *getattr(m, "ends", ()))}
        whole += (start, start + len(row["words"])) in spans
    assert whole == 297
