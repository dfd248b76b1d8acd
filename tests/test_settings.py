"""Where things are kept follows the environment."""

from pathlib import Path

import pytest

from sayso.settings import read_settings
from sayso.version import GAZETTEER_FORMAT

FILE = f"gazetteer-{GAZETTEER_FORMAT}.sqlite"
HOME = Path("home")


@pytest.mark.parametrize(
    ("environment", "gazetteer"),
    [
        ({}, HOME / ".cache" / "sayso" / FILE),
        ({"XDG_CACHE_HOME": ""}, HOME / ".cache" / "sayso" / FILE),
        ({"XDG_CACHE_HOME": "cache"}, Path("cache") / "sayso" / FILE),
        ({"XDG_CACHE_HOME": "cache", "SAYSO_HOME": "own"}, Path("own") / FILE),
        ({"SAYSO_HOME": "own", "SAYSO_GAZETTEER": "mine.sqlite"}, Path("mine.sqlite")),
    ],
)
def test_the_gazetteer_is_where_the_environment_says(environment, gazetteer):
    assert read_settings(environment, HOME).gazetteer == gazetteer


def test_the_table_of_household_sizes_is_named_or_unknown():
    assert read_settings({}, HOME).households is None
    assert read_settings({"SAYSO_HOUSEHOLDS": "sizes.csv"}, HOME).households == Path("sizes.csv")


@pytest.mark.parametrize(("environment", "ledger"), [({}, None), ({"SAYSO_LEDGER": ""}, None), ({"SAYSO_LEDGER": "my.sqlite"}, "my.sqlite"), ({"SAYSO_LEDGER": "postgresql://a@b/c"}, "postgresql://a@b/c")])
def test_the_ledger_is_named_or_unknown(environment, ledger):
    assert read_settings(environment, HOME).ledger == ledger
