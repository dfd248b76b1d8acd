"""The gazetteer is built where there is none, and nowhere else."""

import shutil

import pytest


@pytest.fixture
def quick_build(monkeypatch, small_gazetteer_path):
    built = []

    def build(path, progress=None):
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(small_gazetteer_path, path)
        built.append(path)

    monkeypatch.setattr("sayso.gazetteer.build_gazetteer", build)
    return built


def test_the_path_follows_the_settings(run, monkeypatch, tmp_path):
    assert run("gazetteer", "path").out.startswith(str(tmp_path / "cache" / "sayso" / "gazetteer-"))
    monkeypatch.setenv("SAYSO_GAZETTEER", "mine.sqlite")
    assert run("gazetteer", "path").out == "mine.sqlite\n"


def test_the_first_reading_builds_it_and_says_so_and_the_second_does_not(run, quick_build, pages):
    first, second = run("read", pages), run("read", pages)
    assert len(quick_build) == 1
    assert first.err == "sayso: building the gazetteer from the installed packages: once, about half a minute\n"
    assert (second.err, second.out) == ("", first.out)


def test_a_file_that_is_no_gazetteer_is_not_overwritten(run, quick_build, pages, monkeypatch, tmp_path):
    (tmp_path / "notes.txt").write_text("my notes")
    monkeypatch.setenv("SAYSO_GAZETTEER", "notes.txt")
    outcome = run("read", pages)
    assert outcome.status == 2
    assert "notes.txt is no gazetteer" in outcome.err
    assert (tmp_path / "notes.txt").read_text() == "my notes"
    assert quick_build == []


def test_build_writes_where_it_is_asked_to(run, quick_build, tmp_path):
    outcome = run("gazetteer", "build", "--out", "places.sqlite")
    assert outcome.status == 0
    assert outcome.out.startswith("places.sqlite: gazetteer 1 ")
    assert (tmp_path / "places.sqlite").exists()


def test_a_place_that_cannot_be_written_is_told(run, tmp_path):
    (tmp_path / "file").touch()
    outcome = run("gazetteer", "build", "--out", "file/places.sqlite")
    assert outcome.status == 2
    assert "the gazetteer cannot be written to file/places.sqlite" in outcome.err


@pytest.mark.slow
def test_the_real_one_is_built_from_the_installed_packages(run):
    outcome = run("gazetteer", "build")
    assert (outcome.status, outcome.err) == (0, "")
    assert run("doctor").status == 0


def test_building_anew_keeps_the_places_that_were_brought(run, quick_build, tmp_path):
    (tmp_path / "towns.csv").write_text("name,lat,lon,country\nSalqarin,35.70,36.60,SY\n")
    assert run("gazetteer", "build").status == 0
    assert run("places", "import", "towns.csv", "--name", "ours", "--licence", "CC0").status == 0
    again = run("gazetteer", "build")
    assert (again.status, again.err) == (0, "sayso: carried over: ours\n")
    assert "; with ours " in again.out
    assert "Salqarin" in run("places", "find", "Salqarin").out


def test_building_anew_over_a_file_that_is_no_gazetteer_says_that_nothing_was_kept(run, quick_build, tmp_path):
    (tmp_path / "old.sqlite").write_text("not a gazetteer")
    outcome = run("gazetteer", "build", "--out", "old.sqlite")
    assert outcome.status == 0
    assert "nothing was carried over" in outcome.err
