"""A source's grade is that of its topic before the general one, from its day on; no grade is no grade."""

import datetime as dt

import pytest

from sayso.model.entries import Grade, Note, make_entry
from sayso.model.events import ArticleHeader, FiledClaim
from sayso.reviews.grades import grade_of, graded_name

from .conftest import CLAIM, changed, moment

DAY = dt.date(2020, 1, 28)
FILED = FiledClaim(claim=CLAIM, article=ArticleHeader(article_id="r", digest="d", publisher="The Example", published=DAY))
NAME = "White Helmets"

GRADED = {
    "none": ([], None),
    "general": ([Grade(NAME, "B")], "B"),
    "of another source": ([Grade("SANA", "B")], None),
    "of the topic": ([Grade(NAME, "A", "strike"), Grade(NAME, "D")], "A"),
    "of another topic": ([Grade(NAME, "A", "need")], None),
    "from a later day": ([Grade(NAME, "B"), Grade(NAME, "E", None, dt.date(2020, 1, 29))], "B"),
    "from that very day": ([Grade(NAME, "B"), Grade(NAME, "E", None, DAY)], "E"),
    "the later day of two": ([Grade(NAME, "E", None, DAY), Grade(NAME, "C", None, dt.date(2020, 1, 1))], "E"),
    "the last word": ([Grade(NAME, "B"), Grade(NAME, "C")], "C"),
}


@pytest.mark.parametrize(("grades", "held"), GRADED.values(), ids=GRADED)
def test_the_grade_that_held(grades, held):
    entries = [make_entry(act, "ada", moment(at)) for at, act in enumerate(grades)]
    assert grade_of(FILED, [make_entry(Note(NAME), "ada", moment(9)), *entries]) == held


def test_a_report_without_a_day_takes_grades_without_a_first_day():
    undated = changed(FILED, article=changed(FILED.article, published=None))
    grades = [make_entry(Grade(NAME, "B"), "ada", moment(1)), make_entry(Grade(NAME, "E", None, DAY), "ada", moment(2))]
    assert grade_of(undated, grades) == "B"


def test_the_original_claimant_is_graded_else_the_outlet():
    assert graded_name(FILED) == NAME
    assert graded_name(changed(FILED, claim=changed(CLAIM, source=changed(CLAIM.source, chain=(), name="SANA")))) == "SANA"
    assert graded_name(changed(FILED, claim=changed(CLAIM, source=None))) == "The Example"
