"""`sayso review` on events, sources and what was entered, as a user runs it."""

import shutil
import sqlite3

import pytest


@pytest.fixture
def mine(run, ledger, tmp_path, monkeypatch):
    shutil.copy(ledger, tmp_path / "my.sqlite")
    monkeypatch.setenv("SAYSO_LEDGER", "my.sqlite")
    monkeypatch.setenv("SAYSO_AUTHOR", "Ada Example")
    return run


def events(run):
    return {e["event_id"]: tuple(e["claims"]) for e in run("events").rows}


def test_merged_events_are_one_event_until_that_is_undone(mine):
    before = events(mine)
    first, second = list(before)[:2]
    assert mine("review", "merge", first, second, "--why", "one barrage").status == 0
    merged = set(before[first] + before[second])
    assert any(set(claims) == merged for claims in events(mine).values())
    (event,) = [e for e, claims in events(mine).items() if set(claims) == merged]
    sheet = " ".join(mine("explain", event).out.split())
    assert "held together by hand" in sheet
    assert "Reviewed none of its claims" in sheet
    entry = mine("review", "log").rows[0]["entry_id"]
    mine("review", "undo", entry[:8])
    assert events(mine) == before
    undoing = mine("review", "log").rows[1]["entry_id"]
    mine("review", "undo", undoing)
    assert event in events(mine)
    assert [row["counts"] for row in mine("review", "log").rows] == [True, False, True]


def test_naming_claims_merges_their_events(mine):
    before = events(mine)
    first, second = list(before)[:2]
    mine("review", "merge", before[first][-1], before[second][-1])
    assert any(set(claims) == set(before[first] + before[second]) for claims in events(mine).values())


def test_claims_are_taken_out_of_their_event(mine):
    event, claims = next((e, c) for e, c in events(mine).items() if len(c) > 1)
    assert mine("review", "split", claims[-1]).status == 0
    assert claims[-1] not in events(mine)[event]
    mine("review", "merge", event, claims[-1])
    assert set(events(mine)[event]) == set(claims)


def test_grades_and_their_words_stay_in_the_house(mine):
    source = next(row["claimant"] for row in mine("claims").rows if row["claimant"] != "The Example")
    assert mine("review", "grade", source, "b", "--why", "near the ground").status == 0
    claim = next(row["claim_id"] for row in mine("claims").rows if row["claimant"] == source)
    assert "source B (Admiralty)" in mine("explain", claim).out
    for arguments in (("export", "csv"), ("export", "jsonl"), ("report",)):
        assert "near the ground" not in mine(*arguments, "--out", "-").out
    assert '"grade":"B"' in mine("export", "jsonl", "--audience", "internal", "--out", "-").out
    waiting = mine("review", "grade", "Nobody Yet", "F", "--topic", "strike", "--from", "2020-01-01")
    assert "the grade waits for one" in waiting.err


def test_the_log_and_the_agreement_fit_a_terminal(mine, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    claims = [row["claim_id"] for row in mine("claims").rows]
    mine("review", "accept", *claims[:2], "--why", "read in the original, twice, by two people")
    mine("review", "correct", claims[0], "killed=12..15", "status=ongoing", "--author", "Ben Example")
    mine("review", "merge", *events(mine))
    log, agreement = mine("review", "log", "--format", "table"), mine("review", "agreement", "--format", "table")
    for outcome in (log, agreement):
        assert outcome.status == 0
        assert max(map(len, outcome.out.splitlines())) <= 80
    for words in ("Entered by people", "accept", "killed=12..15", "Ben", "merge"):
        assert words in " ".join(log.out.split())
    for words in ("Agreement by field", "killed", "claim", "2 of 2"):
        assert words in agreement.out
    rows = {row["field"]: row for row in mine("review", "agreement").rows}
    assert (rows["claim"]["with_machine"], rows["claim"]["as_machine"], rows["claim"]["between_reviewers"]) == (3, 3, 1)


def test_where_nothing_was_entered_that_is_told(mine):
    assert "begin with: sayso review accept ID" in mine("review", "log").err
    assert "no claim has been reviewed yet" in mine("review", "agreement").out + mine("review", "agreement").err


def test_doctor_tells_of_an_entry_that_was_changed_by_another_hand(mine, tmp_path):
    mine("review", "note", "Ariha", "no access")
    assert mine("doctor", "--ledger", "my.sqlite", "--gazetteer", "my.sqlite").out.count("damaged") == 0
    with sqlite3.connect(tmp_path / "my.sqlite") as db:
        db.execute("DELETE FROM entries")
    outcome = mine("doctor", "--ledger", "my.sqlite")
    assert outcome.status == 1
    assert "changed by another hand" in outcome.out


def test_a_person_who_is_forgotten_is_gone_from_what_was_entered(mine, tmp_path):
    claim = mine("claims").rows[0]["claim_id"]
    mine("review", "correct", claim, "source=Selim Darwan", "--why", "Selim Darwan told us")
    told = mine("forget", "--person", "Selim Darwan", "--why", "asked")
    assert "entries of people to be struck or removed: 1" in told.out
    mine("forget", "--person", "Selim Darwan", "--why", "asked", "--yes")
    assert b"darwan" not in (tmp_path / "my.sqlite").read_bytes().lower()
    mine("review", "note", "Ariha", "call Selim Darwan")
    assert b"darwan" not in (tmp_path / "my.sqlite").read_bytes().lower()
    assert mine("claims").status == mine("review", "log").status == 0


WRONG = {
    ("merge", "EVENT"): "name two events",
    ("merge", "e-nothing", "EVENT"): "no claim or event e-nothing",
    ("split", "ALL"): "name some of the claims of one event, but not all",
    ("grade", "SANA", "G"): "write a letter from A to F",
    ("grade", "SANA", "B", "--topic", "war"): "a class of events as topic",
    ("grade", "SANA", "B", "--from", "Tuesday"): "is no day",
    ("undo", "n-0000"): "no entry begins with n-0000; list them with: sayso review log",
}


@pytest.mark.parametrize(("asked", "told"), WRONG.items(), ids=map(" ".join, WRONG))
def test_what_cannot_be_entered_is_told(mine, asked, told):
    single = next(e for e, claims in events(mine).items() if len(claims) == 1)
    stand_ins = {"EVENT": [single], "ALL": events(mine)[single]}
    outcome = mine("review", *(word for one in asked for word in stand_ins.get(one, [one])))
    assert (outcome.status, outcome.out) == (2, "")
    assert told in outcome.err
