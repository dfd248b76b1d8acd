"""The kind that a line's own words give away."""

import pytest

from sayso.documents.labels import is_dateline, label_line
from sayso.documents.page_words import page_words

LABELS = [
    ("navigation", "Skip to main content"),
    ("navigation", "Home | World | Sport | Opinion"),
    ("navigation", "Share on Facebook"),
    ("navigation", "12 Comments"),
    ("navigation", "Tags: Floods, Coast"),
    ("navigation", "This website uses cookies to improve your visit."),
    ("promotion", "Sign up for our newsletter"),
    ("promotion", "Read more from the Harbour Post"),
    ("promotion", "Join our mailing list for maps and long reads"),
    ("promotion", "The Harbour Post in your inbox"),
    ("promotion", "Read more: Ten years after the flood"),
    ("promotion", "Follow us on Telegram"),
    ("licence", "© 2020 Harbour Post"),
    ("licence", "© Harbour Post, 2020. Registered as a newspaper."),
    ("licence", "Copyright 2020 Harbour Post. All rights reserved."),
    ("licence", "Harbour Post delivers independent coverage of the coast."),
    ("licence", "The Harbour Post is a daily newspaper on the coast."),
    ("licence", "Photo by Jo Field on Unsplash"),
    ("byline", "By Jo Field"),
    ("byline", "By Jo Field, Ana Ruiz and agencies"),
    ("byline", "Reporting by Jo Field; editing by Ana Ruiz"),
    ("byline", "(Coast News Agency)"),
    ("dateline", "28 January 2020"),
    ("dateline", "Tuesday 28 January 2020 17:12 UTC | Last update: 4 hours ago"),
    ("dateline", "Published: January 28, 2020"),
]
TEXT = [
    "The council said on Monday that 400 people had left.",
    "By the river, two men were digging.",
    "By Monday, the water had reached the school.",
    "He left on 28 January 2020.",
    "Photo: Women carry buckets along the quay (Reuters)",
    "Residents asked the world to share their pain, and to read what they wrote.",
    "The newspaper said that all rights of the fishermen had been taken away.",
    "People were told to subscribe to a list before they could get food.",
    "Rooms for one night",
    "Copyright law was changed in the spring, the minister told the chamber.",
    "More than 400 people were killed in 2020.",
]


@pytest.mark.parametrize(("kind", "line"), LABELS)
def test_line_gives_its_kind_away(kind: str, line: str) -> None:
    assert label_line(line, page_words()) == kind


@pytest.mark.parametrize("line", TEXT)
def test_line_of_the_article_has_no_label(line: str) -> None:
    assert label_line(line, page_words()) is None


def test_long_line_is_text_whatever_words_it_has() -> None:
    assert label_line("The council said that all rights reserved for the town were lost. " * 20, page_words()) is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [("28 January 2020", True), ("Updated: 28/01/2020 at 5 pm", True), ("It fell on 28 January 2020.", False), ("28 January", False), ("In 2020", False)],
)
def test_date_line_is_hardly_more_than_a_date_with_its_year(line: str, expected: bool) -> None:
    assert is_dateline(line, page_words()) is expected
