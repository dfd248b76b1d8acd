import sqlite3

import pytest

from sayso.errors import GazetteerError
from sayso.gazetteer import Gazetteer

MAARAT = ["Maarat al-Numan", "Maaret al-Numan", "Ma'arrat an Nu'man", "Maarrat al-Nu‘mān", "MAARAT AL-NUMAN", "Maaret el Nouman", "معرة النعمان"]


@pytest.mark.parametrize("name", MAARAT)
def test_one_town_under_all_its_spellings(small_gazetteer, name):
    assert small_gazetteer.find(name)[0].place.name == "Maarat al-Numan"


@pytest.mark.parametrize(
    ("name", "place_id"),
    [
        ("Turkey", "country:TR"),
        ("Türkiye", "country:TR"),
        ("U.S.", "country:US"),
        ("Netherlands", "country:NL"),
        ("the Netherlands", "country:NL"),
        ("DR Congo", "country:CD"),
        ("M5", "sayso:m5-sy"),
        ("Hazano", "sayso:hazano-sy-idlib"),
        ("سرمدا", "sayso:sarmada-sy-idlib"),
        ("Gaza Strip", "sayso:gaza-strip-ps"),
        ("Bab al-Hawa crossing", "sayso:bab-al-hawa-sy-idlib"),
    ],
)
def test_first_candidate(small_gazetteer, name, place_id):
    assert small_gazetteer.find(name)[0].place.place_id == place_id


def test_candidates_come_with_how_they_matched(small_gazetteer):
    exact, folded, bones = (small_gazetteer.find(n)[0] for n in ("Saraqeb", "saraqéb", "Sarakib"))
    assert (exact.how, exact.likeness) == ("exact", 1.0)
    assert folded.how == "folded"
    assert bones.how == "skeleton"
    assert bones.likeness < folded.likeness


def test_a_town_and_its_province_are_both_candidates(small_gazetteer):
    assert {c.place.kind for c in small_gazetteer.find("Idlib")} == {"admin1", "town"}


@pytest.mark.parametrize("name", ["", "-", "Nowhereville", "xq"])
def test_unknown_names_have_no_candidates(small_gazetteer, name):
    assert small_gazetteer.find(name) == ()


def test_an_article_tells_names_apart_outside_arabic(small_gazetteer):
    assert "Salem" not in {c.place.name for c in small_gazetteer.find("El Salem")}
    assert small_gazetteer.find("Bab")[0].place.name == "Al-Bab"


def test_a_supplement_row_names_the_town_of_the_package_and_keeps_its_point(small_gazetteer):
    place = small_gazetteer.find("Maarat al-Numan")[0].place
    assert place.place_id.startswith("geonames:")
    assert (place.lat, place.lon) == (35.6483, 36.6769)


def test_place_by_id(small_gazetteer):
    assert small_gazetteer.place("country:SY").name == "Syria"
    assert small_gazetteer.place("country:ZZ") is None


def test_no_file(tmp_path):
    with pytest.raises(GazetteerError, match="sayso gazetteer build"):
        Gazetteer.open(tmp_path / "none.sqlite")


@pytest.mark.parametrize("content", [b"no database", b""])
def test_a_broken_file(tmp_path, content):
    path = tmp_path / "broken.sqlite"
    path.write_bytes(content)
    with pytest.raises(GazetteerError, match="no gazetteer, or a broken one"):
        Gazetteer.open(path)


def test_a_file_of_another_format(tmp_path):
    path = tmp_path / "old.sqlite"
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE about (key TEXT, value TEXT)")
        db.execute("INSERT INTO about VALUES ('version', '0 (older)')")
    with pytest.raises(GazetteerError, match="format 0"):
        Gazetteer.open(path)
