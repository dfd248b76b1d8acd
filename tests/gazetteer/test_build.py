import pytest

from sayso.gazetteer import Gazetteer, build_gazetteer
from sayso.gazetteer.build import write_gazetteer
from sayso.gazetteer.rows import GazetteerRow, is_kept, plain_name
from sayso.model.places import Place


def row(name: str, number: int) -> GazetteerRow:
    place = Place(place_id=f"geonames:{number}", name=name, kind="town", country="SY", admin1=None, lat=1.0, lon=2.0)
    return GazetteerRow(place, None, (name,))


def test_same_rows_same_bytes(tmp_path):
    paths = [tmp_path / "a.sqlite", tmp_path / "b.sqlite"]
    for path in paths:
        write_gazetteer(path, [row("Dariyat", 1), row("Salwan", 2)])
    assert paths[0].read_bytes() == paths[1].read_bytes()


def test_a_failed_build_leaves_the_old_file_and_no_rest(tmp_path):
    path = tmp_path / "g.sqlite"
    write_gazetteer(path, [row("Dariyat", 1)])
    before = path.read_bytes()
    with pytest.raises(Exception, match="UNIQUE"):
        write_gazetteer(path, [row("Dariyat", 1), row("Salwan", 1)])
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["g.sqlite"]


@pytest.mark.parametrize(("name", "kept"), [("Idleb", True), ("IDL", False), ("yi de li bo", False), ("Ур", False), ("Идлиб", True), ("伊德利卜", False)])
def test_names_worth_keeping(name, kept):
    assert is_kept(name) is kept


def test_scientific_marks_are_left_out_where_transliteration_puts_them():
    assert plain_name("Khān Shaykhūn", "SY") == "Khan Shaykhun"
    assert plain_name("Düsseldorf", "DE") == "Düsseldorf"


@pytest.mark.slow
def test_the_whole_gazetteer(tmp_path):
    told: list[tuple[str, int, int]] = []
    path = tmp_path / "whole.sqlite"
    build_gazetteer(path, lambda *step: told.append(step))
    assert all(done <= total for _, done, total in told)
    assert path.stat().st_size < 150_000_000
    with Gazetteer.open(path) as gazetteer:
        assert gazetteer.place("admin1:SY.08").admin1 == "Rural Damascus"
        assert gazetteer.find("Kafranbel")[0].place.name == "Kafr Nabl"
        assert gazetteer.find("Springfield")[0].place.country == "US"
