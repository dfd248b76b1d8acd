"""The eighteen example pages: outlet, title, day, captions, and what is set aside with which reason."""

import datetime as dt
from pathlib import Path

import pytest

from sayso.documents import DocumentOptions, read_documents
from sayso.model.articles import Article, Block

PAGES = Path(__file__).parents[2] / "examples" / "idlib-2020" / "pages"
OUTLETS = {
    "relief-desk-bulletin": "Relief Desk Bulletin", "damascus-herald": "The Damascus Herald", "free-north-network": "Free North Network",
    "levant-courier": "Levant Courier", "bosphorus-daily": "Bosphorus Daily", "volga-newswire": "Volga Newswire",
}  # fmt: skip
DAYS = dict(zip(range(1, 19), [
    "01-24", "01-25", None, "01-27", "01-28", "01-28", "01-28", "01-29", "01-29", "01-29", "01-30", "01-30", "01-31", "01-31", "02-01",
    "02-01", "02-01", "02-02",
], strict=True))  # fmt: skip
NAMES = sorted(path.name for path in PAGES.iterdir())


def read(name: str) -> Article:
    (article,) = read_documents([str(PAGES / name)], options=DocumentOptions())
    return article


def page(number: int) -> Article:
    return read(next(name for name in NAMES if name.startswith(f"{number:02}-")))


def words(article: Article, block: Block) -> str:
    return article.text[block.start : block.end]


def of_kind(article: Article, kind: str) -> list[str]:
    return [words(article, b) for b in article.blocks if b.kind == kind]


def block_with(article: Article, wording: str) -> Block:
    (block,) = (b for b in article.blocks if wording in words(article, b))
    return block


@pytest.mark.parametrize("name", NAMES)
def test_outlet_language_title_and_day(name: str) -> None:
    article = read(name)
    outlet = next(shown for stem, shown in OUTLETS.items() if stem in name)
    assert (article.publisher, article.language, article.outcome, article.why) == (outlet, "en", "read", None)
    assert of_kind(article, "title") == [article.title]
    day = DAYS[int(name[:2])]
    assert article.published.day == (dt.date.fromisoformat(f"2020-{day}") if day else None)
    assert article.published.basis == ("printed" if day else "inferred")


@pytest.mark.parametrize("name", NAMES)
def test_page_has_a_body_and_chrome_is_set_aside_with_a_reason(name: str) -> None:
    article = read(name)
    assert sum(b.kind == "paragraph" for b in article.blocks) >= 6
    for block in article.blocks:
        if block.kind in ("navigation", "promotion", "licence", "byline", "dateline"):
            assert any(s.start <= block.start and block.end <= s.end and s.reason for s in article.set_aside)
    body = " ".join(of_kind(article, "paragraph")).casefold()
    for chrome in ("cookie", "newsletter", "all rights reserved", "subscribe", "skip to", "most read", "reply"):
        assert chrome not in body


def test_page_without_a_date_keeps_its_weekday_as_candidates_only() -> None:
    published = page(3).published
    assert (published.start, published.end, published.basis) == (None, None, "inferred")
    assert [c.date.isoformat() for c in published.candidates] == ["2014-01-26", "2020-01-26", "2025-01-26"]


def test_date_printed_without_markup_is_read() -> None:
    assert page(15).published.why == "printed as 'Saturday, 1 February 2020'"


def test_later_change_of_a_page_loses_to_its_publication() -> None:
    published = page(12).published
    assert published.day == dt.date(2020, 1, 30)
    assert "2020-01-31" in (published.why or "")


CAPTIONS = [
    (1, "Rows of shelters", "Relief Desk/H. Noor", "2020-01-21"),
    (2, "Soldiers at the entrance", "DH Photo", "2020-01-25"),
    (3, "Volunteers put out a fire", "White Helmets", None),
    (4, "Vehicles on the road", "AFP", "2020-01-27"),
    (5, "A street in the east", "Reuters", "2020-01-28"),
    (6, "A Turkish convoy", "AA Photo", "2020-01-28"),
    (10, "Empty houses", "VNW Photo", None),
    (11, "The front of the clinic", "White Helmets", "2020-01-29"),
    (13, "Briefing at", "VNW Photo Bank", "2020-01-31"),
    (15, "Women queue", "Relief Desk/H. Noor", "2020-01-29"),
    (17, "A bicycle in front", "FNN/Mahmoud T.", "2020-02-01"),
]


@pytest.mark.parametrize(("number", "start", "credit", "day"), CAPTIONS)
def test_caption_is_a_text_of_its_own_with_credit_and_day(number: int, start: str, credit: str, day: str | None) -> None:
    article = page(number)
    block = next(b for b in article.blocks if b.kind == "caption" and start in words(article, b))
    assert block.credit == credit
    assert block.date == (dt.date.fromisoformat(day) if day else None)


ASIDE = [
    (3, "Second raid on #Saraqib", "navigation", "embedded post"),
    (11, "The BAKERY.", "navigation", "embedded post"),
    (17, "I am drinking tea in it", "navigation", "embedded post"),
    (3, "Thinking of you from Leeds", "navigation", "reader's comment"),
    (9, "abu_karim", "navigation", "reader's comment"),
    (6, "our pick of the week", "promotion", "promo"),
    (4, "five stories every weekday morning", "promotion", "promotion"),
    (4, "Most read", "promotion", "promotion"),
    (4, "You may republish", "licence", "licence"),
    (13, "Registered as a mass medium", "licence", "licence"),
    (15, "Text may be reused", "licence", "licence"),
    (8, "You receive this bulletin", "licence", "licence"),
    (8, "Message-ID", "navigation", "mail's header"),
]


@pytest.mark.parametrize(("number", "wording", "kind", "reason"), ASIDE)
def test_what_is_not_the_article_is_set_aside(number: int, wording: str, kind: str, reason: str) -> None:
    article = page(number)
    block = block_with(article, wording)
    assert block.kind == kind
    assert any(s.start == block.start and reason in s.reason for s in article.set_aside)


@pytest.mark.parametrize(("number", "wording"), [(1, "Compiled by"), (2, "By Herald military"), (4, "By Courier staff"), (6, "by Defne"), (3, "FNN | Saraqib")])
def test_who_wrote_it_is_no_paragraph(number: int, wording: str) -> None:
    assert block_with(page(number), wording).kind in ("byline", "dateline")


@pytest.mark.parametrize("number", [1, 3, 4, 5, 6, 12, 13, 15, 16, 17, 18])
def test_pull_quote_points_to_the_words_that_it_repeats(number: int) -> None:
    article = page(number)
    quotes = [b for b in article.blocks if b.kind == "pull_quote"]
    assert quotes
    for quote in quotes:
        assert quote.repeats is not None
        start, end = quote.repeats
        assert any(b.kind == "paragraph" and b.start <= start and end <= b.end and b.repeats is None for b in article.blocks)


def test_agency_place_line_is_cut_off_the_first_paragraph() -> None:
    assert of_kind(page(8), "dateline")[-1] == "DAMASCUS, January 29. /Volga Newswire/."
    assert of_kind(page(16), "paragraph")[0].startswith("The Syrian Arab Army captured")


def test_table_rows_stay_whole() -> None:
    assert "Syrian Observatory | 12 days to 28 January | 120,000" in of_kind(page(15), "paragraph")
