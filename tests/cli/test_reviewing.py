"""`sayso review` on claims, as a user runs it: what is entered shows in every view, and nothing of who entered it in what goes out."""

import shutil

import pytest

ARABIC = "قصفت الطائرات مدينة أريحا وقتل سليم دروان وثلاثة مدنيين في القصف على السوق الشعبي وسط المدينة.\n"


@pytest.fixture
def mine(run, ledger, tmp_path, monkeypatch, small_gazetteer_path):
    """The ledger of the three reports to write into, named by the settings as the author is."""
    shutil.copy(ledger, tmp_path / "my.sqlite")
    for name, value in (("LEDGER", "my.sqlite"), ("AUTHOR", "Ada Example"), ("GAZETTEER", str(small_gazetteer_path))):
        monkeypatch.setenv(f"SAYSO_{name}", value)
    return run


def claim_with(run, words):
    """The first claim whose words hold these."""
    return next(row for row in run("claims").rows if words in row["evidence"])


def test_an_accepted_claim_says_so_everywhere(mine):
    claim = claim_with(mine, "seven people")["claim_id"]
    outcome = mine("review", "accept", claim[:10], "--why", "two sources")
    assert outcome.status == 0
    assert outcome.out.startswith("n-")
    assert outcome.out.endswith(" accept by Ada Example\n")
    assert claim_with(mine, "seven people")["review"] == "accepted"
    assert "accepted by Ada Example" in mine("explain", claim).out
    assert "some of this was noted before" not in mine("review", "accept", claim).err


def test_a_rejected_claim_is_counted_nowhere_and_stays_listed(mine):
    claim = claim_with(mine, "seven people")["claim_id"]
    before = mine("figures").out
    mine("review", "reject", claim, "--why", "a film")
    for view in ("claims", "events", "figures", "control", "places"):
        assert claim not in mine(view).out
    assert mine("figures").out != before
    assert claim not in mine("export", "jsonl", "--audience", "internal", "--out", "-").out
    assert "rejected by Ada Example" in mine("explain", claim).out
    mine("review", "accept", claim)
    assert mine("figures").out == before


def test_a_corrected_claim_counts_as_corrected_and_keeps_its_event(mine):
    row = claim_with(mine, "seven people")
    event = next(e for e in mine("events").rows if row["claim_id"] in e["claims"])
    assert mine("review", "correct", row["claim_id"], "killed=8", "time=2020-01-26..2020-01-27", "place=Jericho").status == 0
    told = claim_with(mine, "seven people")
    assert (told["figures"], told["start"], told["end"], told["country"]) == ("8 killed", "2020-01-26", "2020-01-27", "PS")
    assert told["review"] == "corrected"
    sheet = mine("explain", row["claim_id"]).out
    assert "killed: the machine read 7" in sheet
    assert event["event_id"] in {e["event_id"] for e in mine("events").rows}


def test_a_class_may_become_control_and_get_a_holder(mine):
    claim = claim_with(mine, "seven people")["claim_id"]
    assert mine("review", "correct", claim, "event=control", "holder=White Helmets", "transition=holds").status == 0
    for view in ("claims", "events", "control", "figures"):
        assert mine(view).status == 0
    assert mine("report", "--out", "-").status == 0


def test_a_claim_is_added_on_a_text_that_sayso_does_not_read(mine, tmp_path):
    (tmp_path / "arabic.txt").write_text(ARABIC, encoding="utf8")
    mine("read", "arabic.txt", "--ledger", "my.sqlite", "--publisher", "The Example", "--published", "2020-01-28")
    article = next(r["article_id"] for r in mine("read", "arabic.txt", "--format", "jsonl", "--publisher", "The Example").rows)
    words = "قصفت الطائرات مدينة أريحا وقتل سليم دروان"
    outcome = mine("review", "add", article, "--words", words, "--event", "strike", "place=Jericho", "killed=4", "affected=سليم دروان")
    assert outcome.status == 0, outcome.err
    row = next(r for r in mine("claims").rows if r["evidence"] == words)
    assert (row["review"], row["figures"], row["country"]) == ("added", "4 killed", "PS")
    assert "added by Ada Example" in mine("explain", row["claim_id"]).out
    for form in ("csv", "jsonl", "geojson"):
        out = mine("export", form, "--out", "-").out
        assert "PS" in out or "Jericho" in out
        assert "دروان" not in out
    for form in ("html", "md"):
        assert "دروان" not in mine("report", "--out", "-", "--format", form).out


