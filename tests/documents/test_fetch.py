"""Pages fetched from a real server on this machine: what goes wrong is said, and nothing but the web is followed."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from sayso.documents import DocumentOptions, WebFetch, read_documents
from sayso.errors import InputError

TEXT = "Hundreds of people have left the harbour town, the council said on Monday, and the road is still closed by snow."
PAGE = f"<html><body><h1>Snow closes the mountain road</h1><p>{TEXT}</p></body></html>".encode()


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        answers = {
            "/page": (200, {"Content-Type": "text/html; charset=utf-8"}, PAGE),
            "/pdf": (200, {"Content-Type": "application/pdf"}, b"%PDF-1.7\n\x00"),
            "/large": (200, {"Content-Type": "text/html"}, PAGE * 50),
            "/cut": (200, {"Content-Type": "text/html", "Content-Length": "5000"}, PAGE),
            "/moved": (301, {"Location": "/page"}, b""),
            "/file": (302, {"Location": "file:///etc/hostname"}, b""),
            "/ftp": (302, {"Location": "ftp://127.0.0.1/x"}, b""),
            "/loop": (302, {"Location": "/loop"}, b""),
            "/broken": (500, {}, b""),
        }
        status, headers, body = answers.get(self.path, (404, {}, b""))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def fetch(monkeypatch: pytest.MonkeyPatch) -> WebFetch:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    return WebFetch(seconds=5, max_bytes=5000)


@pytest.mark.parametrize("path", ["/page", "/moved"])
def test_page_is_read_under_the_address_that_it_came_from(site: str, fetch: WebFetch, path: str) -> None:
    (article,) = read_documents([site + path], options=DocumentOptions(), fetch=fetch)
    assert (article.outcome, article.url, article.title) == ("read", f"{site}/page", "Snow closes the mountain road")


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/nowhere", "the server answered 404"),
        ("/broken", "the server answered 500"),
        ("/file", "is not allowed"),
        ("/ftp", "only http and https addresses are fetched"),
        ("/loop", "the server answered 302"),
        ("/large", "larger than 0.005 MB"),
        ("/pdf", "this is a PDF"),
        ("/cut", "the connection broke off"),
    ],
)
def test_address_that_gives_no_page_says_why_and_the_next_is_read(site: str, fetch: WebFetch, path: str, told: str) -> None:
    bad, good = read_documents([site + path, site + "/page"], options=DocumentOptions(), fetch=fetch)
    assert (bad.outcome, good.outcome) == ("not_read", "read")
    assert told in (bad.why or "")


def test_server_that_is_not_there_says_so(fetch: WebFetch) -> None:
    with pytest.raises(InputError, match=r"cannot be reached .*; check the address, or save the page and read the file"):
        fetch("http://127.0.0.1:9/page")


@pytest.mark.parametrize("url", ["file:///etc/hostname", "ftp://127.0.0.1/", "http://", "//127.0.0.1/page"])
def test_other_addresses_are_refused(fetch: WebFetch, url: str) -> None:
    with pytest.raises(InputError, match="only http and https"):
        fetch(url)
