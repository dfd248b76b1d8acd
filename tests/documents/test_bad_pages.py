"""Pages that are empty, broken, hostile or no text: an article that says what was not read and why, in bounded time."""

import time

import pytest

from sayso.documents import DocumentOptions, Origin, read_documents, read_page
from sayso.model.articles import Article

SENTENCE = "Hundreds of people have left the harbour town, the council said on Monday, and the road is still closed by snow."
HEAD = "<h1>Snow closes the mountain road</h1>"


def paragraphs(article: Article) -> list[str]:
    return [article.text[b.start : b.end] for b in article.blocks if b.kind == "paragraph"]


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ("", "no visible text"),
        ("   ", "no visible text"),
        ("<html><body></body></html>", "no visible text"),
        ("<!-- <p>hidden</p> -->", "no visible text"),
        ("<html><body><div id=app></div><script>draw()</script></body></html>", "only by script"),
        ("<nav><a href=/>Home</a> <a href=/w>World</a></nav><footer>© 2020 Harbour Post</footer>", "no article was found"),
        ("<h1>Snow closes the mountain road</h1>", "no article was found"),
        (f"<ul class=related-posts><li>{SENTENCE}</li></ul>", "no article was found"),
    ],
)
def test_page_without_an_article_says_what_to_do(html: str, told: str) -> None:
    article = read_page(html)
    assert article.outcome == "not_read"
    assert told in (article.why or "")
    assert "read that" in (article.why or "")


@pytest.mark.parametrize(
    "html",
    [
        f"{HEAD}<p>{SENTENCE}",
        f"{HEAD}<p>{SENTENCE}</div></span></p></p></body>",
        f"{HEAD}<p>{SENTENCE}<p><b><i>",
        f"<html><body>{HEAD}<table><tr><td><p>{SENTENCE}</table>",
        f"{HEAD}<p class='a>{SENTENCE}</p><p class='b'>{SENTENCE}</p>",
        f"{HEAD}<p>{SENTENCE}</p>\x00\x01<p>",
        f"<?xml version='1.0'?>{HEAD}<p>{SENTENCE}</p>",
    ],
)
def test_broken_html_is_read(html: str) -> None:
    assert SENTENCE in " ".join(paragraphs(read_page(html)))


def test_script_style_and_forms_never_enter_the_text() -> None:
    article = read_page(f"{HEAD}<script>steal('people fled')</script><style>p {{}}</style><p>{SENTENCE}</p><iframe src=x>fallback</iframe><svg><text>drawn</text></svg>")
    assert not any(word in article.text for word in ("steal", "p {", "fallback", "drawn"))


def test_entity_bomb_is_not_expanded() -> None:
    entities = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 10))
    article = read_page(f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY e0 "boom">{entities}]><html><body>{HEAD}<p>{SENTENCE} &e9;</p></body></html>')
    assert len(article.text) < 1000


def test_outside_files_are_not_loaded() -> None:
    article = read_page(f'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]><html><body>{HEAD}<p>{SENTENCE} &x;</p></body></html>')
    assert paragraphs(article)[0].startswith(SENTENCE)
    assert "&x" in article.text


HOSTILE = {
    "div in div": "<div>" * 100_000 + "x",
    "div in div with text": f"{HEAD}<p>{SENTENCE}</p>" + "<div>x" * 100_000,
    "bold in bold": f"{HEAD}<p>{SENTENCE}" + "<b>x" * 100_000,
    "list in list": "<ul><li>a" * 50_000,
    "table in table": "<table><tr><td>" * 30_000 + "x",
    "row of cells": "<table><tr>" + "<td>cell</td>" * 30_000,
    "attributes": "<p " + " ".join(f'a{i}="x"' for i in range(200_000)) + f">{SENTENCE}</p>",
    "open tags": '<a "' * 500_000,
    "open scripts": "<script>" * 300_000,
    "open comments": "<!--" * 500_000,
    "line breaks": f"{HEAD}<div>" + "some words<br>" * 100_000,
    "one line": f"{HEAD}<p>" + "word " * 400_000,
}


@pytest.mark.parametrize("html", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_page_gives_an_article_in_bounded_time(html: str) -> None:
    started = time.process_time()
    article = read_page(html)
    assert time.process_time() - started < 60
    assert article.outcome in ("read", "partly_read", "not_read")
    assert (article.why is None) == (article.outcome == "read")


def test_page_nested_too_deep_says_what_was_not_read() -> None:
    article = read_page(HOSTILE["div in div with text"])
    assert article.outcome == "partly_read"
    assert "too deep" in (article.why or "")
    assert SENTENCE in paragraphs(article)


def test_page_of_too_many_pieces_says_so() -> None:
    html = HEAD + "".join(f"<p>{SENTENCE} It was day {i} of the flood.</p>" for i in range(30))
    article = read_page(html, options=DocumentOptions(max_pieces=10))
    assert article.outcome == "partly_read"
    assert "more than 10 pieces" in (article.why or "")
    assert len(paragraphs(article)) == 9


def test_bytes_in_a_wrong_charset_are_read_with_the_loss_told() -> None:
    article = read_page(f'<meta charset="utf-8">{HEAD}<p>{SENTENCE} Café.</p>'.encode("cp1252"))
    assert article.outcome == "partly_read"
    assert "1 characters are not valid UTF-8" in (article.why or "")


def test_pdf_named_as_page_says_what_to_do(tmp_path) -> None:
    (tmp_path / "report.html").write_bytes(b"%PDF-1.7\n%\xe2\xe3")
    (article,) = read_documents([str(tmp_path / "report.html")], options=DocumentOptions())
    assert article.outcome == "not_read"
    assert "a PDF; this version reads no PDF: save its text as .txt" in (article.why or "")


def test_unread_page_keeps_what_came_with_it() -> None:
    article = read_page("", origin=Origin(name="x", url="https://news.example/1", title="Snow", publisher="Harbour Post"))
    assert (article.url, article.title, article.publisher, article.outcome) == ("https://news.example/1", "Snow", "Harbour Post", "not_read")
