"""The commands around places, as an operator types them."""

import json
import shutil

import pytest

TOWNS = "Town,Y,X\nSalqarin,36.03,36.45\nSahlat,95,36.5\nQadmunis,35.1,36.2\nQadmunis,35.1,36.2\n"
COLUMNS = ("--columns", "name=Town,lat=Y,lon=X", "--country", "SY")


@pytest.fixture
def gazetteer(small_gazetteer_path, tmp_path):
    return str(shutil.copyfile(small_gazetteer_path, tmp_path / "places.sqlite"))


@pytest.fixture
def towns(tmp_path):
    path = tmp_path / "towns.csv"
    path.write_text(TOWNS, encoding="utf8")
    return str(path)


def test_places_are_imported_found_listed_and_taken_out_again(run, gazetteer, towns, tmp_path):
    report = tmp_path / "refused.jsonl"
    came = run("places", "import", towns, "--name", "ours", "--licence", "own", *COLUMNS, "--report", str(report), "--gazetteer", gazetteer)
    assert came.status == 0
    assert "towns.csv (csv): 2 places added, 0 known and given their names, 1 rows not taken, 1 that repeat another" in came.out
    assert came.err == "sayso: line 3: not taken: coordinates out of range: 95, 36.5 (Sahlat)\n"
    assert [json.loads(line)["line"] for line in report.read_text(encoding="utf8").splitlines()] == [3, 5]
    (found,) = map(json.loads, run("places", "find", "Salkarin", "--in", "Idlib", "--gazetteer", gazetteer).out.splitlines())
    assert (found["name"], found["source"], found["taken"]) == ("Salqarin", "ours (own)", True)
    (source,) = map(json.loads, run("places", "sources", "--gazetteer", gazetteer).out.splitlines())
    assert (source["name"], source["licence"], source["added"]) == ("ours", "own", 2)
    assert run("places", "undo", "ours", "--gazetteer", gazetteer).status == 0
    assert "nothing was brought" in run("places", "sources", "--gazetteer", gazetteer).err


def test_a_name_is_explained(run, gazetteer):
    shown = run("places", "find", "Salem", "--in", "Oregon", "--format", "table", "--gazetteer", gazetteer)
    assert "Salem (geonames:12) is taken:" in shown.out
    assert "Tamil Nadu, IN" in shown.out
    assert max(map(len, shown.out.splitlines()[:-1])) <= 80


def test_a_name_that_nothing_holds_says_what_to_do(run, gazetteer):
    shown = run("places", "find", "Oslangrad", "--gazetteer", gazetteer)
    assert (shown.status, shown.out) == (0, "")
    assert "no place of this name in the gazetteer; bring places of your own: sayso places import" in shown.err


@pytest.mark.parametrize("columns", ["name", "name=", "=Town"])
def test_columns_that_are_not_understood(run, gazetteer, towns, columns):
    wrong = run("places", "import", towns, "--name", "ours", "--licence", "own", "--columns", columns, "--gazetteer", gazetteer)
    assert wrong.status == 2
    assert "write it as in --columns name=Town,lat=Y,lon=X" in wrong.err or "no such content" in wrong.err


def test_rows_are_told_where_none_is_taken(run, gazetteer, tmp_path):
    path = tmp_path / "wrong.csv"
    path.write_text("name,lat,lon\nSahlat,95,36\n", encoding="utf8")
    wrong = run("places", "import", str(path), "--name", "ours", "--licence", "own", "--country", "SY", "--gazetteer", gazetteer)
    assert wrong.status == 2
    assert "line 2: not taken: coordinates out of range: 95, 36 (Sahlat)" in wrong.err
    assert "no row of wrong.csv was taken; nothing is changed" in wrong.err


def test_a_name_that_only_a_place_beside_it_settles_says_so(run, gazetteer):
    alone = run("places", "find", "Sarakib", "--format", "table", "--gazetteer", gazetteer)
    assert "no place is taken" in alone.out
    assert "name one: --in PLACE" in alone.err
    assert "is taken" in run("places", "find", "Sarakib", "--in", "Idlib", "--format", "table", "--gazetteer", gazetteer).out
