"""A server that cannot be used says why and what to do, and no password is told."""

import sys

import pytest

from sayso.errors import LedgerError
from sayso.store.address import ServerAddress
from sayso.store.ledger import Ledger
from tests.postgres_server import PASSWORD, PostgresServer
from tests.store.places import all_bytes, run_sql


@pytest.fixture
def address(postgres_server: PostgresServer) -> ServerAddress:
    return ServerAddress(postgres_server.new_database())


def account(server: PostgresServer, database: ServerAddress, name: str, *rights: str) -> ServerAddress:
    """Another account in the same database, with these rights and no others."""
    held = server.run(database.database, f"SELECT 1 FROM pg_roles WHERE rolname = '{name}'")
    server.run(database.database, *([] if held else [f"CREATE USER {name} PASSWORD 'its-own'"]), *(f"{right} TO {name}" for right in rights))
    return ServerAddress(server.address(database.database, user=name, password="its-own"))


def refused(address: ServerAddress, *, write: bool = True) -> str:
    with pytest.raises(LedgerError) as caught:
        Ledger.open(address, write=write, wait_seconds=2)
    assert PASSWORD not in str(caught.value)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_no_server(tmp_path):
    for url in (f"postgresql://ana:{PASSWORD}@127.0.0.1:9/desk", f"postgresql://ana:{PASSWORD}@/desk?host={tmp_path}"):
        assert "; check its address, and that the server is running." in refused(ServerAddress(url))


def test_a_host_that_nobody_knows():
    assert "check the name of the server" in refused(ServerAddress("postgresql://ana@nowhere.invalid/desk"))


def test_a_wrong_password_and_none(postgres_server):
    for address in (postgres_server.address("postgres", password="wrong"), f"postgresql://tester@/postgres?host={postgres_server.folder}"):
        told = refused(ServerAddress(address))
        assert "check user and password; a password is taken from ~/.pgpass, or from the variable PGPASSWORD" in told
        assert "wrong" not in told


def test_no_such_database(postgres_server):
    assert "make it with: createdb --encoding UTF8 NAME" in refused(ServerAddress(postgres_server.address("nowhere")))


def test_an_unknown_setting_in_the_address(postgres_server):
    assert "check what stands after the ? in its address" in refused(ServerAddress(postgres_server.address("postgres") + "&colour=red"))


def test_an_empty_database_is_no_ledger_to_look_into(address):
    assert f"no ledger in {address} yet; make one with: sayso read INPUT --ledger {address}" in refused(address, write=False)
    assert run_sql(address, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'") == [(0,)]


def test_a_database_without_room_for_all_scripts(postgres_server):
    address = ServerAddress(postgres_server.new_database("ENCODING LATIN1 LOCALE 'C' TEMPLATE template0"))
    assert "createdb --encoding UTF8" in refused(address)


def test_an_account_that_may_not_make_tables(postgres_server, address):
    assert "ask whoever keeps the database to let it make and change tables" in refused(account(postgres_server, address, "guest"))


def test_an_account_that_may_only_look_looks(postgres_server, address, make_record):
    with Ledger.open(address, write=True) as ledger:
        ledger.add(make_record(1))
    reader = account(postgres_server, address, "reader", "GRANT SELECT ON ALL TABLES IN SCHEMA public")
    with Ledger.open(reader) as ledger:
        assert list(ledger.records()) == [make_record(1)]
    with Ledger.open(reader, write=True) as ledger, pytest.raises(LedgerError, match=r"permission denied .*ask whoever keeps"):
        ledger.add(make_record(2))


def test_an_account_that_may_not_write_the_tables_anew_says_so(postgres_server, address, make_record):
    with Ledger.open(address, write=True) as ledger:
        ledger.add(make_record(1))
    rights = ("GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public", "GRANT USAGE ON ALL SEQUENCES IN SCHEMA public")
    writer = account(postgres_server, address, "writer", *rights)
    with Ledger.open(writer, write=True) as ledger:
        assert ledger.add(make_record(2)) == "new"
        assert "let the owner of its tables run: VACUUM FULL" in (ledger.forget_articles({f"{1:064d}"}, "2026-01-05", "withdrawn").left or "")


def test_what_was_deleted_is_told_to_be_left_where_somebody_is_reading(address, make_record):
    with Ledger.open(address, write=True) as ledger:
        for number in range(3):
            ledger.add(make_record(number))
    with Ledger.open(address) as looking, Ledger.open(address, write=True, wait_seconds=0.1) as writing:
        seen = looking.records()
        next(seen)
        assert "wait until it has finished" in (writing.forget_articles({f"{1:064d}"}, "2026-01-05", "withdrawn").left or "")
        assert len(list(seen)) == 2


def test_rows_that_belong_to_no_article_are_found(address, make_record):
    with Ledger.open(address, write=True) as ledger:
        ledger.add(make_record(1))
    run_sql(address, "SET session_replication_role = replica", "DELETE FROM articles")
    with Ledger.open(address) as ledger:
        assert ledger.find_damage() == "rows that belong to no article"


def test_a_server_that_goes_while_it_is_written_to_says_so(address, make_record):
    with Ledger.open(address, write=True) as ledger:
        ledger.add(make_record(1))
        run_sql(address, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'sayso' AND datname = current_database()")
        with pytest.raises(LedgerError, match="what was kept before is whole"):
            ledger.add(make_record(2))
        assert ledger.add(make_record(2)) == "new"


def test_names_are_sorted_by_their_characters_whatever_the_language_of_the_database(postgres_server, make_record):
    address = ServerAddress(postgres_server.new_database("LOCALE_PROVIDER icu ICU_LOCALE 'en-US' TEMPLATE template0"))
    names = ["b", "B", "a", "Z", "ä"]
    with Ledger.open(address, write=True) as ledger:
        for number, name in enumerate(names):
            ledger.add(make_record(number, article_id=name, outcome="not_read", why="broken"))
        assert [u.article_id for u in ledger.unread()] == sorted(names)


def test_every_column_of_words_is_sorted_by_its_characters(address):
    Ledger.open(address, write=True).close()
    words = "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public' AND data_type LIKE 'char%' AND collation_name IS DISTINCT FROM 'C'"
    assert run_sql(address, words) == []


def test_where_the_package_is_missing_it_says_how_to_get_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "psycopg", None)
    assert "python -m pip install 'sayso[postgresql]'" in refused(ServerAddress("postgresql://ana@host/desk"))


def test_the_bytes_of_the_tests_are_where_they_are_looked_for(address, make_record):
    with Ledger.open(address, write=True) as ledger:
        ledger.add(make_record(1))
    assert b"village" in all_bytes(address)
