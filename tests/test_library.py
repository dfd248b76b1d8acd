"""`import sayso`: what the command line does, without it."""

import json

import pytest

import sayso
from sayso.errors import GazetteerError, InputError

TEXT = "Two people were killed when shells hit Ariha on Monday, the Syrian Observatory for Human Rights said.\n"


def write_two(path):
    path.write_text("".join(json.dumps({"article_id": name, "text": TEXT}) + "\n" for name in "ab"), encoding="utf8")


def test_a_file_or_its_bytes_become_a_record(tmp_path, small_gazetteer_path):
    path = tmp_path / "page.txt"
    path.write_text(TEXT, encoding="utf8")
    for source in (path, str(path), TEXT.encode()):
        record = sayso.read(source, published="2020-01-28", publisher="The Example", gazetteer=small_gazetteer_path)
        assert (record.outcome, record.publisher, str(record.published.day)) == ("read", "The Example", "2020-01-28")
        assert {c.source.name for c in record.claims if c.source} == {"Syrian Observatory for Human Rights"}


def test_an_open_gazetteer_serves_many_reports(tmp_path, small_gazetteer):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf8")
    write_two(tmp_path / "b.jsonl")
    records = list(sayso.read_many([tmp_path / "a.txt", tmp_path / "b.jsonl", "nowhere"], gazetteer=small_gazetteer))
    assert [r.outcome for r in records] == ["read", "read", "read", "not_read"]
    assert small_gazetteer.find("Ariha"), "it is left open"


def test_a_source_of_several_reports_needs_read_many(tmp_path, small_gazetteer):
    write_two(tmp_path / "b.jsonl")
    with pytest.raises(InputError, match=r"sayso\.read_many"):
        sayso.read(tmp_path / "b.jsonl", gazetteer=small_gazetteer)


def test_a_source_that_cannot_be_read_is_a_record_that_says_why(small_gazetteer):
    record = sayso.read("nowhere.html", gazetteer=small_gazetteer)
    assert record.outcome == "not_read"
    assert "cannot be opened" in (record.why or "")


def test_a_missing_gazetteer_says_how_to_build_it(tmp_path):
    with pytest.raises(GazetteerError, match="sayso gazetteer build"):
        sayso.read(b"Two died.", gazetteer=tmp_path / "none")
