"""Numbers that stand after what they count."""

import pytest

from sayso.mentions.quantities import find_figures
from tests.mentions.test_times import article

LISTED = [
    ("Number of displaced: 452", [("452", "people", "displaced")]),
    ("Killed: 12\nInjured: 30", [("12", "people", "killed"), ("30", "people", "injured")]),
    ("Families in need: 1,200. Houses damaged: 40.", [("1,200", "households", "in_need"), ("40", "structures", "houses")]),
    ("Completely destroyed housing: 146", [("146", "structures", "houses")]),
    ("Refugees: 122,387", [("122,387", "people", "displaced")]),
    ("Displaced families: 349 (of whom most are in Sahl)", [("349", "households", "displaced")]),
    ("Tel: 452", []),
    ("Page views: 300", []),
    ("Cases: 40", []),
    ("Published: 2019", []),
    ("Killed: 12 rebels and 3 soldiers", [("12 rebels", "people", "fighters"), ("3 soldiers", "people", "fighters")]),
]


@pytest.mark.parametrize(("text", "wanted"), LISTED, ids=[row[0] for row in LISTED])
def test_a_number_after_its_label_counts_what_the_label_names(text, wanted):
    assert [(f.text, f.unit, f.measure) for f in find_figures(article(text)) if f.unit != "other"] == wanted
