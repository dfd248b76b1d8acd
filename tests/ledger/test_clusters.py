import pytest

from sayso.ledger.clusters import Bar, Join, cluster_claims, match_members
from sayso.ledger.findings import Verdict

BAR = Bar(4.5, 4.5, match_members)
FORBIDDEN = Verdict(-10.0, ("different places",), True)


def clusters(scores, size=4):
    def judge(a, b):
        score = scores.get((a, b), 0.0)
        return FORBIDDEN if score is None else Verdict(score, ("because",))

    return [c.members for c in cluster_claims(size, sorted(scores), judge, BAR)]


CASES = {
    "alone": ({}, [(0,), (1,), (2,), (3,)]),
    "a pair": ({(0, 2): 6.0}, [(0, 2), (1,), (3,)]),
    "below the threshold": ({(0, 2): 4.4}, [(0,), (1,), (2,), (3,)]),
    "claims of two groups that each find a match": ({(0, 1): 6.0, (1, 2): 6.0, (0, 2): 4.0}, [(0, 1, 2), (3,)]),
    "a chain whose ends have nothing in common": ({(0, 1): 6.0, (1, 2): 5.0, (0, 2): -2.0}, [(0, 1), (2,), (3,)]),
    "a pair that is forbidden keeps its groups apart": ({(0, 1): 9.0, (1, 2): 9.0, (0, 2): 5.0, (2, 3): 9.0, (1, 3): 9.0, (0, 3): None}, [(0, 1, 2), (3,)]),
    "the better pair first": ({(0, 1): 5.0, (1, 2): 8.0, (0, 2): None}, [(0,), (1, 2), (3,)]),
}


@pytest.mark.parametrize(("scores", "expected"), CASES.values(), ids=CASES.keys())
def test_claims_join_where_their_groups_agree(scores, expected):
    assert clusters(scores) == expected


def test_every_join_is_kept_with_its_verdict():
    def judge(a, b):
        return Verdict(6.0, (f"{a} and {b}",))

    (cluster,) = cluster_claims(3, [(0, 1), (0, 2), (1, 2)], judge, BAR)
    assert [join.verdict.why for join in cluster.joins] == [("0 and 1",), ("0 and 2",)]


def test_what_is_settled_joins_unjudged_and_keeps_what_it_forbids_apart():
    def judge(a, b):
        return {(0, 1): FORBIDDEN, (1, 2): FORBIDDEN}.get((a, b), Verdict(9.0, ("because",)))

    settled = [Join(0, 1, Verdict(7.0, ("by their articles",)))]
    found = cluster_claims(3, [(0, 1), (0, 2), (1, 2)], judge, BAR, settled)
    assert [c.members for c in found] == [(0, 1), (2,)]
    assert found[0].joins == (settled[0],)
