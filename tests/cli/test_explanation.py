"""Why a claim or an event stands in the ledger."""

import pytest


def find(run, ledger, view, **wanted):
    return next(row for row in run(view, "--ledger", ledger).rows if all(row[k] == v for k, v in wanted.items()))


def unfold(text: str) -> str:
    return " ".join(text.split())


def test_a_claim_is_explained_from_its_words_to_its_event(run, ledger):
    claim = find(run, ledger, "claims", event="displacement")
    shown = run("explain", claim["claim_id"], "--ledger", ledger)
    told = unfold(shown.out)
    assert (shown.status, shown.err) == (0, "")
    for part in (
        f"Claim {claim['claim_id']}: displacement", claim["evidence"], "The Example, 2020-01-28 (printed)", "Syrian Observatory for Human Rights (monitor, war monitor)",
        "27 January 2020", "Idlib, SY; 35.8137, 36.6096; score", "Why score", "Event e-", "machine reading",
    ):  # fmt: skip
        assert part in told
    assert max(map(len, shown.out.splitlines())) <= 80


def test_an_event_is_explained_by_its_merge_its_accounts_and_its_contradictions(run, ledger):
    event = max(run("events", "--ledger", ledger).rows, key=lambda row: (len(row["contradictions"]), len(row["claims"])))
    told = unfold(run("explain", event["event_id"], "--ledger", ledger).out)
    assert f"Event {event['event_id']}: {event['event']}" in told
    assert len(event["claims"]) > 1
    for claim_id in event["claims"]:
        assert claim_id in told
    for why in event["why"]:
        assert unfold(why) in told
    for dispute in event["contradictions"]:
        assert f"Contradiction {dispute['issue']}: account {dispute['accounts'][0] + 1} against account {dispute['accounts'][1] + 1}" in told


def test_the_beginning_of_an_id_is_enough_where_one_fits(run, ledger):
    claim_id = run("claims", "--ledger", ledger).rows[0]["claim_id"]
    assert run("explain", claim_id[:12], "--ledger", ledger).out == run("explain", claim_id, "--ledger", ledger).out


@pytest.mark.parametrize(("identifier", "told"), [("c-", "is the beginning of c-"), ("x-1", "no claim, event, total or place x-1 in"), ("c-%", "no claim, event, total or place c-% in")])
def test_an_id_that_fits_many_or_none_says_so(run, ledger, identifier, told):
    outcome = run("explain", identifier, "--ledger", ledger)
    assert (outcome.status, outcome.out) == (2, "")
    assert told in outcome.err


def test_a_claim_of_an_older_reading_says_that_it_is_not_current(run, small_gazetteer_path, pages):
    for day in ("2020-01-29", "2020-02-05"):
        run("read", pages / "toll.txt", "--published", day, "--ledger", "my.sqlite", "--gazetteer", small_gazetteer_path)
    claim = run("claims", "--ledger", "my.sqlite", "--on", "2020-02-05").rows[0]
    shown = run("explain", claim["claim_id"], "--ledger", "my.sqlite", "--on", "2020-01-30")
    assert "not part of the picture of 2020-01-30" in unfold(shown.out)
