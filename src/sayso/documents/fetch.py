"""Pages from the web, one at a time, with limits."""

import http.client
import urllib.error
import urllib.request
from typing import IO, Protocol
from urllib.parse import urlsplit

import msgspec

from sayso.errors import InputError

_AGENT = "Sayso (reads news pages that its user names)"
_SECONDS = 30.0
_MOST_BYTES = 20_000_000


class Fetched(msgspec.Struct, frozen=True):
    """The bytes of a page, its content type, and the address that it came from in the end."""

    data: bytes
    content_type: str | None
    url: str


class Fetch(Protocol):
    """Gets one address."""

    def __call__(self, url: str) -> Fetched:
        """Get an address; raises InputError with a message that says what to do next."""
        ...


class _WebOnly(urllib.request.HTTPRedirectHandler):
    """Follows redirects to http and https only."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: http.client.HTTPMessage, newurl: str
    ) -> urllib.request.Request | None:
        """Refuse a redirect that leaves the web."""
        _check(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _check(url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise InputError(f"{url}: only http and https addresses are fetched")


class WebFetch:
    """Fetches by the standard library: `seconds` for each wait on the network, at most `max_bytes` of a page."""

    def __init__(self, seconds: float = _SECONDS, max_bytes: int = _MOST_BYTES) -> None:
        self._seconds, self._max_bytes = seconds, max_bytes
        self._opener = urllib.request.OpenerDirector()
        for handler in (
            urllib.request.ProxyHandler(), urllib.request.HTTPHandler(), urllib.request.HTTPSHandler(), _WebOnly(),
            urllib.request.HTTPDefaultErrorHandler(), urllib.request.HTTPErrorProcessor(),
        ):  # fmt: skip
            self._opener.add_handler(handler)

    def __call__(self, url: str) -> Fetched:
        """Get one page."""
        _check(url)
        request = urllib.request.Request(url, headers={"User-Agent": _AGENT, "Accept": "text/html,text/plain;q=0.9,*/*;q=0.5"})
        try:
            with self._opener.open(request, timeout=self._seconds) as answer:
                data = answer.read(self._max_bytes + 1)
                kind, address, missing = answer.headers.get("Content-Type"), answer.geturl(), answer.length
        except urllib.error.HTTPError as error:
            answered = f"{url}: the server answered {error.code} {error.reason}"
            raise InputError(f"{answered}; check the address or save the page and read the file") from error
        except (OSError, http.client.HTTPException, ValueError) as error:
            reason = getattr(error, "reason", error)
            raise InputError(f"{url}: cannot be reached ({reason}); check the address, or save the page and read the file") from error
        if len(data) > self._max_bytes:
            raise InputError(f"{url}: larger than {self._max_bytes / 1e6:g} MB; save the part that you need and read the file")
        if missing:
            raise InputError(f"{url}: the connection broke off {missing} bytes before the end; try again later")
        return Fetched(data, kind, address)
