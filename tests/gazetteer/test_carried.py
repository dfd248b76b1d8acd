"""What operators brought into a gazetteer outlives its being built anew."""

import shutil
import sqlite3

import pytest

from sayso.errors import GazetteerError
from sayso.gazetteer import Gazetteer
from sayso.gazetteer.carried import carry_sources
from sayso.gazetteer.foreign import Brought
from sayso.gazetteer.imports import Source, add_places, list_sources, remove_places

OURS = Source("ours", "CC BY 4.0", "towns.csv", "d" * 64)
THEIRS = Source("theirs", "ODbL", "more.csv", "e" * 64)
TOWN = Brought(line=2, name="Salqarin", lat=35.70, lon=36.60, country="SY", code="SY0701", other_names=("سلقرين",))
NAMES = Brought(line=3, name="Arihah town", lat=35.82, lon=36.61, country="SY", own_id="geonames:10")


@pytest.fixture
def files(small_gazetteer_path, tmp_path):
    return [shutil.copyfile(small_gazetteer_path, tmp_path / name) for name in ("old.sqlite", "new.sqlite")]


def contents(path):
    db = sqlite3.connect(path)
    try:
        return {t: sorted(db.execute(f"SELECT * FROM {t}").fetchall(), key=str) for t in ("about", "place", "folded", "skeleton")}
    finally:
        db.close()


def test_places_names_codes_and_sources_are_the_same_in_the_new_file(files):
    old, new = files
    before = contents(new)
    add_places(old, [TOWN, NAMES], OURS, print)
    add_places(old, [Brought(line=2, name="Salqarine", lat=35.70, lon=36.60, country="SY")], THEIRS, print)
    sources, lost = carry_sources(old, new)
    assert ([s.name for s in sources], lost) == (["ours", "theirs"], 0)
    assert contents(new) == contents(old)
    assert list_sources(new) == list_sources(old)
    with Gazetteer.open(new) as gazetteer:
        assert [c.place.name for c in gazetteer.find("سلقرين")] == ["Salqarin"]
        assert [c.place.place_id for c in gazetteer.find("Arihah town")] == ["geonames:10"]
    remove_places(new, "theirs")
    remove_places(new, "ours")
    assert contents(new) == before


def test_a_name_of_a_place_that_is_gone_is_counted(files):
    old, new = files
    add_places(old, [NAMES], OURS, print)
    db = sqlite3.connect(new)
    db.execute("DELETE FROM place WHERE place_id = 'geonames:10'")
    db.commit()
    db.close()
    sources, lost = carry_sources(old, new)
    assert [s.name for s in sources] == ["ours"]
    assert lost > 0


def test_a_file_without_places_of_an_operator_changes_nothing(files):
    old, new = files
    before = new.read_bytes()
    assert carry_sources(old, new) == ([], 0)
    assert new.read_bytes() == before


def test_a_file_of_another_kind_is_refused(files, tmp_path):
    (tmp_path / "notes.txt").write_text("my notes")
    with pytest.raises(GazetteerError, match="no gazetteer"):
        carry_sources(tmp_path / "notes.txt", files[1])
