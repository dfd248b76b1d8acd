"""A claim that was judged is found by its id, else by its class and most of its words."""

import pytest

from sayso.reviews.found_again import find_again

from .conftest import CLAIM, changed

FOUND = {
    "the same id, whatever else": ([changed(CLAIM, start=90, end=99, event="need")], "c-1"),
    "another id, the same words": ([changed(CLAIM, id="c-2")], "c-2"),
    "half of the words": ([changed(CLAIM, id="c-2", start=CLAIM.end // 2)], "c-2"),
    "half of other words": ([changed(CLAIM, id="c-2", start=CLAIM.end // 2 + 2, end=CLAIM.end * 3 // 2)], None),
    "a clause of it": ([changed(CLAIM, id="c-2", end=CLAIM.end // 4 + 1)], "c-2"),
    "less than a quarter": ([changed(CLAIM, id="c-2", end=CLAIM.end // 4 - 1)], None),
    "another class": ([changed(CLAIM, id="c-2", event="casualties")], None),
    "the one that shares more": ([changed(CLAIM, id="c-2", start=20), changed(CLAIM, id="c-3", start=5)], "c-3"),
    "of equals the likelier": ([changed(CLAIM, id="c-2", score=0.4), changed(CLAIM, id="c-3", score=0.6)], "c-3"),
    "of those the last id": ([changed(CLAIM, id="c-3"), changed(CLAIM, id="c-2")], "c-3"),
    "nothing": ([], None),
}


@pytest.mark.parametrize(("claims", "found"), FOUND.values(), ids=FOUND)
def test_a_claim_is_found_again(claims, found):
    for order in (claims, claims[::-1]):
        again = find_again("c-1", "strike", 0, CLAIM.end, order)
        assert (again.id if again else None) == found
