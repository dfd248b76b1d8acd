"""Claims that people hold together or apart stay so when the articles are read again; the last word wins."""

import datetime as dt

import pytest

from sayso.ledger import group_claims
from sayso.model.entries import NO_PAIRINGS, ClaimRef, Merge, Split, make_entry
from sayso.model.events import ArticleHeader, FiledClaim
from sayso.reviews.pairings import pair_claims

from .conftest import CLAIM, changed, moment

ONE, FAR, THIRD = (changed(CLAIM, id=f"c-{n}", start=start, end=start + 60) for n, start in ((1, 0), (2, 500), (3, 900)))


def ref(claim, digest="d"):
    return ClaimRef(digest, claim.id, claim.event, claim.start, claim.end)


def merge(at, *claims):
    return make_entry(Merge(tuple(ref(c) for c in claims)), "ada", moment(at))


def split(at, one, *others):
    return make_entry(Split((ref(one),), tuple(ref(c) for c in others)), "ben", moment(at))


def read_again(claim):
    return changed(claim, id=f"{claim.id}-anew", start=claim.start + 3)


@pytest.mark.parametrize("again", [lambda c: c, read_again], ids=["as pointed at", "another id and span"])
def test_pairs_are_found_again_and_the_last_word_wins(again):
    claims = {"d": tuple(again(c) for c in (ONE, FAR, THIRD))}
    pair = (claims["d"][0].id, claims["d"][1].id)
    merged = pair_claims([merge(1, ONE, FAR)], claims)
    assert (set(merged.together), merged.apart) == ({pair}, {})
    parted = pair_claims([merge(1, ONE, FAR), split(2, ONE, FAR)], claims)
    assert (parted.together, set(parted.apart)) == ({}, {pair})
    back = pair_claims([merge(1, ONE, FAR), split(2, ONE, FAR), merge(3, ONE, FAR)], claims)
    assert (set(back.together), back.apart) == ({pair}, {})


def test_a_claim_that_is_no_longer_there_pairs_with_nobody():
    assert pair_claims([merge(1, ONE, FAR), split(2, FAR, THIRD)], {"d": (ONE, THIRD)}) == NO_PAIRINGS
    assert pair_claims([merge(1, ONE, FAR)], {}) == NO_PAIRINGS


def filed(claim, number):
    return FiledClaim(claim=claim, article=ArticleHeader(article_id=f"r-{number}", digest=f"{number}", published=dt.date(2020, 1, number)))


def test_events_are_gathered_as_people_say_and_tell_by_which_entry():
    near, alike = filed(ONE, 28), filed(changed(ONE, id="c-2"), 28)
    far = filed(changed(ONE, id="c-3", places=(), event="protest"), 1)
    by_digest = {"28": (near.claim, alike.claim), "1": (far.claim,)}
    assert len(group_claims([near, alike, far])) == 2
    joined = make_entry(Merge((ref(near.claim, "28"), ref(alike.claim, "28"), ref(far.claim, "1"))), "ada", moment(1))
    (event,) = group_claims([near, alike, far], pairings=pair_claims([joined], by_digest))
    assert any(f"held together by hand ({joined.entry_id})" in why for why in event.why)
    parted = make_entry(Split((ref(near.claim, "28"),), (ref(alike.claim, "28"),)), "ada", moment(1))
    assert len(group_claims([near, alike, far], pairings=pair_claims([parted], by_digest))) == 3
