"""Agreement is counted as one would by hand."""

from sayso.reviews.agreement import MISSED, measure_agreement

from .conftest import CLAIM, changed

NEXT = changed(CLAIM, id="c-2", start=100, end=160)


def told(entries, claims=(CLAIM, NEXT)):
    rows = measure_agreement(sorted(entries, key=lambda e: e.order), {"d": claims})
    return {r.field: (r.as_machine, r.with_machine, r.alike, r.between_reviewers) for r in rows}


def test_nothing_reviewed_is_no_row():
    assert told([]) == {}


def test_one_reviewer_beside_the_machine(enter):
    entries = [
        enter("ada accepts", 1, CLAIM),
        enter("ada corrects", 2, NEXT, "killed", "4"),
        enter("ada adds", 3, changed(CLAIM, id="c-3", start=500, end=560)),
    ]
    rows = told(entries)
    assert rows["claim"] == (2, 2, 0, 0)
    assert rows["killed"] == (1, 2, 0, 0)
    assert rows["event"] == rows["place"] == rows["source"] == (2, 2, 0, 0)
    assert rows[MISSED] == (0, 1, 0, 0)
    assert "agent" not in rows, "neither tells of one"


def test_rejecting_is_disagreeing_on_the_claim_alone(enter):
    assert told([enter("ada rejects", 1, CLAIM)]) == {"claim": (0, 1, 0, 0)}


def test_two_reviewers_beside_each_other(enter):
    rows = told([
        enter("ada accepts", 1, CLAIM), enter("ben corrects", 2, CLAIM, "killed", "4"),
        enter("ada rejects", 3, NEXT), enter("ben accepts", 4, NEXT),
    ])  # fmt: skip
    assert rows["claim"] == (3, 4, 1, 2)
    assert rows["killed"] == (2, 3, 0, 1)
    assert rows["status"] == (3, 3, 1, 1)


def test_several_corrections_of_one_reviewer_count_together_whatever_their_order(enter):
    first = enter("ada corrects", 1, CLAIM, "killed", "4")
    second = enter("ada corrects", 1, CLAIM, "status", "denied")
    rows = told([first, second])
    assert (rows["killed"], rows["status"], rows["event"]) == ((0, 1, 0, 0), (0, 1, 0, 0), (1, 1, 0, 0))


def test_a_claim_that_the_machine_no_longer_makes_is_not_compared(enter):
    assert told([enter("ada accepts", 1, CLAIM)], claims=()) == {}
