"""The operator's list of persons: who is kept back or named, whatever the pages say."""

import pytest

from sayso.cli.listed_persons import read_listed_persons
from sayso.errors import InputError
from sayso.model.views import ListedPerson

PAGE = "Families flee Ariha\n\n29 January 2020\n\nShelling killed three people in Ariha on Tuesday, said Karim Haddo, a baker who lives in the town. Shells killed two soldiers in Idlib on Monday, Defence Minister Nour Qabbani said.\n"


def test_rows_are_persons(tmp_path):
    table = tmp_path / "persons.csv"
    table.write_text("name,who\n Karim  Haddo ,Private\nNour Qabbani,public\n", encoding="utf8")
    assert read_listed_persons(table) == (ListedPerson("Karim Haddo", private=True), ListedPerson("Nour Qabbani", private=False))


WRONG = {"name\nx\n": "has no column who", "name,who\nKarim Haddo,perhaps\n": "line 2: who is private or public", "name,who\n?,private\n": "line 2: no name is told"}


@pytest.mark.parametrize(("content", "told"), WRONG.items(), ids=WRONG.values())
def test_what_is_wrong_is_told_with_its_line_and_without_the_name(tmp_path, content, told):
    table = tmp_path / "persons.csv"
    table.write_text(content, encoding="utf8")
    with pytest.raises(InputError, match=told) as problem:
        read_listed_persons(table)
    assert "Haddo" not in str(problem.value)


@pytest.fixture
def published(run, tmp_path, monkeypatch, small_gazetteer_path):
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf8")
    run("read", "page.txt", "--ledger", "my.sqlite", "--publisher", "The Example", "--gazetteer", small_gazetteer_path)

    def publish(rows: str) -> str:
        (tmp_path / "persons.csv").write_text(f"name,who\n{rows}", encoding="utf8")
        monkeypatch.setenv("SAYSO_PERSONS", "persons.csv")
        return run("export", "jsonl", "--ledger", "my.sqlite", "--out", "-").out

    return publish


def test_the_list_overrules_what_was_read(published):
    assert "Haddo" not in published("")
    assert "Haddo" in published("Karim Haddo,public\n")
    assert "Qabbani" in published("")
    assert "Qabbani" not in published("Nour Qabbani,private\n")
