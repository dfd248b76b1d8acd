"""`sayso forget`: first what would be done, then done for good, in the ledger, its copies and the pages."""

import json
import shutil

import pytest

WITNESS = "Families flee Ariha\n\n29 January 2020\n\nShelling killed three people in Ariha on Tuesday, said Karim Haddo, a baker who lives in the town. “Warplanes bombed the market of Ariha,” Haddo said.\n"
OTHER = "Shelling in Saraqeb\n\n29 January 2020\n\nShelling killed two people in Saraqeb on Tuesday, the White Helmets said.\n"


@pytest.fixture
def filled(run, tmp_path, small_gazetteer_path):
    """Reads two kept pages into a ledger as often as it is called."""
    (tmp_path / "pages").mkdir()
    for name, text in (("witness.txt", WITNESS), ("other.txt", OTHER)):
        (tmp_path / "pages" / name).write_text(text, encoding="utf8")

    def read():
        return run("read", "pages", "--ledger", "my.sqlite", "--publisher", "The Example", "--gazetteer", small_gazetteer_path, "--format", "table")

    read()
    run("report", "--ledger", "my.sqlite", "--out", "report.html")
    return read


def forget(run, *more):
    return run("forget", "--person", "Karim Haddo", "--ledger", "my.sqlite", "--why", "asked", *more)


def test_without_yes_nothing_is_changed(run, filled, tmp_path):
    before = (tmp_path / "my.sqlite").read_bytes()
    outcome = forget(run, "--pages", "pages")
    assert outcome.status == 0
    assert "nothing is changed yet; add --yes to do it" in outcome.err
    assert "articles to be struck: 1; to be removed: 0" in outcome.out
    assert "report.html (public, " in outcome.out
    assert "pages/witness.txt: to be deleted" in outcome.out
    assert (tmp_path / "my.sqlite").read_bytes() == before
    assert "haddo" not in (outcome.out + outcome.err).lower()


def test_a_person_is_gone_everywhere_and_stays_out(run, filled, tmp_path, small_gazetteer_path):
    shutil.copy("my.sqlite", "copy.sqlite")
    outcome = forget(run, "--backup", "copy.sqlite", "--pages", "pages", "--yes")
    assert outcome.status == 0
    assert sorted(p.name for p in (tmp_path / "pages").iterdir()) == ["other.txt"]
    for name in ("my.sqlite", "copy.sqlite"):
        assert b"haddo" not in (tmp_path / name).read_bytes().lower()
    (tmp_path / "pages" / "witness.txt").write_text(WITNESS, encoding="utf8")
    filled()
    assert b"haddo" not in (tmp_path / "my.sqlite").read_bytes().lower()
    assert "█" * len("Karim Haddo") in run("export", "jsonl", "--audience", "internal", "--ledger", "my.sqlite", "--out", "-").out


def test_an_article_is_removed_and_not_read_in_again(run, filled):
    (article,) = {row["article_id"] for row in run("claims", "--ledger", "my.sqlite").rows if row["article_id"].startswith("witness")}
    outcome = run("forget", "--article", article, "--ledger", "my.sqlite", "--why", "withdrawn", "--yes")
    assert "articles struck: 0; removed: 1" in outcome.out
    assert "it was to be forgotten and is not kept again" in filled().err
    assert "Haddo" not in run("claims", "--ledger", "my.sqlite").out


WRONG = {
    ("--why", "x"): "name whom or what to forget",
    ("--person", "Karim Haddo", "--why", "Haddo asked"): "--why names the person",
    ("--person", "a", "--why", "x"): "that is no name that a person may be found by",
    ("--person", "Syrian", "--why", "x"): "that is no name that a person may be found by",
    ("--article", "nothing-like-it", "--why", "x"): "No article nothing-like-it",
}


@pytest.mark.parametrize(("asked", "told"), WRONG.items(), ids=map(" ".join, WRONG))
def test_what_cannot_be_done_is_told(run, filled, asked, told):
    outcome = run("forget", *asked, "--ledger", "my.sqlite")
    assert (outcome.status, outcome.out) == (2, "")
    assert told in outcome.err


def test_a_copy_that_cannot_be_used_does_not_keep_the_rest_from_being_done(run, filled, tmp_path):
    (tmp_path / "broken.sqlite").write_bytes(b"no ledger at all")
    outcome = forget(run, "--backup", "broken.sqlite", "--yes")
    assert outcome.status == 1
    assert "broken.sqlite" in outcome.err
    assert "not complete" in outcome.err
    assert b"haddo" not in (tmp_path / "my.sqlite").read_bytes().lower()


def test_a_copy_or_folder_that_is_not_there_is_told_before_anything_is_done(run, filled, tmp_path):
    before = (tmp_path / "my.sqlite").read_bytes()
    outcome = forget(run, "--backup", "no.sqlite", "--yes")
    assert (outcome.status, outcome.out) == (2, "")
    assert "no.sqlite is not there; nothing was changed" in outcome.err
    assert (tmp_path / "my.sqlite").read_bytes() == before


def test_a_name_that_stands_nowhere_is_told(run, filled):
    outcome = run("forget", "--person", "Nobody Atall", "--ledger", "my.sqlite", "--why", "x", "--yes")
    assert "the name stands in no reading: check how it is spelled there" in outcome.out


def test_no_ledger_and_no_other_page_goes_with_an_article(run, tmp_path, small_gazetteer_path):
    rows = [{"article_id": str(n), "text": f"Shelling killed {n} people in Ariha on Tuesday, the White Helmets said.", "published": "2020-01-29"} for n in (7, 8)]
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf8")
    (tmp_path / "page-7.txt").write_text("Seven of 77 people came on 7 May.", encoding="utf8")
    run("read", "in.jsonl", "--ledger", "my.sqlite", "--gazetteer", small_gazetteer_path)
    outcome = run("forget", "--article", "7", "--ledger", "my.sqlite", "--why", "x", "--pages", ".", "--yes")
    assert {"in.jsonl", "page-7.txt", "my.sqlite"} <= {p.name for p in tmp_path.iterdir()}
    assert outcome.status == 1
    assert "in.jsonl: holds it beside other reports: take its line out by hand" in outcome.out


@pytest.mark.parametrize("surname", ["Date", "Witness", "Strike", "Official", "Public"])
def test_a_name_that_is_also_a_term_leaves_the_ledger_whole(run, tmp_path, small_gazetteer_path, surname):
    text = f"Families flee Ariha\n\n29 January 2020\n\nShelling killed three people in Ariha on Tuesday, said Karim {surname}, a baker.\n"
    (tmp_path / "page.txt").write_text(text, encoding="utf8")
    run("read", "page.txt", "--ledger", "my.sqlite", "--publisher", "The Example", "--gazetteer", small_gazetteer_path)
    assert run("forget", "--person", f"Karim {surname}", "--ledger", "my.sqlite", "--why", "x", "--yes").status == 0
    assert run("claims", "--ledger", "my.sqlite").status == 0
    assert b"Karim" not in (tmp_path / "my.sqlite").read_bytes()
