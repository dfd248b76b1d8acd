"""What holds for every text and every page, whatever stands in them."""

import io
import itertools
import json

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.documents import DocumentOptions, Origin, read_jsonl, read_page, read_text
from sayso.model.articles import Article

LINES = st.sampled_from([
    "Skip to main content", "Snow closes the mountain road", "Hundreds of people have left the town, the council said on Monday.",
    "'We had ten minutes and one boat'", "- Fisherman", '"We had ten minutes and one boat," he said.', "Boats at the quay on 3 March (AFP)",
    "Sign up for our newsletter", "28 January 2020", "By Staff Writer", "© Harbour Post 2020. All rights reserved.", "", " ", "\t", "* * *",
    "ANKARA, Jan 28 (Reuters) - Two people died, officials said on Tuesday.", "Read more", "أغلقت الفيضانات طريق الساحل", "1.5 – 2", "(", "“",
])  # fmt: skip
TEXTS = st.one_of(
    st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=300),
    st.lists(st.one_of(LINES, st.text(max_size=40).map(lambda t: t.encode("utf8", "ignore").decode())), max_size=14).flatmap(
        lambda lines: st.sampled_from(["\n", "\n\n", "\r\n", "\u2028"]).map(lambda joint: joint.join(lines))
    ),
)
TAGS = st.sampled_from(["p", "div", "h1", "h2", "li", "blockquote", "figcaption", "td", "span", "a", "aside", "footer", "b", "time", "table", "tr", "br"])
PAGES = st.lists(st.tuples(TAGS, LINES, st.booleans()), max_size=14).map(
    lambda parts: "".join(f"<{tag}>{line}" + (f"</{tag}>" if closed else "") for tag, line, closed in parts)
)


def check(article: Article) -> None:
    text = article.text
    spans = [(b.start, b.end) for b in article.blocks]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(end <= start for (_, end), (start, _) in itertools.pairwise(spans)), "blocks stand in order and apart"
    assert all(text[s:e] == text[s:e].strip() for s, e in spans)
    held = [*spans, *((s.start, s.end) for s in article.set_aside)]
    lost = [i for i, c in enumerate(text) if not c.isspace() and not any(s <= i < e for s, e in held)]
    assert lost == [], "every character that is no blank stands in a block or is set aside"
    assert all(0 <= s.start < s.end <= len(text) and s.reason for s in article.set_aside)
    assert all(b.repeats is None or 0 <= b.repeats[0] < b.repeats[1] <= len(text) for b in article.blocks)
    assert (article.outcome == "read") == (article.why is None)
    assert article.published.day is None or article.published.basis in ("given", "printed")


@settings(deadline=None, max_examples=150)
@given(TEXTS)
def test_text_is_kept_as_it_is_and_cut_without_loss(text: str) -> None:
    article = read_text(text)
    assert article.text == text
    check(article)
    assert msgspec.json.encode(read_text(text)) == msgspec.json.encode(article)


@settings(deadline=None, max_examples=60)
@given(TEXTS, st.integers(1, 12), st.integers(1, 5))
def test_what_lies_beyond_the_bounds_is_set_aside(text: str, words: int, pieces: int) -> None:
    article = read_text(text, options=DocumentOptions(max_words=words, max_pieces=pieces))
    assert article.text == text
    check(article)


@settings(deadline=None, max_examples=80)
@given(PAGES)
def test_page_is_cut_without_loss(html: str) -> None:
    article = read_page(html)
    check(article)
    assert msgspec.json.encode(read_page(html)) == msgspec.json.encode(article)


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=200))
def test_page_of_any_characters_gives_an_article(html: str) -> None:
    check(read_page(html))


@settings(deadline=None, max_examples=60)
@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_json_lines_keep_the_text_of_every_record(texts: list[str]) -> None:
    lines = "".join(json.dumps({"article_id": str(i), "text": text}) + "\n" for i, text in enumerate(texts))
    articles = list(read_jsonl(io.BytesIO(lines.encode())))
    assert [(a.article_id, a.text) for a in articles] == [(str(i), text) for i, text in enumerate(texts)]


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=300))
def test_any_bytes_as_json_lines_give_articles(data: bytes) -> None:
    for article in read_jsonl(io.BytesIO(data)):
        check(article)


@settings(deadline=None, max_examples=40)
@given(TEXTS)
def test_title_of_the_input_changes_no_character(text: str) -> None:
    article = read_text(text, origin=Origin(name="x", title="Snow closes the mountain road"))
    assert article.text == text
    check(article)
