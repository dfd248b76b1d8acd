"""JSON Lines: one record, one article, whatever the lines around it hold."""

import io
import json

import pytest

from sayso.documents import DocumentOptions, read_jsonl
from sayso.documents.jsonl import read_json
from sayso.model.articles import Article

GOOD = '{"article_id": "good", "text": "Two people died, officials said."}'


def read(*lines: str | bytes, options: DocumentOptions | None = None) -> list[Article]:
    data = b"\n".join(line.encode() if isinstance(line, str) else line for line in lines)
    return list(read_jsonl(io.BytesIO(data), name="day.jsonl", options=options))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('{"text": "Two died.', "line 2: broken JSON"),
        ("no json at all", "line 2: broken JSON"),
        ('["a list"]', "line 2: a JSON list, not an object"),
        ("17", "line 2: a JSON int, not an object"),
        ('{"article_id": "x"}', "line 2: the record has neither text nor html"),
        ('{"text": null}', "line 2: the record has neither text nor html"),
        ('{"text": ""}', "line 2: the record has a text that is empty"),
        ('{"text": "  "}', "line 2: the record has a text that is empty"),
        ('{"text": 7}', "line 2: the record has a text that is empty or no string"),
        ('{"html": ""}', "line 2: the record has a text that is empty"),
        ('{"text": "Two died \\ud83d there."}', "line 2: broken JSON"),
        ("[" * 200_000, "line 2: broken JSON"),
        ("\xff\xfe".encode("latin-1") + b"{}", "line 2: the file is in UTF-16"),
    ],
)
def test_bad_line_gives_an_article_that_says_why_and_the_others_go_on(line: str | bytes, told: str) -> None:
    before, bad, after = read(GOOD, line, GOOD)
    assert (before.outcome, after.outcome) == ("read", "read")
    assert bad.outcome == "not_read"
    assert told in (bad.why or "")


def test_fields_of_the_record_are_kept() -> None:
    record = {"article_id": 7, "text": " Two died.\r\n", "published": "2020-01-28T10:00:00Z", "publisher": "Harbour Post", "title": "Flood", "url": "https://news.example/1"}
    (article,) = read(json.dumps(record))
    assert (article.article_id, article.text, article.publisher, article.title, article.url) == ("7", " Two died.\r\n", "Harbour Post", "Flood", "https://news.example/1")
    assert (article.published.basis, str(article.published.day)) == ("given", "2020-01-28")


@pytest.mark.parametrize("published", ["soon", "2020-13-45", 2020, ["2020-01-28"], "28/01/2020"])
def test_day_that_is_none_is_left_out_and_told(published: object) -> None:
    (article,) = read(json.dumps({"text": "Two people died, officials said.", "published": published}))
    assert (article.outcome, article.published.basis) == ("read", "unknown")
    assert "is no date like 2020-01-28" in (article.published.why or "")


def test_html_is_read_as_a_page() -> None:
    html = "<h1>Snow closes the mountain road</h1><p>Hundreds of people have left the harbour town, the council said on Monday.</p><footer>© 2020 Harbour Post</footer>"
    (article,) = read(json.dumps({"article_id": "p", "html": html}))
    assert [b.kind for b in article.blocks] == ["title", "paragraph", "licence"]


def test_records_of_one_id_are_two_articles() -> None:
    one, other = read(GOOD, GOOD.replace("Two", "Ten"))
    assert (one.article_id, other.article_id) == ("good", "good")
    assert one.digest != other.digest


def test_blank_lines_and_byte_order_mark_are_passed_over() -> None:
    assert [a.outcome for a in read(b"\xef\xbb\xbf" + GOOD.encode(), "", "  ", GOOD)] == ["read", "read"]


def test_file_without_a_record_says_so() -> None:
    (article,) = read("", " ")
    assert (article.outcome, article.why) == ("not_read", "day.jsonl holds no record; each line is to be one JSON object")


def test_line_beyond_the_bound_is_skipped_and_the_next_is_read() -> None:
    long = json.dumps({"text": "word " * 500})
    bad, good = read(long, GOOD, options=DocumentOptions(max_bytes=400))
    assert (bad.outcome, good.outcome) == ("not_read", "read")
    assert "longer than 0.0004 MB; split the record" in (bad.why or "")


def test_broken_characters_in_a_line_are_told() -> None:
    (article,) = read(b'{"text": "Two people died in the caf\xe9, officials said."}')
    assert article.outcome == "partly_read"
    assert "U+FFFD" in (article.why or "")


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        (GOOD, ["read"]),
        (f"[{GOOD}, 3, {GOOD}]", ["read", "not_read", "read"]),
        ("[]", ["not_read"]),
        ("[{", ["not_read"]),
        ('"words"', ["not_read"]),
    ],
)
def test_one_object_or_a_list(text: str, outcomes: list[str]) -> None:
    assert [a.outcome for a in read_json(text)] == outcomes