def test_ratings_and_notes_are_kept_and_never_published(mine):
    claim = claim_with(mine, "seven people")["claim_id"]
    assert mine("review", "rate", claim, "2").status == 0
    mine("review", "note", claim[:12], "ask the field office")
    mine("review", "note", "Ariha", "no access")
    assert "credibility 2" in mine("explain", claim).out
    assert [row["on"] for row in mine("review", "log").rows] == [[claim], [claim], ["Ariha"]]
    assert "field office" not in mine("export", "jsonl", "--out", "-").out + mine("report", "--out", "-").out


def test_nothing_a_reviewer_is_called_or_says_stands_in_what_is_published(mine):
    ids = [row["claim_id"] for row in mine("claims").rows]
    mine("review", "accept", ids[0], "--why", "my own reason")
    mine("review", "correct", ids[1], "status=ongoing", "--why", "my own reason")
    mine("review", "reject", ids[2], "--why", "my own reason")
    outputs = {f: mine("export", f, "--what", w, "--out", "-").out for f in ("csv", "jsonl", "geojson") for w in ("events", "claims")}
    outputs |= {f: mine("report", "--out", "-", "--format", f).out for f in ("html", "md")}
    for text in outputs.values():
        assert "Ada" not in text
        assert "my own reason" not in text
        assert "n-" not in {word[:2] for word in text.replace('"', " ").split() if len(word) == 18}
    assert "accepted by a person" in outputs["csv"]
    assert "corrected by a person" in outputs["jsonl"]
    assert "Machine reading, unreviewed" in outputs["csv"]
    assert outputs["csv"].splitlines()[0].split(",").count("review") == 1
    for form in ("md", "html"):
        assert "unreviewed but for 2 of" in outputs[form]
        assert "Reviewers rejected 1 more; nothing counts them." in outputs[form]


@pytest.mark.parametrize("put", ["source=Selim Darwan", "agent=Selim Darwan", "affected=Selim Darwan;civilians"])
def test_a_private_name_in_a_correction_is_protected(mine, put):
    claim = claim_with(mine, "seven people")["claim_id"]
    mine("review", "correct", claim, put)
    assert "Darwan" in mine("claims").out
    for arguments in (("report", "--format", "md"), ("report",), *(("export", f, "--what", w) for f in ("csv", "jsonl", "geojson") for w in ("claims", "events"))):
        assert "Darwan" not in mine(*arguments, "--out", "-").out, arguments
    assert "Darwan" in mine("export", "jsonl", "--audience", "internal", "--out", "-").out


def test_a_body_in_a_correction_is_named(mine):
    claim = claim_with(mine, "seven people")["claim_id"]
    mine("review", "correct", claim, "source=Idlib Health Directorate", "source_kind=official")
    assert "Idlib Health Directorate" in mine("export", "jsonl", "--out", "-").out


def test_a_site_in_a_correction_loses_name_and_point(mine):
    claim = claim_with(mine, "seven people")["claim_id"]
    mine("review", "correct", claim, "target=Al-Rafid hospital")
    row = next(r for r in mine("export", "jsonl", "--out", "-").rows if r["claim_id"] == claim)
    assert "Rafid" not in str(row)
    assert (row["lat"], row["evidence_is"]) == (None, "other words")


