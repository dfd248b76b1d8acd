"""Places that an operator brings into a gazetteer, and takes out again."""

import shutil
import sqlite3

import pytest

from sayso.errors import GazetteerError
from sayso.gazetteer import Gazetteer
from sayso.gazetteer.foreign import Brought, Refused
from sayso.gazetteer.imports import Source, add_places, list_sources, remove_places

SOURCE = Source("ours", "CC BY 4.0", "towns.csv", "d" * 64)


@pytest.fixture
def path(small_gazetteer_path, tmp_path):
    return shutil.copyfile(small_gazetteer_path, tmp_path / "places.sqlite")


def town(name, lat=35.70, lon=36.60, line=2, **more):
    return Brought(line=line, name=name, lat=lat, lon=lon, **{"country": "SY", **more})


def add(path, *rows, source=SOURCE):
    refused: list[Refused] = []
    return add_places(path, rows, source, refused.append), refused


def contents(path):
    db = sqlite3.connect(path)
    try:
        return {table: db.execute(f"SELECT * FROM {table}").fetchall() for table in ("about", "place", "folded", "skeleton")}
    finally:
        db.close()


def test_a_new_town_is_found_with_its_source_and_licence(path):
    done, refused = add(path, town("Salqarin", other_names=("سلقرين",), admin1="Idlib governorate", population=1200))
    assert (done.added, done.merged, done.refused, refused) == (1, 0, 0, [])
    with Gazetteer.open(path) as gazetteer:
        for spelled in ("Salqarin", "Salkarin", "سلقرين"):
            (found,) = gazetteer.find(spelled)
            assert (found.place.name, found.place.admin1, found.place.source) == ("Salqarin", "Idlib", "ours (CC BY 4.0)")
        assert gazetteer.version.endswith("; with ours dddddddddddd")


@pytest.mark.parametrize(
    "row",
    [
        town("Ariha", 35.82, 36.61, other_names=("Arihah town",)),
        town("Areeha", 35.82, 36.61, other_names=("Arihah town", "Ariha")),
        town("New name", 0.0, 0.0, own_id="geonames:10", other_names=("Arihah town",)),
    ],
    ids=["by its name near by", "by another name near by", "by the source's number"],
)
def test_a_row_that_is_a_known_town_gives_it_names_and_no_second_point(path, row):
    before = Gazetteer.open(path).place("geonames:10")
    done, _ = add(path, row)
    assert (done.added, done.merged) == (0, 1)
    with Gazetteer.open(path) as gazetteer:
        assert [c.place for c in gazetteer.find("Arihah town")] == [before]


def test_a_namesake_far_away_is_a_place_of_its_own(path):
    done, _ = add(path, town("Ariha", 36.6, 38.4))
    assert (done.added, done.merged) == (1, 0)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (town("Dariyat", country="Nowhere"), "no such country: Nowhere"),
        (town("Dariyat", country=None), "no country"),
        (town("伊德利卜"), "a script that is not read"),
        (Refused(2, "x", "short"), "short"),
    ],
)
def test_what_is_refused_is_told(path, row, why):
    _, refused = add(path, town("Salwan", line=1), row)
    assert [why in one.why for one in refused] == [True]


def test_countries_may_be_named(path):
    done, _ = add(path, town("Dariyat", country="Syria"))
    assert done.added == 1


def test_an_import_taken_out_again_leaves_all_as_it_was(path):
    before = contents(path)
    add(path, town("Dariyat", code="SY0705"), town("Ariha", 35.82, 36.61, other_names=("Arihah town",)))
    assert [s.name for s in list_sources(path)] == ["ours"]
    assert contents(path) != before
    gone = remove_places(path, "ours")
    assert (gone.added, gone.merged) == (1, 1)
    assert contents(path) == before
    assert list_sources(path) == []


def test_a_source_whose_places_a_later_one_named_goes_after_it(path):
    add(path, town("Dariyat"))
    add(path, town("Dariyat", other_names=("Daria town",)), source=Source("theirs", "own", "t.csv", "e" * 64))
    with pytest.raises(GazetteerError, match="take it out first: sayso places undo theirs"):
        remove_places(path, "ours")
    remove_places(path, "theirs")
    remove_places(path, "ours")
    assert list_sources(path) == []


def test_the_same_rows_give_the_same_bytes(path, tmp_path):
    other = shutil.copyfile(path, tmp_path / "other.sqlite")
    for one in (path, other):
        add(one, town("Dariyat"), town("Salwan", 35.9, line=3))
    assert path.read_bytes() == other.read_bytes()


def test_an_import_that_fails_half_way_changes_nothing(path, tmp_path):
    before = path.read_bytes()

    def rows():
        yield town("Dariyat")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        add_places(path, rows(), SOURCE, print)
    assert path.read_bytes() == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["places.sqlite"]


def test_an_import_of_nothing_changes_nothing(path):
    before = path.read_bytes()
    with pytest.raises(GazetteerError, match=r"no row of towns\.csv was taken"):
        add(path, Refused(1, "x", "short"))
    assert path.read_bytes() == before


def test_a_source_is_brought_once(path):
    add(path, town("Dariyat"))
    with pytest.raises(GazetteerError, match="sayso places undo ours"):
        add(path, town("Salwan"))


def test_what_was_never_brought_cannot_be_taken_out(path):
    with pytest.raises(GazetteerError, match="there are: none"):
        remove_places(path, "ours")


def test_two_imports_at_once_are_refused(path):
    path.with_name("places.sqlite.lock").touch()
    with pytest.raises(GazetteerError, match="another import"):
        add(path, town("Dariyat"))
