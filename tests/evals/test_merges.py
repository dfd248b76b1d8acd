"""Pairs for people to judge: what is drawn, what the judge sees, how verdicts come back, and how claims are found again."""

from pathlib import Path

import msgspec
import pytest

from evals.merges.draw import REPOSITORY, find_objection
from evals.merges.drawing import Compared, draw_pairs, gather_pools, split_near
from evals.merges.enter import enter_verdicts, find_faults, read_form
from evals.merges.finding import find_claim
from evals.merges.opposed import list_opposed, show_event
from evals.merges.outlets import load_outlets
from evals.merges.pairs import PAIRS, Marked, Pair, count_verdicts, read_pairs, write_pairs
from evals.merges.run import Answer, interval_of, score_answers, weigh_recall
from evals.merges.sheet import write_form, write_sheet
from evals.war_reports import is_measured, keep_reports, list_reports
from sayso.ledger import group_claims
from sayso.model.articles import Published
from sayso.model.mentions import Mentions
from sayso.model.records import ReadBy, Record
from sayso.model.situation import Situation
from sayso.model.views import LedgerView
from tests.ledger.reports import article, claim, day, file, killed

STRIKE = {"on": 4, "figures": [killed(7)]}


def marked(name="a", start=0, end=20, event="strike", claim_id="c-1"):
    return Marked(name, claim_id, event, start, end)


def pair(pool="merged", verdict="", at=0, pool_size=10):
    return Pair(marked("a", at, at + 20), marked("b", at, at + 20), pool, pool_size, verdict)


def ledger_of(*pages):
    filed = file(*pages)
    events = group_claims(filed)
    return filed, events, {c: e.event_id for e in events for c in e.claims}


def many_pages(size=8):
    words = ("one house burnt near the mill", "two barns fell beside a road", "shells struck olive groves at dawn", "nobody slept before midnight")
    return [article(f"p{at}", 5, STRIKE | {"words": f"{words[at % 4]} {at}"}, {"on": 4, "status": "expected", "words": f"Raids loom {at}"}) for at in range(size)]


def test_the_outlets_of_the_reports_each_have_an_owner_and_a_source():
    assert len(load_outlets()) == 15
    assert all(outlet.owner and outlet.source.startswith("https://") for outlet in load_outlets().values())
    assert {outlet.stands_with for outlet in load_outlets().values()} == {"government", "opposition", "neither"}


def test_events_of_opposed_outlets_are_shown_with_owners_and_what_is_at_issue():
    numbers = [("sana", 7), ("etilaf", 30), ("reuters", 7)]
    filed, events, _ = ledger_of(*(article(o, 5, {"on": 4, "figures": [killed(n)]}, outlet=o) for o, n in numbers))
    view = LedgerView(as_of=day(6), articles=(), claims=filed, events=events, situation=Situation(as_of=day(6)))
    ((found, outlets),) = list_opposed(view)
    shown = "\n".join(show_event(found, outlets, {f.claim.id: f for f in filed}))
    assert "SANA (Syrian state)" in shown
    assert "at issue: how many, 0 against 1" in shown


def test_pairs_are_of_two_articles_and_copies_are_left_out():
    same = {"words": "Seven people were killed when shells hit the market of the town at noon", **STRIKE}
    filed, events, _ = ledger_of(article("a", 5, same), article("b", 5, same), article("c", 6, STRIKE, STRIKE))
    pools = gather_pools(filed, events, lambda name: True)
    names = {tuple(sorted(f.article.article_id for f in two)) for two in pools["merged"]}
    assert names == {("a", "c"), ("b", "c")}
    assert gather_pools(filed, events, lambda name: name != "c")["merged"] == []


def test_what_was_kept_apart_is_no_pair_of_one_event():
    filed, events, event_of = ledger_of(*many_pages())
    pools = gather_pools(filed, events, lambda name: True)
    assert pools["merged"]
    assert any(pools[pool] for pool in ("near", "far", "forbidden"))
    for pool in pools:
        for one, other in pools[pool]:
            assert (event_of[one.claim.id] == event_of[other.claim.id]) is (pool == "merged")


def test_near_is_the_likeliest_tenth():
    filed = file(*(article(f"p{at:02}", 5, STRIKE) for at in range(21)))
    apart = [Compared((filed[0], other), float(at), False) for at, other in enumerate(filed[1:])]
    near, far = split_near(apart)
    assert near == [apart[19].claims, apart[18].claims]
    assert len(far) == 18


def test_a_draw_is_settled_by_its_seed_and_no_event_fills_it():
    filed, events, event_of = ledger_of(*many_pages())
    pools = gather_pools(filed, events, lambda name: True)
    draws = [draw_pairs(pools, event_of, seed) for seed in (1, 1, 2)]
    assert draws[0] == draws[1] != draws[2]
    merged = [p for p in draws[0] if p.pool == "merged"]
    assert len(merged) == len({(p.one.article, p.other.article) for p in merged})
    assert max(sum(event_of[p.one.claim] == e.event_id for p in merged) for e in events) <= 2


def test_pairs_are_read_as_they_were_written(tmp_path):
    pairs = [pair(), pair("near", "same", 30), pair("far", "cannot tell", 60)]
    write_pairs(tmp_path / "pairs.csv", pairs)
    assert sorted(read_pairs(tmp_path / "pairs.csv"), key=lambda p: p.one.start) == pairs
    assert read_pairs(tmp_path / "none.csv") == ()
    (tmp_path / "pairs.csv").write_text((tmp_path / "pairs.csv").read_text().replace("cannot tell", "maybe"))
    with pytest.raises(msgspec.ValidationError):
        read_pairs(tmp_path / "pairs.csv")


