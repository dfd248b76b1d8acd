"""The analyst's desk as a user meets it: freeze, corrections, diff, changes, questions, assign, explain."""

import shutil

import msgspec
import pytest

from sayso.cli.moments import now
from sayso.model.records import ReadBy
from sayso.store.ledger import Ledger

NEW = "Army takes Ariha back\n\n29 January 2020\n\nThe opposition denied on Wednesday that Ariha had fallen to government forces. Shelling of Ariha on Monday killed four people, the White Helmets said.\n"
BY = ("--author", "ada")


@pytest.fixture
def mine(ledger, tmp_path, monkeypatch):
    """A ledger of one's own, named by the environment."""
    path = tmp_path / "mine.sqlite"
    shutil.copy(ledger, path)
    monkeypatch.setenv("SAYSO_LEDGER", str(path))
    return path


def claim_with(run, words):
    return next(r for r in run("claims").rows if words in r["evidence"])


def read_more(run, tmp_path, small_gazetteer_path, text=NEW):
    (tmp_path / "new.txt").write_text(text, encoding="utf8")
    assert run("read", "new.txt", "--publisher", "The Other", "--gazetteer", small_gazetteer_path, "--ledger", tmp_path / "mine.sqlite").status == 0


def test_a_frozen_report_is_the_report_and_comes_back_whatever_happens(run, mine, tmp_path, small_gazetteer_path):
    run("report", "--out", "report.md", "--on", "2020-01-29")
    told = run("freeze", "r.md", "--on", "2020-01-29", *BY)
    assert told.status == 0
    assert (tmp_path / "r.md").read_bytes() == (tmp_path / "report.md").read_bytes()
    run("review", "reject", claim_with(run, "captured")["claim_id"], "--author", "ben")
    read_more(run, tmp_path, small_gazetteer_path)
    assert run("frozen", "r.md", "--out", "again.md").status == 0
    assert (tmp_path / "again.md").read_bytes() == (tmp_path / "r.md").read_bytes()
    (row,) = run("frozen").rows
    assert (row["name"], row["author"], row["as_of"], row["audience"], row["articles"], row["struck"]) == ("r.md", "ada", "2020-01-29", "public", 3, None)
    assert "r.md" in run("frozen", "--format", "table").out


def test_a_frozen_report_needs_a_name_and_an_author_and_keeps_its_own(run, mine):
    assert "--name" in run("freeze", "-", *BY).err
    assert "--author" in run("freeze", "r.md").err
    assert run("freeze", "r.md", *BY).status == 0
    again = run("freeze", "r.md", *BY)
    assert (again.status, "frozen already" in again.err) == (2, True)
    assert run("freeze", "r.md", "--name", "second", *BY).status == 0
    assert run("frozen", "third").rows == []
    assert run("frozen", "third", "--out", "x").status == 2
    assert run("frozen", "--out", "x").status == 2


def test_corrections_tell_what_a_report_said_and_what_is_so_now(run, mine, tmp_path, small_gazetteer_path):
    run("freeze", "r.md", "--on", "2020-01-29", *BY)
    unchanged = run("corrections")
    assert (unchanged.rows, "nothing that it said has changed" in unchanged.err) == ([], True)
    toll = claim_with(run, "killed seven")["claim_id"]
    run("review", "correct", toll, "killed=9", "--why", "misread", "--author", "Ben Secret")
    read_more(run, tmp_path, small_gazetteer_path)
    rows = run("corrections", "r.md").rows
    total = next(r for r in rows if r["kind"] == "total" and r["weight"] == "correction")
    assert [(f["was"], f["now"]) for f in total["fields"] if f["field"] == "range"] == [("4–7", "9")]
    assert "a reviewer corrected it" in total["why"]
    assert {r["weight"] for r in rows} == {"correction", "update", "addition"}
    assert all(r["id"] == "" for r in rows if r["kind"] in ("total", "control"))
    assert run("corrections", "--out", "notice.md").status == 0
    notice = (tmp_path / "notice.md").read_text(encoding="utf8")
    assert "a reviewer corrected it" in notice
    assert "Secret" not in notice + str(rows)
    assert "misread" not in notice + str(rows)
    assert run("audit", "notice.md").status == 0
    assert run("corrections", "--format", "table").out.splitlines()[0].startswith("r.md")
    assert all(len(line) <= 80 for line in run("corrections", "--format", "table").out.splitlines())


