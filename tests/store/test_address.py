"""A ledger is named by a path or an address; no password is ever printed."""

from pathlib import Path

import pytest

from sayso.errors import LedgerError
from sayso.store.address import ServerAddress, hide_password, locate_ledger


@pytest.mark.parametrize("written", ["my.sqlite", "/data/my.sqlite", "a b.sqlite", "folder//my.sqlite", "./x://y", "postgresql", "سجل.sqlite"])
def test_what_is_no_address_is_a_path(written):
    assert locate_ledger(written) == Path(written)


ADDRESSES = {
    "postgresql://ana@db.example.org/desk": "postgresql://ana@db.example.org/desk",
    "postgres://ana:secret@db.example.org:5433/desk": "postgres://ana@db.example.org:5433/desk",
    "postgresql://ana:s%40c%2Fret@[::1]:5433/desk?sslmode=require": "postgresql://ana@[::1]:5433/desk?sslmode=require",
    "postgresql:///desk?host=/run/postgresql&password=secret": "postgresql:///desk?host=/run/postgresql",
    "postgresql:///desk?sslpassword=secret": "postgresql:///desk",
    "postgresql:///a%20desk": "postgresql:///a%20desk",
}


@pytest.mark.parametrize(("written", "shown"), ADDRESSES.items())
def test_an_address_is_shown_without_its_password_and_can_be_typed_again(written, shown):
    address = locate_ledger(written)
    assert isinstance(address, ServerAddress)
    assert address.url == written
    assert str(address) == f"{address}" == shown
    assert "secret" not in repr(address)
    assert hide_password(shown) == shown


@pytest.mark.parametrize("written", ["postgresql:///desk", "postgresql://h/desk?x=1", "postgresql:///desk?host=/tmp"])
def test_the_database_of_an_address(written):
    address = locate_ledger(written)
    assert isinstance(address, ServerAddress)
    assert address.database == "desk"


BAD = (
    "postgresql://", "postgresql://host", "postgresql://host/", "postgresql://ana:se/cret@host/desk", "postgresql://ana:se@cret@host/desk",
    "postgresql://ana:cret:x@host:port/desk", "postgresql://ana@host/desk/secret", "postgresql://ana:secret#1@host/desk", "postgresql://ana:se?cret@host/desk",
    "postgresql://[host/desk",
)  # fmt: skip


@pytest.mark.parametrize("written", BAD)
def test_an_address_that_cannot_be_told_apart_says_how_to_write_one_and_does_not_repeat_it(written):
    with pytest.raises(LedgerError, match=r"write postgresql://USER@HOST/DATABASE, with special characters as in %40") as caught:
        locate_ledger(written)
    assert "cret" not in str(caught.value)


@pytest.mark.parametrize("scheme", ["mysql", "sqlite", "https"])
def test_another_kind_of_address_is_refused(scheme):
    with pytest.raises(LedgerError, match="a file or a database of PostgreSQL"):
        locate_ledger(f"{scheme}://host/desk")
