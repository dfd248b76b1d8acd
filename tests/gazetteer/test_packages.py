"""Rows that the packages of places give."""

import pytest

from sayso.gazetteer.packages import bare_name, country_rows, town_rows

CITY = {
    "geonameid": 7, "name": "Khān Oslan", "countrycode": "SY", "admin1code": "12", "latitude": 35.123456, "longitude": 36.5,
    "population": 40_000, "alternatenames": ["Oslan", "OSL", "خان اوسلان"],
}  # fmt: skip


def test_a_town_has_a_plain_name_its_id_and_its_division():
    (row,) = town_rows([CITY])
    assert (row.place.place_id, row.place.name, row.place.kind, row.place.lat) == ("geonames:7", "Khan Oslan", "town", 35.12346)
    assert row.admin1_code == "SY.12"
    assert row.names[0] == "Khan Oslan"
    assert {"Oslan", "خان اوسلان"} <= set(row.names)
    assert "OSL" not in row.names


def test_a_town_without_a_division_has_no_code():
    (row,) = town_rows([{**CITY, "admin1code": ""}])
    assert row.admin1_code is None


@pytest.mark.parametrize(
    ("name", "bare"),
    [("Idlib Governorate", "Idlib"), ("Province of Aris", "Aris"), ("The Northern Region", "Northern"), ("Stateline", "Stateline"), ("State of Aris", "Aris")],
)
def test_names_without_the_word_for_their_type(name, bare):
    assert bare_name(name) == bare


def test_countries_have_a_code_a_middle_and_no_adjective_for_a_name():
    rows = {row.place.country: row for row in country_rows()}
    assert rows["SY"].place.place_id == "country:SY"
    assert "Syria" in rows["SY"].names
    assert "Syrian" not in rows["SY"].names
    assert 33 < rows["SY"].place.lat < 37
    assert "AN" not in rows
    assert [code for code, row in rows.items() if row.place.kind != "country"] == []