def test_a_witness_that_somebody_takes_out_of_a_claim_is_still_protected(mine, tmp_path):
    page = "Families flee Ariha\n\n29 January 2020\n\nShelling killed three people in Ariha on Tuesday, said Karim Haddo, a baker who lives in the town.\n"
    (tmp_path / "witness.txt").write_text(page, encoding="utf8")
    mine("read", "witness.txt", "--ledger", "my.sqlite", "--publisher", "The Example")
    claim = claim_with(mine, "three people")["claim_id"]
    mine("review", "correct", claim, "source=unknown")
    assert "Haddo" not in mine("export", "jsonl", "--out", "-").out + mine("report", "--out", "-").out


def test_an_audience_does_not_see_entries_on_reports_above_its_level(mine, tmp_path):
    (tmp_path / "secret.txt").write_text("Shelling in Ariha\n\n28 January 2020\n\nShelling killed nine people in Ariha on Monday.\n", encoding="utf8")
    mine("read", "secret.txt", "--ledger", "my.sqlite", "--handling", "confidential")
    claim = claim_with(mine, "nine people")["claim_id"]
    article = claim_with(mine, "nine people")["article_id"]
    mine("review", "correct", claim, "killed=99")
    mine("review", "add", article, "--words", "Shelling in Ariha", "--event", "strike", "killed=98")
    assert "99 killed" in mine("export", "csv", "--audience", "confidential", "--out", "-").out
    for audience in ("public", "internal"):
        out = mine("export", "csv", "--audience", audience, "--out", "-").out
        assert "99 killed" not in out
        assert "98 killed" not in out


def test_a_view_of_a_moment_knows_nothing_that_was_entered_later(mine):
    claim = claim_with(mine, "seven people")["claim_id"]
    mine("review", "reject", claim)
    assert claim in {r["claim_id"] for r in mine("claims", "--known", "2099-01-01").rows} ^ {claim}
    entered = mine("review", "log").rows[0]["at"]
    assert claim not in mine("claims", "--known", entered).out
    early = mine("claims", "--known", "2020-01-28T14:05")
    assert "no claims" in early.err + early.out or early.status == 2


WRONG = {
    ("accept", "c-nothing"): "no claim or event c-nothing in my.sqlite; list the ids with",
    ("accept", "c-"): "is the beginning of",
    ("correct", "CLAIM", "killed"): "killed is not understood; write FIELD=VALUE",
    ("correct", "CLAIM", "killed=many"): "write a number as 12",
    ("correct", "CLAIM", "killed=1", "killed=2"): "killed is told twice",
    ("correct", "CLAIM", "colour=red"): "colour is no field that can be corrected",
    ("correct", "CLAIM", "place=Nowhereton"): "no place",
    ("rate", "CLAIM", "7"): "7 is no credibility; take 1",
    ("add", "no-article", "--words", "x", "--event", "strike"): "no article no-article",
    ("add", "ariha", "--words", "x", "--event", "strike"): "no article ariha",
    ("note", "c-nothing", "words"): "no claim or event c-nothing",
    ("undo", "n-nothing"): "no entry begins with n-nothing",
}


@pytest.mark.parametrize(("asked", "told"), WRONG.items(), ids=map(" ".join, WRONG))
def test_what_cannot_be_entered_is_told_and_nothing_is_written(mine, asked, told):
    claim = claim_with(mine, "seven people")["claim_id"]
    outcome = mine("review", *(claim if word == "CLAIM" else word for word in asked))
    assert (outcome.status, outcome.out) == (2, "")
    assert told in outcome.err
    assert "nobody has entered anything yet" in mine("review", "log").err


def test_somebody_has_to_say_who_judges(mine, monkeypatch):
    monkeypatch.delenv("SAYSO_AUTHOR")
    claim = claim_with(mine, "seven people")["claim_id"]
    outcome = mine("review", "accept", claim)
    assert outcome.status == 2
    assert "add --author NAME, or set SAYSO_AUTHOR" in outcome.err
    assert mine("review", "accept", claim, "--author", "ben").out.endswith("accept by ben\n")