def test_the_name_of_a_pair_tells_nothing_of_its_pool_or_order():
    one = pair("near")
    assert one.id == pair("merged", "same").id == Pair(one.other, one.one, "far", 1).id


def test_the_pairs_that_are_kept_are_of_articles_that_may_be_measured():
    assert all(is_measured(m.article) for p in read_pairs(PAIRS) for m in (p.one, p.other))


def record(name, text):
    return Record(
        article_id=name, digest=name, publisher=f"Outlet {name}", url=None, title=f"Title {name}", language="en", outcome="read", why=None,
        published=Published(), text=text, blocks=(), mentions=Mentions(), attributions=(), claims=(), set_aside=(), read_by=ReadBy("0", "0", "0"),
    )  # fmt: skip


def test_the_judge_sees_both_texts_and_no_decision():
    texts = {name: record(name, f"Shells hit the {word}. More fell later.") for name, word in (("a", "mill"), ("b", "barn"))}
    sheets = [write_sheet([pair(pool)], texts) for pool in ("merged", "near", "far", "forbidden")]
    assert len(set(sheets)) == 1
    assert "⟦Shells hit the mill.⟧ More fell later." in sheets[0]
    assert write_form([pair()]) == f"pair,verdict,note\n{pair().id},,\n"


def test_texts_of_others_stay_out_of_the_repository_and_verdicts_are_not_lost(tmp_path):
    assert "outside it" in (find_objection(REPOSITORY / "evals", (), again=False) or "")
    assert "--again" in (find_objection(tmp_path, [pair(verdict="same")], again=False) or "")
    assert find_objection(tmp_path, [pair(verdict="same")], again=True) is find_objection(tmp_path, [pair()], again=False) is None


def test_verdicts_on_which_judges_agree_are_entered(tmp_path):
    pairs = [pair(at=at) for at in (0, 30, 60)]
    (tmp_path / "one.csv").write_text(f"pair,verdict,note\n{pairs[0].id},Same ,plain\n{pairs[1].id},same,\n{pairs[2].id},,\n", encoding="utf8")
    forms = [read_form(tmp_path / "one.csv"), {pairs[1].id: "different", pairs[2].id: "cannot tell"}]
    entered, differ = enter_verdicts(pairs, forms)
    assert [p.verdict for p in entered] == ["same", "", "cannot tell"]
    assert differ == [pairs[1].id]
    assert count_verdicts(entered) == {"same": 1, "different": 0, "cannot tell": 1, "": 1}


def test_a_form_that_does_not_fit_is_refused():
    faults = find_faults([{"p-unknown": "same", pair().id: "perhaps"}], [pair()])
    assert [fault.split()[0] for fault in faults] == ["p-unknown", f"{pair().id}:"]


@pytest.mark.parametrize(
    ("marks", "found"),
    [
        (marked(start=0, end=10), "c-whole"),
        (marked(start=0, end=10, event="casualties"), "c-toll"),
        (marked(start=0, end=10, claim_id="c-toll"), "c-toll"),
        (marked(start=2, end=9), "c-whole"),
        (marked(start=0, end=40), "c-whole"),
        (marked(start=8, end=40), None),
        (marked(start=60, end=70), None),
    ],
)
def test_a_claim_is_found_where_it_was_marked(marks, found):
    claims = [claim("c-toll", 0, event="casualties", words="Two died. "), claim("c-whole", 0, words="Two died. ")]
    again = find_claim(marks, claims)
    assert (again.id if again else None) == found


def test_precision_and_recall_leave_out_what_is_not_told_or_not_read():
    answers = [
        *(Answer(pair("merged", "same", at), True) for at in range(3)),
        Answer(pair("merged", "different", 50), True),
        Answer(pair("near", "same", 60, pool_size=40), False),
        Answer(pair("far", "different", 70), False),
        Answer(pair("far", "cannot tell", 80), True),
        Answer(pair("merged", "same", 90), None),
    ]
    measured = score_answers(answers)
    assert measured.scores == {"precision": 0.75, "recall": 0.75, "still read": 0.875}
    assert "precision 0.750 (3 of 4; 95%: 0.301 to 0.954)" in measured.details
    assert weigh_recall(answers) == pytest.approx(6 / 46)


def test_an_interval_holds_its_share_and_narrows():
    assert interval_of(0, 0) == (0.0, 1.0)
    low, high = interval_of(9, 10)
    assert 0.0 < low < 0.9 < high < 1.0
    assert interval_of(90, 100)[0] > low


def test_articles_set_apart_are_not_listed(tmp_path: Path):
    (tmp_path / "corpora" / "articles").mkdir(parents=True)
    (tmp_path / "corpora" / "RESERVED").write_text("b\n", encoding="utf8")
    (tmp_path / "corpora" / "articles" / "fakes.jsonl").write_text('{"article_id": "a"}\n{"article_id": "b"}\n', encoding="utf8")
    assert list_reports(tmp_path) == [{"article_id": "a"}]
    assert [r.article_id for r in keep_reports([record("a", ""), record("b", "")], frozenset({"a"}))] == ["a"]
