"""`sayso audit` and levels of handling: what may go out to whom."""

import json

import pytest

WITNESS = "Families flee Ariha\n\n29 January 2020\n\nShelling killed three people in Ariha on Tuesday, said Karim Haddo, a baker who lives in the town. “Warplanes bombed the market of Ariha,” Haddo said.\n"


@pytest.fixture
def ledger_of(run, tmp_path, small_gazetteer_path):
    def read(text, *options, name="page.txt"):
        (tmp_path / name).write_text(text, encoding="utf8")
        run("read", name, "--ledger", "my.sqlite", "--publisher", "The Example", "--gazetteer", small_gazetteer_path, *options)
        return "my.sqlite"

    return read


def test_what_is_published_is_clean_and_what_is_internal_is_not(run, ledger_of, tmp_path):
    ledger = ledger_of(WITNESS)
    run("report", "--ledger", ledger, "--out", "public.html")
    run("report", "--ledger", ledger, "--out", "internal.html", "--audience", "internal")
    clean = run("audit", "public.html", "--ledger", ledger)
    assert (clean.status, clean.out) == (0, "")
    assert "files searched: 1; nothing was found" in clean.err
    found = run("audit", ".", "--ledger", ledger)
    assert found.status == 1
    assert "internal.html: the name of a private person" in found.out
    assert "haddo" not in found.out.lower()
    assert "Haddo" in run("audit", "internal.html", "--show", "--ledger", ledger).out
    assert run("audit", "internal.html", "--audience", "internal", "--ledger", ledger).status == 0


def test_an_internal_report_says_so_on_every_page(run, ledger_of):
    page = run("report", "--ledger", ledger_of(WITNESS), "--out", "-", "--format", "html", "--audience", "internal").out
    assert "Haddo" in page
    assert page.count("Internal, not for publication: it names people. Machine reading, unreviewed") >= 3


def test_a_file_that_is_not_there_is_told(run, ledger_of):
    outcome = run("audit", "no.html", "--ledger", ledger_of(WITNESS))
    assert (outcome.status, outcome.out) == (2, "")
    assert "no.html is no file" in outcome.err


@pytest.fixture
def mixed(ledger_of):
    """A public, an internal and a confidential report of one day."""
    for number, (level, dead) in enumerate((("public", "two"), ("internal", "five"), ("confidential", "nine"))):
        text = f"Shelling of Ariha\n\n29 January 2020\n\nShelling killed {dead} people in the town of Ariha on Tuesday, monitor {'ABC'[number]} said.\n"
        ledger = ledger_of(text, "--handling", level, name=f"{level}.txt")
    return ledger


SEES = {"public": {"two"}, "internal": {"two", "five"}, "confidential": {"two", "five", "nine"}}


@pytest.mark.parametrize(("audience", "seen"), SEES.items(), ids=SEES)
def test_claims_and_totals_inherit_the_level_of_their_report(run, mixed, audience, seen):
    rows = run("export", "jsonl", "--audience", audience, "--ledger", mixed, "--out", "-").out
    report = run("report", "--format", "md", "--audience", audience, "--ledger", mixed, "--out", "-").out
    numbers = {"two": 2, "five": 5, "nine": 9}
    assert {word for word in numbers if f"killed {word} people" in rows} == seen
    assert [word for word in numbers if f"killed {word} people" in report] == [w for w in numbers if w in seen]


def test_a_ledger_with_nothing_for_an_audience_says_so(run, ledger_of):
    ledger = ledger_of(WITNESS, "--handling", "confidential")
    outcome = run("report", "--ledger", ledger, "--out", "-", "--format", "md")
    assert (outcome.status, outcome.out) == (2, "")
    assert "no report that a public audience may see" in outcome.err


LEVELS = {"internal": "internal", "confidential": "confidential", None: "public", "secret": "confidential"}


@pytest.mark.parametrize(("told", "level"), LEVELS.items(), ids=str)
def test_a_line_may_tell_its_own_level_and_an_unknown_one_is_the_strictest(run, tmp_path, small_gazetteer_path, told, level):
    row = {"text": "Shelling killed two people in Ariha.", "published": "2020-01-28"} | ({"handling": told} if told else {})
    (tmp_path / "a.jsonl").write_text(json.dumps(row) + "\n", encoding="utf8")
    (record,) = run("read", "a.jsonl", "--gazetteer", small_gazetteer_path, "--format", "jsonl").rows
    assert record["handling"] == level


def test_reading_a_page_again_never_frees_it(run, ledger_of):
    ledger = ledger_of(WITNESS, "--handling", "confidential")
    ledger_of(WITNESS)
    assert run("report", "--ledger", ledger, "--out", "-", "--format", "md").status == 2
    assert "Ariha" in run("report", "--ledger", ledger, "--out", "-", "--format", "md", "--audience", "confidential").out


def test_compressed_bytes_are_not_searched_as_words(run, ledger_of, tmp_path):
    (tmp_path / "noise.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 400)
    outcome = run("audit", "noise.png", "--ledger", ledger_of(WITNESS))
    assert (outcome.status, outcome.out) == (0, "")
