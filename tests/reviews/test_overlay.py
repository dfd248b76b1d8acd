"""What people say of claims is laid over what was read, and outlives later readings."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.entries import Correct, Rate, make_entry
from sayso.reviews.overlay import group_by_article, is_rejected, lay_over

from .conftest import CLAIM, changed, moment

LATER = changed(CLAIM, id="c-later", status="ongoing")
"""The claim as a later reader has it: another id, and another status."""


def laid(claims, *entries):
    (one,) = lay_over(claims, sorted(entries, key=lambda e: e.order))
    return one


def test_what_nobody_judged_stays_as_it_was_read(claim):
    assert laid([claim]).claim == claim
    assert laid([claim]).review is None


def test_an_accepted_claim_stays_as_it_was_seen(claim, enter):
    for claims in ([claim], [LATER], []):
        one = laid(claims, enter("ada accepts", 1, claim, why="read twice"))
        assert (one.review.label, one.review.by, one.review.why) == ("accepted", ("ada",), "read twice")
        assert one.claim == changed(claim, id=claims[0].id if claims else claim.id)
    assert laid([LATER], enter("ada accepts", 1, claim)).review.machine == LATER
    assert laid([claim], enter("ada accepts", 1, claim)).review.machine is None


def test_a_rejected_claim_is_kept_with_its_label_and_a_vanished_one_is_not_missed(claim, enter):
    assert is_rejected(laid([claim], enter("ada rejects", 1, claim)))
    assert is_rejected(laid([LATER], enter("ada rejects", 1, claim)))
    assert lay_over([], [enter("ada rejects", 1, claim)]) == ()


def test_a_claim_added_and_then_rejected_by_hand_stays_listed(claim, enter):
    assert is_rejected(laid([], enter("ada adds", 1, claim), enter("ada rejects", 2, claim)))


def test_a_corrected_field_is_laid_over_the_later_reading_and_the_rest_follows_it(claim, enter):
    one = laid([LATER], enter("ada corrects", 1, claim, "killed", "4"))
    assert (one.claim.figures[0].low, one.claim.status, one.claim.id) == (4, "ongoing", "c-later")
    assert (one.review.label, one.review.fields, one.review.machine) == ("corrected", ("killed",), LATER)


def test_a_corrected_claim_that_is_no_longer_read_stays(claim, enter):
    assert laid([], enter("ada corrects", 1, claim, "killed", "4")).claim.figures[0].low == 4


def test_a_corrected_class_keeps_all_entries_on_one_claim_when_it_is_read_again(claim, enter):
    entries = [enter("ada corrects", 1, claim, "event", "damage"), enter("ben accepts", 2, changed(claim, event="damage"))]
    one = laid([LATER], *entries)
    assert (one.claim.event, one.review.label, one.review.by) == ("damage", "corrected", ("ada", "ben"))


def test_an_accept_after_a_correction_confirms_it(claim, enter):
    corrected = laid([claim], first := enter("ada corrects", 1, claim, "killed", "4")).claim
    one = laid([claim], first, enter("ben accepts", 2, corrected))
    assert (one.review.label, one.review.disputed, one.claim.figures[0].low) == ("corrected", (), 4)


DISPUTES = {
    "two values": ([("ada corrects", "killed", "4"), ("ben corrects", "killed", "5")], ("killed",)),
    "one value by two": ([("ada corrects", "killed", "4"), ("ben corrects", "killed", "4")], ()),
    "two fields": ([("ada corrects", "killed", "4"), ("ben corrects", "status", "denied")], ()),
    "a correction of what another holds for right": ([("ada accepts", "", None), ("ben corrects", "killed", "4")], ("killed",)),
    "the last word of each counts": ([("ada corrects", "killed", "4"), ("ben corrects", "killed", "5"), ("ada corrects", "killed", "5")], ()),
    "right, and not there": ([("ada accepts", "", None), ("ben rejects", "", None)], ("claim",)),
    "corrected, and not there": ([("ada corrects", "killed", "4"), ("ben rejects", "", None)], ("claim",)),
    "a change of mind": ([("ada rejects", "", None), ("ada accepts", "", None)], ()),
    "a source of another name": ([("ada corrects", "source", "SANA"), ("ben accepts", "", None)], ("source",)),
}


@pytest.mark.parametrize(("acts", "disputed"), DISPUTES.values(), ids=DISPUTES)
def test_reviewers_agree_or_are_told_to_disagree(acts, disputed, claim, enter):
    one = laid([claim], *(enter(what, at, claim, field, value) for at, (what, field, value) in enumerate(acts)))
    assert one.review.disputed == disputed
    assert (one.review.label == "disputed") is bool(disputed)
    if disputed and disputed != ("claim",):
        assert one.claim == claim, "the machine's reading stands, whole"


def test_a_number_of_words_may_be_in_dispute(claim, enter):
    worded = changed(claim, figures=(changed(claim.figures[0], text="dozens", low=24, high=99, assumed=True),))
    assert laid([worded], enter("ada accepts", 1, worded), enter("ben corrects", 2, worded, "killed", "30")).claim == worded


def test_two_who_accepted_two_readings_disagree_where_these_differ(claim, enter):
    one = laid([LATER], enter("ada accepts", 1, claim), enter("ben accepts", 2, LATER))
    assert one.review.disputed == ("status",)


def test_a_claim_added_on_a_text_that_no_reader_reads_counts(claim, enter):
    one = laid([], enter("ada adds", 1, claim))
    assert (one.claim, one.review.label, one.review.machine) == (claim, "added", None)


def test_an_added_claim_that_a_later_reader_finds_is_one_claim(claim, enter):
    assert laid([LATER], enter("ada adds", 1, changed(claim, id="c-by-hand"))).claim.id == "c-later"


def test_credibility_is_told_beside_the_claim_and_is_no_review(claim):
    rated = [make_entry(Rate("d", claim, level), "ada", moment(at)) for at, level in enumerate(("2", "3"))]
    assert laid([claim], *rated) == (claim, None, "3")


def test_entries_are_grouped_by_article(claim, enter):
    entries = [enter("ada accepts", 1, claim, digest=d) for d in "aba"] + [enter("ben rejects", 2, claim, digest="a")]
    assert {d: len(group) for d, group in group_by_article(entries).items()} == {"a": 3, "b": 1}


CHAIN = st.lists(st.sampled_from([("event", "control"), ("holder", "rebels"), ("source", "SANA"), ("source_kind", "official"), ("killed", "4")]), unique=True)


@given(CHAIN, st.integers(0, 99))
def test_the_order_of_entries_of_one_moment_does_not_matter(chain, seed):
    """One command corrects several fields at one moment, each entry seeing those before it."""
    entries, stands = [], CLAIM
    from sayso.reviews.fields import put_field

    for field, value in sorted(chain):
        if field == "holder" and stands.event != "control":
            continue
        entries.append(make_entry(Correct("d", stands, field, value), "ada", moment(1)))
        stands = put_field(stands, field, value)
    shuffled = entries[:]
    random.Random(seed).shuffle(shuffled)
    told = {lay_over([CLAIM], order)[0].claim for order in (entries, shuffled)}
    assert told == {stands}
