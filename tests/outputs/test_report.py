"""The report is one safe, self-contained, accessible page in which every statement leads to a footnote that exists."""

import datetime as dt
import itertools
import re
from html.parser import HTMLParser

import msgspec
import pytest

from sayso.model.events import ArticleHeader, FiledClaim
from sayso.model.situation import Situation
from sayso.model.views import LedgerView
from sayso.outputs.report import write_report_html, write_report_markdown


class Page(HTMLParser):
    """Tags with their attributes, headings in order, and text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words.append(data)

    def every(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.tags if name == tag]


@pytest.fixture(scope="module")
def html(idlib_view: LedgerView) -> str:
    return write_report_html(idlib_view, "public")


@pytest.fixture(scope="module")
def page(html: str) -> Page:
    return Page(html)


@pytest.fixture(scope="module")
def markdown(idlib_view: LedgerView) -> str:
    return write_report_markdown(idlib_view, "public")


def test_every_footnote_that_is_cited_exists_once(page: Page) -> None:
    ids = [attrs["id"] for _, attrs in page.tags if attrs.get("id")]
    assert len(ids) == len(set(ids))
    links = {attrs["href"][1:] for attrs in page.every("a") if (attrs.get("href") or "").startswith("#")}
    assert links <= set(ids)
    assert sum(i.startswith("fn") for i in ids) == 18, "every published claim has its footnote"


def test_every_account_of_every_event_leads_to_a_footnote(html: str) -> None:
    statements = re.findall(r'<ul class="said">(.*?)</ul>', html, re.S)
    said = [li for block in statements for li in re.findall(r"<li>(.*?)</li>", block, re.S)]
    assert len(said) > 15
    assert [li for li in said if 'href="#fn' not in li] == []


def test_footnotes_give_outlet_date_words_and_claim(html: str) -> None:
    note = re.search(r'<li id="fn\d+">(?:(?!</li>).)*c04.*?</li>', html, re.S)
    assert note
    for words in ("Orontes Courier", "28 January 2020", "citing", "Syrian Observatory for Human Rights", "About 120,000 people fled", "claim c04"):
        assert words in note.group()


def test_words_that_are_no_quotation_do_not_stand_in_quotation_marks(html: str) -> None:
    assert "in other words: Shelling, an air strike or an explosion in Idlib Province" in html
    assert re.search(r"<q[^>]*>Shelling, an air strike", html) is None


def test_it_says_on_every_page_that_nobody_has_reviewed_it(html: str, page: Page, markdown: str) -> None:
    assert '@bottom-left { content: "Machine reading, unreviewed"' in html, "printed pages"
    assert "".join(page.words).count("Machine reading, unreviewed") >= 3
    assert "Machine reading, unreviewed" in markdown


def test_it_asks_the_network_for_nothing(html: str, page: Page) -> None:
    assert page.every("script") == page.every("img") == page.every("link") == []
    assert re.search(r"url\((?!#|'#|\"#)", html) is None
    assert "@import" not in html
    assert all(attrs["href"].startswith(("#", "https://")) for attrs in page.every("a"))


def test_headings_come_in_order_and_landmarks_are_there(page: Page) -> None:
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    assert {"main", "nav", "header", "footer"} <= {tag for tag, _ in page.tags}
    assert page.every("html") == [{"lang": "en"}]


def test_tables_have_captions_and_scopes(html: str, page: Page) -> None:
    tables = re.findall(r"<table.*?</table>", html, re.S)
    assert tables
    assert all("<caption>" in table for table in tables)
    assert all(attrs.get("scope") for attrs in page.every("th"))


def test_rival_accounts_stand_side_by_side(html: str) -> None:
    card = re.search(r'<article class="place".*?</article>', html, re.S)
    assert card
    for words in ("Maarat al-Numan", "disputed between accounts", "captured by Syrian government forces", "fighting goes on in the western outskirts", "National Front for Liberation"):
        assert words in card.group()


def test_what_is_expected_stands_apart_from_what_happened(html: str) -> None:
    before, expected = html.split('<section id="expected"')
    assert "expected to be captured" not in before
    assert "expected to be captured" in expected


def test_days_after_the_view_are_expected(idlib_view: LedgerView) -> None:
    claims = tuple(msgspec.structs.replace(f, claim=msgspec.structs.replace(f.claim, status="happened")) if f.claim.id == "c16" else f for f in idlib_view.claims)
    early = msgspec.structs.replace(idlib_view, claims=claims, as_of=dt.date(2020, 1, 28), since=None)
    happened, expected = write_report_html(early, "public").split('<section id="expected"')
    assert "29 January 2020</span></div>" not in happened.replace("15–29 January", "")
    assert "Idlib</span> <span class=\"when\">· 29 January 2020" in expected


def test_refugees_stand_in_a_table_of_their_own(html: str) -> None:
    moved = re.search(r"<caption>Movements of internally displaced.*?</table>", html, re.S)
    apart = re.search(r"<caption>Refugees, asylum seekers and others, apart.*?</table>", html, re.S)
    assert moved
    assert apart
    assert "3,500,000" in apart.group()
    assert "3,500,000" not in moved.group()


def test_numbers_made_of_words_stay_words(html: str) -> None:
    assert "24–99" not in html
    assert "“dozens”" in html


def test_the_map_draws_no_province_as_a_point_and_has_words_beside_it(html: str) -> None:
    drawing = re.search(r'<svg class="map".*?</svg>', html, re.S)
    assert drawing
    assert "Maarat al-Numan" in drawing.group()
    assert "Idlib Province" not in drawing.group(), "a province is hatched, not signed"
    assert "Idlib Province</span>: told of as a whole" in html
    assert all(sign in drawing.group() for sign in ("m-disputed", "m-other"))


def test_text_in_arabic_runs_its_own_way(html: str) -> None:
    assert '<span dir="auto">أرقام النزوح في إدلب</span>' in html


def test_hostile_words_stay_words(html: str, markdown: str) -> None:
    assert "capture of &lt;Maarat al-Numan&gt;" in html
    assert "capture of \\<Maarat al-Numan\\>" in markdown
    assert "javascript:" not in html


def test_markdown_footnotes_match(markdown: str) -> None:
    cited = set(re.findall(r"(?<!\n)\[\^(\d+)\]", markdown))
    defined = re.findall(r"^\[\^(\d+)\]: ", markdown, re.M)
    assert cited <= set(defined)
    assert len(defined) == len(set(defined)) == 18


def test_unread_documents_are_listed_with_the_reason(html: str, markdown: str) -> None:
    for text in (html, markdown):
        assert "scan.pdf" in text
        assert "no text was found in it" in text


def test_an_empty_ledger_makes_a_report_that_says_so() -> None:
    day = dt.date(2020, 1, 30)
    empty = LedgerView(as_of=day, articles=(), claims=(), events=(), situation=Situation(as_of=day))
    text = write_report_html(empty, "public")
    assert "No report tells who holds a place." in text
    assert "No number of displaced people is told." in text
    assert "<svg class=\"map\"" not in text
    assert "Nothing" in write_report_markdown(empty, "public")


def test_the_order_of_articles_and_claims_does_not_matter(idlib_view: LedgerView, html: str) -> None:
    turned = msgspec.structs.replace(idlib_view, articles=idlib_view.articles[::-1], claims=idlib_view.claims[::-1], events=idlib_view.events[::-1])
    assert write_report_html(turned, "public") == html


def test_a_script_in_any_field_comes_out_as_text(idlib_view: LedgerView) -> None:
    hostile = "<script>alert(1)</script>"
    header = ArticleHeader(article_id="h", digest="h", publisher=hostile, title=hostile, published=dt.date(2020, 1, 30))
    first = idlib_view.claims[0]
    claim = FiledClaim(claim=msgspec.structs.replace(first.claim, id="h1", evidence=hostile), article=header)
    text = write_report_html(msgspec.structs.replace(idlib_view, articles=(*idlib_view.articles, header), claims=(*idlib_view.claims, claim)), "public")
    assert "<script" not in text
    assert "&lt;script&gt;" in text
