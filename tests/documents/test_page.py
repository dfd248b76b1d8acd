"""Pages: what their elements and words say of each piece."""

import pytest

from sayso.documents import DocumentOptions, read_page
from sayso.model.articles import Article

FIRST = "Hundreds of people have left the harbour town, the council said on Monday, and the road is still closed."
SECOND = "The river rose by two metres in one night, and the bridge at Millbrook was taken away by the water, a fisherman said."
THIRD = "On Sunday, some 400 people slept in the school hall of the next town, according to the mayor and two teachers."


def page(inside: str = "", *, head: str = "", above: str = "", below: str = "") -> str:
    body = f"<article><h1>Harbour town cut off as flood takes the coast road</h1>{above}<p>{FIRST}</p>{inside}<p>{SECOND}</p><p>{THIRD}</p></article>"
    return f"<html><head>{head}</head><body>{body}{below}</body></html>"


def kind_of(article: Article, wording: str) -> str:
    (kind,) = {b.kind for b in article.blocks if wording in article.text[b.start : b.end]}
    return kind


@pytest.mark.parametrize(
    ("inside", "wording", "kind"),
    [
        ("<h2>Rooms for one night</h2>", "Rooms for", "heading"),
        ("<p><strong>Rooms for one night</strong></p>", "Rooms for", "heading"),
        ("<figure><img src=a><figcaption>Boats on the main street of Sandmouth (AFP)</figcaption></figure>", "Boats on", "caption"),
        ('<div class="wp-caption"><p class="wp-caption-text">Boats on the main street</p></div>', "Boats on", "caption"),
        ('<blockquote class="pullquote">The bridge at Millbrook was taken away by the water</blockquote>', "The bridge at", "pull_quote"),
        ("<ul><li>Four boats were lost on the river</li><li>Two bridges fell in the night</li></ul>", "Four boats", "paragraph"),
        ('<div class="newsletter-box"><p>Stories from the shore, every Saturday.</p></div>', "Stories from", "promotion"),
        ("<p>Sign up for our newsletter and get the week's stories</p>", "Sign up", "promotion"),
        ('<aside class="related"><a href="/x">Ten years after the last flood</a></aside>', "Ten years", "promotion"),
        ('<p><a href="/x">What the last flood did to the town</a></p>', "What the last", "navigation"),
        ('<div class="share-buttons">Facebook Twitter</div>', "Facebook", "navigation"),
        ('<blockquote class="twitter-tweet"><p>Our street is a river now. Pray for us all.</p>&mdash; someone (@some)</blockquote>', "Our street", "navigation"),
        ('<div class="instagram-media"><p>Our street is a river now. Pray for us all.</p></div>', "Our street", "navigation"),
        ("<p>Photo: Jo Field</p>", "Photo: Jo", "licence"),
    ],
)  # fmt: skip
def test_piece_within_the_article(inside: str, wording: str, kind: str) -> None:
    article = read_page(page(inside))
    assert kind_of(article, wording) == kind
    assert kind_of(article, THIRD) == "paragraph"


@pytest.mark.parametrize(
    ("above", "wording", "kind"),
    [
        ("<p>Warnings came too late for the lower quarter</p>", "Warnings", "standfirst"),
        ("<div>Fishermen of the lower quarter say that the warnings of the council came hours too late</div><p>By Jo Field</p>", "Fishermen", "standfirst"),
        ("<p>By Jo Field</p>", "By Jo", "byline"),
        ('<div class="entry-meta"><span class="author vcard">Jo Field | Sandmouth</span></div>', "Jo Field", "byline"),
        ('<div class="entry-meta">28 January 2020</div>', "28 January", "dateline"),
        ("<time datetime=2020-01-28>Yesterday at noon</time>", "Yesterday", "dateline"),
        ("<figure><figcaption>Boats on the main street of Sandmouth</figcaption></figure>", "Boats", "caption"),
        ("<div class=share><a href=x>Share on Facebook</a></div>", "Share on", "navigation"),
    ],
)
def test_piece_between_headline_and_article(above: str, wording: str, kind: str) -> None:
    article = read_page(page(above=above))
    assert kind_of(article, wording) == kind
    assert kind_of(article, FIRST) == "paragraph"


@pytest.mark.parametrize(
    ("below", "wording", "kind"),
    [
        (f'<div id="comments"><p>{SECOND.replace("Millbrook", "Redbrook")}</p></div>', "Redbrook", "navigation"),
        ("<footer>Copyright 2020 Harbour Post. All rights reserved.</footer>", "Copyright", "licence"),
        ("<footer><a href=/>About us</a></footer>", "About us", "navigation"),
        ("<section class=most-read><h4>Most read</h4><a href=/x>Ten years after the last flood</a></section>", "Most read", "promotion"),
    ],
)
def test_piece_below_the_article(below: str, wording: str, kind: str) -> None:
    assert kind_of(read_page(page(below=below)), wording) == kind


def test_comments_and_menus_have_reasons_of_their_own() -> None:
    article = read_page(page(below="<nav>Home World Sport</nav><div class=comments><p>God help them.</p></div><div class=cookie-bar>We use cookies here.</div>"))
    reasons = {article.text[s.start : s.end]: s.reason for s in article.set_aside}
    assert reasons["God help them."] == "beside the article: a reader's comment"
    assert "comment" not in reasons["Home World Sport"]


@pytest.mark.parametrize(
    ("head", "publisher", "title", "url"),
    [
        ('<meta property="og:site_name" content="Harbour Post"><meta property="og:title" content="Flood">', "Harbour Post", "Flood", None),
        ("<title>Flood takes road | Harbour Post</title><meta name=publisher content='Harbour Post'>", "Harbour Post", "Flood takes road", None),
        ('<script type="application/ld+json">{"headline": "Flood", "publisher": {"name": "Harbour Post"}}</script>', "Harbour Post", "Flood", None),
        ('<script type="application/ld+json">{broken</script><title>Flood</title>', None, "Flood", None),
        ('<link rel=canonical href="https://news.example/flood"><title>Flood</title>', None, "Flood", "https://news.example/flood"),
        ('<link rel=canonical href="javascript:alert(1)"><title>Flood</title>', None, "Flood", None),
    ],
)
def test_what_the_head_says(head: str, publisher: str | None, title: str, url: str | None) -> None:
    article = read_page(page(head=head))
    assert (article.publisher, article.title, article.url) == (publisher, title, url)


def test_caller_settles_the_outlet() -> None:
    article = read_page(page(head='<meta property="og:site_name" content="Harbour Post">'), options=DocumentOptions(publisher="Shore News"))
    assert article.publisher == "Shore News"


def test_cells_of_a_row_are_one_line() -> None:
    article = read_page(page("<table><tr><th>Town</th><th>Left</th></tr><tr><td>Sandmouth</td><td>400</td></tr></table>"))
    assert kind_of(article, "Sandmouth | 400") == "paragraph"


def test_page_without_a_main_element_and_with_line_breaks_only() -> None:
    html = f"<html><body><table><tr><td>Home | World</td></tr><tr><td><b>Harbour town cut off</b><br><br>{FIRST}<br><br>{SECOND}<br><br>{THIRD}</td></tr></table></body></html>"
    article = read_page(html)
    assert [kind_of(article, s) for s in (FIRST, SECOND, THIRD)] == ["paragraph"] * 3
