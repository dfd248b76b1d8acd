"""Things of two views are paired by id, else by what they share."""

import pytest

from sayso.desk.pairing import pair_stated
from sayso.model.stated import Stated


def claim(key, start, end, article="d1"):
    return Stated(key=key, kind="claim", subject=key, says={}, claims=(key,), article=article, span=(start, end))


def event(key, *claims, kind="event", heading=""):
    return Stated(key=key, kind=kind, subject=key, says={}, claims=claims, heading=heading)


@pytest.mark.parametrize(
    ("was", "now", "pairs"),
    [
        ([claim("a", 0, 10)], [claim("a", 0, 10)], [("a", "a")]),
        ([claim("a", 0, 10)], [claim("b", 2, 10)], [("a", "b")]),
        ([claim("a", 0, 10)], [claim("b", 8, 20)], [("a", None), (None, "b")]),
        ([claim("a", 0, 10)], [claim("b", 0, 10, "d2")], [("a", None), (None, "b")]),
        ([claim("a", 0, 10)], [claim("b", 0, 9), claim("c", 0, 10)], [(None, "b"), ("a", "c")]),
        ([event("e1", "a", "b")], [event("e2", "b", "c"), event("e3", "d")], [("e1", "e2"), (None, "e3")]),
        ([event("t1", "a", kind="total", heading="killed")], [event("t2", "a", kind="total", heading="injured")], [("t1", None), (None, "t2")]),
        ([event("p1", "a", kind="control")], [event("p2", "a", kind="control")], [("p1", None), (None, "p2")]),
        ([], [], []),
    ],
)  # fmt: skip
def test_pairs(was, now, pairs):
    assert [(p.was and p.was.key, p.now and p.now.key) for p in pair_stated(was, now)] == pairs
