"""An encrypted file says nothing to those who lack its key, and holds what any ledger holds."""

import sys
from pathlib import Path

import pytest

from sayso.errors import LedgerError
from sayso.store.ledger import Ledger

KEY = "a key with 'quotes' and spaces"


@pytest.fixture
def sealed(tmp_path: Path, make_record) -> Path:
    path = tmp_path / "ledger.sqlite"
    with Ledger.open(path, write=True, key=KEY) as ledger:
        for number in range(3):
            ledger.add(make_record(number))
    return path


def test_what_is_kept_comes_back_and_no_word_of_it_lies_on_the_disk(sealed, make_record):
    stored = b"".join(p.read_bytes() for p in sealed.parent.iterdir())
    assert b"village" not in stored
    assert b"SQLite" not in stored
    assert KEY.encode() not in stored
    with Ledger.open(sealed, key=KEY) as ledger:
        assert list(ledger.records()) == [make_record(n) for n in range(3)]
        assert ledger.find_damage() is None


def test_what_lies_beside_the_file_while_it_is_written_is_encrypted_too(sealed, make_record):
    with Ledger.open(sealed, write=True, key=KEY) as ledger:
        ledger.add(make_record(5))
        beside = {p.name: p.read_bytes() for p in sealed.parent.iterdir()}
    assert f"{sealed.name}-wal" in beside
    assert not any(b"village" in stored for stored in beside.values())


@pytest.mark.parametrize("key", [None, "another key"])
@pytest.mark.parametrize("write", [False, True])
def test_without_its_key_it_says_what_to_do_and_is_left_alone(sealed, capfd, key, write):
    before = sealed.read_bytes()
    with pytest.raises(LedgerError, match="or it is encrypted: give its key in SAYSO_LEDGER_KEY") as caught:
        Ledger.open(sealed, write=write, key=key)
    assert sealed.read_bytes() == before
    assert "another key" not in str(caught.value)
    assert capfd.readouterr() == ("", "")


def test_a_file_that_is_not_encrypted_is_not_used_as_if_it_were(tmp_path):
    path = tmp_path / "plain.sqlite"
    Ledger.open(path, write=True).close()
    with pytest.raises(LedgerError, match="is not encrypted, but a key is given; leave out SAYSO_LEDGER_KEY"):
        Ledger.open(path, key=KEY)


def test_what_was_forgotten_is_gone(sealed):
    with Ledger.open(sealed, write=True, key=KEY) as ledger:
        assert ledger.forget_articles({f"{1:064d}"}, "2026-01-05", "withdrawn").left is None
        assert [int(r.digest) for r in ledger.records()] == [0, 2]


def test_where_the_package_is_missing_it_says_how_to_get_it(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "sqlcipher3", None)
    with pytest.raises(LedgerError, match=r"python -m pip install 'sayso\[encryption\]'"):
        Ledger.open(tmp_path / "ledger.sqlite", write=True, key=KEY)
