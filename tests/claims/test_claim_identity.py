"""Ids: the same for the same words of a page, and apart wherever anything differs."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.claims.claim_identity import make_claim_id, number_claims
from sayso.model.claims import Claim

KEYS = st.tuples(st.sampled_from(["aa", "bb"]), st.integers(0, 12), st.integers(0, 12), st.sampled_from(["strike", "need"]), st.integers(0, 2))


@given(KEYS, KEYS)
def test_ids_agree_just_where_all_that_makes_them_agrees(one, other):
    assert (make_claim_id(*one) == make_claim_id(*other)) is (one == other)


def test_an_id_is_the_same_in_every_version():
    assert make_claim_id("d", 0, 10, "strike", 0) == "c-6f377c6349550fbb"


def claim(start, end, event="strike"):
    return Claim(id="", start=start, end=end, evidence="x" * (end - start), event=event)


def test_claims_of_one_span_and_class_are_told_apart_by_their_order():
    named = list(number_claims("d", [claim(0, 9), claim(0, 9), claim(0, 9, "need"), claim(3, 9)]))
    ids = [claim_id for claim_id, _ in named]
    assert len(set(ids)) == 4
    assert ids[0] == make_claim_id("d", 0, 9, "strike", 0)
    assert ids[1] == make_claim_id("d", 0, 9, "strike", 1)
    assert ids[2] == make_claim_id("d", 0, 9, "need", 0)


def test_a_claim_before_changes_no_id_of_another_span():
    alone = dict(number_claims("d", [claim(3, 9)]))
    after = dict(number_claims("d", [claim(0, 2), claim(3, 9)]))
    assert set(alone) < set(after)
