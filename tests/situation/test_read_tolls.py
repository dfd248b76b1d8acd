"""Texts read whole, and the killed and injured of their event: what numbers tell, and what persons told one by one add."""

import pytest

from sayso.pipeline import view_records
from tests.claims.reports import SETTING, read

TOLLS = {
    "a part is no rival of its whole": ("Nine people including five children were killed when shells hit Aleppo on Monday.", {"killed": (9, 9)}),
    "nor is one person": ("Four people, including a child, were killed when shells hit Aleppo on Monday.", {"killed": (4, 4)}),
    "two numbers of one sentence": (
        "Shells killed one person and wounded 12 others in Aleppo on Monday.",
        {"killed": (1, 1), "injured": (12, 12)},
    ),
    "numbers of the dead and the hurt": (
        "Two people were killed and five wounded when shells hit Aleppo on Monday.",
        {"killed": (2, 2), "injured": (5, 5)},
    ),
    "one dead among more hurt": (
        "One civilian was killed and 13 others were injured when shells hit Aleppo on Monday.",
        {"killed": (1, 1), "injured": (13, 13)},
    ),
    "a martyr is one killed": (
        "Terrorists shelled Aleppo on Monday, resulting in the martyrdom of 3 citizens.",
        {"killed": (3, 3)},
    ),
    "children killed beside others hurt": (
        "Two children were killed and 5 others were injured when shells hit Aleppo on Monday.",
        {"killed": (2, 2), "injured": (5, 5)},
    ),
    "at least so many": (
        "At least 10 people were killed and 15 injured in an air strike on Aleppo on Monday.",
        {"killed": (10, 0), "injured": (15, 15)},
    ),
    "killed and injured together": (
        "Rockets kill two and injure three in Aleppo.\n\nRockets killed and injured five civilians in Aleppo on Monday.",
        {"killed": (2, 2), "injured": (3, 3)},
    ),
    "thirteen, of whom six": (
        "At a market in Aleppo 13 people including six children were killed by an air strike on Monday.",
        {"killed": (13, 13)},
    ),
    "told in the title and again": (
        "Shells wound eight others in Aleppo.\n\nA man was killed and eight others were wounded when shells hit Aleppo on Monday.",
        {"killed": (1, 1), "injured": (8, 8)},
    ),
    "one side and a child": ("An air strike on Aleppo killed 17 militants and a child on Monday.", {"killed": (18, 18)}),
    "people, and women who may be among them": ("An air strike on Aleppo killed 16 people and three women on Monday.", {"killed": (16, 16)}),
    "a person told without a number": ("A teacher was killed and his wife was wounded when shells hit Aleppo.", {"killed": (1, 1), "injured": (1, 1)}),
    "hit, of whom some died": (
        "Three people were shot and wounded in Aleppo on Monday. One of them, a teacher, died at a hospital.",
        {"killed": (1, 1), "injured": (2, 2)},
    ),
    "hurt in a shooting, of whom one died": pytest.param(
        "Five people were wounded in a shooting in Aleppo on Monday. One of the wounded later died.", {"injured": (5, 5)},
        marks=pytest.mark.xfail(reason="who was wounded in a shooting is not read after a sentence on the weather", strict=True),
    ),
    "hurt, of whom one died": ("Gunmen shot and wounded five people in Aleppo on Monday. One of the wounded later died.", {"injured": (5, 5)}),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TOLLS.values(), ids=TOLLS.keys())
def test_tolls_of_texts(text, expected, small_gazetteer):
    rows = [t for t in view_records([read(SETTING + text, small_gazetteer)]).situation.casualties if t.event_id and not t.window]
    told = {m: (sum(t.low or 0 for t in rows if t.measure == m), sum(t.high or 0 for t in rows if t.measure == m)) for m in expected}
    assert told == expected