def test_notices_to_different_audiences_are_kept_apart(run, mine):
    assert "nothing is frozen" in run("corrections").err
    run("freeze", "r.md", *BY)
    run("freeze", "i.md", "--audience", "internal", *BY)
    assert run("corrections", "--out", "notice.md").status == 2
    assert run("corrections", "i.md", "--out", "-").out.startswith("# Correction notice: i.md")
    assert run("corrections", "x.md").status == 2


def test_a_public_notice_tells_nothing_of_reports_that_the_public_may_not_see(run, mine, tmp_path, small_gazetteer_path):
    run("freeze", "r.md", *BY)
    (tmp_path / "secret.txt").write_text(NEW, encoding="utf8")
    run("read", "secret.txt", "--handling", "internal", "--gazetteer", small_gazetteer_path, "--ledger", mine)
    assert run("corrections", "r.md").rows == []


def test_what_may_no_longer_be_shown_is_not_told_again(run, mine, pages, small_gazetteer_path):
    run("freeze", "r.md", *BY)
    run("read", "pages/front.txt", "--handling", "internal", "--publisher", "The Example", "--gazetteer", small_gazetteer_path, "--ledger", mine)
    rows = run("corrections", "r.md").rows
    assert {"it may no longer be shown to this audience"} <= {w for r in rows for w in r["why"]}
    assert "captured" not in str(rows)


def test_forgetting_lists_and_strikes_frozen_reports(run, mine):
    run("freeze", "r.md", *BY)
    article = claim_with(run, "captured")["article_id"]
    assert "frozen as r.md" in run("forget", "--article", article, "--why", "asked").out
    assert run("frozen", "r.md", "--out", "-").status == 0
    assert "frozen as r.md" in run("forget", "--article", article, "--why", "asked", "--yes").out
    struck = run("frozen", "r.md", "--out", "-")
    assert (struck.status, "struck on" in struck.err) == (2, True)
    assert "forgotten" in run("corrections", "r.md").err
    assert "forgotten" in run("corrections", "r.md", "--out", "-").out


def test_diff_between_days_lists_places_totals_and_contradictions(run, mine):
    rows = run("diff", "--from", "2020-01-28", "--to", "2020-01-29").rows
    assert {r["kind"] for r in rows} <= {"control", "total", "contradiction"}
    (ariha,) = (r for r in rows if r["kind"] == "control")
    assert (ariha["how"], ariha["subject"]) == ("new", "Ariha")
    assert any(r["kind"] == "total" for r in rows)
    assert {r["kind"] for r in run("diff", "--from", "2020-01-28", "--to", "2020-01-29", "--all").rows} >= {"claim", "event"}
    assert all(len(line) <= 80 for line in run("diff", "--from", "2020-01-28", "--to", "2020-01-29", "--format", "table").out.splitlines())
    assert "nothing has changed" in run("diff", "--from", "2020-01-29", "--to", "2020-01-29").err


@pytest.mark.parametrize("arguments", [(), ("--from", "2020-01-28"), ("--from", "2020-01-29", "--to", "2020-01-28"), ("--known-from", "2020-02-02", "--known-to", "2020-02-01")])
def test_diff_says_what_to_name(run, mine, arguments):
    assert run("diff", *arguments).status == 2


def read_otherwise(path, claim_id):
    """Another reader's reading of the article of a claim, in which the claim is hedged."""
    with Ledger.open(path, write=True) as ledger:
        record = ledger.record_of_claim(claim_id)
        claims = tuple(msgspec.structs.replace(c, hedged=True) if c.id == claim_id else c for c in record.claims)
        ledger.add(msgspec.structs.replace(record, claims=claims, read_by=ReadBy("1", "reader 2", "g")), at=now())


def test_a_later_reading_is_a_correction(run, mine):
    run("freeze", "r.md", *BY)
    read_otherwise(mine, claim_with(run, "captured")["claim_id"])
    row = next(r for r in run("corrections").rows if r["kind"] == "claim")
    assert (row["weight"], row["why"]) == ("correction", ["a later reading of the page reads it otherwise"])


