"""Files, folders, addresses and standard input: each gives articles, and one that fails leaves the others alone."""

import io
import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from sayso.documents import DocumentOptions, Fetched, read_documents
from sayso.errors import InputError
from sayso.model.articles import Article

TEXT = "Hundreds of people have left the town, the council said on Monday."
PAGE = f"<html><body><h1>Snow closes the mountain road</h1><p>{TEXT} The road was closed by snow, and drivers were stuck for a night.</p></body></html>"


def read(*names: str | Path, options: DocumentOptions | None = None, **more: object) -> list[Article]:
    return list(read_documents([str(n) for n in names], options=options or DocumentOptions(), **more))  # type: ignore[arg-type]


def outcomes(articles: Iterable[Article]) -> list[str]:
    return [a.outcome for a in articles]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "two.html").write_text(PAGE)
    (tmp_path / "c.txt").write_text(TEXT)
    (tmp_path / "a.jsonl").write_text('{"article_id": "one", "text": "Two died."}\n')
    (tmp_path / ".hidden.txt").write_text(TEXT)
    return tmp_path


def test_folder_is_read_in_sorted_order_files_before_folders(folder: Path) -> None:
    articles = read(folder)
    assert outcomes(articles) == ["read"] * 3
    assert [a.article_id.partition("-")[0] for a in articles] == ["one", "c", "two"]
    assert articles == read(folder)


def test_file_of_an_unknown_ending_is_listed_in_a_folder_and_tried_when_named(folder: Path) -> None:
    (folder / "note.log").write_text(TEXT)
    listed = next(a for a in read(folder) if a.article_id.endswith("note.log"))
    assert listed.outcome == "not_read"
    assert "name the file itself" in (listed.why or "")
    assert outcomes(read(folder / "note.log")) == ["read"]


def test_file_that_cannot_be_opened_leaves_the_others(folder: Path) -> None:
    (folder / "broken.txt").symlink_to(folder / "nowhere.txt")
    broken, *rest = sorted(read(folder), key=lambda a: a.outcome)
    assert (broken.outcome, outcomes(rest)) == ("not_read", ["read"] * 3)
    assert "broken.txt: cannot be opened" in (broken.why or "")


def test_folder_that_cannot_be_opened_is_listed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scan = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("/b"):
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    *rest, last = read(folder)
    assert outcomes(rest) == ["read", "read"]
    assert (last.outcome, last.why) == ("not_read", f"{folder}/b: the folder cannot be opened (Permission denied); check its permissions")


def test_link_to_a_folder_is_listed_and_not_followed(folder: Path) -> None:
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    (listed,) = (a for a in read(folder) if a.outcome == "not_read")
    assert "a link to a folder is not followed" in (listed.why or "")


def test_pipe_in_a_folder_is_listed(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    (listed,) = (a for a in read(folder) if a.outcome == "not_read")
    assert "not a regular file" in (listed.why or "")


@pytest.mark.parametrize("name", ["missing.txt", "missing.html", "missing"])
def test_missing_file_says_so_and_the_next_is_read(folder: Path, name: str) -> None:
    missing, other = read(folder / name, folder / "c.txt")
    assert (missing.outcome, other.outcome) == ("not_read", "read")
    assert "cannot be opened (No such file or directory); check the path" in (missing.why or "")


def test_empty_folder_says_so(tmp_path: Path) -> None:
    (article,) = read(tmp_path)
    assert (article.outcome, article.why) == ("not_read", f"{tmp_path}: the folder holds no files; name another")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (PAGE.encode(), "Snow closes the mountain road"),
        (b'{"text": "Two died on the road.", "title": "Sent as JSON"}\n', "Sent as JSON"),
        (b'[{"text": "Two died on the road.", "title": "Sent in a list"}]', "Sent in a list"),
        (TEXT.encode(), None),
    ],
)
def test_standard_input_is_told_by_its_first_bytes(data: bytes, expected: str | None) -> None:
    (article,) = read("-", stdin=io.BytesIO(data))
    assert (article.outcome, article.title) == ("read", expected)


def test_standard_input_that_is_closed_says_so() -> None:
    (article,) = read("-")
    assert (article.outcome, article.why) == ("not_read", "standard input is not open here; name a file")


def test_empty_standard_input_is_not_read() -> None:
    assert outcomes(read("-", stdin=io.BytesIO(b""))) == ["not_read"]


def test_address_without_a_fetcher_is_not_read(folder: Path) -> None:
    address, other = read("https://news.example/snow", folder / "c.txt")
    assert (address.outcome, address.url, other.outcome) == ("not_read", "https://news.example/snow", "read")


def test_address_that_fails_leaves_the_others(folder: Path) -> None:
    def fail(url: str) -> Fetched:
        raise InputError(f"{url}: the server answered 404 Not Found; check the address")

    address, other = read("https://news.example/snow", folder / "c.txt", fetch=fail)
    assert (address.outcome, other.outcome) == ("not_read", "read")
    assert "404 Not Found" in (address.why or "")


@pytest.mark.parametrize(
    ("data", "kind", "outcome", "told"),
    [
        (PAGE.encode(), "text/html; charset=utf-8", "read", None),
        (PAGE.encode(), None, "read", None),
        (TEXT.encode(), "text/plain", "read", None),
        (b"%PDF-1.7 \x00", "application/pdf", "not_read", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "image/png", "not_read", "an image"),
    ],
)
def test_what_an_address_gives_is_told_by_type_and_first_bytes(data: bytes, kind: str | None, outcome: str, told: str | None) -> None:
    (article,) = read("http://news.example/a", fetch=lambda url: Fetched(data, kind, "http://news.example/b"))
    assert (article.outcome, article.url) == (outcome, "http://news.example/b")
    assert told is None or told in (article.why or "")


def test_file_of_200_megabytes_is_refused_by_its_size(tmp_path: Path) -> None:
    for name in ("large.txt", "large.html", "large.json", "large"):
        with (tmp_path / name).open("wb") as large:
            large.truncate(200_000_000)
        (article,) = read(tmp_path / name)
        assert article.outcome == "not_read"
        assert "larger than 20 MB; split it or save the article alone" in (article.why or "")


def test_no_more_than_the_bound_is_taken_from_a_stream() -> None:
    class Endless(io.RawIOBase):
        taken = 0

        def read(self, size: int = -1) -> bytes:
            assert size >= 0, "a stream must never be read without a bound"
            self.taken += size
            return b"word " * (size // 5) + b"x" * (size % 5)

    stream = Endless()
    (article,) = read("-", stdin=stream, options=DocumentOptions(max_bytes=50_000))
    assert article.outcome == "not_read"
    assert stream.taken <= 60_000


def test_text_of_a_million_words_is_read_to_the_bound_and_says_where(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("\n\n".join(f"Shelling hit the town of Sandmouth on day {i}." for i in range(111_200)))
    (article,) = read(tmp_path / "long.txt")
    assert article.outcome == "partly_read"
    assert "longer than 20000 paragraphs or lines" in (article.why or "")
    rest = article.set_aside[-1]
    assert (rest.end, rest.reason) == (len(article.text), "beyond the first 20000 paragraphs or lines")
    assert article.text[rest.start :].startswith("Shelling hit the town of Sandmouth on day 20000.")
