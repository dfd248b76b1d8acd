"""Where a ledger is kept: in a file, or in a database of a PostgreSQL server."""

import re
from pathlib import Path
from typing import TypeAlias
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

import msgspec

from sayso.errors import LedgerError

FORM = "postgresql://USER@HOST/DATABASE"


class ServerAddress(msgspec.Struct, frozen=True):
    """A database of a PostgreSQL server; `url` may hold a password, `str()` of it never does."""

    url: str

    @property
    def database(self) -> str:
        """The name of the database."""
        return unquote(urlsplit(self.url).path.removeprefix("/"))

    def __str__(self) -> str:
        return hide_password(self.url)

    def __repr__(self) -> str:
        return f"ServerAddress({hide_password(self.url)!r})"


LedgerAddress: TypeAlias = Path | ServerAddress


def locate_ledger(written: str) -> LedgerAddress:
    """What a user names as a ledger: the path of a file, or the address of a database; LedgerError where it is neither.

    >>> locate_ledger("my.sqlite").name, str(locate_ledger("postgresql://ana:secret@db.example.org/desk"))
    ('my.sqlite', 'postgresql://ana@db.example.org/desk')
    """
    scheme, mark, _ = written.partition("://")
    if not mark or "/" in scheme:
        return Path(written)
    if scheme not in ("postgresql", "postgres"):
        raise LedgerError(f"A ledger is a file or a database of PostgreSQL ({FORM}), not {scheme}://; name one of these.")
    if not _is_sound(written):
        raise LedgerError(
            f"That is no address of a database; write {FORM}, with special characters as in %40, and keep the password in ~/.pgpass."
        )
    return ServerAddress(written)


def _is_sound(url: str) -> bool:
    """Whether host, port and database can be told apart; a password with a bare / or @ would end up in the wrong one."""
    try:
        parts = urlsplit(url)
        port_is_number = parts.port is None or parts.port > 0
    except ValueError:
        return False
    return port_is_number and parts.netloc.count("@") <= 1 and re.fullmatch(r"/[^/@:]+", parts.path) is not None and not parts.fragment


def hide_password(url: str) -> str:
    """The address without any password in it, as it may be printed and typed again.

    >>> hide_password("postgresql://ana:a:b@host:5433/desk?password=x&sslmode=require")
    'postgresql://ana@host:5433/desk?sslmode=require'
    """
    parts = urlsplit(url)
    user, at, host = parts.netloc.rpartition("@")
    query = [(key, value) for key, value in parse_qsl(parts.query, keep_blank_values=True) if "password" not in key.lower()]
    shown = parts._replace(netloc=user.partition(":")[0] + at + host, query=urlencode(query, safe="/"))
    return f"{parts.scheme}://{shown.netloc}{shown.path}" + (f"?{shown.query}" if query else "")
