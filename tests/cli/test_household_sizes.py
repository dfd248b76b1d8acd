"""The operator's table of household sizes: read whole, or refused with the line and what is wrong."""

import pytest

from sayso.cli.household_sizes import read_household_sizes
from sayso.errors import InputError
from sayso.model.situation import HouseholdSize

HEAD = "country,admin1,people,source\n"


def test_rows_are_sizes(tmp_path):
    table = tmp_path / "sizes.csv"
    table.write_text(f"\ufeff{HEAD}sy,,5.2,Census 2010\nSY,Idlib,6,Survey 2020\n", encoding="utf8")
    assert read_household_sizes(table) == (
        HouseholdSize(country="SY", people=5.2, source="Census 2010"),
        HouseholdSize(country="SY", admin1="Idlib", people=6.0, source="Survey 2020"),
    )


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("country,people\nSY,5\n", "has no column source"),
        ("", "has no column country, people, source"),
        (f"{HEAD}Syria,,5,Census\n", "line 2: country is no code of two letters"),
        (f"{HEAD}SY,,five,Census\n", "line 2: people is no number from 1 to 50: 'five'"),
        (f"{HEAD}SY,,0.2,Census\n", "line 2: people is no number from 1 to 50"),
        (f"{HEAD}SY,,nan,Census\n", "line 2: people is no number from 1 to 50"),
        (f"{HEAD}SY,,5,\n", "line 2: no source is named"),
        (f"{HEAD}SY,,5,Census\nSY,,6,Survey\n", "line 3: SY  has a line before"),
        (f"{HEAD}SY\n", "line 2: people is no number"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path, content, why):
    table = tmp_path / "sizes.csv"
    table.write_text(content)
    with pytest.raises(InputError) as told:
        read_household_sizes(table)
    assert why in str(told.value)


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00country"])
def test_a_file_that_cannot_be_read_is_named(tmp_path, content):
    table = tmp_path / "sizes.csv"
    if content is not None:
        table.write_bytes(content)
    with pytest.raises(InputError, match="SAYSO_HOUSEHOLDS"):
        read_household_sizes(table)
