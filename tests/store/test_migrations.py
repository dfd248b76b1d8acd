"""Ledgers of every older version are brought up to date, on both databases, and have the same tables as new ones."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, inspect, make_url

from sayso.errors import LedgerError
from sayso.store.address import LedgerAddress, ServerAddress
from sayso.store.filed_tables import METADATA
from sayso.store.ledger import Ledger
from sayso.store.migrations import SCRIPTS, upgrade_tables
from sayso.store.schema import SCHEMA_VERSION
from sayso.store.versions import OLDEST
from tests.store.places import run_sql, written

VERSIONS = range(OLDEST, SCHEMA_VERSION + 1)


@contextmanager
def connected(path: LedgerAddress) -> Iterator[Connection]:
    url = make_url(path.url).set(drivername="postgresql+psycopg") if isinstance(path, ServerAddress) else f"sqlite:///{path}"
    engine = create_engine(url)
    with engine.begin() as connection:
        yield connection
    engine.dispose()


def make_version(path: LedgerAddress, version: int) -> None:
    """A ledger as it was made then, with something in it."""
    with connected(path) as connection:
        upgrade_tables(connection, None, version)
    run_sql(
        path,
        f"INSERT INTO about (key, value) VALUES ('schema', '{version}')",
        "INSERT INTO unread (article_id, why) VALUES ('interview.pdf', 'no text')",
        "INSERT INTO articles (digest, article_id) VALUES ('d', 'a')",
        "INSERT INTO runs (run_id, digest, reader, record) VALUES ('r', 'd', 'reader', 'none')",
        "INSERT INTO current (digest, run_id) VALUES ('d', 'r')",
    )


def tables_of(path: LedgerAddress) -> dict[str, list[tuple[str, str, bool]]]:
    with connected(path) as connection:
        inspector = inspect(connection)
        return {t: sorted((c["name"], str(c["type"]), bool(c["nullable"])) for c in inspector.get_columns(t)) for t in inspector.get_table_names()}


def test_the_newest_step_makes_the_tables_of_this_version() -> None:
    assert ScriptDirectory(str(SCRIPTS)).get_current_head() == str(SCHEMA_VERSION)


@pytest.mark.parametrize("version", VERSIONS)
def test_tables_brought_up_to_date_are_those_of_a_new_ledger(new_place, version):
    old, new = new_place(), new_place()
    make_version(old, version)
    for place in (old, new):
        Ledger.open(place, write=True).close()
        with connected(place) as connection:
            context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
            assert compare_metadata(context, METADATA) == []
    assert tables_of(old) == tables_of(new)
    assert run_sql(old, "SELECT value FROM about WHERE key = 'schema'") == [(str(SCHEMA_VERSION),)]


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("write", [False, True])
def test_an_older_ledger_opens_with_all_that_it_holds(path, make_record, version, write):
    make_version(path, version)
    with Ledger.open(path, write=write) as ledger:
        assert [(u.article_id, u.handling) for u in ledger.unread()] == [("interview.pdf", "public")]
    with Ledger.open(path, write=True) as ledger:
        assert ledger.add(make_record(1)) == "new"
        assert ledger.find_damage() is None
    assert run_sql(path, "SELECT digest, run_id, at FROM counted WHERE at = '' AND run_id = 'r'") == ([("d", "r", "")] if version < 3 else [])


def test_an_upgrade_that_fails_changes_nothing(path):
    make_version(path, 1)
    before = tables_of(path)
    run_sql(path, "CREATE TABLE products (other INTEGER)")
    with pytest.raises(LedgerError, match="already exists"):
        Ledger.open(path, write=True)
    run_sql(path, "DROP TABLE products")
    assert tables_of(path) == before
    Ledger.open(path).close()
    assert "handling" in {name for name, _, _ in tables_of(path)["unread"]}


def test_an_older_file_that_may_not_be_changed_says_what_to_do(tmp_path, monkeypatch):
    path = tmp_path / "ledger.sqlite"
    make_version(path, OLDEST)
    before = path.read_bytes()
    monkeypatch.setattr("sayso.store.sqlite_file.may_write", lambda path: False)
    with pytest.raises(LedgerError, match=r"made by an older Sayso .*; copy it to where you may write"):
        Ledger.open(path)
    assert path.read_bytes() == before


def test_an_older_database_of_another_account_says_what_to_do(postgres_server):
    address = ServerAddress(postgres_server.new_database())
    make_version(address, OLDEST)
    run_sql(address, "CREATE USER looks_alone PASSWORD 'its-own'", "GRANT SELECT ON ALL TABLES IN SCHEMA public TO looks_alone")
    with pytest.raises(LedgerError, match="ask whoever keeps the database"):
        Ledger.open(ServerAddress(postgres_server.address(address.database, user="looks_alone", password="its-own")))


@pytest.mark.parametrize("write", [False, True])
@pytest.mark.parametrize(("version", "told"), [("99", "newer Sayso .*install that version"), ("0", "older Sayso .*read the sources into a new ledger")])
def test_a_ledger_of_a_version_that_is_not_known_is_refused(path, version, told, write):
    Ledger.open(path, write=True).close()
    run_sql(path, f"UPDATE about SET value = '{version}' WHERE key = 'schema'")
    with pytest.raises(LedgerError, match=told):
        Ledger.open(path, write=write)


@pytest.mark.parametrize("write", [False, True])
@pytest.mark.parametrize("columns", ["name TEXT", "key TEXT, value TEXT"])
def test_a_database_of_something_else_is_left_alone(path, columns, write):
    run_sql(path, f"CREATE TABLE about ({columns})", "CREATE TABLE people (name TEXT)")
    before = tables_of(path)
    with pytest.raises(LedgerError, match=r"is no ledger of Sayso; name another (file|database)"):
        Ledger.open(path, write=write)
    assert tables_of(path) == before


def test_alembic_is_loaded_by_those_alone_who_need_it(path):
    code = "import sys; from sayso.store.address import locate_ledger; from sayso.store.ledger import Ledger; Ledger.open(locate_ledger(sys.argv[1]), write=True).close(); sys.exit('alembic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code, written(path)], check=False).returncode == 0
