"""Reviewed claims leave as labels that training reads: offsets, no word of the text."""

import json

import pytest

from sayso.model.claims import Claim, ClaimActor, Source
from sayso.model.entries import Review
from sayso.model.events import ArticleHeader, FiledClaim
from sayso.outputs.export_labels import find_trigger, label_claim
from training.gold import read_reviewed

TEXT = "Shells killed three people in Ariha, the White Helmets said. Many fled. A film was shot."
FIRST = TEXT.index("Many")
STRIKE = Claim(
    id="c-1", start=0, end=FIRST - 1, evidence=TEXT[: FIRST - 1], event="strike", why=('trigger strike.shelling: "Shells killed"', "network 0.9"),
    actors=(ClaimActor(text="rebels", span=(0, FIRST - 1), role="agent", name="rebels"), ClaimActor(text="people", span=(20, 26), role="affected", name="civilians")),
    source=Source(text="the White Helmets", span=(37, 54), name="White Helmets", kind="monitor"),
)  # fmt: skip
FLED = Claim(id="c-2", start=FIRST, end=FIRST + 9, evidence="Many fled", event="displacement", why=("added by hand",))


def filed(claim, label):
    review = Review(label=label, by=("ada",), at="", entries=())
    return FiledClaim(claim=claim, article=ArticleHeader(article_id="r", digest="d"), review=review)


def test_slots_that_people_put_without_words_are_left_open():
    label = label_claim(STRIKE)
    assert label["open"] == ["agent"]
    assert label["actors"] == [{"role": "affected", "at": (20, 26)}]
    assert (label["trigger"], label["source"]) == ((0, 13), {"kind": "monitor", "at": (37, 54)})
    assert find_trigger(FLED) is None


@pytest.fixture
def exported(monkeypatch):
    import msgspec

    from sayso.model.situation import Situation
    from sayso.model.views import LedgerView
    from sayso.outputs.exports import export_view

    film = msgspec.structs.replace(FLED, id="c-3", start=FIRST + 11, end=FIRST + 26, evidence=TEXT[FIRST + 11 : FIRST + 26], event="strike")
    import datetime as dt

    day = dt.date(2020, 1, 28)
    claims = (filed(STRIKE, "corrected"), filed(FLED, "added"), FiledClaim(claim=FLED, article=ArticleHeader(article_id="q", digest="e")))
    view = LedgerView(
        as_of=day, articles=(), claims=claims, events=(), situation=Situation(as_of=day), rejected=(filed(film, "rejected"),)
    )  # fmt: skip
    return {audience: export_view(view, "labels", "claims", audience) for audience in ("public", "internal")}


def test_only_what_people_reviewed_leaves_and_no_word_of_the_text(exported):
    (row,) = map(json.loads, exported["internal"].splitlines())
    assert [c["id"] for c in row["claims"]] == ["c-1", "c-2"]
    assert row["rejected"] == [{"start": FIRST + 11, "end": FIRST + 26, "event": "strike"}]
    for words in ("Shells", "Helmets", "fled", "film", "ada"):
        assert words not in exported["internal"] + exported["public"]


def test_training_reads_what_is_written(exported, tmp_path):
    path = tmp_path / "reviewed.jsonl"
    path.write_text(exported["internal"], encoding="utf8")
    article = {"text": TEXT, "published": "2020-01-28", "publisher": None, "title": None}
    (document,) = read_reviewed({"d": article}, path)
    (trigger,) = document.triggers
    assert TEXT[slice(*trigger.span)] == "Shells killed"
    assert (trigger.event, trigger.links["affected"], trigger.links["source"]) == ("strike", [(20, 26)], [(37, 54)])
    assert "agent" not in trigger.links, "its words are not known: nothing is learned of it"
    assert document.rejected == [("strike", (FIRST + 11, FIRST + 26))]


def test_the_rest_of_the_article_is_no_counter_example(exported, tmp_path):
    np = pytest.importorskip("numpy")
    from sayso.model.vocabulary import EVENT_CLASSES
    from training.examples import OPEN, example_of

    path = tmp_path / "reviewed.jsonl"
    path.write_text(exported["internal"], encoding="utf8")
    article = {"text": TEXT, "published": "2020-01-28", "publisher": None, "title": None}
    (document,) = read_reviewed({"d": article}, path)
    example = example_of(document, [(0, len(TEXT))], ())
    strike, other = (example.triggers[:, EVENT_CLASSES.index(c)] for c in ("strike", "need"))
    first, last = example.pieces.covering((FIRST + 11, FIRST + 26))
    assert set(strike[first:last]) == {0}
    assert np.all(strike[slice(*example.pieces.covering((FIRST, FIRST + 9)))] == OPEN)
    assert np.all(other == OPEN)
    assert strike[0] == 1
