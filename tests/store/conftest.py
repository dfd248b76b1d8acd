"""The same tests on both databases: a place for a ledger is a file that is not there yet, or an empty database."""

from collections.abc import Callable

import pytest

from sayso.store.address import LedgerAddress, ServerAddress
from tests.postgres_server import PostgresServer

NewPlace = Callable[[], LedgerAddress]


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def new_place(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> NewPlace:
    """Another place at every call."""
    if request.param == "sqlite":
        return lambda: tmp_path_factory.mktemp("ledger") / "ledger.sqlite"
    server: PostgresServer = request.getfixturevalue("postgres_server")
    return lambda: ServerAddress(server.new_database())


@pytest.fixture
def path(new_place: NewPlace) -> LedgerAddress:
    return new_place()