def test_diff_between_moments_and_readings(run, mine):
    first = run("diff", "--known-from", "2000-01-01").rows
    assert {r["how"] for r in first} == {"new"}
    assert run("diff", "--known-from", "2100-01-01", "--known-to", "2100-01-01").rows == []
    assert "nothing has changed" in run("diff", "--runs").err
    captured = claim_with(run, "captured")
    read_otherwise(mine, captured["claim_id"])
    (row,) = run("diff", "--runs", "--article", captured["article_id"]).rows
    assert (row["claim_id"], row["how"], row["fields"]) == (captured["claim_id"], "changed", [{"field": "hedged", "was": "no", "now": "yes"}])
    assert run("diff", "--runs", "--article", "nowhere").status == 2
    assert run("diff", "--runs", "--reader-from", "nobody", "--reader-to", "nobody").rows == []
    assert "hedged: no → yes" in run("diff", "--runs", "--format", "table").out


def test_changes_begin_where_somebody_last_looked(run, mine, tmp_path, small_gazetteer_path):
    first = run("changes", *BY)
    assert (first.rows[0]["reports"], "--looked" in first.err) == (3, True)
    assert run("changes", "--looked", *BY).status == 0
    assert run("changes", *BY).rows == [{"what": "summary", "reports": 0, "changes": 0, "entered": 0}]
    read_more(run, tmp_path, small_gazetteer_path)
    run("review", "reject", claim_with(run, "killed seven")["claim_id"], "--author", "ben")
    rows = run("changes", *BY).rows
    assert (rows[0]["reports"], rows[0]["entered"]) == (1, 1)
    assert {r["kind"] for r in rows if r["what"] == "change"} >= {"claim", "event", "control", "total"}
    assert next(r for r in rows if r["what"] == "entry")["author"] == "ben"
    assert run("changes", "--author", "ben").rows[0]["reports"] == 4
    assert "New reports: 1" in run("changes", "--format", "table", *BY).out
    assert run("changes").status == 2


def test_questions_are_listed_given_away_and_noted(run, mine, tmp_path, small_gazetteer_path):
    assert "nothing is open" in run("questions").err
    read_more(run, tmp_path, small_gazetteer_path)
    questions = run("questions").rows
    assert [q["weight"] for q in questions] == sorted((q["weight"] for q in questions), reverse=True)
    asked = questions[0]["question_id"]
    assert run("assign", asked[:9], "ben", "--why", "knows the town", *BY).status == 0
    run("review", "note", asked, "asked the field office", *BY)
    (mine_now,) = run("questions", "--of", "ben").rows
    assert (mine_now["question_id"], mine_now["assigned"], mine_now["notes"]) == (asked, "ben", ["ada: asked the field office"])
    assert "given to ben" in run("questions", "--format", "table").out
    assert "nothing is open for cem" in run("questions", "--of", "cem").err
    assert "sayso questions" in run("assign", "q-nothing", "ben", *BY).err
    assert run("assign", asked, " ", *BY).status == 2


def test_totals_and_places_explain_themselves_by_the_ids_of_their_rows(run, mine, tmp_path, small_gazetteer_path):
    read_more(run, tmp_path, small_gazetteer_path)
    total = next(r for r in run("figures").rows if r["measure"] == "killed" and r["left_out"])
    sheet = " ".join(run("explain", total["total_id"]).out.split())
    for words in (total["total_id"], *total["claims"], total["left_out"][0]["why"], "Range", "Method", "Left out", "unreviewed"):
        assert words in sheet
    (place,) = run("control").rows
    sheet = " ".join(run("explain", place["control_id"][:10]).out.split())
    for words in (place["place"], place["label"], "Account 1", *place["accounts"][0]["claims"]):
        assert words in sheet
    assert total["total_id"][:10] in run("figures", "--format", "table").out
    assert place["control_id"][:10] in run("control", "--format", "table").out
    assert "sayso figures" in run("explain", "t-0").err


def test_who_is_protected_by_now_is_not_named_in_a_notice_because_a_report_did(run, mine, tmp_path, small_gazetteer_path, monkeypatch):
    said = "Toll in Ariha\n\n30 January 2020\n\nShelling killed five people in Ariha on Monday, Governor Salim Haddad said.\n"
    read_more(run, tmp_path, small_gazetteer_path, said)
    run("freeze", "r.md", *BY)
    assert "Haddad" in (tmp_path / "r.md").read_text(encoding="utf8")
    run("review", "reject", claim_with(run, "killed five")["claim_id"], *BY)
    assert "Haddad" in run("corrections").out
    (tmp_path / "persons.csv").write_text("name,who\nSalim Haddad,private\n", encoding="utf8")
    monkeypatch.setenv("SAYSO_PERSONS", str(tmp_path / "persons.csv"))
    told = run("corrections").out
    assert "killed five" in told
    assert "Haddad" not in told
